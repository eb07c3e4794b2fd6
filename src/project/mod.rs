//! One service's walk through the house: opened once, then any of its guides
//! printed, for everybody or for each person of a list.

mod checking;
mod extremes;
mod file_names;
mod hand;
mod letter_printer;
mod letter_proof;
mod letter_run;
mod letters;
mod orders;
mod packs;
mod parts;
mod pictures;
mod preflight;
mod printing;
mod record;
mod remedies;
mod sample;

pub use extremes::{Extreme, extremes};
pub use hand::set_letters_for_a_run;
pub use letter_proof::LetterProof;
pub use letter_run::{FinishedFile, RunSaid, Workers};
pub use letters::{BadRows, Letters, PeopleList};
pub use packs::{Pack, Packing, PrintRun, Sorting};

use jiff::civil::Date;
use sample::Length;
use typst_layout::PagedDocument;

use crate::check::{Subject, Translation};
use crate::press::{self, Target};
use crate::problem::{Failure, Problem, Severity, Sources, did_you_mean, one_of};
use crate::read::{Edition, Guide, GuideEntry, Kind, Reader, Service, Setting, Text, guides};
use crate::shelf::Shelf;
use crate::tailor::{Materials, Publication, tailor, with_overrides};
use crate::typeset::{Pages, PictureFile, Typesetter};
use parts::Parts;
use pictures::Pictures;

/// How a service is printed this time.
#[derive(Debug, Clone)]
pub struct Options {
    /// Keys of `service.yaml` set for this run.
    pub settings: Vec<Setting>,
    /// Standard or large print.
    pub edition: Edition,
    /// What the files are for.
    pub targets: Vec<Target>,
    /// The day printed on letters and in files.
    pub date: Date,
}

/// A service, opened.
pub struct Project {
    shelf: Shelf,
    options: Options,
    parts: Parts,
}

/// A publication in one language, ready to be written.
#[derive(Debug)]
pub struct Printed {
    /// Its files: at least one for every target.
    pub files: Vec<PrintedFile>,
    /// The names of files that an earlier run may have made in their stead: whoever
    /// found them would print what is no longer right.
    pub outdated: Vec<String>,
    /// What a reader may want to know.
    pub notes: Vec<Problem>,
}

/// A file, ready to be written.
#[derive(Debug)]
pub struct PrintedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is, in a few words.
    pub summary: String,
}

/// A guide made for the service, before it is set.
#[derive(Clone)]
struct Made {
    /// The guide as its author wrote it.
    written: Guide,
    guide: Guide,
    publication: Publication,
    pictures: Vec<PictureFile>,
    notes: Vec<Problem>,
    translations: Vec<Translation>,
}

impl Project {
    /// Opens a service. The texts that are read go into `sources`, also where it
    /// fails, so that problems can show their lines.
    ///
    /// # Errors
    /// Every mistake in the service's settings.
    pub fn open(shelf: Shelf, options: Options, sources: &mut Sources) -> Result<Self, Failure> {
        let parts = Parts::read(&shelf, &options, sources)?;
        Ok(Self {
            shelf,
            options,
            parts,
        })
    }

    /// The service's settings.
    pub fn service(&self) -> &Service {
        &self.parts.service
    }

    /// Whether this is the built-in example.
    pub fn is_example(&self) -> bool {
        self.shelf.is_example()
    }

    /// What reading the service said, short of an error.
    pub fn notes(&self) -> &[Problem] {
        &self.parts.logo.notes
    }

    /// Every guide there is.
    pub fn guides(&self) -> Vec<GuideEntry> {
        guides(&self.shelf)
    }

    /// The guides the service prints, in its order, each once.
    ///
    /// # Errors
    /// Where it names one that does not exist.
    pub fn prints(&self) -> Result<Vec<GuideEntry>, Failure> {
        let known = self.guides();
        let Some(prints) = &self.parts.service.prints else {
            return Ok(known);
        };
        let mut entries: Vec<GuideEntry> = Vec::new();
        let mut problems = Vec::new();
        for id in prints {
            match known.iter().find(|guide| guide.id == id.value) {
                Some(entry) if entries.contains(entry) => {}
                Some(entry) => entries.push(entry.clone()),
                None => {
                    let ids = || known.iter().map(|guide| guide.id.as_str());
                    problems.push(
                        Problem::error(format!("there is no guide `{}`", id.value))
                            .at(id.place)
                            .maybe_help(did_you_mean(&id.value, ids()))
                            .help(format!("the guides are {}", one_of(ids()))),
                    );
                }
            }
        }
        if problems.is_empty() {
            Ok(entries)
        } else {
            Err(problems.into())
        }
    }

    /// The laid-out pages of a guide, a document a language, for a program that
    /// wants pictures of them. A letter is set for somebody invented.
    ///
    /// # Errors
    /// Every mistake found on the way, but not text that is too long.
    pub fn pages(&self, id: &str, sources: &mut Sources) -> Result<Vec<PagedDocument>, Failure> {
        (0..self.parts.tongues.len())
            .map(|tongue| {
                let made = self.make(id, tongue, sources)?;
                Ok(self.set(&made, tongue, sources)?.document)
            })
            .collect()
    }

    /// Shows somebody everything rules look at in these pages, with what was said
    /// while they were made.
    fn judge<T>(
        &self,
        made: &Made,
        pages: &Pages,
        tongue: usize,
        sources: &mut Sources,
        look: impl FnOnce(&Subject, Vec<Problem>) -> T,
    ) -> T {
        let mut misfits = printing::misfits(&made.publication, pages);
        if press::overfull(&pages.places) {
            self.advise(&mut misfits, made, tongue, sources);
        }
        let subject = self.subject(made, pages, tongue);
        let logo = self.parts.logo.notes.clone();
        let said = [misfits, logo, made.notes.clone(), pages.warnings.clone()].concat();
        look(&subject, said)
    }

    /// A guide with everything it was made from.
    fn subject<'a>(&'a self, made: &'a Made, pages: &'a Pages, tongue: usize) -> Subject<'a> {
        Subject {
            guide: &made.guide,
            written: &made.written,
            translations: &made.translations,
            publication: &made.publication,
            labels: self.parts.tongues[tongue].labels(),
            pages,
            service: &self.parts.service,
            tone: &self.parts.tone,
            other_tones: &self.parts.other_tones,
            local_services: &self.parts.local_services,
            crisis: &self.parts.crisis,
            today: self.options.date,
        }
    }

    /// The same guide in every other language it is written in, and what is wrong with those
    /// that cannot be read: they stop no page of another language. A language that the
    /// service prints says so itself.
    fn translations(
        &self,
        id: &str,
        tongue: usize,
        sources: &mut Sources,
    ) -> Result<(Vec<Translation>, Vec<Problem>), Failure> {
        let here = &self.parts.service.languages[tongue];
        let entries = self.guides().into_iter().filter(|entry| entry.id == id);
        let languages = entries.flat_map(|entry| entry.languages);
        let others = languages.filter(|language| *language != here.value);
        let mut reader = Reader::new(&self.shelf, sources);
        let printed = |language: &str| {
            let languages = &self.parts.service.languages;
            languages.iter().any(|printed| printed.value == language)
        };
        let (mut translations, mut broken) = (Vec::new(), Vec::new());
        for language in others {
            let text = Text {
                value: language.clone(),
                place: here.place,
            };
            match reader.guide(id, &text) {
                Ok(guide) => translations.push(Translation { language, guide }),
                Err(Failure::Input(_)) if printed(&language) => {}
                Err(Failure::Input(problems)) => {
                    let problems = problems.into_iter();
                    broken.extend(problems.map(|problem| problem.severity(Severity::Warning)));
                }
                Err(other) => return Err(other),
            }
        }
        Ok((translations, broken))
    }

    fn set(&self, made: &Made, tongue: usize, sources: &mut Sources) -> Result<Pages, Failure> {
        let pictures = made.pictures.clone();
        let date = self.options.date;
        let mut typesetter = Typesetter::new(
            &made.publication,
            pictures,
            &self.parts.fonts,
            &self.shelf,
            date,
        )?;
        if made.guide.kind.value == Kind::Letter {
            let person = self.sample(&made.guide, tongue, Length::Medium)?;
            typesetter.set_for(&person, sources)
        } else {
            typesetter.set(sources)
        }
    }

    /// Reads and tailors a guide in one of the service's languages.
    fn make(&self, id: &str, tongue: usize, sources: &mut Sources) -> Result<Made, Failure> {
        let parts = &self.parts;
        let mut reader = Reader::new(&self.shelf, sources);
        let written = reader.guide(id, &parts.service.languages[tongue])?;
        let guide = with_overrides(&written, &reader.overrides(id)?)?;
        let pictures = Pictures::of(&guide, &self.shelf)?;
        let materials = Materials {
            service: &parts.service,
            tone: &parts.tone,
            tones: &parts.tones,
            tongue: &parts.tongues[tongue],
            crisis: &parts.crisis,
            local_services: &parts.local_services,
            logo: parts.logo.placed.first().map(|(_, picture)| picture),
            pictures: &pictures.placed,
            edition: self.options.edition,
            date: self.options.date,
        };
        let (publication, said) = tailor(&guide, &materials)?;
        let (translations, broken) = self.translations(id, tongue, sources)?;
        Ok(Made {
            written,
            guide,
            publication,
            pictures: [parts.logo.files.clone(), pictures.files].concat(),
            notes: [pictures.notes, said, broken].concat(),
            translations,
        })
    }
}
