//! Typst's library, with one thing more that templates can ask.

use comemo::Track;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Context, NativeElement, Packed, StyleChain, Target, dict};
use typst::introspection::Locator;
use typst::layout::{BlockElem, Fragment, LayoutElem, Regions, Size};
use typst::{Feature, Library, LibraryExt};
use typst_layout::layout_fragment;

/// Typst's library. In it `layout(room => …)` is told `room.left` as well: the height that
/// is left below the place where it stands, on its page or in what it stands in. Typst
/// itself tells the whole height only.
///
/// So a template can keep something clear of a fold while the page is made. Asking where
/// it stands would take another pass over the letter for each thing that is moved, and
/// Typst makes five. And a table has headers of rows (`pdf.header-cell`).
pub fn library() -> Library {
    // Cells that say what their row is for are headers of it.
    let features = [Feature::A11yExtras].into_iter().collect();
    let mut library = Library::builder().with_features(features).build();
    library
        .rules
        .replace::<LayoutElem>(Target::Paged, |elem, _, _| {
            Ok(BlockElem::multi_layouter(elem.clone(), lay_out).pack())
        });
    library
}

fn lay_out(
    elem: &Packed<LayoutElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    let Size { x, y } = regions.base();
    let room = dict! { "width" => x, "height" => y, "left" => regions.size.y };
    let context = Context::new(elem.location(), Some(styles));
    let body = elem.func.call(engine, context.track(), [room])?.display();
    layout_fragment(engine, &body, locator, styles, regions)
}
