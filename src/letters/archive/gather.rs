//! The parts of a run that several machines printed, made into the one folder that
//! the whole run would have given.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::Enclosed;
use super::record::{Record, Shard};
use super::verify::{Content, Verified, inspect};
use super::{AlreadyPrinted, Batch, Beginning, Start};
use crate::diagnostics::{Failure, Help, Problem, Way, refuse};

/// A part: its folder, which one it is, and what is in it.
struct Part<'a> {
    folder: &'a Path,
    shard: Shard,
    content: Content,
}

impl Part<'_> {
    /// The record of the run of which this is a part.
    fn of_the_whole(&self) -> Record {
        Record {
            shard: None,
            ..self.content.verified.record.clone()
        }
    }
}

/// Verifies the folder of each shard, proves that they are one run and complete,
/// and makes the whole folder within `out`, byte for byte what the whole run would
/// have given. The shards' folders stay; their files are linked where the disk can.
///
/// # Errors
/// [`Failure::Input`] with what is wrong in the shards, or missing; as
/// [`super::verify`] and [`Batch::finish`].
pub fn gather(
    shards: &[PathBuf],
    out: &Path,
    already_printed: AlreadyPrinted,
) -> Result<Verified, Failure> {
    match shards.first() {
        Some(shard) => gather_into(shards, &out.join(whole(shard)?), already_printed),
        None => gather_into(shards, out, already_printed),
    }
}

/// The name of the whole run's folder.
fn whole(shard: &Path) -> Result<String, Problem> {
    let name = shard.file_name().map(|name| name.to_string_lossy());
    let whole = name.as_deref().and_then(Shard::whole_of);
    whole.map(str::to_owned).ok_or_else(|| {
        Problem::not_there(format!("`{}` is not a part of a run", shard.display())).help(
            Help::from("name the folders that ")
                .by(Way::Shard)
                .then(" made, such as out/invitation.shard-1-of-4"),
        )
    })
}

/// As [`gather`], with the whole folder in `place`.
pub(super) fn gather_into(
    shards: &[PathBuf],
    place: &Path,
    already_printed: AlreadyPrinted,
) -> Result<Verified, Failure> {
    let parts = verified(shards)?;
    let Some(first) = parts.first() else {
        let problem = Problem::not_there("there is nothing to gather");
        let help = "name the folders of all parts of the run";
        return Err(problem.help(help).into());
    };
    refuse_parts(differences(&parts))?;
    refuse_parts(missing(&parts))?;
    apart(&parts, place)?;
    let record = first.of_the_whole();
    refuse_parts(rows_amiss(&parts, &record))?;

    let mut notes = Vec::new();
    let how = Beginning {
        start: Start::Afresh,
        already_printed,
    };
    let mut batch = Batch::begin(place, record.clone(), how, &mut |note| notes.push(note))?;
    batch.keep_nothing();
    for part in &parts {
        for file in &part.content.files {
            batch.adopt(file.clone(), &part.folder.join(&file.name))?;
        }
        batch.lists.extend(&part.content.lists);
    }
    let counts = batch.counts();
    batch.finish()?;
    let warnings = parts
        .into_iter()
        .flat_map(|part| part.content.verified.warnings);
    Ok(Verified {
        folder: place.to_owned(),
        record,
        counts,
        warnings: notes.into_iter().chain(warnings).collect(),
    })
}

/// Looks at every folder, and says what is wrong in all of them.
fn verified(shards: &[PathBuf]) -> Result<Vec<Part<'_>>, Failure> {
    let (mut parts, mut problems) = (Vec::new(), Vec::new());
    for folder in shards {
        let content = match inspect(folder) {
            Ok(content) => content,
            Err(failure) => {
                problems.extend(failure.into_input()?);
                continue;
            }
        };
        match content.verified.record.shard {
            Some(shard) => parts.push(Part {
                folder,
                shard,
                content,
            }),
            None => problems.push(wrong(format!(
                "`{}` is a whole run, not a part of one",
                folder.display()
            ))),
        }
    }
    refuse(problems)?;
    Ok(parts)
}

/// What was not the same when the shards were printed.
fn differences(parts: &[Part]) -> Vec<String> {
    let first = &parts[0];
    let mut faults = Vec::new();
    for part in &parts[1..] {
        let mut differences = first.of_the_whole().differences(&part.of_the_whole());
        if first.shard.of != part.shard.of {
            differences.push("the number of parts".to_owned());
        }
        faults.extend(differences.into_iter().map(|what| {
            in_both(
                &format!("{what} is not the same"),
                first.folder,
                part.folder,
            )
        }));
    }
    faults
}

/// Which shards are not there, or twice.
fn missing(parts: &[Part]) -> Vec<String> {
    let mut folders: BTreeMap<usize, &Path> = BTreeMap::new();
    let of = parts[0].shard.of;
    let mut faults = Vec::new();
    for part in parts {
        if let Some(earlier) = folders.insert(part.shard.index, part.folder) {
            faults.push(format!(
                "part {} of {of} is there twice: `{}` and `{}`",
                part.shard.index,
                earlier.display(),
                part.folder.display()
            ));
        }
    }
    let missing = (1..=of).filter(|index| !folders.contains_key(index));
    faults.extend(missing.map(|index| format!("part {index} of {of} is missing")));
    faults
}

/// Whether the place is none of the shards.
fn apart(parts: &[Part], place: &Path) -> Result<(), Failure> {
    let Ok(place) = fs::canonicalize(place) else {
        return Ok(());
    };
    let same = |part: &&Part| fs::canonicalize(part.folder).is_ok_and(|folder| folder == place);
    match parts.iter().find(same) {
        None => Ok(()),
        Some(part) => Err(Problem::error(format!(
            "`{}` is one of the parts, so the whole run cannot go there",
            part.folder.display()
        ))
        .help(Help::from("choose another folder").by(Way::Out))
        .into()),
    }
}

/// Which rows of people have neither one letter, nor none and are rejected. What was
/// found before any letter was set is rejected by every shard alike.
fn rows_amiss(parts: &[Part], whole: &Record) -> Vec<String> {
    let mut printed: BTreeMap<usize, &Path> = BTreeMap::new();
    let mut files: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut faults = Vec::new();
    for part in parts {
        let folder = part.folder;
        for file in &part.content.files {
            if let Some(other) = files.insert(&file.name, folder) {
                faults.push(in_both(&format!("`{}` is", file.name), other, folder));
            }
            for Enclosed { row, .. } in &file.letters {
                if let Some(other) = printed.insert(*row, folder) {
                    faults.push(in_both(&format!("row {row} has a letter"), other, folder));
                }
            }
        }
    }
    let mut rows: BTreeSet<usize> = printed.keys().copied().collect();
    for part in parts {
        for (row, list) in part.content.lists.rows() {
            if let Some(folder) = printed.get(&row) {
                faults.push(format!(
                    "row {row} has a letter in `{}` and is {} in `{}`",
                    folder.display(),
                    list.status,
                    part.folder.display()
                ));
            }
            rows.insert(row);
        }
    }
    if faults.is_empty() && rows.len() != whole.rows {
        faults.push(format!(
            "{} of {} rows of people are in the parts",
            rows.len(),
            whole.rows
        ));
    }
    faults
}

fn in_both(what: &str, one: &Path, other: &Path) -> String {
    format!("{what} in `{}` and in `{}`", one.display(), other.display())
}

fn refuse_parts(faults: Vec<String>) -> Result<(), Failure> {
    refuse(faults.into_iter().map(wrong).collect())
}

fn wrong(message: String) -> Problem {
    Problem::error(message).help("print the parts of one run, each into a folder of its own")
}
