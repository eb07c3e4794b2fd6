//! Lines on one grid, columns that begin and end together, one size on facing pages,
//! nothing small, no page half empty in large print: every built-in guide in every format
//! it can have, and a guide for every other format.
//!
//! `RHYTHM=all cargo test --test house rhythm` measures what is not switched on as well:
//! what it says is what a template has left to do.

use std::fmt::Write as _;

use leafwright::Edition;
use leafwright::inspect::{Drawn, drawn};

use crate::support::Desk;
use crate::support::layouts::{LAYOUTS, Layout};
use crate::support::library::Order;
use crate::support::rhythm::{
    Fault, filled, last_words, off_the_grid, text_size, too_small, uneven,
};

/// What is measured of which layouts: a format, or a kind in large print.
struct Checked {
    /// Text stands on a grid of 6 mm, or of a closer one throughout.
    on_the_grid: &'static [&'static str],
    /// Inner columns begin on one line, and end within one line of each other.
    even_columns: &'static [&'static str],
    /// Facing pages have one size of text.
    one_size: &'static [&'static str],
    /// Nothing is smaller than 10 pt, the numbers of notes neither.
    nothing_small: &'static [&'static str],
    /// No page but the last ends above 80 % of its height.
    full_pages: &'static [&'static str],
}

/// A template that is on the grid is put into these lists.
const CHECKED: Checked = Checked {
    on_the_grid: &[
        "a4-roll-fold",
        "a4-z-fold",
        "a4-gate-fold",
        "a5-fold",
        "a4",
        "dl-card",
        "a5-booklet",
        "a5-pages",
        "a5",
        "a6",
    ],
    even_columns: &["a4-roll-fold", "a4-z-fold", "a4-gate-fold", "a5-fold"],
    one_size: &[
        "a4-roll-fold",
        "a4-z-fold",
        "a4-gate-fold",
        "a5-fold",
        "a5-booklet",
        "a5-pages",
        "a4-booklet",
    ],
    nothing_small: &[
        "a4-roll-fold",
        "a4-z-fold",
        "a4-gate-fold",
        "a5-fold",
        "a4",
        "dl-card",
        "a5-booklet",
        "a5-pages",
        "a4-booklet",
        "a4-letter",
        "a3",
        "a5",
        "a6",
        "large-print leaflet",
        "large-print booklet",
        "large-print letter",
        "large-print sheet",
    ],
    full_pages: &[
        "large-print leaflet",
        "large-print booklet",
        "large-print sheet",
    ],
};

/// Where the grid begins on the pages of a format, mm from the top, and none where that
/// is below a title; other formats have text
/// of another size.
const GRIDS: [(&str, Option<f64>); 11] = [
    ("a4-roll-fold", Some(12.0)),
    ("a4-z-fold", Some(12.0)),
    ("a4-gate-fold", Some(12.0)),
    ("a5-fold", Some(12.0)),
    ("a4", None),
    ("dl-card", None),
    ("a5-booklet", Some(0.0)),
    ("a5-pages", Some(0.0)),
    ("a4-letter", Some(0.0)),
    ("a5", Some(0.0)),
    ("a6", Some(0.0)),
];

/// The inner pages of what is folded, from left to right, counted from 0.
const SPREADS: [(&str, &[usize]); 4] = [
    ("a4-roll-fold", &[1, 3, 4]),
    ("a4-z-fold", &[1, 2, 3]),
    ("a4-gate-fold", &[2, 3, 4]),
    ("a5-fold", &[1, 2]),
];

const BOOKLETS: [&str; 3] = ["a5-booklet", "a5-pages", "a4-booklet"];

/// The least share of a page's height, per cent, in large print.
const LEAST_FILLED: f64 = 80.0;

/// Panics with everything that is wrong with the layouts of a list, or with all where
/// somebody asks for that.
fn right(list: &[&str], wrong: impl Fn(&Layout) -> Vec<Fault>) {
    let all = std::env::var_os("RHYTHM").is_some();
    let mut said = String::new();
    for layout in LAYOUTS.iter() {
        let faults = wrong(layout);
        if !all && !list.contains(&layout.name.as_str()) || faults.is_empty() {
            continue;
        }
        let (guide, name) = (layout.guide, &layout.name);
        writeln!(said, "{guide}, {name}: {} wrong", faults.len()).expect("memory");
        for fault in faults {
            writeln!(said, "  {fault}").expect("memory");
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

/// How many pages are composed as a cover: they have no grid.
fn covers(layout: &Layout) -> usize {
    let name = layout.name.as_str();
    let has_cover = SPREADS.iter().any(|(format, _)| *format == name) || BOOKLETS.contains(&name);
    match name {
        "a4-gate-fold" => 2,
        _ => usize::from(has_cover),
    }
}

#[test]
fn text_stands_on_the_grid() {
    right(CHECKED.on_the_grid, |layout| {
        let grid = GRIDS.iter().find(|(format, _)| *format == layout.name);
        let mut faults =
            grid.map_or_else(Vec::new, |(_, origin)| off_the_grid(&layout.drawn, *origin));
        faults.retain(|fault| fault.page >= covers(layout));
        faults
    });
}

#[test]
fn inner_columns_begin_and_end_together() {
    right(CHECKED.even_columns, |layout| {
        let spread = SPREADS.iter().find(|(format, _)| *format == layout.name);
        spread.map_or_else(Vec::new, |(_, pages)| uneven(&layout.drawn, pages))
    });
}

/// Pages that somebody sees at once.
fn facing(layout: &Layout) -> Vec<Vec<usize>> {
    let mut spreads = SPREADS.iter();
    if let Some((_, pages)) = spreads.find(|(format, _)| *format == layout.name) {
        return vec![pages.to_vec()];
    }
    if !BOOKLETS.contains(&layout.name.as_str()) {
        return Vec::new();
    }
    let inner: Vec<usize> = (1..layout.heights.len()).collect();
    inner.chunks(2).map(<[usize]>::to_vec).collect()
}

#[test]
fn facing_pages_have_one_size_of_text() {
    right(CHECKED.one_size, |layout| {
        let mut faults = Vec::new();
        for pages in facing(layout) {
            let sized = pages
                .into_iter()
                .filter_map(|page| Some((page, text_size(&layout.drawn, page)?)));
            let sized: Vec<(usize, f64)> = sized.collect();
            for pair in sized.windows(2) {
                let [(page, size), (other, other_size)] = [pair[0], pair[1]];
                if (size - other_size).abs() > 0.01 {
                    faults.push(Fault {
                        page: other,
                        words: "most of it".into(),
                        what: format!(
                            "it is set in {other_size} pt, and page {} beside it in {size} pt",
                            page + 1
                        ),
                    });
                }
            }
        }
        faults
    });
}

#[test]
fn nothing_is_smaller_than_10_pt() {
    right(CHECKED.nothing_small, |layout| too_small(&layout.drawn));
}

#[test]
fn large_pages_are_full() {
    right(CHECKED.full_pages, |layout| {
        if layout.edition != Edition::LargePrint {
            return Vec::new();
        }
        let filled = filled(&layout.drawn, &layout.heights);
        let but_last = filled
            .iter()
            .enumerate()
            .take(filled.len().saturating_sub(1));
        let short = but_last.filter(|(_, share)| **share < LEAST_FILLED);
        short
            .map(|(page, share)| Fault {
                page,
                words: last_words(&layout.drawn, page),
                what: format!("it is at {share:.0} % of the page's height"),
            })
            .collect()
    });
}

/// What the measures say of a page that somebody can count on their fingers.
#[test]
fn the_measures_see_what_is_wrong() {
    let desk = Desk::with("formats");
    desk.write(
        "templates/leaflet.typ",
        "#import \"/templates/faces.typ\": faces
#set document(title: \"Measured\")
#set text(font: faces, size: 12pt, top-edge: 6mm, bottom-edge: 0mm)
#set par(leading: 0mm, spacing: 6mm)
#set page(width: 99mm, height: 210mm, margin: (x: 10mm, y: 12mm))
One line on the grid, and a second line that stands right below it.

#v(1mm)
One line that is off.#super(typographic: false, size: 8pt)[1]
#pagebreak()
#v(9mm)
The other page.
#v(120mm)
#text(size: 13pt)[Larger words, and more of them than in the other lines of this page.]
",
    );
    let pages = layout_of(&desk, "walk-card");
    let says = |faults: Vec<Fault>| {
        let lines = faults.iter().map(Fault::to_string);
        lines.collect::<Vec<_>>().join("\n")
    };
    let heights = [210.0; 2];
    let shares = filled(&pages, &heights)
        .into_iter()
        .map(|share| format!("{share:.0} %"));
    let sizes = (0..2).map(|page| format!("{:?}", text_size(&pages, page)));
    insta::assert_snapshot!([
        says(off_the_grid(&pages, Some(0.0))),
        says(uneven(&pages, &[0, 1])),
        says(too_small(&pages)),
        shares.collect::<Vec<_>>().join(", "),
        sizes.collect::<Vec<_>>().join(", "),
    ].join("\n\n"), @"
    page 1, “One line that is off.”: its baseline is at 37.00 mm, +1.00 mm off the grid of 3 mm

    page 1, “One line that is off.”: the column ends at 37.00 mm, the longest of the spread at 165.00 mm
    page 2, “The other page.”: the column begins at 27.00 mm, another at 18.00 mm

    page 1, “1”: it is set in 8.0 pt

    18 %, 79 %

    Some(12.0), Some(13.0)
    ");
}

fn layout_of(desk: &Desk, guide: &str) -> Vec<Drawn> {
    let order = Order {
        folder: Some(desk.folder()),
        ..Order::EXAMPLE
    };
    let workspace = order.open().expect("a service");
    let pages = workspace.pages(&order.id(&workspace, guide));
    drawn(pages.expect("pages").pages())
}
