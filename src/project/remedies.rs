//! What would help most where a text is too long: what would fit is laid out and
//! looked at, so that nobody is told to try something that does not work.

use super::printing::misfits;
use super::{Made, Project};
use crate::press;
use crate::problem::{Problem, Severity, Sources};
use crate::read::{Edition, Format};
use crate::tailor::{Block, Publication};

/// A list that may be shortened.
struct List {
    /// Where it stands: section and block.
    at: (usize, usize),
    /// How many it has.
    count: usize,
    /// What they are.
    what: &'static str,
}

impl List {
    /// What to do to have so many less of them.
    fn shorter_by(&self, drop: usize) -> String {
        let fits = format!(
            "it fits if you drop {drop} of the {} {}",
            self.count, self.what
        );
        match self.what {
            // Without a row of the spreadsheet, the next one would be printed.
            LOCAL_SERVICES => format!("{fits}: write `at-most: {}`", self.count - drop),
            _ => fits,
        }
    }
}

const LOCAL_SERVICES: &str = "local services";
const CONTACTS: &str = "contacts";

/// Whether somebody who has chosen one format may as well take the other: a card is
/// no poster.
fn is_like(other: Format, chosen: Format) -> bool {
    let pair = [other, chosen];
    let is_card = |format: &Format| matches!(format, Format::A5 | Format::A6);
    other != chosen && !(pair.contains(&Format::A3) && pair.iter().any(is_card))
}

impl Project {
    /// Says with the last problem of a publication that does not fit what would
    /// help it most.
    pub(super) fn advise(
        &self,
        problems: &mut [Problem],
        made: &Made,
        tongue: usize,
        sources: &mut Sources,
    ) {
        let remedies = self.remedies(made, tongue, sources);
        if let Some(last) = problems.last_mut() {
            last.help.extend(remedies);
        }
    }

    /// What would make it fit, a line each.
    fn remedies(&self, made: &Made, tongue: usize, sources: &mut Sources) -> Vec<String> {
        if made.publication.edition == Edition::LargePrint {
            return Vec::new();
        }
        let mut fits = |publication| self.fits(made, publication, tongue, sources);
        let mut remedies = Vec::new();
        for list in lists(&made.publication) {
            let without = |drop| shortened(&made.publication, &list, drop);
            // One at least stays, and what is enough is found by halving.
            let (mut too_few, mut enough) = (0, list.count - 1);
            if !fits(without(enough)) {
                continue;
            }
            while enough - too_few > 1 {
                let middle = (too_few + enough) / 2;
                match fits(without(middle)) {
                    true => enough = middle,
                    false => too_few = middle,
                }
            }
            remedies.push(list.shorter_by(enough));
        }
        let guide = &made.publication.guide;
        let formats = Format::of(made.publication.kind)
            .filter(|format| is_like(*format, made.publication.format))
            .filter(|format| fits(made.publication.clone().in_format(*format)));
        let formats: Vec<String> = formats.map(|format| format!("`{}`", format.id())).collect();
        if !formats.is_empty() {
            remedies.push(format!(
                "it fits as it is in {}: write `format: …` in `overrides/{guide}.yaml`",
                formats.join(", ")
            ));
        }
        remedies
    }

    fn fits(
        &self,
        made: &Made,
        publication: Publication,
        tongue: usize,
        sources: &mut Sources,
    ) -> bool {
        let tried = Made {
            publication,
            ..made.clone()
        };
        let Ok(pages) = self.set(&tried, tongue, sources) else {
            return false;
        };
        let publication = &tried.publication;
        let too_long = misfits(publication, &pages)
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        !too_long && press::too_near(pages.document.pages()).is_empty()
    }
}

/// The lists of which something may be left out: other help nearby first, the
/// service's own contacts last.
fn lists(publication: &Publication) -> Vec<List> {
    let mut lists = Vec::new();
    for (section, content) in publication.sections.iter().enumerate() {
        for (block, entry) in content.blocks.iter().enumerate() {
            let (count, what) = match &entry.show {
                Block::Signposts { list, .. } => (list.len(), LOCAL_SERVICES),
                Block::Contacts { list } => (list.len(), CONTACTS),
                _ => continue,
            };
            if count > 1 {
                lists.push(List {
                    at: (section, block),
                    count,
                    what,
                });
            }
        }
    }
    lists.sort_by_key(|list| list.what == CONTACTS);
    lists
}

/// The publication with the last `drop` of a list left out.
fn shortened(publication: &Publication, list: &List, drop: usize) -> Publication {
    let mut publication = publication.clone();
    let (section, block) = list.at;
    match &mut publication.sections[section].blocks[block].show {
        Block::Signposts { list, .. } => list.truncate(list.len() - drop),
        Block::Contacts { list } => list.truncate(list.len() - drop),
        _ => {}
    }
    publication
}
