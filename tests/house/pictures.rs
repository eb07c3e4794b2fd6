//! What every page looks like, compared with pictures somebody has looked at.
//!
//! `UPDATE_GOLDENS=1 cargo test pictures` takes new ones into `tests/golden/`.

use crate::support::TONES;
use crate::support::library::Order;
use crate::support::picture::{assert_looks, difference, page_with_square};

fn looks(guide: &str) {
    for tone in TONES {
        let order = Order {
            tone: Some(tone),
            ..Order::EXAMPLE
        };
        let workspace = order.open().expect("the example opens");
        let document = workspace.pages(&order.id(&workspace, guide));
        assert_looks(&format!("{guide}-{tone}"), &document.expect("it is set"));
    }
}

#[test]
fn the_leaflet() {
    looks("pain-and-mood");
}

#[test]
fn the_booklet() {
    looks("your-options");
}

#[test]
fn the_letter() {
    looks("invitation");
}

#[test]
fn a_change_is_seen_and_noise_is_not() {
    let page = page_with_square(40);
    assert_eq!(difference(&page, &page), None);
    let mut noisy = page.clone();
    noisy
        .pixels_mut()
        .for_each(|dot| dot.0[0] = dot.0[0].saturating_sub(1));
    assert_eq!(difference(&page, &noisy), None);
    // One word gone, a colour changed, another size.
    assert!(difference(&page, &page_with_square(30)).is_some());
    let mut tinted = page.clone();
    tinted
        .pixels_mut()
        .for_each(|dot| dot.0[2] = dot.0[2].saturating_sub(60));
    assert!(difference(&page, &tinted).is_some());
    let wide = image::imageops::resize(&page, 240, 330, image::imageops::Nearest);
    assert!(difference(&page, &wide).is_some());
}
