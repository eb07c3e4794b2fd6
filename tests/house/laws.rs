//! What holds for every input there is.

use leafwright::diagnostics::Failure;
use leafwright::{Error, Target, Workspace};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::support::library::Order;
use crate::support::pdf::flowing;
use crate::support::{Desk, Pdf};

/// Opens the service on the desk: settings read, tone and words found.
fn open(desk: &Desk) -> Result<Workspace, Error> {
    let order = Order {
        folder: Some(desk.folder()),
        ..Order::EXAMPLE
    };
    order.open()
}

/// Whether something is wrong in the input, and not with the machine.
fn is_input(error: &Error) -> bool {
    matches!(error.failure(), Failure::Input(_))
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
        prop_assert!(open(&desk).err().as_ref().is_none_or(is_input));
    }

    #[test]
    fn no_scribble_in_settings_makes_it_panic(bytes in scribbled()) {
        let desk = Desk::empty();
        desk.write("service.yaml", bytes);
        if let Ok(workspace) = open(&desk) {
            for id in workspace.publications_of("invitation").expect("a guide") {
                let outcome = workspace.publish(&id, &[Target::Screen]);
                prop_assert!(outcome.err().as_ref().is_none_or(is_input));
            }
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
        let order = Order {
            folder: Some(desk.folder()),
            ..Order::EXAMPLE
        };
        let text = flowing(&Pdf::open(&order.print("notice")).tags().words());
        let wanted = format!("You are welcome at {}.", name.nfc().collect::<String>());
        prop_assert!(text.contains(&wanted), "{wanted} in\n{text}");
    }
}
