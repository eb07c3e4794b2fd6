//! What would help most where a text is too long: what would fit is laid out and
//! looked at, so that nobody is told to try something that does not work.

use super::misfits::misfits;
use super::{Prepared, Workspace};
use crate::diagnostics::{Help, Problem, Severity};
use crate::inspect;
use crate::read::{Edition, Extent, Format};
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

/// How much is laid out for advice, in bytes as templates read it: fifteen times a leaflet,
/// about a second's work. Counted, not timed: the same files get the same advice everywhere.
const MOST_WORK: usize = 150_000;

const LOCAL_SERVICES: &str = "local services";
const CONTACTS: &str = "contacts";

/// Whether somebody who has chosen one format may as well take the other: a card is
/// no poster.
fn is_like(other: Format, chosen: Format) -> bool {
    let pair = [other, chosen];
    let is_card = |format: &Format| matches!(format, Format::A5 | Format::A6);
    other != chosen && !(pair.contains(&Format::A3) && pair.iter().any(is_card))
}

impl Workspace {
    /// Says with the last problem of a publication that does not fit what would
    /// help it most.
    pub(super) fn advise(&self, problems: &mut [Problem], prepared: &Prepared) {
        let remedies = self.remedies(prepared).into_iter();
        if let Some(last) = problems.last_mut() {
            last.help.extend(remedies.map(Help::from));
        }
    }

    /// What would make it fit, a line each.
    fn remedies(&self, prepared: &Prepared) -> Vec<String> {
        if prepared.publication.edition == Edition::LargePrint {
            return Vec::new();
        }
        let mut left = MOST_WORK;
        // What nobody laid out is not known to fit, and not proposed.
        let mut fits = |publication: Publication| {
            let cost = size(&publication);
            let is_affordable = cost <= left;
            left = left.saturating_sub(cost);
            is_affordable && self.fits(prepared, publication)
        };
        let mut remedies = Vec::new();
        for list in lists(&prepared.publication) {
            let without = |drop| shortened(&prepared.publication, &list, drop);
            // One at least stays, and what is enough is found by halving.
            let (mut too_few, mut enough) = (0, list.count - 1);
            if !fits(without(enough)) {
                continue;
            }
            while enough - too_few > 1 {
                let middle = (too_few + enough) / 2;
                if fits(without(middle)) {
                    enough = middle;
                } else {
                    too_few = middle;
                }
            }
            remedies.push(self.shorter_by(enough, &list, prepared));
        }
        let changed_in = &prepared.publication.changed_in;
        let formats = Format::of(prepared.publication.kind)
            // A length has its own format.
            .filter(|_| prepared.guide.length.is_none())
            .filter(|format| is_like(*format, prepared.publication.format))
            .filter(|format| self.in_format(prepared, *format).is_some_and(&mut fits));
        let (whole, short): (Vec<Format>, Vec<Format>) =
            formats.partition(|format| format.extent() == Extent::Whole);
        for (how, formats) in [("as it is", whole), ("with its short texts", short)] {
            if !formats.is_empty() {
                let ids = formats.iter().map(|format| format!("`{}`", format.id()));
                remedies.push(format!(
                    "it fits {how} in {}: write `format: …` in {changed_in}",
                    ids.collect::<Vec<_>>().join(", ")
                ));
            }
        }
        remedies
    }

    /// What to do to have so many less of a list.
    fn shorter_by(&self, drop: usize, list: &List, prepared: &Prepared) -> String {
        let (count, what) = (list.count, list.what);
        let fits = format!("it fits if you drop {drop} of the {count} {what}");
        let (section, block) = list.at;
        let section = &prepared.publication.sections[section];
        let place = section.blocks[block].place;
        match self.lines_to_keep(prepared, &section.id, place, count - drop) {
            Some(lines) => format!("{fits}: {lines}"),
            None => fits,
        }
    }

    fn fits(&self, prepared: &Prepared, publication: Publication) -> bool {
        let tried = Prepared {
            publication,
            ..prepared.clone()
        };
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        self.set(&tried).is_ok_and(|pages| {
            !misfits(&tried, &pages).iter().any(is_error)
                && inspect::too_near(pages.document.pages()).is_empty()
        })
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

/// How much a publication is, in bytes as templates read it.
fn size(publication: &Publication) -> usize {
    serde_json::to_string(publication).map_or(usize::MAX, |json| json.len())
}

/// The publication with the last `drop` of a list left out.
fn shortened(publication: &Publication, list: &List, drop: usize) -> Publication {
    let mut publication = publication.clone();
    let (section, block) = list.at;
    match &mut publication.sections[section].blocks[block].show {
        Block::Signposts { list, left_out, .. } => {
            list.truncate(list.len() - drop);
            *left_out += drop;
        }
        Block::Contacts { list } => list.truncate(list.len() - drop),
        _ => {}
    }
    publication
}
