//! From laid-out pages to files: what each target needs, and what speaks against
//! printing it at all.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use typst_layout::PagedDocument;

use super::approvals::ToApprove;
use super::{Prepared, Target, Workspace};
use crate::diagnostics::{Error, Failure, Help, Problem, Way, refuse};
use crate::output::{self, Privacy};
use crate::press::{self, Output, Parts, Specification, TicketDetails};
use crate::read::Kind;
use crate::tailor::{Publication, PublicationId};
use crate::typeset::Pages;

/// A publication, ready to be written.
#[derive(Debug)]
pub struct Published {
    /// Its files: at least one for every target.
    pub files: Vec<PublishedFile>,
    /// What a reader may want to know.
    pub notes: Vec<Problem>,
    /// What somebody has still to approve; none where somebody did.
    pub(super) to_approve: Vec<ToApprove>,
}

/// A file, ready to be written.
#[derive(Debug)]
pub struct PublishedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is, in a few words.
    pub summary: String,
    /// Who may read it.
    privacy: Privacy,
    /// The names of files that an earlier run may have made in its stead: whoever
    /// found them would print what is no longer right.
    instead_of: Vec<String>,
}

impl PublishedFile {
    /// What the press made of a publication that is called so.
    pub(super) fn of(stem: &str, output: Output, instead_of: Vec<String>) -> Self {
        Self {
            name: format!("{stem}.{}", output.suffix),
            bytes: output.bytes,
            summary: output.summary,
            privacy: Privacy::Public,
            instead_of,
        }
    }

    /// What the press made for a target of a publication that is called so. They stand instead
    /// of what the target makes otherwise.
    pub(crate) fn of_target(stem: &str, target: Target, outputs: Vec<Output>) -> Vec<Self> {
        let made: Vec<&str> = outputs.iter().map(|output| output.suffix).collect();
        let others = target.suffixes().iter().filter(|it| !made.contains(it));
        let mut instead_of: Vec<String> = others.map(|it| format!("{stem}.{it}")).collect();
        let files = outputs.into_iter();
        files
            .map(|output| Self::of(stem, output, std::mem::take(&mut instead_of)))
            .collect()
    }

    /// A file that no press made.
    pub(crate) fn plain(name: String, bytes: Vec<u8>, summary: &str) -> Self {
        Self {
            name,
            bytes,
            summary: summary.to_owned(),
            privacy: Privacy::Public,
            instead_of: Vec::new(),
        }
    }

    /// The same, for nobody but its owner to read.
    pub(crate) fn in_private(self) -> Self {
        Self {
            privacy: Privacy::Private,
            ..self
        }
    }

    /// Writes it into a folder, whole or not at all, and takes away what it stands
    /// there instead of. Gives its path.
    ///
    /// # Errors
    /// Where the disk will not.
    pub fn write_into(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = folder.join(&self.name);
        output::write_whole(&path, &self.bytes, self.privacy)?;
        for name in &self.instead_of {
            output::take_away(&folder.join(name))?;
        }
        Ok(path)
    }
}

/// A publication laid out and judged, and not yet made into files.
pub(crate) struct LaidOut {
    /// Its pages, as they may be handed on.
    pub document: PagedDocument,
    /// The same without the mark of a draft.
    pub unmarked: PagedDocument,
    /// How its languages come together.
    pub parts: Parts,
    /// What there is to say of it: no files.
    pub said: Published,
}

impl Published {
    /// Files that are no publication's own.
    pub(crate) fn of_files(files: Vec<PublishedFile>) -> Self {
        Self {
            files,
            notes: Vec::new(),
            to_approve: Vec::new(),
        }
    }

    /// Only something to say.
    pub(crate) fn saying(notes: Vec<Problem>) -> Self {
        Self {
            notes,
            ..Self::of_files(Vec::new())
        }
    }
}

impl IntoIterator for Published {
    type Item = PublishedFile;
    type IntoIter = std::vec::IntoIter<PublishedFile>;

    fn into_iter(self) -> Self::IntoIter {
        self.files.into_iter()
    }
}

impl Workspace {
    /// Makes a publication into files for every target. A letter is made for somebody
    /// invented, as a sample for the screen.
    ///
    /// # Errors
    /// Every mistake found on the way.
    pub fn publish(&self, id: &PublicationId, targets: &[Target]) -> Result<Published, Error> {
        let published = self.prepare(id);
        let published = published.and_then(|prepared| self.files_of(&prepared, targets));
        published.map_err(|failure| self.error(failure))
    }

    /// The pages of a publication that is printed together with others, judged as ever.
    ///
    /// # Errors
    /// Every mistake found on the way.
    pub(crate) fn laid_out(&self, prepared: &Prepared) -> Result<LaidOut, Failure> {
        let pages = self.set(prepared)?;
        let said = Published {
            files: Vec::new(),
            notes: self.judged(prepared, &pages)?,
            to_approve: self.all_unapproved(prepared)?,
        };
        Ok(LaidOut {
            said,
            parts: self.parts_on_paper(prepared, &pages),
            unmarked: pages.document.clone(),
            document: self.presentable(prepared, pages)?,
        })
    }

    /// What whoever looks at these pages may want to know.
    fn judged(&self, prepared: &Prepared, pages: &Pages) -> Result<Vec<Problem>, Failure> {
        let notes = self.refuse_errors_of_draft(prepared, pages);
        notes.or_else(|failure| self.say_one_language(prepared, failure))
    }

    /// What of it nobody has approved, in each of its languages.
    fn all_unapproved(&self, prepared: &Prepared) -> Result<Vec<ToApprove>, Failure> {
        let parts = prepared.parts().map(|part| self.unapproved(part));
        parts.filter_map(Result::transpose).collect()
    }

    fn files_of(&self, prepared: &Prepared, targets: &[Target]) -> Result<Published, Failure> {
        if self.options.draft
            && let Some(long) = self.too_long(prepared)?
        {
            return self.draft_files(prepared, long, targets);
        }
        let pages = self.set(prepared)?;
        let publication = &prepared.publication;
        let is_letter = publication.kind == Kind::Letter;
        // A letter is made for each person, so that a sample of it is only looked at.
        let wanted = |target: &Target| !is_letter || *target == Target::Screen;
        let targets: Vec<Target> = targets.iter().copied().filter(wanted).collect();
        let mut notes = self.judged(prepared, &pages)?;
        if targets.is_empty() {
            let note = format!("`{}` goes out letter by letter", prepared.id.guide);
            notes.push(Problem::note(note).help(Help::from(Way::SampleOrLetters)));
        }
        let stem = if is_letter {
            prepared.id.sample_stem(self.own())
        } else {
            prepared.id.stem(self.own())
        };
        if !targets.is_empty() {
            refuse(self.unpressed_post_faults(prepared, &pages)?)?;
        }
        let parts = self.parts_on_paper(prepared, &pages);
        let document = self.presentable(prepared, pages)?;
        let specification = Specification {
            parts,
            ..self.specification(prepared, &stem)
        };
        let mut files = Vec::new();
        for target in targets {
            files.extend(match target.on_pages() {
                Some(purpose) => {
                    let outputs = press::files(&document, purpose, &specification)?;
                    PublishedFile::of_target(&stem, target, outputs)
                }
                None => self.web_edition(prepared, &stem, None)?,
            });
        }
        Ok(Published {
            files,
            notes,
            to_approve: self.all_unapproved(prepared)?,
        })
    }

    /// Why the service's way of posting letters does not take this one.
    pub(crate) fn post_faults(&self, pdf: &[u8]) -> Result<Vec<Problem>, Failure> {
        press::post_faults(pdf, self.service().letters.post())
    }

    /// The same of a letter that is not pressed yet. Nothing where nobody would look:
    /// pressing takes time.
    ///
    /// # Errors
    /// What the PDF standards forbid, as Typst says it.
    pub(crate) fn unpressed_post_faults(
        &self,
        prepared: &Prepared,
        pages: &Pages,
    ) -> Result<Vec<Problem>, Failure> {
        let publication = &prepared.publication;
        let post = self.service().letters.post();
        if publication.kind != Kind::Letter || post.acceptance().is_none() {
            return Ok(Vec::new());
        }
        let pdf = press::screen(&pages.document, &prepared.ident(), self.date)?;
        let faults = self.post_faults(&pdf)?.into_iter();
        Ok(faults.map(|fault| named(publication, fault)).collect())
    }

    pub(crate) fn specification(&self, prepared: &Prepared, stem: &str) -> Specification {
        let (service, publication) = (self.service(), &prepared.publication);
        let press = &service.press;
        let gsm = service.paper.weight();
        let paper = press.paper.as_ref().map(|paper| paper.value.clone());
        Specification {
            format: publication.format,
            edition: publication.edition,
            parts: Parts::Whole,
            ident: prepared.ident(),
            date: self.date,
            desk: service.desk.clone(),
            gsm,
            copies: self.options.copies.unwrap_or(NonZeroU32::MIN),
            ticket: TicketDetails {
                title: publication.document_title.clone(),
                service: publication.service.name.clone(),
                version: publication.imprint.version.clone(),
                file: format!("{stem}.press.pdf"),
                paper: paper.unwrap_or_else(|| format!("{gsm} g/m², uncoated")),
                copies: self.options.copies.map(NonZeroU32::get).or(press.copies),
                colour: publication.colours.fill.clone(),
            },
        }
    }
}

/// A problem of the pages says whose pages they are.
pub(super) fn named(publication: &Publication, problem: Problem) -> Problem {
    Problem {
        message: format!("`{}`: {}", publication.guide, problem.message),
        ..problem
    }
}
