//! What is read out, searched and copied: the text that was typed, letter by letter.
//!
//! Pages are laid out with characters that only say how others are set: places where a
//! line may or may not break, isolates round what is read from right to left. They have
//! done their work once the lines are made, and nobody typed them. So they leave the
//! pages here, before anything else looks at them.

mod clusters;

use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

use crate::diagnostics::Problem;

/// The document with the text that was typed.
///
/// # Errors
/// Where a mark was drawn without its letter: no face was found for both. What is in no
/// face is refused before anything is laid out, so this is a mistake of the templates.
pub fn typed(mut document: PagedDocument) -> Result<PagedDocument, Problem> {
    let info = std::mem::take(document.info_mut());
    let pages = document.pages().iter().map(|page| {
        let frame = typed_frame(&page.frame)?;
        Some(Page {
            frame,
            ..page.clone()
        })
    });
    let pages = pages.collect::<Option<_>>().ok_or_else(|| {
        Problem::error("a letter with a mark on it would be printed as the mark alone")
            .help("name in `templates/faces.typ` a face that has both")
    })?;
    Ok(PagedDocument::new(pages, info))
}

/// The frame with the text that was typed; none where a letter of it is lost.
///
/// Remembered along with Typst's own memo: most of a letter is the very frame of the
/// letter before.
#[comemo::memoize]
fn typed_frame(frame: &Frame) -> Option<Frame> {
    let mut items: Vec<(Point, FrameItem)> = frame.items().cloned().collect();
    let mut texts = Vec::new();
    for (_, item) in &mut items {
        match item {
            FrameItem::Group(group) => group.frame = typed_frame(&group.frame)?,
            FrameItem::Text(text) => {
                leave_out_layout(text);
                texts.push(text);
            }
            _ => {}
        }
    }
    clusters::told_apart(&mut texts)?;
    let mut typed = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        typed.set_baseline(frame.baseline());
    }
    typed.push_multiple(items);
    Some(typed)
}

/// A text as it was typed: as it stands on pages.
pub fn without_layout(text: &str) -> String {
    let characters = text.chars().filter(|it| !is_for_layout(*it));
    characters
        .map(|it| if it == '\u{a0}' { ' ' } else { it })
        .collect()
}

/// Whether a character only says how others are set. Joiners are not of these: people
/// type them, and words are spelled with them.
fn is_for_layout(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Takes out what only says how the rest is set; a blank that may not break is a blank.
fn leave_out_layout(item: &mut TextItem) {
    if !item.text.contains(|it| is_for_layout(it) || it == '\u{a0}') {
        return;
    }
    let mut text = String::with_capacity(item.text.len());
    // Where each byte of the text stands in the new one.
    let mut now = Vec::with_capacity(item.text.len() + 1);
    for character in item.text.chars() {
        now.resize(now.len() + character.len_utf8(), text.len());
        match character {
            '\u{a0}' => text.push(' '),
            hidden if is_for_layout(hidden) => {}
            other => text.push(other),
        }
    }
    now.push(text.len());
    let moved = |at: u16| {
        now.get(usize::from(at))
            .and_then(|at| u16::try_from(*at).ok())
    };
    let ranges = item.glyphs.iter().map(|glyph| {
        let range = moved(glyph.range.start)?..moved(glyph.range.end)?;
        // A glyph that stands for nothing else, as a hyphen may, keeps its text.
        (!range.is_empty()).then_some(range)
    });
    if let Some(ranges) = ranges.collect::<Option<Vec<_>>>() {
        item.text = text.into();
        for (glyph, range) in item.glyphs.iter_mut().zip(ranges) {
            glyph.range = range;
        }
    }
}
