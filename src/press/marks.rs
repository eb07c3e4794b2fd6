//! Marks that say where to fold and where to cut.

use super::imposition::Imposition;
use super::sheets::Stroke;

/// What no office printer reaches, mm.
pub const UNPRINTABLE: f64 = 3.0;

/// How far colour runs beyond the edge of a page that is cut, mm.
pub const BLEED: f64 = 3.0;

/// Room for bleed and marks round a page for a print shop, mm.
pub const AROUND: f64 = 10.0;

/// How long a mark is, mm.
const LONG: f64 = 5.0;

/// On a sheet for the office: short lines at its edges, where the paper is folded
/// or cut. They begin where printers do and end before any text: that stays 5 mm
/// inside a page, and pages have wider margins above and below.
pub fn on_sheet(sheet: &Imposition, down: &[f64], across: &[f64]) -> Vec<Stroke> {
    let from = UNPRINTABLE;
    let to = UNPRINTABLE + LONG;
    lines(sheet, down, across, from, to)
}

/// Round a page for a print shop: where it is cut to size, and where it is folded.
/// They stand outside the bleed.
pub fn round_page(sheet: &Imposition, folds: &[f64]) -> Vec<Stroke> {
    let down: Vec<f64> = [0.0, sheet.width].iter().chain(folds).copied().collect();
    lines(sheet, &down, &[0.0, sheet.height], -BLEED, -(BLEED + LONG))
}

/// Lines from `from` to `to`, measured inwards from every edge.
fn lines(sheet: &Imposition, down: &[f64], across: &[f64], from: f64, to: f64) -> Vec<Stroke> {
    let (width, height) = (sheet.width, sheet.height);
    let ends = |length: f64| [(from, to), (length - from, length - to)];
    let stroke = |from, to| Stroke { from, to };
    let down = down
        .iter()
        .flat_map(|x| ends(height).map(|(from, to)| stroke((*x, from), (*x, to))));
    let across = across
        .iter()
        .flat_map(|y| ends(width).map(|(from, to)| stroke((from, *y), (to, *y))));
    down.chain(across).collect()
}
