//! Where the box with help in a crisis stands on the laid-out pages.

use super::super::pages::page_with;
use crate::check::Subject;
use crate::diagnostics::Place;
use crate::read::Content;
use crate::tailor::Block;
use crate::typeset::Pages;

/// A box with help in a crisis.
pub struct CrisisBox {
    /// Where the author asks for it.
    pub place: Place,
    /// The page it stands on, counted from 1; none where no page holds all of it.
    pub page: Option<usize>,
    /// Whether its section is the last one.
    pub closes: bool,
}

/// Every box with help in a crisis.
pub fn crisis_boxes(subject: &Subject, pages: &Pages) -> Vec<CrisisBox> {
    let sections = &subject.publication.sections;
    let mut boxes = Vec::new();
    for (number, section) in sections.iter().enumerate() {
        for entry in &section.blocks {
            let Block::Crisis(help) = &entry.show else {
                continue;
            };
            let lines: Vec<String> = help.printed().collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            boxes.push(CrisisBox {
                place: written_at(subject, &section.id).unwrap_or(section.place),
                page: page_with(pages, &lines).map(|index| index + 1),
                closes: number + 1 == sections.len(),
            });
        }
    }
    boxes
}

/// Where the guide asks for help in a crisis in this section.
fn written_at(subject: &Subject, id: &str) -> Option<Place> {
    let mut sections = subject.guide.sections.iter();
    let section = sections.find(|section| section.id.value == id)?;
    let mut blocks = section.blocks.iter();
    let block = blocks.find(|block| matches!(block.value.content, Content::Crisis))?;
    Some(block.place)
}
