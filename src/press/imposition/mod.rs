//! Which page goes where on which side of which sheet, turned how: plain data,
//! all lengths in mm from a side's top left corner.
//!
//! A sheet's front is the side that is printed first: of something folded, its
//! outer side. Both sides are given as somebody sees them who turns the sheet
//! over like the page of a book.

mod arranged;

use arranged::{folded, in_order, stapled, together};

use super::Parts;
use crate::read::{Edition, Format, Panel};

/// A place on a side: an upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A page in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Which page, counted from 0 in the order they are read.
    pub page: usize,
    /// Where it stands.
    pub cell: Cell,
    /// How far the page is moved to the right within its place: creep.
    pub shift: f64,
    /// Whether it stands on its head.
    pub turned: bool,
}

/// One side of a sheet; a side without pages is not printed.
pub type Side = Vec<Spot>;

/// A sheet of paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The side printed first.
    pub front: Side,
    /// The other one.
    pub back: Side,
}

/// How a fold closes, for somebody who looks at the back of the sheet, which is
/// the inner side of what is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards them.
    Valley,
    /// Away from them.
    Mountain,
}

/// A fold from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    /// How far it is from the left, on the back as it is printed.
    pub at: f64,
    /// How it closes.
    pub way: Way,
}

/// Straight cuts that part what stands together on a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cuts {
    /// From top to bottom, by their distance from the left.
    pub down: Vec<f64>,
    /// From left to right, by their distance from the top.
    pub across: Vec<f64>,
}

/// How pages come together on sheets.
#[derive(Debug, Clone, PartialEq)]
pub struct Imposition {
    /// Width of a sheet.
    pub width: f64,
    /// Height of a sheet.
    pub height: f64,
    /// The sheets, in the order they are printed.
    pub sheets: Vec<Sheet>,
    /// In the order they are made. They go through all sheets together.
    pub folds: Vec<Fold>,
    /// Where the sheets are cut.
    pub cuts: Cuts,
}

/// How the pages of a format come together. Large print is never folded.
///
/// `gsm` is the weight of the paper in g/m²: in a stapled booklet, the inner
/// sheets stick out by the thickness of those around them.
pub fn of(format: Format, edition: Edition, pages: usize, gsm: u16) -> Imposition {
    use Panel::{Back, Flap, Front, FrontLeft, FrontRight, OutsideLeft, OutsideMiddle};
    use Way::{Mountain, Valley};
    let fold = |at, way| Fold { at, way };
    if edition == Edition::LargePrint {
        return in_order(Format::A4.page(), pages);
    }
    match format {
        // The flap first, or it would not be inside.
        Format::A4RollFold => folded(
            format,
            &[Flap, Back, Front],
            vec![fold(200.0, Valley), fold(100.0, Valley)],
        ),
        Format::A4ZFold => folded(
            format,
            &[OutsideLeft, OutsideMiddle, Front],
            vec![fold(198.0, Mountain), fold(99.0, Valley)],
        ),
        // Seen from outside, the doors stand the wrong way round: they close over
        // the front.
        Format::A4GateFold => folded(
            format,
            &[FrontRight, Back, FrontLeft],
            vec![fold(223.0, Valley), fold(74.0, Valley)],
        ),
        Format::A5Fold => folded(format, &[Back, Front], vec![fold(148.5, Valley)]),
        Format::A5Booklet => stapled(format.page(), 297.0, pages, gsm),
        Format::A4Booklet => stapled(format.page(), 420.0, pages, gsm),
        Format::A5 => together(format.page(), (297.0, 210.0), (2, 1), pages),
        Format::A6 => together(format.page(), (210.0, 297.0), (2, 2), pages),
        Format::DlCard => together(format.page(), (297.0, 210.0), (3, 1), pages),
        Format::A5Pages | Format::A4Letter | Format::A4 | Format::A3 => {
            in_order(format.page(), pages)
        }
    }
}

/// The same for pages in several languages: `arrange` gives the sheets of so many pages.
pub fn of_parts(parts: &Parts, pages: usize, arrange: impl Fn(usize) -> Imposition) -> Imposition {
    match parts {
        Parts::Whole => arrange(pages),
        Parts::Tumbled => arrange(pages).tumbled(),
        Parts::Apart(counts) => {
            let mut joined = Imposition {
                sheets: Vec::new(),
                ..arrange(pages)
            };
            let mut before = 0;
            for count in counts {
                let mut sheets = arrange(*count).sheets;
                let sides = sheets
                    .iter_mut()
                    .flat_map(|it| [&mut it.front, &mut it.back]);
                for spot in sides.flatten() {
                    spot.page += before;
                }
                joined.sheets.append(&mut sheets);
                before += count;
            }
            joined
        }
    }
}

/// Pages for a print shop, which puts them together itself: one by one, but a
/// folded sheet whole.
pub fn one_by_one(format: Format, edition: Edition, pages: usize) -> Imposition {
    match edition {
        Edition::Standard if format.panels().is_empty() => in_order(format.page(), pages),
        // Its paper lies flat: it has no creep.
        _ => of(format, edition, pages, 0),
    }
}

impl Imposition {
    /// The same with every page of a back on its head, in its place: it reads when the
    /// sheet, or what is cut from it, is turned over its upper edge.
    #[must_use]
    fn tumbled(mut self) -> Self {
        for spot in self.sheets.iter_mut().flat_map(|sheet| &mut sheet.back) {
            spot.turned = !spot.turned;
        }
        self
    }

    /// The same with each page once on its side, where several of the same stand together: in
    /// the left upper place, and its back behind it.
    #[must_use]
    pub fn one_at_a_time(mut self) -> Self {
        fn first_of_each(side: &mut Side, is_before: impl Fn(&Cell, &Cell) -> bool) {
            let all = side.clone();
            side.retain(|spot| {
                let mut same = all.iter().filter(|other| other.page == spot.page);
                !same.any(|other| is_before(&other.cell, &spot.cell))
            });
        }
        let width = self.width;
        for sheet in &mut self.sheets {
            let from_left = |cell: &Cell| (cell.top, cell.left);
            let from_right = |cell: &Cell| (cell.top, width - cell.left - cell.width);
            first_of_each(&mut sheet.front, |one, other| {
                from_left(one) < from_left(other)
            });
            first_of_each(&mut sheet.back, |one, other| {
                from_right(one) < from_right(other)
            });
        }
        self
    }

    /// The same with every back turned round, for a printer that turns the paper
    /// over the other way.
    #[must_use]
    pub fn with_backs_turned(mut self) -> Self {
        let (width, height) = (self.width, self.height);
        for spot in self.sheets.iter_mut().flat_map(|sheet| &mut sheet.back) {
            let cell = &mut spot.cell;
            cell.left = width - cell.left - cell.width;
            cell.top = height - cell.top - cell.height;
            spot.turned = !spot.turned;
        }
        for fold in &mut self.folds {
            fold.at = width - fold.at;
        }
        self
    }
}
