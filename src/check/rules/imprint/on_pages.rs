//! Where the box with help in a crisis stands on the laid-out pages.

use crate::check::Subject;
use crate::problem::Place;
use crate::read::Content;
use crate::tailor::{Block, CrisisLine, plain};

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
pub fn crisis_boxes(subject: &Subject) -> Vec<CrisisBox> {
    let words = subject.pages.words();
    let pages: Vec<String> = words.iter().map(|words| letters(words)).collect();
    let sections = &subject.publication.sections;
    let mut boxes = Vec::new();
    for (number, section) in sections.iter().enumerate() {
        for entry in &section.blocks {
            let Block::Crisis { lines } = &entry.show else {
                continue;
            };
            let holds_all = |page: &String| lines.iter().all(|line| page.contains(&said(line)));
            boxes.push(CrisisBox {
                place: written_at(subject, &section.id).unwrap_or(section.place),
                page: pages.iter().position(holds_all).map(|index| index + 1),
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

fn said(line: &CrisisLine) -> String {
    letters(&plain(&line.words))
}

/// The letters and figures of a text in lower case: what stays the same however
/// lines are broken.
pub fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
