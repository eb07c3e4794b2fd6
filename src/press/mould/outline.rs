//! What is on laid-out pages, told apart into the words that are a person's and all the
//! rest: letters with the same rest are poured from one mould.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Em, Frame, FrameItem, Point, Transform};
use typst::model::DocumentInfo;
use typst::text::{FontInstance, Glyph, TextItem};
use typst::utils::hash128;
use typst_layout::Page;

/// The label of what templates say is the person's.
pub const OF_PERSON: &str = "of-person";

/// Elements whose words the PDF holds elsewhere as well, in its outline, in what is read
/// out, or in how it is ordered: no hole is in them.
const HELD_ELSEWHERE: [&str; 9] = [
    "heading", "link", "figure", "image", "table", "footnote", "outline", "equation", "raw",
];

/// A letter's pages, looked at.
pub struct Outline<'p> {
    /// The same for two letters where everything is but what is in their holes.
    pub key: Key,
    /// Its holes, in the order in which they are painted.
    pub holes: Vec<Hole<'p>>,
    /// What it says elsewhere, paragraph by paragraph: for everybody, if all is well.
    pub elsewhere: Vec<String>,
}

/// What a mould is known by.
pub type Key = [u8; 32];

/// A text of the person's.
#[derive(Clone, Copy)]
pub struct Hole<'p> {
    /// Which of all texts of the letter it is.
    pub number: usize,
    /// The page it stands on, counted from 0.
    pub page: usize,
    /// Where it stands, from the left and the top edge of the page.
    pub at: Point,
    /// How far to the right there is room for it: to the edge of what clips it, or of the page.
    pub room: Abs,
    /// The text, plain enough to be poured: from left to right, each glyph for itself.
    pub item: &'p TextItem,
}

/// Looks at pages that nobody has stripped of tags. Nothing where the letter is not to be
/// poured: where personal words are set in a script whose letters depend on each other.
pub fn outline<'p>(info: &DocumentInfo, pages: &'p [Page]) -> Option<Outline<'p>> {
    let mut walk = Walk::default();
    walk.shape(1, info);
    for (page, laid_out) in pages.iter().enumerate() {
        walk.page = page;
        walk.room = laid_out.frame.width();
        walk.shape(2, &laid_out.frame.size());
        walk.shape(3, &laid_out.bleed);
        walk.frame(&laid_out.frame, Point::zero());
    }
    walk.finish()
}

/// A text, and where it belongs.
struct Text<'p> {
    hole: Hole<'p>,
    unit: usize,
    is_personal: bool,
    /// Where in what is hashed it belongs.
    before: usize,
}

/// An element that has begun.
struct Around {
    location: Option<Location>,
    /// The unit that it is, where it is one.
    unit: Option<usize>,
    held_elsewhere: bool,
    /// Whether a template says that its words are the person's.
    is_personal: bool,
}

#[derive(Default)]
struct Walk<'p> {
    page: usize,
    room: Abs,
    texts: Vec<Text<'p>>,
    /// What is no text: one hash after the other.
    rest: Vec<u128>,
    /// The elements around. They begin and end as they are laid out, not one in the other.
    around: Vec<Around>,
    /// How many groups around are turned or grown.
    turned: usize,
    units: usize,
}

impl<'p> Walk<'p> {
    fn shape(&mut self, kind: u8, it: &impl Hash) {
        self.rest.push(hash128(&(kind, it)));
    }

    fn frame(&mut self, frame: &'p Frame, corner: Point) {
        for (at, item) in frame.items() {
            let at = corner + *at;
            match item {
                FrameItem::Text(item) => self.text(at, item),
                FrameItem::Group(group) => {
                    let only_moved = moved(group.transform);
                    self.shape(4, &(&group.clip, group.parent.is_some()));
                    match only_moved {
                        Some(by) => {
                            let room = self.room;
                            if group.clip.is_some() {
                                self.room = room.min((at + by).x + group.frame.width());
                            }
                            self.frame(&group.frame, at + by);
                            self.room = room;
                        }
                        None => {
                            self.shape(5, &(at, &group.transform));
                            self.turned += 1;
                            self.frame(&group.frame, Point::zero());
                            self.turned -= 1;
                        }
                    }
                    self.shape(6, &());
                }
                FrameItem::Shape(shape, _) => self.shape(7, &(at, shape)),
                FrameItem::Image(image, size, _) => self.shape(8, &(at, image, size)),
                FrameItem::Link(to, size) => self.shape(9, &(at, to, size)),
                FrameItem::Tag(tag) => self.tag(tag),
            }
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(content, flags) => {
                let name = content.elem().name();
                let held_elsewhere = HELD_ELSEWHERE.contains(&name);
                // What it says, without where it was said.
                let said = held_elsewhere.then(|| hash128(&content.fields()));
                let label = content.label().map(|label| label.resolve());
                let is_personal = label.is_some_and(|label| label.as_str() == OF_PERSON);
                self.shape(10, &(name, flags.tagged, said, is_personal));
                let unit = (name == "par").then(|| self.next_unit());
                self.around.push(Around {
                    location: content.location(),
                    unit,
                    held_elsewhere,
                    is_personal,
                });
            }
            Tag::End(location, _, flags) => {
                let ends = |around: &Around| around.location == Some(*location);
                let ended = self.around.iter().rposition(ends);
                // Which one ends, from the innermost on.
                let depth = ended.map(|at| self.around.len() - at);
                self.shape(11, &(flags.tagged, depth));
                if let Some(at) = ended {
                    self.around.remove(at);
                }
            }
        }
    }

    fn next_unit(&mut self) -> usize {
        self.units += 1;
        self.units
    }

    fn text(&mut self, at: Point, item: &'p TextItem) {
        let inner = self.around.iter().rev().find_map(|around| around.unit);
        let unit = inner.unwrap_or_else(|| self.next_unit());
        let around = || self.around.iter();
        let can_be_hole = self.turned == 0 && !around().any(|around| around.held_elsewhere);
        let is_personal = can_be_hole && around().any(|around| around.is_personal);
        self.texts.push(Text {
            hole: Hole {
                number: self.texts.len(),
                page: self.page,
                at,
                room: self.room,
                item,
            },
            unit,
            is_personal,
            before: self.rest.len(),
        });
    }

    fn finish(self) -> Option<Outline<'p>> {
        let mut hasher = Sha256::new();
        let mut holes = Vec::new();
        let mut elsewhere = BTreeMap::<usize, String>::new();
        let mut rest = self.rest.iter();
        let mut hashed = 0;
        for text in self.texts {
            for one in rest.by_ref().take(text.before - hashed) {
                hasher.update(one.to_le_bytes());
            }
            hashed = text.before;
            let item = text.hole.item;
            let look = hash128(&(
                &item.font,
                item.size,
                &item.fill,
                &item.stroke,
                item.lang,
                item.region,
            ));
            hasher.update(look.to_le_bytes());
            let words = if text.is_personal {
                if !item.glyphs.is_empty() && !is_plain(item) {
                    return None;
                }
                holes.push(text.hole);
                hash128(&(1u8, text.hole.at.y))
            } else {
                let words = elsewhere.entry(text.unit).or_default();
                for word in item.text.split_whitespace() {
                    words.push_str(word);
                    words.push(' ');
                }
                hash128(&(0u8, text.hole.at, &item.text, drawn(&item.glyphs)))
            };
            hasher.update(words.to_le_bytes());
        }
        for one in rest {
            hasher.update(one.to_le_bytes());
        }
        Some(Outline {
            key: hasher.finalize().into(),
            holes,
            elsewhere: elsewhere.into_values().collect(),
        })
    }
}

/// How far a transformation moves, where it does nothing else.
fn moved(transform: Transform) -> Option<Point> {
    let by = Point::new(transform.tx, transform.ty);
    let still = Transform {
        tx: Abs::zero(),
        ty: Abs::zero(),
        ..transform
    };
    still.is_identity().then_some(by)
}

/// What is drawn of glyphs: not where in a template they come from.
fn drawn(glyphs: &[Glyph]) -> impl Hash {
    struct Drawn<'g>(&'g [Glyph]);
    impl Hash for Drawn<'_> {
        fn hash<H: Hasher>(&self, state: &mut H) {
            for it in self.0 {
                let (advance, offset) = ((it.x_advance, it.y_advance), (it.x_offset, it.y_offset));
                (it.id, advance, offset, &it.range).hash(state);
            }
        }
    }
    Drawn(glyphs)
}

/// Whether each glyph stands for letters of its own, one after the other on one line, and is
/// in the typeface.
fn is_plain(item: &TextItem) -> bool {
    let apart = |pair: &[Glyph]| pair[0].range.end <= pair[1].range.start;
    item.stroke.is_none()
        && item.glyphs.windows(2).all(apart)
        && item.glyphs.iter().all(|glyph| {
            glyph.id != 0
                && !glyph.range.is_empty()
                && glyph.y_offset == Em::zero()
                && glyph.y_advance == Em::zero()
        })
}

/// The typefaces of these holes, each once, in the order in which they come.
pub fn faces<'p>(holes: impl Iterator<Item = &'p Hole<'p>>) -> Vec<FontInstance> {
    let mut faces: Vec<FontInstance> = Vec::new();
    for hole in holes {
        if !faces.contains(&hole.item.font) {
            faces.push(hole.item.font.clone());
        }
    }
    faces
}
