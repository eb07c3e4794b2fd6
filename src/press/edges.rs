//! What stands too near an edge, and what stands nowhere: both are seen on the
//! laid-out pages, so no template can be wrong about them.

use typst::layout::Frame;
use typst_layout::Page;

use super::ink;
use crate::problem::Problem;
use crate::read::Format;

/// How far text stays from the edge of a page, mm: what is cut or folded is never
/// quite where it should be.
const SAFE: f64 = 5.0;

/// Less is rounding, mm.
const TOLERANCE: f64 = 0.05;

/// The largest share of a page's height that may be empty in one stretch.
const EMPTY: f64 = 1.0 / 3.0;

/// Every text nearer to an edge of its page than is safe.
pub fn too_near(pages: &[Page], format: Format) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for ink in ink::of(&page.frame) {
            let Some(text) = ink.text else { continue };
            let (width, height) = (page.frame.width().to_mm(), page.frame.height().to_mm());
            let (min, max) = (ink.area.min, ink.area.max);
            let (left, top) = (min.x.to_mm(), min.y.to_mm());
            let distances = [
                (left, "left"),
                (top, "upper"),
                (width - max.x.to_mm(), "right"),
                (height - max.y.to_mm(), "lower"),
            ];
            let nearest = distances.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((distance, edge)) =
                nearest.filter(|(distance, _)| *distance < SAFE - TOLERANCE)
            else {
                continue;
            };
            let place = match distance < 0.0 {
                true => format!("runs over the {edge} edge"),
                false => format!("stands {distance:.1} mm from the {edge} edge"),
            };
            problems.push(
                Problem::error(format!(
                    "`{}` on {} {place}, {left:.0} mm from the left and {top:.0} mm from the top",
                    text.text.trim(),
                    name(number, format),
                ))
                .help("text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template"),
            );
        }
    }
    problems
}

/// A note for every page with one large empty stretch.
pub fn half_empty(pages: &[Page], format: Format) -> Vec<Problem> {
    let note = |(number, page): (usize, &Page)| {
        let empty = largest_gap(&page.frame);
        (empty > EMPTY).then(|| {
            Problem::note(format!(
                "{} has an empty stretch of {:.0} % of its height",
                name(number, format),
                100.0 * empty
            ))
            .help("a picture, a quotation or lines to write on would fill it")
        })
    };
    pages.iter().enumerate().filter_map(note).collect()
}

/// The largest stretch from top to bottom in which nothing is drawn, as a share of
/// the height.
fn largest_gap(page: &Frame) -> f64 {
    let height = page.height();
    let mut drawn: Vec<_> = ink::of(page)
        .iter()
        .map(|ink| (ink.area.min.y, ink.area.max.y))
        .collect();
    drawn.push((height, height));
    drawn.sort_by_key(|drawn| drawn.0);
    let mut reached = typst::layout::Abs::zero();
    let mut largest = typst::layout::Abs::zero();
    for (from, to) in drawn {
        largest.set_max(from - reached);
        reached.set_max(to);
    }
    largest / height
}

/// "page 3", or "page 3 (`flap`)"
fn name(number: usize, format: Format) -> String {
    match format.panels().get(number) {
        Some((panel, _)) => format!("page {} (`{}`)", number + 1, panel.id()),
        None => format!("page {}", number + 1),
    }
}
