//! Which part of a run to print, as it is typed or as a batch system says it.

use crate::letters::Shard;

/// Reads `2/4`, or `auto/4` where a batch system says which part this is.
pub fn shard(text: &str) -> Result<Shard, String> {
    read(text, |name| std::env::var(name).ok())
}

fn read(text: &str, variable: impl Fn(&str) -> Option<String>) -> Result<Shard, String> {
    match text.strip_prefix("auto/") {
        Some(of) => format!("{}/{of}", from_environment(variable)?).parse(),
        None => text.parse(),
    }
}

/// The number of this part, counted from 1.
///
/// Kubernetes counts the pods of an Indexed Job from 0 (kubernetes.io, "Indexed Job for
/// parallel processing"), AWS Batch the jobs of an array too (AWS Batch user guide,
/// "Array jobs"). Slurm counts a job array as its user says (sbatch, `--array`).
fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Result<usize, String> {
    const FROM_ZERO: [&str; 2] = ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"];
    let number = |name: &str| -> Result<Option<usize>, String> {
        let Some(text) = variable(name) else {
            return Ok(None);
        };
        let number = text.trim().parse();
        number
            .map(Some)
            .map_err(|_| format!("`{name}` is `{text}`, not a number"))
    };
    for name in FROM_ZERO {
        if let Some(index) = number(name)? {
            return Ok(index.saturating_add(1));
        }
    }
    let Some(task) = number("SLURM_ARRAY_TASK_ID")? else {
        return Err(format!(
            "no batch system says which part this is: none of {}, {} and SLURM_ARRAY_TASK_ID is set",
            FROM_ZERO[0], FROM_ZERO[1]
        ));
    };
    let first = number("SLURM_ARRAY_TASK_MIN")?.unwrap_or(1);
    let step = number("SLURM_ARRAY_TASK_STEP")?.unwrap_or(1).max(1);
    match task.checked_sub(first) {
        Some(after) => Ok(after / step + 1),
        None => Err("`SLURM_ARRAY_TASK_ID` is below `SLURM_ARRAY_TASK_MIN`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, variables: &[(&str, &str)]) -> Result<(usize, usize), String> {
        let find = |name: &str| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        read(text, find).map(|shard| (shard.index, shard.of))
    }

    #[test]
    fn a_part_is_typed() {
        assert_eq!(with("2/4", &[]), Ok((2, 4)));
        for wrong in ["2", "0/4", "5/4", "1/0", "0/0", "-1/4", "a/4", "2/4/6", ""] {
            assert!(with(wrong, &[]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn batch_systems_count_each_in_its_way() {
        let kubernetes = [("JOB_COMPLETION_INDEX", "0")];
        assert_eq!(with("auto/4", &kubernetes), Ok((1, 4)));
        let aws = [("AWS_BATCH_JOB_ARRAY_INDEX", "3")];
        assert_eq!(with("auto/4", &aws), Ok((4, 4)));
        let slurm = |id, min, step| {
            [
                ("SLURM_ARRAY_TASK_ID", id),
                ("SLURM_ARRAY_TASK_MIN", min),
                ("SLURM_ARRAY_TASK_STEP", step),
            ]
        };
        assert_eq!(with("auto/4", &slurm("1", "1", "1")), Ok((1, 4)));
        assert_eq!(with("auto/4", &slurm("0", "0", "1")), Ok((1, 4)));
        assert_eq!(with("auto/4", &slurm("14", "10", "2")), Ok((3, 4)));
        assert!(with("auto/4", &slurm("0", "1", "1")).is_err());
        assert!(with("auto/2", &aws).is_err(), "more parts than it was told");
        assert!(with("auto/4", &[]).is_err());
        assert!(with("auto/4", &[("JOB_COMPLETION_INDEX", "x")]).is_err());
    }
}
