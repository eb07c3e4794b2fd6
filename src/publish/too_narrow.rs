//! Tables to write in that are wider than their place, said to whoever can change them.

use crate::diagnostics::{Problem, RuleId};
use crate::read::Edition;
use crate::tailor::{Block, Publication, Section};
use crate::typeset::{Pages, TooNarrow};

/// Every table for which there is too little width on these pages.
pub(super) fn too_narrow(publication: &Publication, pages: &Pages) -> Vec<Problem> {
    let narrow = pages.narrow.iter();
    narrow.map(|narrow| said(publication, narrow)).collect()
}

fn said(publication: &Publication, narrow: &TooNarrow) -> Problem {
    let TooNarrow { block, columns, .. } = narrow;
    let (guide, page) = (&publication.guide, publication.page_name(narrow.page));
    let problem = Problem::error(format!(
        "`{guide}`: this `{block}` of {columns} columns needs {:.0} mm, and {page} has {:.0}",
        narrow.needs.ceil(),
        narrow.room.floor()
    ))
    .rule(RuleId::TextTooLong);
    let mut sections = publication.sections.iter();
    let problem = match sections.find(|section| holds(section, narrow)) {
        Some(section) => problem.at_saying(section.place, "it stands in here"),
        None => problem,
    };
    let elsewhere = match publication.edition {
        Edition::Standard => ", or put it on a wider page",
        Edition::LargePrint => "",
    };
    problem
        .help("words would be cut off, or nobody could write in its cells")
        .help(format!(
            "take a column out, shorten the longest word of a heading{elsewhere}"
        ))
}

/// Whether the table stands in this section.
fn holds(section: &Section, narrow: &TooNarrow) -> bool {
    let columns = |count: usize| u32::try_from(count) == Ok(narrow.columns);
    let mut blocks = section.blocks.iter();
    blocks.any(|entry| match &entry.show {
        Block::Diary { header, .. } => narrow.block == "diary" && columns(header.len()),
        Block::Tally { header, .. } => narrow.block == "tally" && columns(header.len().max(2)),
        _ => false,
    })
}
