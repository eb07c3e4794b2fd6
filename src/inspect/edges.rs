//! What stands too near an edge, and where nothing stands: both are measured on
//! the laid-out pages, so no template can be wrong about them.

use typst_layout::Page;

use super::drawn::{Drawn, drawn};
use crate::read::Area;

/// How far text stays from the edge of a page, mm: what is cut or folded is never
/// quite where it should be.
const SAFE: f64 = 5.0;

/// Less is rounding, mm.
const TOLERANCE: f64 = 0.05;

/// The largest share of a page's height that may be empty in one stretch.
const EMPTY: f64 = 1.0 / 3.0;

/// A text nearer to an edge of its page than is safe.
#[derive(Debug, Clone, PartialEq)]
pub struct NearEdge {
    /// The page, counted from 0.
    pub page: usize,
    /// The text.
    pub words: String,
    /// The edge: `left`, `upper`, `right` or `lower`.
    pub edge: &'static str,
    /// How far away the edge is, mm; below zero, how far the text runs over it.
    pub distance: f64,
    /// How far the text begins from the left edge, mm.
    pub left: f64,
    /// How far it begins from the upper edge, mm.
    pub top: f64,
}

/// A page with a large empty stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The page, counted from 0.
    pub page: usize,
    /// The stretch, as a share of the page's height.
    pub share: f64,
    /// How far it begins from the upper edge, mm.
    pub top: f64,
}

/// Every text nearer to an edge of its page than is safe, or over it.
pub fn too_near(pages: &[Page]) -> Vec<NearEdge> {
    let found = drawn(pages).into_iter();
    found.filter_map(|drawn| near(&drawn, pages)).collect()
}

fn near(drawn: &Drawn, pages: &[Page]) -> Option<NearEdge> {
    let text = drawn.text.as_ref()?;
    let size = pages.get(drawn.page)?.frame.size();
    let area = drawn.area;
    let distances = [
        (area.left, "left"),
        (area.top, "upper"),
        (size.x.to_mm() - area.right, "right"),
        (size.y.to_mm() - area.bottom, "lower"),
    ];
    let nearest = distances.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    let (distance, edge) = nearest.filter(|(distance, _)| *distance < SAFE - TOLERANCE)?;
    Some(NearEdge {
        page: drawn.page,
        words: text.words.trim().to_owned(),
        edge,
        distance,
        left: area.left,
        top: area.top,
    })
}

/// Every page with one large empty stretch.
pub fn half_empty(pages: &[Page]) -> Vec<Gap> {
    let drawn = drawn(pages);
    let gaps = pages.iter().enumerate().map(|(number, page)| {
        let here = drawn.iter().filter(|drawn| drawn.page == number);
        let height = page.frame.height().to_mm();
        let (top, length) = largest_gap(here.map(|drawn| drawn.area), height);
        Gap {
            page: number,
            share: length / height,
            top,
        }
    });
    gaps.filter(|gap| gap.share > EMPTY).collect()
}

/// The largest stretch from top to bottom in which nothing is drawn: where it
/// begins and how long it is, mm.
fn largest_gap(areas: impl Iterator<Item = Area>, height: f64) -> (f64, f64) {
    let mut drawn: Vec<(f64, f64)> = areas.map(|area| (area.top, area.bottom)).collect();
    drawn.push((height, height));
    drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut reached, mut largest) = (0.0_f64, (0.0, 0.0));
    for (from, to) in drawn {
        if from - reached > largest.1 {
            largest = (reached, from - reached);
        }
        reached = reached.max(to);
    }
    largest
}
