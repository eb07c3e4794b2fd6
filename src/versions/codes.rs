//! Codes laid on finished pages: a square to scan with the code written beside it, and a
//! line that says what it is for.

use std::ops::Range;

use serde::Serialize;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Size};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

use super::room::{Spot, room};
use crate::diagnostics::{Failure, Problem};
use crate::press::{Parts, point};
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

/// What a code stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What is tested: its code is small, on the last page or the back of what is folded, and
    /// looks the same on every version.
    Tested,
    /// What somebody fills in: each of its sheets has the code, so that none is lost.
    FilledIn,
}

impl Role {
    /// What stands with the code, the most telling first.
    fn ways(self) -> &'static [With] {
        match self {
            Self::Tested => &[With::Badge],
            Self::FilledIn => &[With::Sentence, With::Badge],
        }
    }
}

/// What a code is laid on.
pub(super) struct Bearer<'a> {
    /// Its finished pages.
    pub pages: &'a [Page],
    /// What they are of.
    pub publication: &'a Publication,
    /// Which publication it is.
    pub id: &'a PublicationId,
    /// How its languages come together on paper.
    pub parts: &'a Parts,
    /// What it is to whoever has it.
    pub role: Role,
}

/// Pages that stay together, and the languages they are in.
struct Piece {
    /// In the order in which room is looked for on them.
    pages: Vec<usize>,
    languages: Vec<String>,
}

/// Codes, ready to be laid on the pages of one bearer: on each of its pieces.
pub(super) struct Codes(Vec<(Spot, Vec<Frame>)>);

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
        let (mut laid, mut is_at_the_edge) = (Vec::new(), false);
        for piece in bearer.pieces() {
            let found = self.laid_on(&piece, bearer, codes)?;
            laid.push(match found {
                Some(laid) => laid,
                None => {
                    is_at_the_edge = true;
                    let spot = Spot {
                        page: piece.pages.first().copied().unwrap_or_default(),
                        at: point(AT_THE_EDGE),
                    };
                    (spot, self.drawn(With::Nothing, &piece, bearer, codes)?)
                }
            });
        }
        let note = is_at_the_edge.then(|| {
            Problem::note(format!(
                "`{}` has no free room for its code, which stands at the upper edge of a page",
                bearer.id.guide
            ))
        });
        Ok((Codes(laid), note))
    }

    /// Where codes have room on the pages of a piece.
    fn laid_on(
        &self,
        piece: &Piece,
        bearer: &Bearer,
        codes: &[String],
    ) -> Result<Option<(Spot, Vec<Frame>)>, Failure> {
        let (first, others) = piece.pages.split_at(1.min(piece.pages.len()));
        // Small on the page that is looked at first rather than large on another.
        let tried = [
            (first, bearer.role.ways()),
            (others, bearer.role.ways()),
            (&piece.pages, &[With::Nothing]),
        ];
        for (on, ways) in tried {
            for with in ways {
                let frames = self.drawn(*with, piece, bearer, codes)?;
                let size = largest(&frames);
                if let Some(spot) = room(bearer.pages, size, on.iter().copied()) {
                    return Ok(Some((spot, frames)));
                }
            }
        }
        Ok(None)
    }

    fn notes_of(&self, piece: &Piece, with: With) -> Vec<Note> {
        let label = match with {
            With::Sentence => "test-slip",
            With::Badge | With::Nothing => "test-badge",
        };
        let tags = piece.languages.iter();
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

    fn drawn(
        &self,
        with: With,
        piece: &Piece,
        bearer: &Bearer,
        codes: &[String],
    ) -> Result<Vec<Frame>, Failure> {
        let drawn = codes.iter().map(|code| Drawn {
            text: code,
            rows: qr::of(code).map(|code| code.rows).unwrap_or_default(),
        });
        let data = Data {
            size: size(bearer.id.edition),
            width: with.width(bearer.id.edition),
            notes: self.notes_of(piece, with),
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
    /// What of it stays together whatever somebody does with it.
    fn pieces(&self) -> Vec<Piece> {
        let all = 0..self.pages.len();
        let parts: Vec<(Range<usize>, Vec<String>)> = match self.parts {
            Parts::Apart(counts) => {
                let mut before = 0;
                let ranges = counts.iter().zip(&self.id.languages).map(|(count, tag)| {
                    let range = before..before + count;
                    before += count;
                    (range, vec![tag.clone()])
                });
                ranges.collect()
            }
            Parts::Whole | Parts::Tumbled => vec![(all, self.id.languages.clone())],
        };
        let pieces = parts.into_iter().flat_map(|(range, languages)| {
            let pages: Vec<usize> = range.collect();
            let together = match self.role {
                Role::Tested => pages.len(),
                // Sheets of both sides come apart.
                Role::FilledIn => 2,
            };
            let chunks = pages.chunks(together.max(1));
            let pieces = chunks.map(|pages| Piece {
                pages: self.in_order(pages),
                languages: languages.clone(),
            });
            pieces.collect::<Vec<_>>()
        });
        pieces.collect()
    }

    /// Pages in the order in which room is looked for on them.
    fn in_order(&self, pages: &[usize]) -> Vec<usize> {
        let mut order = pages.to_vec();
        if self.role == Role::FilledIn {
            return order;
        }
        order.reverse();
        let is_folded = self.id.edition == Edition::Standard;
        let panels = self.publication.format.panels();
        let mut names = panels.iter().map(|(panel, _)| *panel);
        if let Some(back) = names.position(|panel| panel == Panel::Back)
            && is_folded
        {
            order.sort_by_key(|page| page % panels.len() != back);
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
            for (spot, frames) in self.0.iter().filter(|(spot, _)| spot.page == at) {
                if let Some(frame) = frames.get(number) {
                    let code = FrameItem::Group(GroupItem::new(frame.clone()));
                    page.frame.push(spot.at, code);
                }
            }
            page
        });
        PagedDocument::new(pages.collect(), document.info().clone())
    }
}
