//! Versions of a guide beside each other: begun, compared, printed in a stack, counted when
//! they come back, and one of them made the service's own.
//!
//! Takes a workspace and gives files and numbers. It knows no terminal, and nobody by name:
//! a copy has a code, and no code ever stands beside a person.

mod adopt;
mod answer_files;
mod answer_sheet;
mod answers;
mod begin;
mod choosing;
mod code;
mod codes;
mod compare;
mod counted;
mod difference;
mod list;
mod measure;
mod order;
mod pieces;
mod places;
mod print_list;
mod report;
mod room;
mod said;
mod stack;
mod statistics;
mod tally;
mod yaml_text;

pub use adopt::Adopted;
pub use answer_files::AnswerFiles;
pub use begin::NewVersion;
pub use compare::{Comparison, Side};
pub use counted::{Counted, QuestionCount, RoundCount, VersionCount};
pub use difference::{SectionDifference, What};
pub use list::{Begun, VersionRow};
pub use measure::Measured;
pub use places::PlaceCount;
pub use report::TestReport;
pub use stack::{Stack, StackOptions};
pub use statistics::{Interval, Share};

use crate::diagnostics::{Failure, Help, Problem, Way, listed, once, one_of, refuse};
use crate::publish::Workspace;
use crate::read::{
    Audience, Edition, FULL, Guide, Kind, Reader, VERSIONS, Version, letters_are_not_tested,
};
use crate::tailor::PublicationId;

/// A version that somebody named, or the guide itself.
pub(crate) struct Chosen {
    /// Its name: [`FULL`] for the guide itself.
    pub name: String,
    /// Which publication it is.
    pub id: PublicationId,
    /// What it changes, and why; none for the guide itself.
    pub version: Option<Version>,
}

impl Workspace {
    /// The guides that have versions here, each with the names of its versions, sorted.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub(crate) fn versions_by_guide(&self) -> Result<Vec<(String, Vec<String>)>, Failure> {
        let reader = Reader::new(&self.assets, &self.sources);
        let known = self.guides();
        let mut found = Vec::new();
        for guide in self.assets.service_names(VERSIONS)? {
            let names = reader.versions(&guide)?;
            if !names.is_empty() && known.iter().any(|entry| entry.id == guide) {
                found.push((guide, names));
            }
        }
        Ok(found)
    }

    /// The guide that somebody means who names it, or only some of its versions.
    ///
    /// # Errors
    /// Where there is none, where it could be several, and where it is a letter.
    pub(crate) fn guide_tested(
        &self,
        named: Option<&str>,
        versions: &[&str],
    ) -> Result<String, Failure> {
        let guide = match named {
            Some(guide) => {
                self.publications_of(guide)?;
                guide.to_owned()
            }
            None => self.guide_with(versions)?,
        };
        if self.kind_of(&guide)? == Kind::Letter {
            return Err(letters_are_not_tested().into());
        }
        Ok(guide)
    }

    /// The one guide that has all of these versions.
    fn guide_with(&self, versions: &[&str]) -> Result<String, Failure> {
        let all = self.versions_by_guide()?;
        if all.is_empty() {
            let guide = self.guide_to_test();
            return Err(Problem::not_there("there are no versions here yet")
                .help(Help::from("begin one").by(Way::NewVersion(guide)))
                .into());
        }
        let has_all = |names: &[String]| {
            let known = |name: &&str| **name == *FULL || names.iter().any(|own| own == *name);
            versions.iter().all(known)
        };
        let with: Vec<&str> = all
            .iter()
            .filter(|(_, names)| has_all(names))
            .map(|(guide, _)| guide.as_str())
            .collect();
        match with.as_slice() {
            [guide] => Ok((*guide).to_owned()),
            [] => {
                let asked: Vec<String> = versions.iter().map(|it| format!("`{it}`")).collect();
                let what = format!("no guide has {}", versions_called(&asked));
                let known = all.iter().map(|(guide, names)| {
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    format!("`{guide}` has {}", listed(&names, "and"))
                });
                let problem = Problem::not_there(what);
                Err(known.fold(problem, Problem::help).into())
            }
            several => Err(Problem::not_there("more than one guide has versions here")
                .help(
                    Help::from("name the guide")
                        .by(Way::TestedGuide)
                        .then(format!(": {}", one_of(several.iter().copied()))),
                )
                .into()),
        }
    }

    /// A guide that this service could begin with: the first for patients that it prints and
    /// that is no letter.
    pub fn guide_to_test(&self) -> String {
        let printed = self.publications().unwrap_or_default().into_iter();
        let mut guides = printed.map(|id| id.guide).filter(|guide| {
            let written = self.guide_written(guide);
            written.is_ok_and(|guide| {
                guide.kind.value != Kind::Letter && guide.audience.value == Audience::Patients
            })
        });
        guides.next().unwrap_or_else(|| "your-options".to_owned())
    }

    fn kind_of(&self, guide: &str) -> Result<Kind, Failure> {
        self.guide_written(guide).map(|guide| guide.kind.value)
    }

    /// A guide in the first of its languages that the service prints, as it was written.
    fn guide_written(&self, guide: &str) -> Result<Guide, Failure> {
        let id = self.first_publication(guide)?;
        let (language, _) = self.language(&id)?;
        Reader::new(&self.assets, &self.sources).guide(guide, language)
    }

    fn first_publication(&self, guide: &str) -> Result<PublicationId, Failure> {
        let mut ids = self.publications_of(guide)?.into_iter();
        let none = || Problem::not_there(format!("`{guide}` is in no language of this service"));
        Ok(ids.next().ok_or_else(none)?)
    }

    /// A version of a guide by its name, or the guide itself. What the version does not say of
    /// its edition, `edition` does.
    ///
    /// # Errors
    /// Where there is none of this name, and every mistake in it.
    pub(crate) fn chosen(
        &self,
        guide: &str,
        name: &str,
        edition: Edition,
    ) -> Result<Chosen, Failure> {
        let id = self.first_publication(guide)?.in_edition(edition);
        if name == FULL {
            return Ok(Chosen {
                name: FULL.to_owned(),
                id,
                version: None,
            });
        }
        let written = self.guide_written(guide)?;
        let reader = Reader::new(&self.assets, &self.sources);
        let version = reader.version(&written, name, id.language())?;
        let own = version.edition.as_ref().map(|edition| edition.value);
        let id = PublicationId {
            version: Some(name.to_owned()),
            tone: match &version.tone {
                Some(tone) => tone.value.clone(),
                None => id.tone.clone(),
            },
            ..id.in_edition(own.unwrap_or(edition))
        };
        // Said with its place, not as what was typed.
        if let Some(tone) = &version.tone {
            self.tone(&id).map_err(|problem| {
                Problem {
                    origin: None,
                    ..problem
                }
                .at(tone.place)
            })?;
        }
        Ok(Chosen {
            name: name.to_owned(),
            id,
            version: Some(version),
        })
    }

    /// The publications of every version of a guide, for whoever looks at each.
    ///
    /// # Errors
    /// Every mistake because of which one cannot be read.
    pub fn versions_of(
        &self,
        guide: &str,
        edition: Edition,
    ) -> Result<Vec<PublicationId>, Failure> {
        let names = Reader::new(&self.assets, &self.sources).versions(guide)?;
        let chosen = names.iter().map(|name| self.chosen(guide, name, edition));
        let ids = chosen.map(|chosen| chosen.map(|chosen| chosen.id));
        ids.collect()
    }

    /// What somebody has still to write before the versions of a guide are handed out: why
    /// each is tested, and for whom.
    ///
    /// # Errors
    /// Every mistake because of which one cannot be read.
    pub fn unready(&self, guide: &str) -> Result<Vec<Problem>, Failure> {
        let names = Reader::new(&self.assets, &self.sources).versions(guide)?;
        let chosen = names
            .iter()
            .map(|name| self.chosen(guide, name, Edition::Standard));
        let chosen: Vec<Chosen> = chosen.collect::<Result<_, Failure>>()?;
        self.unready_of(&chosen)
    }

    /// The same of these versions.
    fn unready_of(&self, chosen: &[Chosen]) -> Result<Vec<Problem>, Failure> {
        let mut reader = Reader::new(&self.assets, &self.sources);
        let mut wrong = Vec::new();
        for Chosen { name, version, .. } in chosen {
            let Some(version) = version else { continue };
            wrong.extend(version.unready(name));
            for persona in &version.r#for {
                if let Err(failure) = reader.persona(&persona.value) {
                    wrong.extend(failure.into_input()?);
                }
            }
        }
        Ok(once(wrong))
    }

    /// Refuses versions that say nothing yet of why and for whom they are tested.
    ///
    /// # Errors
    /// Everything that somebody has still to write.
    pub(crate) fn refuse_unready(&self, chosen: &[Chosen]) -> Result<(), Failure> {
        refuse(self.unready_of(chosen)?)
    }
}

fn versions_called(names: &[String]) -> String {
    match names {
        [one] => format!("a version {one}"),
        several => format!("the versions {}", listed(several, "and")),
    }
}
