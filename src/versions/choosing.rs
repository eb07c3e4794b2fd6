//! Which versions go into a stack: those that were named, or all that differ.

use super::Chosen;
use super::adopt::KEPT;
use crate::diagnostics::{Failure, Gathered, Help, Problem, Way, once, refuse};
use crate::publish::{Published, Workspace};
use crate::read::{Edition, FULL};

impl Workspace {
    /// The versions to print: those that were named, or all there are.
    pub(super) fn to_be_printed(
        &self,
        guide: &str,
        named: &[String],
    ) -> Result<Vec<Chosen>, Failure> {
        let mut names = named.to_vec();
        names.dedup();
        if names.is_empty() {
            let all = self.versions_of(guide, Edition::Standard)?;
            if all.is_empty() {
                return Err(Problem::not_there(format!("`{guide}` has no versions yet"))
                    .help(Help::from("begin one").by(Way::NewVersion(guide.to_owned())))
                    .into());
            }
            names.push(FULL.to_owned());
            let all = all.into_iter().filter_map(|id| id.version);
            // What was printed before a version was adopted is kept to go back to.
            names.extend(all.filter(|name| !is_kept(name)));
        }
        let mut wrong = Gathered::default();
        let mut chosen: Vec<Chosen> = Vec::new();
        for name in &names {
            let one = wrong.keep(self.chosen(guide, name, Edition::Standard))?;
            chosen.extend(one.filter(|one| chosen.iter().all(|it| it.name != one.name)));
        }
        refuse(wrong.problems)?;
        Ok(chosen)
    }

    /// The versions of which no two are alike: with those, a test learns nothing. Where they
    /// `may_be_left_out`, because nobody named them, the later one is; else it is refused.
    pub(super) fn without_alike(
        &self,
        chosen: Vec<Chosen>,
        may_be_left_out: bool,
        said: &mut Vec<Published>,
    ) -> Result<Vec<Chosen>, Failure> {
        let (mut kept, mut alike): (Vec<(Chosen, serde_json::Value)>, _) = (Vec::new(), Vec::new());
        let (mut wrong, count) = (Gathered::default(), chosen.len());
        for one in chosen {
            let Some(seen) = wrong.keep(self.as_seen(&one))? else {
                continue;
            };
            match kept.iter().find(|(_, other)| *other == seen) {
                Some((first, _)) => {
                    alike.push(format!("`{}` says what `{}` says", one.name, first.name));
                }
                None => kept.push((one, seen)),
            }
        }
        refuse(once(wrong.problems))?;
        let is_refused = !may_be_left_out || (kept.len() < 2 && count > 1);
        if is_refused && !alike.is_empty() {
            let problems = alike.into_iter().map(|what| {
                Problem::error(format!("{what}: a reader would see no difference"))
                    .help("change one of them, or leave it out")
            });
            return Err(problems.collect::<Vec<_>>().into());
        }
        let notes = alike
            .into_iter()
            .map(|what| Problem::note(format!("{what}, and is left out")));
        said.push(Published::saying(notes.collect()));
        Ok(kept.into_iter().map(|(one, _)| one).collect())
    }

    /// All that a reader sees of a version, but for its imprint, as data.
    fn as_seen(&self, chosen: &Chosen) -> Result<serde_json::Value, Failure> {
        let prepared = self.prepare(&chosen.id)?;
        let parts = prepared.parts().map(|part| {
            let seen = serde_json::to_value(&part.publication);
            let mut seen = seen.map_err(|error| {
                Problem::error(format!("a version cannot be compared with others: {error}"))
            })?;
            if let Some(seen) = seen.as_object_mut() {
                seen.remove("imprint");
            }
            Ok(seen)
        });
        let parts: Result<Vec<_>, Problem> = parts.collect();
        Ok(parts?.into())
    }
}

/// Whether a version is one that was printed until another was adopted.
fn is_kept(name: &str) -> bool {
    let number = name.strip_prefix(KEPT);
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}
