//! Pages with marks where their holes are, and with the characters of their typefaces: what
//! a mould is cast from. Of the person whose letter it was nothing is left on them.

use typst::ecow::EcoString;
use typst::introspection::Tag;
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::syntax::Span;
use typst::text::{FontInstance, Glyph, TextItem};

use super::words::Character;

/// Where the characters of the first typeface are put, pt from the left: nothing else is so
/// far out, and each typeface after it stands one further.
pub const FIRST_FACE: usize = 10_000;

/// The same for the first hole.
pub const FIRST_HOLE: usize = 20_000;

/// Puts marks into the holes of pages, one page after the other.
pub struct Marker<'h> {
    /// Which texts are holes.
    pub holes: &'h [usize],
    /// How many holes there are before them.
    pub before: usize,
    /// How many texts were seen.
    pub seen: usize,
}

impl Marker<'_> {
    /// The frame of the next page, with its marks.
    pub fn page(&mut self, frame: &Frame) -> Frame {
        self.marked(frame, Abs::zero())
    }

    fn marked(&mut self, frame: &Frame, left: Abs) -> Frame {
        let items = frame.items().map(|(at, item)| {
            let mut at = *at;
            let item = match item {
                FrameItem::Group(group) => {
                    let mut group = group.clone();
                    let left = left + at.x + group.transform.tx;
                    group.frame = self.marked(&group.frame, left);
                    FrameItem::Group(group)
                }
                FrameItem::Text(item) => {
                    let hole = self.holes.binary_search(&self.seen);
                    self.seen += 1;
                    match hole {
                        Ok(number) => {
                            at.x = Abs::pt((FIRST_HOLE + self.before + number) as f64) - left;
                            FrameItem::Text(nobodys(item))
                        }
                        Err(_) => FrameItem::Text(item.clone()),
                    }
                }
                other => other.clone(),
            };
            (at, item)
        });
        let items: Vec<(Point, FrameItem)> = items.collect();
        let mut marked = Frame::new(frame.size(), frame.kind());
        if frame.has_baseline() {
            marked.set_baseline(frame.baseline());
        }
        marked.push_multiple(items);
        marked
    }
}

/// The same look, with a letter that is everybody's.
fn nobodys(like: &TextItem) -> TextItem {
    let glyph = like.font.ttf().glyph_index('A').map_or(0, |id| id.0);
    written(&like.font, &[(glyph, "A".into())], like)
}

/// Puts the characters of each typeface where nobody reads them: on a page with tags within
/// what is no content, such as its foot; on one without at its beginning. On a page with tags
/// that is all content they are nowhere, and no mould is cast.
pub fn put_characters(page: &mut Frame, faces: &[(FontInstance, Vec<Character>)]) {
    let Some(like) = first_text(page).cloned() else {
        return;
    };
    let texts = faces
        .iter()
        .enumerate()
        .map(|(number, (face, characters))| {
            let left = Abs::pt((FIRST_FACE + number) as f64);
            (Point::with_x(left), written(face, characters, &like))
        });
    let texts: Vec<(Point, TextItem)> = texts.collect();
    if has_tags(page) {
        put_into_artifact(page, Point::zero(), &texts);
    } else {
        put(page, 0, Point::zero(), &texts);
    }
}

fn has_tags(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Tag(_) => true,
        FrameItem::Group(group) => has_tags(&group.frame),
        _ => false,
    })
}

/// Whether there was such a place. `corner`: where the frame is on the page.
fn put_into_artifact(frame: &mut Frame, corner: Point, texts: &[(Point, TextItem)]) -> bool {
    let begins = frame.items().position(|(_, item)| match item {
        FrameItem::Tag(Tag::Start(content, _)) => content.elem().name() == "artifact",
        _ => false,
    });
    if let Some(begins) = begins {
        put(frame, begins + 1, corner, texts);
        return true;
    }
    let mut at: Vec<Point> = frame.items().map(|(at, _)| *at).collect();
    at.reverse();
    let mut done = false;
    frame.retain(|item| {
        let at = at.pop().unwrap_or_default();
        if let FrameItem::Group(group) = item
            && !done
        {
            let moved = Point::new(group.transform.tx, group.transform.ty);
            done = put_into_artifact(&mut group.frame, corner + at + moved, texts);
        }
        true
    });
    done
}

fn put(frame: &mut Frame, before: usize, corner: Point, texts: &[(Point, TextItem)]) {
    for (at, text) in texts.iter().rev() {
        frame.insert(before, *at - corner, FrameItem::Text(text.clone()));
    }
}

fn first_text(frame: &Frame) -> Option<&TextItem> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Text(text) => Some(text),
        FrameItem::Group(group) => first_text(&group.frame),
        _ => None,
    })
}

/// A text of these glyphs, one beside the other.
fn written(face: &FontInstance, characters: &[Character], like: &TextItem) -> TextItem {
    let mut text = EcoString::new();
    let glyphs = characters.iter().map(|(id, words)| {
        let start = text.len();
        text.push_str(words);
        Glyph {
            id: *id,
            x_advance: Em::one(),
            x_offset: Em::zero(),
            y_advance: Em::zero(),
            y_offset: Em::zero(),
            // An alphabet is shorter than a line.
            range: start as u16..text.len() as u16,
            span: (Span::detached(), 0),
        }
    });
    let glyphs = glyphs.collect();
    TextItem {
        font: face.clone(),
        glyphs,
        text,
        ..like.clone()
    }
}
