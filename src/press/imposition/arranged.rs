//! Pages arranged on sheets: folded, stapled, one after the other, several at once.

use super::{Cell, Cuts, Fold, Imposition, Sheet, Side, Spot, Way};
use crate::read::{Format, Panel};

/// How thick paper is, mm for each g/m²: 80 g/m² is about 0.1 mm, as most office
/// paper is (widely known, not measured).
const THICKNESS: f64 = 0.1 / 80.0;

/// One sheet, its panels side by side.
pub(super) fn folded<const N: usize>(
    format: Format,
    outside: [Panel; N],
    inside: [Panel; N],
    folds: Vec<Fold>,
) -> Imposition {
    let height = format.page().1;
    let side = |panels: [Panel; N]| {
        let mut left = 0.0;
        let place = |panel| {
            let mut known = format.panels().iter().enumerate();
            let (page, (_, width)) = known.find(|(_, (name, _))| *name == panel)?;
            let spot = upright(page, (left, 0.0), (*width, height));
            left += width;
            Some(spot)
        };
        panels.into_iter().filter_map(place).collect()
    };
    Imposition {
        width: format.panels().iter().map(|(_, width)| width).sum::<f64>() / 2.0,
        height,
        sheets: vec![Sheet {
            front: side(outside),
            back: side(inside),
        }],
        folds,
        cuts: Cuts::default(),
    }
}

/// Sheets inside each other, stapled through the fold. Page numbers on a side add
/// up to one more than there are pages.
pub(super) fn stapled(page: (f64, f64), width: f64, pages: usize, gsm: u16) -> Imposition {
    let fold = width / 2.0;
    let side = |left: usize, right: usize, creep: f64| {
        let spot = |number, left, shift| Spot {
            shift,
            ..upright(number, (left, 0.0), page)
        };
        // Both pages move to the fold.
        vec![spot(left, fold - page.0, creep), spot(right, fold, -creep)]
    };
    let sheets = (0..pages / 4).map(|number| {
        // The first sheet is the outermost: it has none around it.
        let creep = THICKNESS * f64::from(gsm) * number as f64;
        let (first, last) = (2 * number, pages - 1 - 2 * number);
        Sheet {
            front: side(last, first, creep),
            back: side(first + 1, last - 1, creep),
        }
    });
    Imposition {
        width,
        height: page.1,
        sheets: sheets.collect(),
        folds: vec![Fold {
            at: fold,
            way: Way::Valley,
        }],
        cuts: Cuts::default(),
    }
}

/// A page a side, two to a sheet.
pub(super) fn in_order(page: (f64, f64), pages: usize) -> Imposition {
    together(page, page, (1, 1), pages)
}

/// The same page several times on a side, as near to each other as one cut
/// between them allows, in the middle of the sheet.
pub(super) fn together(
    page: (f64, f64),
    sheet: (f64, f64),
    times: (usize, usize),
    pages: usize,
) -> Imposition {
    let (width, height) = sheet;
    let edge = |sheet: f64, page: f64, times: usize| (sheet - page * times as f64) / 2.0;
    let (left, top) = (edge(width, page.0, times.0), edge(height, page.1, times.1));
    let side = |number: usize| -> Side {
        let places = (0..times.1).flat_map(|row| (0..times.0).map(move |column| (column, row)));
        let places = places.filter(|_| number < pages);
        let at = |column, row| (left + page.0 * column as f64, top + page.1 * row as f64);
        places
            .map(|(column, row)| upright(number, at(column, row), page))
            .collect()
    };
    let sheets = (0..pages.div_ceil(2)).map(|sheet| Sheet {
        front: side(2 * sheet),
        back: side(2 * sheet + 1),
    });
    let between = |start: f64, step: f64, times: usize| {
        let cuts = (1..times).map(|number| start + step * number as f64);
        cuts.collect()
    };
    Imposition {
        width,
        height,
        sheets: sheets.collect(),
        folds: Vec::new(),
        cuts: Cuts {
            down: between(left, page.0, times.0),
            across: between(top, page.1, times.1),
        },
    }
}

fn upright(page: usize, (left, top): (f64, f64), (width, height): (f64, f64)) -> Spot {
    Spot {
        page,
        cell: Cell {
            left,
            top,
            width,
            height,
        },
        shift: 0.0,
        turned: false,
    }
}
