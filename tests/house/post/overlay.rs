//! The proof with zones, window and folds drawn on it.
//!
//! `UPDATE_GOLDENS=1 cargo test overlay` takes new pictures into `tests/golden/`.

use super::{ADDRESSES, letters};
use crate::support::picture::{DPI, changed};
use crate::support::rendering::rendered;
use crate::support::{Desk, Pdf, snapshot};

#[test]
fn zones_window_and_folds_are_drawn_on_the_longest_letter() {
    let mut said = String::new();
    for (post, words) in [
        ("notify", "GOV.UK Notify lets ink be in these zones only."),
        ("nhs-notify", "NHS Notify lets ink be in these zones only."),
        ("dl", "The box shows in the window of a DL envelope"),
    ] {
        let desk = Desk::with("harbour");
        let told = letters(&desk, &ADDRESSES[2..4], &["--post", post, "--overlay"]);
        assert_eq!(told.status, 0, "{}", told.story());
        said.push_str(&told.story());
        let names: Vec<String> = desk.files("out").into_keys().collect();
        assert_eq!(names, ["invitation/proof-overlay.pdf"]);
        let pdf = desk.read("out/invitation/proof-overlay.pdf");
        let text = Pdf::open(&pdf).running_text();
        assert!(text.contains("Proof, not for the post."), "{text}");
        assert!(text.contains(words), "{text}");
        let pictures = rendered(&pdf, DPI as f32 / 25.4);
        let changed = changed(&format!("post-overlay-{post}"), &pictures);
        assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
    }
    snapshot("post/overlay", &said);
}

#[cfg(unix)]
#[test]
fn it_is_for_its_owner_alone_and_goes_when_the_letters_come() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("harbour");
    letters(&desk, &ADDRESSES[..1], &["--overlay", "--proof"]);
    for name in ["overlay", "shortest", "longest"] {
        let path = desk.path(format!("out/invitation/proof-{name}.pdf"));
        let mode = std::fs::metadata(path).expect(name).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    letters(&desk, &ADDRESSES[..1], &[]);
    assert!(!desk.exists("out/invitation/proof-overlay.pdf"));
}
