//! Codes laid on finished pages: a square to scan with the code written beside it, and a
//! line that says what it is for.

use serde::Serialize;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

use super::room::{Spot, room};
use crate::diagnostics::{Failure, Problem};
use crate::press::point;
use crate::publish::Workspace;
use crate::read::{Edition, Panel};
use crate::tailor::{Publication, PublicationId, qr};
use crate::typeset::{self, Typesetter};

/// What stands with a code, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    /// A square to scan, and a sentence that says what the code is for.
    Sentence,
    /// A square, and that this is tested.
    Badge,
    /// Nothing.
    Nothing,
}

impl With {
    /// How wide the words beside the square are, mm; none without one.
    fn width(self, edition: Edition) -> Option<f64> {
        let width = match self {
            Self::Sentence => 56.0,
            Self::Badge => 27.0,
            Self::Nothing => return None,
        };
        Some(width * size(edition) / SIZE)
    }
}

/// How large letters are, pt: nothing is smaller.
const SIZE: f64 = 10.0;

fn size(edition: Edition) -> f64 {
    match edition {
        Edition::Standard => SIZE,
        Edition::LargePrint => 18.0,
    }
}

/// Where nothing else stands on any page, mm: where drafts say that they are drafts.
const AT_THE_EDGE: (f64, f64) = (15.0, 4.2);

/// What the template of codes reads.
#[derive(Serialize)]
struct Data<'a> {
    /// How large its letters are, pt.
    size: f64,
    /// How wide the words beside the square are, mm; none without a square.
    width: Option<f64>,
    notes: Vec<Note>,
    codes: Vec<Drawn<'a>>,
}

/// What a code is for, in one language.
#[derive(Serialize)]
struct Note {
    lang: String,
    region: String,
    text: String,
}

#[derive(Serialize)]
struct Drawn<'a> {
    text: &'a str,
    rows: Vec<String>,
}

/// On which page of something a code is looked for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The first one: of a slip.
    First,
    /// The last one, or the back of what is folded: of what is tested.
    Last,
}

/// What a code is laid on.
pub(super) struct Bearer<'a> {
    /// Its finished pages.
    pub pages: &'a [Page],
    /// What they are of.
    pub publication: &'a Publication,
    /// Which publication it is.
    pub id: &'a PublicationId,
    /// The label that says what the code is for.
    pub label: &'static str,
    /// Where it is looked for first.
    pub side: Side,
}

/// Codes, ready to be laid on the pages of one bearer.
pub(super) struct Codes {
    spot: Spot,
    frames: Vec<Frame>,
}

impl Workspace {
    /// These codes for the pages of a bearer, in their order; and that they stand at an edge,
    /// where its pages have room for no more.
    ///
    /// # Errors
    /// What Typst says of the service's own `templates/test-code.typ`, where it has one.
    pub(super) fn codes_for(
        &self,
        bearer: &Bearer,
        codes: &[String],
    ) -> Result<(Codes, Option<Problem>), Failure> {
        let pages = bearer.pages;
        let order = bearer.order();
        let (first, others) = order.split_at(1.min(order.len()));
        let tried = [
            // Small on the page that is looked at first rather than large on another.
            (first, [With::Sentence, With::Badge].as_slice()),
            (others, &[With::Sentence, With::Badge]),
            (&order, &[With::Nothing]),
        ];
        for (on, ways) in tried {
            for with in ways {
                let frames = self.drawn(*with, bearer, codes)?;
                if let Some(spot) = room(pages, largest(&frames), on.iter().copied()) {
                    return Ok((Codes { spot, frames }, None));
                }
            }
        }
        let frames = self.drawn(With::Nothing, bearer, codes)?;
        let spot = Spot {
            page: pages.len().saturating_sub(1),
            at: point(AT_THE_EDGE),
        };
        let note = Problem::note(format!(
            "`{}` has no free room for its code, which stands at the upper edge of its last page",
            bearer.id.guide
        ));
        Ok((Codes { spot, frames }, Some(note)))
    }

    fn notes_of(&self, bearer: &Bearer, with: With) -> Vec<Note> {
        let label = match with {
            With::Sentence => bearer.label,
            With::Badge | With::Nothing => "test-badge",
        };
        let tags = bearer.id.languages.iter();
        let known = tags.filter_map(|tag| self.context.language(tag));
        let notes = known.map(|(_, locale)| {
            let language = locale.language();
            Note {
                lang: language.code,
                region: language.region,
                text: locale.say(label, &[]),
            }
        });
        notes.collect()
    }

    fn drawn(&self, with: With, bearer: &Bearer, codes: &[String]) -> Result<Vec<Frame>, Failure> {
        let drawn = codes.iter().map(|code| Drawn {
            text: code,
            rows: qr::of(code).map(|code| code.rows).unwrap_or_default(),
        });
        let data = Data {
            size: size(bearer.id.edition),
            width: with.width(bearer.id.edition),
            notes: self.notes_of(bearer, with),
            codes: drawn.collect(),
        };
        let files = vec![typeset::file("data/test-code.json", &data)?];
        let (fonts, assets) = (&self.context.fonts, &self.assets);
        let mut typesetter = Typesetter::alone("test-code", files, fonts, assets, self.date)?;
        let set = typesetter.set(&self.sources)?;
        let pages = set.document.pages().iter();
        Ok(pages.map(|page| page.frame.clone()).collect())
    }
}

impl Bearer<'_> {
    /// Its pages in the order in which room is looked for on them.
    fn order(&self) -> Vec<usize> {
        let count = self.pages.len();
        let mut order: Vec<usize> = (0..count).collect();
        if self.side == Side::First {
            return order;
        }
        order.reverse();
        let is_folded = self.id.edition == Edition::Standard;
        let panels = self.publication.format.panels().iter();
        let mut panels = panels.map(|(panel, _)| *panel);
        if let Some(back) = panels.position(|panel| panel == Panel::Back)
            && is_folded
        {
            order.sort_by_key(|page| *page != back);
        }
        order
    }
}

fn largest(frames: &[Frame]) -> Size {
    let sizes = frames.iter().map(Frame::size);
    sizes.fold(Size::new(Abs::zero(), Abs::zero()), |one, other| {
        Size::new(one.x.max(other.x), one.y.max(other.y))
    })
}

impl Codes {
    /// The pages of the bearer with the code of this number.
    pub(super) fn on(&self, document: &PagedDocument, number: usize) -> PagedDocument {
        let pages = document.pages().iter().enumerate().map(|(at, page)| {
            let mut page: Page = page.clone();
            if at == self.spot.page
                && let Some(frame) = self.frames.get(number)
            {
                let code = FrameItem::Group(GroupItem::new(frame.clone()));
                let place = Point::new(self.spot.at.x, self.spot.at.y);
                page.frame.push(place, code);
            }
            page
        });
        PagedDocument::new(pages.collect(), document.info().clone())
    }
}
