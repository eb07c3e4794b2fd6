//! A draft of what is too long for its paper, for somebody who writes and wants to see it:
//! what does not fit stands on pages of its own behind the others, and each page says that
//! it is a draft. Nothing is lost: a section that a page has no room for goes on there.

use std::collections::BTreeMap;

use super::hopeless::hopeless;
use super::misfits::misfits;
use super::printing::{Published, PublishedFile};
use super::{Mark, Prepared, Target, Workspace};
use crate::check::{self, Choice};
use crate::diagnostics::{Failure, Problem, RuleId, Severity, refuse_errors};
use crate::inspect;
use crate::press::{self, Purpose};
use crate::read::{Edition, Kind};
use crate::tailor::{Approval, Block, Publication, Section};
use crate::typeset::Pages;

/// What each page of such a draft says.
const MARK: &str = "Draft: does not fit";

/// A publication of which a part stands on pages behind the others.
pub(super) struct TooLong {
    prepared: Prepared,
    pages: Pages,
    /// What is said of it as it was written.
    said: Vec<Problem>,
}

/// A place that holds too much.
struct Full {
    /// Its name; none where it is the whole that has too many pages.
    name: Option<String>,
    /// The section in which its room ends.
    section: String,
}

impl Workspace {
    /// The draft of a publication that does not fit. None where it does, and where no
    /// section can go on elsewhere: a title that is too long is an error as ever.
    ///
    /// # Errors
    /// What is wrong with its pages besides.
    pub(super) fn too_long(&self, prepared: &Prepared) -> Result<Option<TooLong>, Failure> {
        let publication = &prepared.publication;
        let flows = publication.kind == Kind::Letter || publication.edition == Edition::LargePrint;
        // Two languages on one sheet go on together or not at all.
        if flows || prepared.is_together() {
            return Ok(None);
        }
        let said = if let Some(problem) = hopeless(publication) {
            let subject = self.subject(prepared)?;
            check::examine(&subject, None, vec![problem], &Choice::default())
        } else {
            let pages = self.set(prepared)?;
            if first_full(prepared, &pages).is_none() {
                return Ok(None);
            }
            self.found_in_words(prepared, &pages)?
        };
        let mut kept = prepared.clone();
        let mut moved: BTreeMap<usize, Section> = BTreeMap::new();
        let pages_kept = loop {
            let is_hopeless = hopeless(&kept.publication).is_some();
            let full = if is_hopeless {
                None
            } else {
                let pages = self.set(&kept)?;
                match first_full(&kept, &pages) {
                    Some(full) => Some(full),
                    None => break pages.document.pages().len(),
                }
            };
            let Some(at) = to_move(&kept.publication, full.as_ref()) else {
                return Ok(None);
            };
            let keep = match &full {
                Some(full) => self.room_for(&kept, at, full)?,
                // Laying it out would take minutes.
                None => 0,
            };
            let rest = take_out(&mut kept.publication, at, keep);
            let mut written = publication.sections.iter();
            let place = written.position(|section| section.id == rest.id);
            let later = moved.remove(&place.unwrap_or_default());
            let later = later.into_iter().flat_map(|later| later.blocks);
            let blocks = rest.blocks.into_iter().chain(later).collect();
            moved.insert(place.unwrap_or_default(), Section { blocks, ..rest });
        };
        kept.publication.continued = moved.into_values().collect();
        // Nobody approves a draft.
        let (_, locale) = self.language(&prepared.id)?;
        kept.publication.imprint.approval = Approval::None.words(locale);
        let pages = self.set(&kept)?;
        // A template of the service's own may know nothing of such pages.
        Ok(
            (pages.document.pages().len() > pages_kept).then_some(TooLong {
                prepared: kept,
                pages,
                said,
            }),
        )
    }

    /// What is wrong, with how to see a draft all the same where there is one for each
    /// language alone.
    pub(super) fn say_one_language<T>(
        &self,
        prepared: &Prepared,
        failure: Failure,
    ) -> Result<T, Failure> {
        if !self.options.draft || !prepared.is_together() {
            return Err(failure);
        }
        let help = format!(
            "`--draft` shows what does not fit in one language at a time: add `--language {}`",
            prepared.id.language()
        );
        let problems = failure.into_input()?.into_iter().map(|problem| {
            let is_too_long = problem.rule_id() == Some(RuleId::TextTooLong);
            problem.maybe_help(is_too_long.then(|| help.clone()))
        });
        Err(problems.collect::<Vec<_>>().into())
    }

    /// How much of a section a place has room for, in parts as [`parts`] counts them.
    fn room_for(&self, prepared: &Prepared, at: usize, full: &Full) -> Result<usize, Failure> {
        let (mut fits, mut too_much) = (0, parts(&prepared.publication.sections[at]));
        while too_much - fits > 1 {
            let middle = fits.midpoint(too_much);
            let mut tried = prepared.clone();
            take_out(&mut tried.publication, at, middle);
            let pages = self.set(&tried)?;
            let is_full = match &full.name {
                Some(name) => inspect::too_full(&pages.places).any(|place| place.name == *name),
                None => first_full(&tried, &pages).is_some(),
            };
            if is_full {
                too_much = middle;
            } else {
                fits = middle;
            }
        }
        Ok(fits)
    }

    /// The draft as a file for the screen: it can be folded or cut into nothing.
    ///
    /// # Errors
    /// Every error but that it does not fit.
    pub(super) fn draft_files(
        &self,
        prepared: &Prepared,
        long: TooLong,
        targets: &[Target],
    ) -> Result<Published, Failure> {
        let mut notes: Vec<Problem> = Vec::new();
        for problem in long.said {
            match problem.rule_id() {
                Some(RuleId::TextTooLong) => notes.push(problem.severity(Severity::Warning)),
                Some(RuleId::ExampleDetails) => {}
                _ => notes.push(problem),
            }
        }
        notes.extend(self.draft_warnings(prepared)?);
        notes.push(Problem::note(format!(
            "`{}` is a draft for the screen, and says so on each page: what does not fit stands behind the other pages",
            prepared.publication.guide
        )));
        let mut notes = refuse_errors(notes)?;
        notes.retain(|problem| problem.code.is_none() || problem.severity != Severity::Note);
        let is_example = !self.draft_warnings(prepared)?.is_empty();
        let document = self.presentable(&long.prepared, long.pages)?;
        // Two marks across a page would hide each other.
        let mark = if is_example {
            Mark::at_edge(MARK)
        } else {
            Mark::across(MARK)
        };
        let document = self.marked(&document, &mark)?;
        let stem = prepared.id.stem(self.own());
        let specification = self.specification(prepared, &stem);
        let outputs = press::files(&document, Purpose::Screen, &specification)?;
        let made: Vec<&str> = outputs.iter().map(|output| output.suffix).collect();
        // Sheets of an earlier text are no longer right.
        let sheets = targets.iter().filter(|target| target.on_pages().is_some());
        let others = sheets.flat_map(|target| target.suffixes());
        let others = others.filter(|suffix| !made.contains(suffix));
        let mut others: Vec<String> = others.map(|it| format!("{stem}.{it}")).collect();
        let files = outputs
            .into_iter()
            .map(|output| PublishedFile::of(&stem, output, std::mem::take(&mut others)));
        // A page of the web has room for all of it.
        let web = if targets.contains(&Target::Web) {
            self.web_edition(prepared, &stem, Some(MARK))?
        } else {
            Vec::new()
        };
        Ok(Published {
            files: files.chain(web).collect(),
            notes,
            // Nobody approves a draft.
            to_approve: Vec::new(),
        })
    }
}

/// The first place that holds too much; none where everything fits.
fn first_full(prepared: &Prepared, pages: &Pages) -> Option<Full> {
    let mut full = inspect::too_full(&pages.places);
    if let Some(place) = full.next() {
        return Some(Full {
            name: Some(place.name.clone()),
            section: place.section.clone(),
        });
    }
    let is_too_long = |problem: &Problem| {
        problem.rule_id() == Some(RuleId::TextTooLong) && problem.severity == Severity::Error
    };
    let is_long = misfits(prepared, pages).iter().any(is_too_long);
    is_long.then(|| Full {
        name: None,
        section: String::new(),
    })
}

/// Which section goes on elsewhere: the one in which the room ends, else a long one of the
/// same panel, else the last. Whom to call in a crisis stays, where anything else can go.
fn to_move(publication: &Publication, full: Option<&Full>) -> Option<usize> {
    let sections = || publication.sections.iter().enumerate();
    let can_go = |section: &Section| {
        let mut blocks = section.blocks.iter();
        !blocks.any(|entry| matches!(entry.show, Block::Options { .. } | Block::Overview { .. }))
    };
    let may_go = |section: &Section| {
        let mut blocks = section.blocks.iter();
        can_go(section) && !blocks.any(|entry| matches!(entry.show, Block::Crisis(_)))
    };
    let longest = |sections: &mut dyn Iterator<Item = (usize, &Section)>| {
        let longest = sections.max_by_key(|(_, section)| letters(publication, section));
        longest.map(|(at, _)| at)
    };
    let Some(full) = full else {
        return longest(&mut sections().filter(|(_, section)| can_go(section)));
    };
    let named = |section: &Section| section.id == full.section;
    let on_panel = |section: &Section| {
        let panel = section.panel.map(|panel| panel.id());
        panel.is_some() && panel == full.name.as_deref()
    };
    let first = sections().find(|(_, section)| named(section) && may_go(section));
    let first = first.map(|(at, _)| at);
    first
        .or_else(|| longest(&mut sections().filter(|(_, it)| on_panel(it) && may_go(it))))
        .or_else(|| Some(sections().rfind(|(_, it)| may_go(it))?.0))
        .or_else(|| Some(sections().rfind(|(_, it)| can_go(it))?.0))
}

fn letters(publication: &Publication, section: &Section) -> usize {
    let texts = publication.texts.iter();
    let own = texts.filter(|text| text.section.as_ref() == Some(&section.id));
    own.map(|text| text.plain().len()).sum()
}

/// How many parts a section has that may stand on different pages: paragraphs, lists, the
/// entries of a list of help, and blocks of other kinds.
fn parts(section: &Section) -> usize {
    section.blocks.iter().map(|entry| size(&entry.show)).sum()
}

fn size(block: &Block) -> usize {
    let size = match block {
        Block::Text { body } => body.len(),
        Block::Contacts { list } => list.len(),
        Block::Signposts { list, .. } => list.len(),
        _ => 1,
    };
    size.max(1)
}

/// Takes all but the first `keep` parts out of a section; the section itself, where none is
/// kept. Gives what was taken, under the same heading.
fn take_out(publication: &mut Publication, at: usize, keep: usize) -> Section {
    if keep == 0 {
        let taken = publication.sections.remove(at);
        let texts = &mut publication.texts;
        texts.retain(|text| text.section.as_ref() != Some(&taken.id));
        return taken;
    }
    let section = &mut publication.sections[at];
    let mut left = keep;
    let mut blocks = Vec::new();
    let mut rest = Vec::new();
    for mut entry in std::mem::take(&mut section.blocks) {
        let size = size(&entry.show);
        if left >= size {
            left -= size;
            blocks.push(entry);
        } else if left == 0 {
            rest.push(entry);
        } else {
            let mut later = entry.clone();
            later.show = part(&mut entry.show, left);
            left = 0;
            blocks.push(entry);
            rest.push(later);
        }
    }
    section.blocks = blocks;
    Section {
        blocks: rest,
        ..section.clone()
    }
}

/// Takes all but the first `keep` parts out of a block. What follows a list of help follows
/// its last part.
fn part(block: &mut Block, keep: usize) -> Block {
    let mut later = block.clone();
    match (block, &mut later) {
        (Block::Text { body }, Block::Text { body: rest }) => {
            body.truncate(keep);
            rest.drain(..keep);
        }
        (Block::Contacts { list }, Block::Contacts { list: rest }) => {
            list.truncate(keep);
            rest.drain(..keep);
        }
        (
            Block::Signposts {
                list,
                checked,
                more,
                ..
            },
            Block::Signposts { list: rest, .. },
        ) => {
            list.truncate(keep);
            rest.drain(..keep);
            *checked = None;
            *more = None;
        }
        _ => {}
    }
    later
}
