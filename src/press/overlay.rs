//! A letter with what its post asks for drawn on it: the zones where ink may be, the
//! part that shows in an envelope's window, the folds. For somebody to look at before
//! a run, never to be posted.

use jiff::civil::Date;
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::model::Document;
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};
use typst::visualize::{Color, DashPattern, FixedStroke, Geometry, Paint, Shape};
use typst_layout::{Page, PagedDocument};

use super::mark::laid_over;
use super::pdf;
use super::sheets::point;
use crate::diagnostics::Failure;
use crate::inspect;
use crate::read::{Post, Zone};

/// As small as print for people goes, pt.
const TYPE_SIZE: f64 = 10.0;

const BLACK: [u8; 3] = [0, 0, 0];
const FOLD: [u8; 3] = [176, 0, 90];

/// Where the line of words ends that says what is drawn, mm: above all that letters hold,
/// behind the mark of a proof.
const LEGEND: (f64, f64) = (193.0, 7.7);

/// How far a name stands below its zone, mm.
const BELOW: f64 = 3.5;

/// The letter as a PDF, with zones, folds and their names on every page.
///
/// `ident` tells the file from every other and holds nothing of a person.
///
/// # Errors
/// What the PDF standard forbids, as Typst says it.
pub fn overlay(
    document: &PagedDocument,
    post: Post,
    ident: &str,
    date: Date,
) -> Result<Vec<u8>, Failure> {
    let pages = document.pages();
    let texts = inspect::on(pages.iter().map(|page| &page.frame));
    let model = texts.iter().find_map(|ink| ink.text);
    let drawn = pages.iter().enumerate().map(|(number, page)| {
        let mut pen = Pen {
            frame: Frame::soft(page.frame.size()),
            model,
        };
        pen.page(post, number == 0);
        Page {
            frame: pen.frame,
            ..page.clone()
        }
    });
    let drawn = PagedDocument::new(drawn.collect(), document.info().clone());
    pdf::screen(&laid_over(document, &drawn), ident, date)
}

/// Whether there is anything to draw for it.
pub fn has_overlay(post: Post) -> bool {
    post.acceptance().is_some() || post.address().is_some()
}

fn zones(post: Post, first: bool) -> Vec<Zone> {
    let takes = post.acceptance();
    let listed = takes.map_or(
        &[][..],
        |takes| if first { takes.first } else { takes.later },
    );
    let mut zones = listed.to_vec();
    // Where a service names no zone for it, this is where it stands all the same.
    let address = post.address().filter(|_| first);
    zones.extend(address.filter(|address| !listed.contains(address)));
    zones
}

fn legend(post: Post, first: bool) -> String {
    match (post.acceptance(), first) {
        (Some(takes), _) => format!("{} lets ink be in these zones only.", takes.name),
        (None, true) => format!(
            "The box shows in the window of a {} envelope; fold at the broken lines.",
            post.id().to_uppercase()
        ),
        (None, false) => "Fold at the broken lines.".to_owned(),
    }
}

/// Draws on one page.
struct Pen<'a> {
    frame: Frame,
    /// A text of the letter, whose typeface names are written in.
    model: Option<&'a TextItem>,
}

impl Pen<'_> {
    fn page(&mut self, post: Post, first: bool) {
        for zone in zones(post, first) {
            self.zone(&zone, post);
        }
        for fold in post.folds() {
            self.fold(fold);
        }
        self.words(&legend(post, first), LEGEND, BLACK, true);
    }

    /// Names stand outside their zones, where letters have nothing.
    fn zone(&mut self, zone: &Zone, post: Post) {
        let area = zone.area;
        let below = (area.left, area.bottom + BELOW);
        let (colour, name, at, ends) = match zone.name {
            "address" if post.acceptance().is_none() => ([0, 84, 184], "window", below, false),
            "address" => ([0, 84, 184], "address", below, false),
            "logo" => ([122, 46, 158], "logo", below, false),
            "sender" => {
                let beside = (area.left - 1.0, area.bottom - 1.0);
                ([168, 78, 0], "sender", beside, true)
            }
            "body" => ([0, 112, 60], "body", (area.left, area.top - 1.0), false),
            name => ([0, 112, 60], name, (area.left - 1.0, 100.0), true),
        };
        let size = point((area.right - area.left, area.bottom - area.top)).to_size();
        let edge = FixedStroke::from_pair(color(colour, 255), Abs::pt(0.8));
        let shape = Geometry::Rect(size).filled_and_stroked(color(colour, 14), edge);
        self.shape((area.left, area.top), shape);
        self.words(name, at, colour, ends);
    }

    fn fold(&mut self, at: f64) {
        let stroke = FixedStroke {
            dash: Some(DashPattern {
                array: vec![Abs::mm(3.0), Abs::mm(2.0)],
                phase: Abs::zero(),
            }),
            ..FixedStroke::from_pair(color(FOLD, 255), Abs::pt(0.8))
        };
        let width = self.frame.width();
        let line = Geometry::Line(Point::with_x(width)).stroked(stroke);
        self.shape((0.0, at), line);
        self.words("fold", (width.to_mm() - 4.0, at - 1.0), FOLD, true);
    }

    fn shape(&mut self, at: (f64, f64), shape: Shape) {
        let shape = FrameItem::Shape(shape, Span::detached());
        self.frame.push(point(at), shape);
    }

    /// A line of words in the letter's own typeface, beginning or ending here.
    fn words(&mut self, words: &str, at: (f64, f64), colour: [u8; 3], ends: bool) {
        let Some(model) = self.model else { return };
        let glyphs = words.char_indices().map(|(start, letter)| {
            let id = model.font.ttf().glyph_index(letter).map_or(0, |id| id.0);
            let end = start + letter.len_utf8();
            Glyph {
                id,
                x_advance: model.font.x_advance(id).unwrap_or_default(),
                x_offset: Em::zero(),
                y_advance: Em::zero(),
                y_offset: Em::zero(),
                // Lines here are shorter than a hundred letters.
                range: start as u16..end as u16,
                span: (Span::detached(), 0),
            }
        });
        let text = TextItem {
            font: model.font.clone(),
            size: Abs::pt(TYPE_SIZE),
            fill: Paint::Solid(color(colour, 255)),
            stroke: None,
            glyphs: glyphs.collect(),
            text: words.into(),
            ..model.clone()
        };
        let mut at = point(at);
        if ends {
            at.x -= text.width();
        }
        self.frame.push(at, FrameItem::Text(text));
    }
}

fn color([red, green, blue]: [u8; 3], alpha: u8) -> Color {
    Color::from_u8(red, green, blue, alpha)
}
