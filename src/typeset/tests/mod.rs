//! What the rules of runs do, looked at on laid-out pages.

mod ink;
mod lines;

use std::sync::{Arc, OnceLock};

use jiff::civil::date;
use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;

use super::*;

fn fonts() -> Arc<Fonts> {
    static FONTS: OnceLock<Arc<Fonts>> = OnceLock::new();
    let load = || Arc::new(Fonts::load(&Assets::example()).expect("our own fonts load"));
    Arc::clone(FONTS.get_or_init(load))
}

/// Sets a template that looks at `/data/asked.json`.
fn set(template: &str, asked: &serde_json::Value) -> Result<Pages, Failure> {
    let language = serde_json::json!({"language": {
        "months": ["January", "May", "December"], "weekdays": ["Monday"], "half-days": ["am", "pm"],
    }});
    let files = vec![
        ("templates/ink.typ".to_owned(), template.into()),
        file("data/publication.json", &language)?,
        file("data/faces.json", &fonts().families())?,
        file("data/asked.json", asked)?,
    ];
    let day = date(2026, 11, 28);
    let world = World::new(
        "templates/ink.typ",
        files,
        Vec::new(),
        &fonts(),
        &Assets::example(),
        day,
    )?;
    Typesetter { world }.set(&Sources::default())
}

/// Every text, and where it begins.
fn each_text(frame: &Frame, from: Point, visit: &mut impl FnMut(Point, &TextItem)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => each_text(&group.frame, from + *at, visit),
            FrameItem::Text(text) => visit(from + *at, text),
            _ => {}
        }
    }
}
