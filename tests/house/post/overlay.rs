//! The proof with zones, window and folds drawn on it.
//!
//! `UPDATE_GOLDENS=1 cargo test overlay` takes new pictures into `tests/golden/`.

use super::{ADDRESSES, letters};
use crate::support::picture::{DPI, changed};
use crate::support::rendering::rendered;
use crate::support::standards::assert_conforms;
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
        assert_eq!(names, ["invitation.proofs/proof-overlay.pdf"]);
        let pdf = desk.read("out/invitation.proofs/proof-overlay.pdf");
        assert_conforms(post, &pdf);
        let text = Pdf::open(&pdf).running_text();
        assert!(text.contains("Proof, not to be sent"), "{text}");
        assert!(text.contains(words), "{text}");
        let pictures = rendered(&pdf, DPI as f32 / 25.4);
        let changed = changed(&format!("post-overlay-{post}"), &pictures);
        assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
    }
    snapshot("post/overlay", &said);
}

#[test]
fn it_goes_when_the_letters_come() {
    let desk = Desk::with("harbour");
    letters(&desk, &ADDRESSES[..1], &["--overlay", "--proof"]);
    assert!(desk.exists("out/invitation.proofs/proof-overlay.pdf"));
    // What somebody else put there stays.
    desk.write("out/invitation.proofs/approved.txt", "by Sam");
    letters(&desk, &ADDRESSES[..1], &[]);
    let left: Vec<String> = desk.files("out/invitation.proofs").into_keys().collect();
    assert_eq!(left, ["approved.txt"]);
}
