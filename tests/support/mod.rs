//! What the stories are told with: a desk to work at, and eyes for PDFs.

pub mod content;
pub mod desk;
pub mod figure;
pub mod layouts;
pub mod library;
pub mod pdf;
pub mod picture;
pub mod printed;
pub mod rendering;
pub mod rhythm;
pub mod shop;
pub mod standards;
pub mod tags;
pub mod web;

pub use desk::Desk;
pub use pdf::Pdf;

/// The day every story happens on.
pub const TODAY: &str = "2026-11-22";

/// The publications built into the program, and the names of their files.
pub const PUBLICATIONS: [(&str, &str); 3] = [
    ("pain-and-mood", "pain-and-mood.pdf"),
    ("your-options", "your-options.pdf"),
    ("invitation", "invitation.sample.pdf"),
];

/// The tones built into the program.
pub const TONES: [&str; 2] = ["wellbeing", "mental-health"];

/// The head of a guide for patients, up to its sections: what every guide says of itself.
pub fn guide_head(id: &str, kind: &str, format: &str, title: &str) -> String {
    format!(
        "guide: {id}\nkind: {kind}\nformat: {format}\ntitle: {title}\nsummary: What it is for\n\
         audience: patients\nversion: 1\nreviewed: 2026-11-01\nnext-review: 2028-11-01\n"
    )
}

/// Compares a text with `tests/snapshots/<name>.snap`. What differs from run to
/// run and does not matter, the size of a file, is taken out.
pub fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        filters => vec![(r"\b\d+ KB\b", "[size] KB")],
    }, {
        insta::assert_snapshot!(name, text);
    });
}
