//! What is read out, searched and copied: the text that was typed, letter by letter.
//!
//! Pages are laid out with characters that only say how others are set: places where a
//! line may or may not break, isolates round what is read from right to left. They have
//! done their work once the lines are made, and nobody typed them. So they leave the
//! pages here, before anything else looks at them.
//!
//! A letter and the mark on it are told apart as well. Typst gives both of their glyphs
//! the text of the pair, and the PDF then says that the glyph of `o` means `ọ̀`, in every
//! word that has it.

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};
use unicode_normalization::char::is_combining_mark;

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
    let mut frame = frame.clone();
    let mut whole = true;
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => match typed_frame(&group.frame) {
                Some(frame) => group.frame = frame,
                None => whole = false,
            },
            FrameItem::Text(text) => {
                leave_out_layout(text);
                whole &= !has_lost_letter(text);
                part_marks(text);
            }
            _ => {}
        }
        true
    });
    whole.then_some(frame)
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

/// Whether a letter is drawn as its marks and nothing else.
fn has_lost_letter(item: &TextItem) -> bool {
    let mut clusters = item.glyphs.chunk_by(|one, next| one.range == next.range);
    clusters.any(|glyphs| {
        let text = item.text.get(glyphs[0].range()).unwrap_or_default();
        let mut characters = text.chars();
        if characters.next().is_none_or(is_combining_mark) {
            return false;
        }
        let face = item.font.ttf();
        let marks: Vec<u16> = characters
            .filter(|character| is_combining_mark(*character))
            .filter_map(|mark| Some(face.glyph_index(mark)?.0))
            .collect();
        glyphs.iter().all(|glyph| marks.contains(&glyph.id))
    })
}

/// Gives a letter and each mark on it, where each has a glyph, their own characters.
fn part_marks(item: &mut TextItem) {
    let text = item.text.clone();
    for glyphs in item
        .glyphs
        .chunk_by_mut(|one, next| one.range == next.range)
    {
        let cluster = text.get(glyphs[0].range()).unwrap_or_default();
        let is_pair = glyphs.len() > 1
            && cluster.chars().count() == glyphs.len()
            && cluster.chars().skip(1).all(is_common_mark);
        if !is_pair {
            continue;
        }
        let mut start = glyphs[0].range.start;
        for (glyph, character) in glyphs.iter_mut().zip(cluster.chars()) {
            // At most four.
            let end = start + character.len_utf8() as u16;
            glyph.range = start..end;
            start = end;
        }
    }
}

/// Whether a mark is one of those that stand on letters of any script, which faces draw
/// in the order they are written.
fn is_common_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}
