//! Every built-in guide in every format it can have, and a guide for every other format, laid
//! out once for all stories that measure pages.

use std::sync::LazyLock;

use leafwright::Edition;
use leafwright::inspect::{Drawn, drawn};
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::Desk;
use super::library::Order;

/// The built-in guides, with the formats that each can have.
const BUILT_IN: [(&str, &str, &[&str]); 3] = [
    (
        "pain-and-mood",
        "leaflet",
        &[
            "a4-roll-fold",
            "a4-z-fold",
            "a4-gate-fold",
            "a5-fold",
            "a4",
            "dl-card",
        ],
    ),
    (
        "your-options",
        "booklet",
        &["a5-booklet", "a5-pages", "a4-booklet"],
    ),
    ("invitation", "letter", &["a4-letter"]),
];

/// The guides of `tests/services/formats`.
const WALKS: [(&str, &str, &str); 10] = [
    ("walk-z-fold", "leaflet", "a4-z-fold"),
    ("walk-gate-fold", "leaflet", "a4-gate-fold"),
    ("walk-fold", "leaflet", "a5-fold"),
    ("walk-card", "leaflet", "dl-card"),
    ("walk-booklet", "booklet", "a4-booklet"),
    ("walk-pages", "booklet", "a5-pages"),
    ("walk-page", "sheet", "a4"),
    ("walk-poster", "sheet", "a3"),
    ("walk-half", "sheet", "a5"),
    ("walk-pocket", "sheet", "a6"),
];

/// The pages of a guide in a format and an edition.
pub struct Layout {
    pub guide: &'static str,
    /// The format, or `large-print` and the kind.
    pub name: String,
    pub edition: Edition,
    pub drawn: Vec<Drawn>,
    /// How tall each page is, mm.
    pub heights: Vec<f64>,
}

/// All that fit their format: what does not is printed nowhere.
pub static LAYOUTS: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    let mut layouts = Vec::new();
    let own = Desk::own_service();
    for (guide, kind, formats) in BUILT_IN {
        for format in formats {
            own.write(
                format!("overrides/{guide}.yaml"),
                format!("format: {format}\n"),
            );
            layouts.extend(layout(&own, (guide, kind, format), Edition::Standard));
        }
        layouts.extend(layout(&own, (guide, kind, ""), Edition::LargePrint));
    }
    let walks = Desk::with("formats");
    for walk in WALKS {
        layouts.extend(layout(&walks, walk, Edition::Standard));
        layouts.extend(layout(&walks, walk, Edition::LargePrint));
    }
    layouts
});

fn layout(
    desk: &Desk,
    (guide, kind, format): (&'static str, &str, &str),
    edition: Edition,
) -> Option<Layout> {
    let order = Order {
        folder: Some(desk.folder()),
        edition,
        ..Order::EXAMPLE
    };
    let workspace = order.open().expect("a service");
    let id = order.id(&workspace, guide);
    let pages = workspace.pages(&id);
    let pages = pages.unwrap_or_else(|error| panic!("{guide} in {format}: {error}"));
    if !fits(&pages) {
        eprintln!("{guide} does not fit {format}");
        return None;
    }
    let heights = pages.pages().iter().map(|page| page.frame.height().to_mm());
    Some(Layout {
        guide,
        name: match edition {
            Edition::Standard => format.to_owned(),
            Edition::LargePrint => format!("large-print {kind}"),
        },
        edition,
        drawn: drawn(pages.pages()),
        heights: heights.collect(),
    })
}

/// Whether every place that cannot grow has room for what stands on it: templates say so
/// with metadata.
fn fits(document: &PagedDocument) -> bool {
    let label = Label::new(PicoStr::intern("fixed-page")).expect("a label");
    let found = document.introspector().query(&Selector::Label(label));
    found.iter().all(|place| {
        let metadata = place.to_packed::<MetadataElem>().expect("metadata");
        let Value::Dict(said) = &metadata.value else {
            panic!("a dictionary, not {:?}", metadata.value);
        };
        let over = said.get("over").expect("how much is over").clone();
        let over: f64 = over.cast().expect("a number");
        over < 0.1
    })
}
