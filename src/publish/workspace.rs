//! A service, opened: everything that can be asked of it.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use super::context::ServiceContext;
use crate::assets::Assets;
use crate::diagnostics::{Error, Failure, Help, Problem, Sources, Way, refuse};
use crate::read::{Arrangement, Edition, GuideEntry, Own, Reader, Service, Setting, guides};
use crate::tailor::PublicationId;
use crate::workers::WorkerCommand;

/// The days that may be printed: any other is a mistake in typing, or no day at all.
pub(crate) const DAYS: RangeInclusive<Date> =
    Date::constant(2000, 1, 1)..=Date::constant(2199, 12, 31);

/// No clock that is right says a day before this program was begun.
const BEGINNING: Date = Date::constant(2026, 1, 1);

/// How a service is opened this time.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Keys of `service.yaml` that say something else this time.
    pub settings: Vec<Setting>,
    /// The day that is printed; today, where none is said.
    pub date: Option<Date>,
    /// How many copies of each publication there are to be in a file for the office
    /// printer, and on the ticket for a print shop. One, and what the service says, where
    /// none are said. Letters to people are never copied.
    pub copies: Option<NonZeroU32>,
    /// Whether what does not fit its paper is made all the same: as a draft for the screen,
    /// with what is too much on pages of its own.
    pub draft: bool,
    /// A program that calls [`try_out`](super::try_out), and how it is started: pages that
    /// a template of the service's own makes are tried there first. Where none is said,
    /// nothing bounds how long such a template takes.
    pub trial: Option<WorkerCommand>,
}

/// The publications that were tried. Copies of a workspace try each once.
#[derive(Clone, Default)]
pub(crate) struct Tried(Arc<Mutex<BTreeSet<String>>>);

impl Tried {
    /// Whether nobody asked about this one before.
    pub(super) fn first_time(&self, id: &PublicationId) -> bool {
        let mut tried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tried.insert(id.describe())
    }
}

/// A service, opened: its files over the built-in ones.
///
/// Copies share what was read.
#[derive(Clone)]
pub struct Workspace {
    pub(crate) assets: Assets,
    pub(crate) options: Options,
    pub(crate) context: Arc<ServiceContext>,
    pub(crate) sources: Sources,
    pub(crate) date: Date,
    pub(super) tried: Tried,
}

impl Workspace {
    /// Opens the service in a folder.
    ///
    /// # Errors
    /// Every mistake in its settings, or that there is no such folder.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        Self::open_with(Some(folder), Options::default())
    }

    /// Opens the first of the example services that are built in.
    ///
    /// # Errors
    /// Where the computer's clock cannot be right.
    pub fn example() -> Result<Self, Error> {
        Self::open_with(None, Options::default())
    }

    /// Opens every example service that is built in, each with its name.
    ///
    /// # Errors
    /// As [`Workspace::example`], and every mistake in `options`.
    pub fn examples(options: &Options) -> Result<Vec<(&'static str, Self)>, Error> {
        let opened = Assets::examples().map(|(name, assets)| {
            let opened = Self::with(assets, options.clone(), Sources::default())?;
            Ok((name, opened))
        });
        opened.collect()
    }

    /// Opens the service in a folder, or the built-in example, in another way than its
    /// settings say.
    ///
    /// # Errors
    /// As [`Workspace::open`], and every mistake in `options`.
    pub fn open_with(folder: Option<&Path>, options: Options) -> Result<Self, Error> {
        let sources = Sources::default();
        let assets = folder.map_or_else(|| Ok(Assets::example()), Assets::of);
        let assets = assets.map_err(|failure| Error::new(failure, &sources))?;
        Self::with(assets, options, sources)
    }

    /// Opens the service of these files. The texts that are read go into `sources`.
    ///
    /// # Errors
    /// Every mistake in its settings and in `options`.
    pub(crate) fn with(assets: Assets, options: Options, sources: Sources) -> Result<Self, Error> {
        let opened = Self::to_judge(assets, options, sources)?;
        refuse(opened.context.faults.clone()).map_err(|failure| opened.error(failure))?;
        Ok(opened)
    }

    /// Opens the service of these files to look at it: what is wrong with a single setting
    /// stops nothing, and [`Workspace::check`] says it.
    ///
    /// # Errors
    /// Every mistake, where something of the service cannot be read at all.
    pub(crate) fn to_judge(
        assets: Assets,
        options: Options,
        sources: Sources,
    ) -> Result<Self, Error> {
        let date = options.date.map_or_else(today, printable);
        let opened = date.and_then(|date| {
            let context = ServiceContext::read(&assets, &options.settings, date, &sources)?;
            Ok((context, date))
        });
        let (context, date) = opened.map_err(|failure| Error::new(failure, &sources))?;
        Ok(Self {
            assets,
            options,
            context: Arc::new(context),
            sources,
            date,
            tried: Tried::default(),
        })
    }

    /// The same service with some more keys of its settings set otherwise.
    ///
    /// # Errors
    /// Every mistake in them.
    pub fn with_settings(&self, settings: Vec<Setting>) -> Result<Self, Error> {
        let mut options = self.options.clone();
        options.settings.extend(settings);
        Self::with(self.assets.clone(), options, self.sources.clone())
    }

    /// The same service, printing so many copies of each publication.
    #[must_use]
    pub fn in_copies(mut self, copies: Option<NonZeroU32>) -> Self {
        self.options.copies = copies;
        self
    }

    /// The same service, making drafts of what does not fit its paper, as
    /// [`Options::draft`] says.
    #[must_use]
    pub fn drafting(mut self, draft: bool) -> Self {
        self.options.draft = draft;
        self
    }

    /// The service's settings.
    pub fn service(&self) -> &Service {
        &self.context.service
    }

    /// Whether this is the built-in example.
    pub fn is_example(&self) -> bool {
        self.assets.is_example()
    }

    /// The texts that were read: problems point into them.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The day that is printed.
    pub fn date(&self) -> Date {
        self.date
    }

    /// What reading the service said, short of an error.
    pub fn notes(&self) -> &[Problem] {
        &self.context.notes
    }

    /// Every guide there is, whether the service prints it or not.
    pub fn guides(&self) -> Vec<GuideEntry> {
        guides(&self.assets)
    }

    /// What the service prints: each of its guides, in its languages together, or one
    /// publication for each language where the service wants that.
    ///
    /// # Errors
    /// Where it names a guide that does not exist.
    pub fn publications(&self) -> Result<Vec<PublicationId>, Error> {
        let known = self.guides();
        let Some(prints) = &self.service().prints else {
            let all = known.iter().flat_map(|entry| self.each_language(&entry.id));
            return Ok(all.collect());
        };
        let mut ids: Vec<PublicationId> = Vec::new();
        let mut problems = Vec::new();
        for guide in prints {
            if !known.iter().any(|entry| entry.id == guide.value) {
                problems.push(no_guide(Problem::error, &guide.value, &known).at(guide.place));
            } else if !ids.iter().any(|id| id.guide == guide.value) {
                ids.extend(self.each_language(&guide.value));
            }
        }
        refuse(problems).map_err(|failure| self.error(failure))?;
        Ok(ids)
    }

    /// One guide in the languages of the service, whether it prints it or not.
    ///
    /// # Errors
    /// Where there is no such guide.
    pub fn publications_of(&self, guide: &str) -> Result<Vec<PublicationId>, Error> {
        let known = self.guides();
        if known.iter().any(|entry| entry.id == guide) {
            Ok(self.each_language(guide))
        } else {
            Err(self.error(no_guide(Problem::not_there, guide, &known)))
        }
    }

    /// The publications that a guide becomes. A language in which it is not written is left
    /// out, unless it is written in none.
    fn each_language(&self, guide: &str) -> Vec<PublicationId> {
        let service = self.service();
        let known = self.guides();
        let entry = known.iter().find(|entry| entry.id == guide);
        let languages = service.languages.iter().map(|language| &language.value);
        let all: Vec<String> = languages.cloned().collect();
        let written = all
            .iter()
            .filter(|tag| entry.is_some_and(|entry| entry.languages.contains(*tag)));
        let written: Vec<String> = written.cloned().collect();
        let spoken = if written.is_empty() { all } else { written };
        let publications = if spoken.len() > 1 && self.is_parted(guide, &spoken[0]) {
            spoken.into_iter().map(|tag| vec![tag]).collect()
        } else {
            vec![spoken]
        };
        let id = |languages: Vec<String>| PublicationId {
            guide: guide.to_owned(),
            languages,
            tone: service.tone.value.clone(),
            edition: Edition::Standard,
            version: None,
        };
        publications.into_iter().map(id).collect()
    }

    /// Whether the languages of a guide are publications of their own.
    pub(crate) fn is_parted(&self, guide: &str, language: &str) -> bool {
        let bilingual = &self.service().bilingual;
        if !bilingual.parts_some() {
            return false;
        }
        let mut reader = Reader::new(&self.assets, &self.sources);
        // What is wrong with a guide says whoever prints it.
        let kind = reader
            .guide_in(guide, language)
            .map(|guide| guide.kind.value);
        let asked = kind.ok().and_then(|kind| bilingual.asked(kind));
        asked.is_some_and(|asked| asked.value == Arrangement::Separate)
    }

    /// What the service's own publications need not say in their names.
    pub(crate) fn own(&self) -> &Own {
        &self.service().own
    }

    /// A failure with the texts that were read until now.
    pub(crate) fn error(&self, failure: impl Into<Failure>) -> Error {
        Error::new(failure.into(), &self.sources)
    }
}

fn no_guide(say: fn(String) -> Problem, guide: &str, known: &[GuideEntry]) -> Problem {
    let ids = known.iter().map(|entry| entry.id.as_str());
    say(format!("there is no guide `{guide}`")).help_known(guide, "the guides are", ids)
}

/// A day that somebody said.
fn printable(date: Date) -> Result<Date, Failure> {
    if DAYS.contains(&date) {
        return Ok(date);
    }
    let (first, last) = (DAYS.start(), DAYS.end());
    let problem = Problem::not_there(format!("`{date}` is no day that can be printed"));
    let help = Help::from(format!("give a day from {first} to {last}")).by(Way::Date);
    Err(problem.help(help).into())
}

pub(super) fn today() -> Result<Date, Failure> {
    plausible(jiff::Zoned::now().date())
}

/// Today, as the clock says it.
fn plausible(today: Date) -> Result<Date, Failure> {
    if today < BEGINNING {
        // It would stand on every letter.
        return Err(Failure::machine(
            format!("this computer's clock says {today}, which is long over"),
            Help::from("set the clock, or give the day").by(Way::Date),
        ));
    }
    Ok(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_never_set_dates_no_letter() {
        let said = plausible(Date::constant(1970, 1, 1)).expect_err("long over");
        assert!(matches!(said, Failure::Machine(_)));
        let today = Date::constant(2026, 11, 22);
        assert_eq!(plausible(today).ok(), Some(today));
    }
}
