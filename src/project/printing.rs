//! From laid-out pages to files: what each target needs, and what speaks against
//! printing it at all.

use super::{Made, Printed, PrintedFile, Project};
use crate::press::{self, Job, Order, Target};
use crate::problem::{Failure, Problem, Sources};
use crate::read::{Edition, Kind};
use crate::tailor::Publication;
use crate::typeset::Pages;

impl Project {
    /// Prints a guide in every language of the service, for every target. A letter
    /// is printed for somebody invented, as a sample for the screen.
    ///
    /// # Errors
    /// Every mistake found on the way.
    pub fn print(&self, id: &str, sources: &mut Sources) -> Result<Vec<Printed>, Failure> {
        let tongues = &self.parts.tongues;
        let mut printed = Vec::new();
        for (index, tongue) in tongues.iter().enumerate() {
            let made = self.make(id, index, sources)?;
            let mut stem = id.to_owned();
            if made.guide.kind.value == Kind::Letter {
                stem.push_str(".sample");
            }
            if tongues.len() > 1 {
                stem = format!("{stem}.{}", tongue.tag());
            }
            if self.options.edition == Edition::LargePrint {
                stem.push_str(".large-print");
            }
            printed.push(self.print_made(made, index, &stem, sources)?);
        }
        Ok(printed)
    }

    fn print_made(
        &self,
        made: Made,
        tongue: usize,
        stem: &str,
        sources: &mut Sources,
    ) -> Result<Printed, Failure> {
        let pages = self.set(&made, tongue, sources)?;
        let publication = &made.publication;
        let targets = self.targets(publication.kind);
        let mut notes = self.refuse_errors(&made, &pages, tongue, sources)?;
        if targets.is_empty() {
            notes.push(
                Problem::note(format!("`{}` goes out letter by letter", made.guide.guide.value))
                    .help("only `--target screen` prints a sample of it; `leafwright letters` prints the letters"),
            );
        }
        let job = self.job(publication, stem);
        let mut files = Vec::new();
        let mut outdated = Vec::new();
        for target in targets {
            let outputs = press::files(&pages.document, target, &job)?;
            let made = |suffix: &&str| outputs.iter().any(|output| output.suffix == *suffix);
            let others = target.suffixes().iter().filter(|suffix| !made(suffix));
            outdated.extend(others.map(|suffix| format!("{stem}.{suffix}")));
            for output in outputs {
                if publication.kind == Kind::Letter {
                    let faults = self.post_faults(&output.bytes)?.into_iter();
                    let faults: Vec<Problem> =
                        faults.map(|fault| named(publication, fault)).collect();
                    if !faults.is_empty() {
                        return Err(faults.into());
                    }
                }
                files.push(PrintedFile {
                    name: format!("{stem}.{}", output.suffix),
                    bytes: output.bytes,
                    summary: output.summary,
                });
            }
        }
        Ok(Printed {
            files,
            outdated,
            notes,
        })
    }

    /// Why the service's way of posting letters does not take this one.
    pub(super) fn post_faults(&self, pdf: &[u8]) -> Result<Vec<Problem>, Failure> {
        press::post_faults(pdf, self.parts.service.letters.post())
    }

    /// The same of a letter that is not pressed yet. Nothing where nobody would look:
    /// pressing takes time.
    ///
    /// # Errors
    /// What the PDF standards forbid, as Typst says it.
    pub(super) fn unpressed_post_faults(
        &self,
        made: &Made,
        pages: &Pages,
    ) -> Result<Vec<Problem>, Failure> {
        let publication = &made.publication;
        let post = self.parts.service.letters.post();
        if publication.kind != Kind::Letter || post.acceptance().is_none() {
            return Ok(Vec::new());
        }
        let pdf = press::screen(&pages.document, &ident(publication), self.options.date)?;
        let faults = self.post_faults(&pdf)?.into_iter();
        Ok(faults.map(|fault| named(publication, fault)).collect())
    }

    /// The targets of a kind: a letter is made for each person, so that a sample of
    /// it is only looked at.
    fn targets(&self, kind: Kind) -> Vec<Target> {
        let targets = self.options.targets.iter().copied();
        targets
            .filter(|target| kind != Kind::Letter || *target == Target::Screen)
            .collect()
    }

    fn job(&self, publication: &Publication, stem: &str) -> Job {
        let service = &self.parts.service;
        let press = &service.press;
        let gsm = service.paper.weight();
        let paper = press.paper.as_ref().map(|paper| paper.value.clone());
        Job {
            format: publication.format,
            edition: publication.edition,
            ident: ident(publication),
            date: self.options.date,
            desk: service.desk.clone(),
            gsm,
            order: Order {
                title: publication.title.clone(),
                service: publication.service.name.clone(),
                version: publication.imprint.version.clone(),
                file: format!("{stem}.press.pdf"),
                paper: paper.unwrap_or_else(|| format!("{gsm} g/m², uncoated")),
                copies: press.copies,
                colour: publication.colours.accent.clone(),
            },
        }
    }
}

/// Tells this publication's files from every other, and holds nothing of a person.
pub(super) fn ident(publication: &Publication) -> String {
    format!(
        "{} {} {} {} {:?} {}",
        publication.guide,
        publication.imprint.version_number,
        publication.language.tag,
        publication.tone,
        publication.edition,
        publication.service.name
    )
}

/// A problem of the pages says whose pages they are.
fn named(publication: &Publication, problem: Problem) -> Problem {
    Problem {
        message: format!("`{}`: {}", publication.guide, problem.message),
        ..problem
    }
}

/// What does not fit, with the section to shorten.
pub(super) fn misfits(publication: &Publication, pages: &Pages) -> Vec<Problem> {
    let count = pages.document.pages().len();
    let found = press::misfits(
        &pages.places,
        count,
        publication.format,
        publication.edition,
    );
    found
        .into_iter()
        .map(|misfit| {
            let problem = named(publication, misfit.problem);
            let mut sections = publication.sections.iter();
            let section = sections.find(|section| Some(&section.id) == misfit.section.as_ref());
            let overrides = format!("overrides/{}.yaml", publication.guide);
            match section {
                Some(section) => problem
                    .at_saying(section.place, "the room ends in here")
                    .help("fewer words, fewer contacts or fewer local services will fit")
                    .help(format!(
                        "`{overrides}` is where a service says `{}` its own way",
                        section.id
                    )),
                // An address is mended in the spreadsheet, as its own help says.
                None if !problem.help.is_empty() => problem,
                None => problem.help(format!(
                    "a service says things its own way in `{overrides}`"
                )),
            }
        })
        .collect()
}
