//! Whether what was set is drawn: a damaged font has widths for its letters and no shapes,
//! and a page of it is blank where its text is.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use ttf_parser::GlyphId;
use typst::layout::{Frame, FrameItem};
use typst::text::{FontInstance, Glyph, TextItem};
use typst_layout::PagedDocument;

use crate::diagnostics::Problem;

/// A character that a page has the place of and not the shape.
#[derive(Debug, Clone, PartialEq, Hash)]
struct Unseen {
    character: char,
    /// The name of the typeface.
    face: String,
}

/// Refuses pages with a character that would not be seen.
///
/// # Errors
/// The first such character, by its number, and its typeface.
pub(super) fn check(document: &PagedDocument) -> Result<(), Problem> {
    let mut pages = document.pages().iter();
    let Some(unseen) = pages.find_map(|page| first_unseen(&page.frame)) else {
        return Ok(());
    };
    let message = format!(
        "the typeface `{}` has no shape for the character U+{:04X}, which would not be seen",
        unseen.face,
        u32::from(unseen.character)
    );
    Err(Problem::error(message)
        .help("its file in `fonts/` may be damaged: copy it there again, or delete it"))
}

/// Remembered along with Typst's own memo, as most of a letter is the very frame of the
/// letter before.
#[comemo::memoize]
fn first_unseen(frame: &Frame) -> Option<Unseen> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => first_unseen(&group.frame),
        FrameItem::Text(text) => unseen_in(text),
        _ => None,
    })
}

fn unseen_in(item: &TextItem) -> Option<Unseen> {
    let blank = blank_glyphs(item);
    let mut unseen = blank
        .iter()
        .filter_map(|glyph| unseen_character(item, glyph));
    let character = unseen.next()?;
    let font = item.font.font();
    let name = font.post_script_name();
    Some(Unseen {
        character,
        face: name.unwrap_or_else(|| font.info().family.clone()),
    })
}

/// Which glyphs of each typeface have ink, of those that were looked at: it takes long to
/// find out, and one letter has those of the other.
static INKED: LazyLock<Mutex<HashMap<FontInstance, HashMap<u16, bool>>>> =
    LazyLock::new(Mutex::default);

fn blank_glyphs(item: &TextItem) -> Vec<&Glyph> {
    let mut inked = INKED.lock().unwrap_or_else(PoisonError::into_inner);
    let inked = inked.entry(item.font.clone()).or_default();
    let blank = item.glyphs.iter().filter(|glyph| {
        let known = inked.entry(glyph.id);
        !*known.or_insert_with(|| has_ink(item, glyph.id))
    });
    blank.collect()
}

/// The character of a glyph without ink, where it is one that can be seen: its own glyph,
/// or all that there is for a letter and its marks. What shaping leaves empty where two
/// letters became one is none.
fn unseen_character(item: &TextItem, glyph: &Glyph) -> Option<char> {
    let text = item.text.get(glyph.range()).unwrap_or_default();
    let mut seen = text.chars().filter(|character| !is_blank(*character));
    let first = seen.clone().next()?;
    let own = seen.find(|character| {
        let own = item.font.ttf().glyph_index(*character);
        own == Some(GlyphId(glyph.id))
    });
    own.or_else(|| (!is_drawn(item, &glyph.range())).then_some(first))
}

/// Whether anything is drawn for a stretch of the text.
fn is_drawn(item: &TextItem, range: &Range<usize>) -> bool {
    let mut same = item.glyphs.iter().filter(|glyph| glyph.range() == *range);
    same.any(|glyph| has_ink(item, glyph.id))
}

/// Whether a glyph has an outline or a picture.
fn has_ink(item: &TextItem, glyph: u16) -> bool {
    let (face, glyph) = (item.font.ttf(), GlyphId(glyph));
    face.glyph_bounding_box(glyph).is_some()
        || face.is_color_glyph(glyph)
        || face.glyph_svg_image(glyph).is_some()
        || face.glyph_raster_image(glyph, u16::MAX).is_some()
}

/// Characters that have no shape: blanks, and those that only say how others are set
/// (Unicode's `White_Space` and `Default_Ignorable_Code_Point`).
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}')
}
