//! What the files say of their own size, and what they claim to be.

use crate::support::printed::{EVERYTHING, Printed};
use crate::support::{Desk, Pdf, snapshot};

const A4: [f32; 2] = [210.0, 297.0];

/// Room round what is cut, for bleed and marks, mm.
const AROUND: f32 = 10.0;

/// Large print is on A4, whatever the standard edition is on.
fn sheet(printed: &Printed) -> [f32; 2] {
    if printed.is_large() {
        A4
    } else {
        printed.paper.desk
    }
}

fn cut(printed: &Printed) -> [f32; 2] {
    if printed.is_large() {
        A4
    } else {
        printed.paper.cut
    }
}

#[test]
fn office_sheets_are_paper_that_exists() {
    for printed in EVERYTHING.iter() {
        let desk = printed.desk();
        assert!(!desk.sizes().is_empty(), "{}", printed.name());
        for size in desk.sizes() {
            assert_eq!(size, sheet(printed), "{}", printed.name());
        }
        // Nothing is cut off by a printer that looks at other boxes.
        for page in desk.pages() {
            for name in ["CropBox", "BleedBox", "TrimBox", "Rotate"] {
                let page = desk.document.get_dictionary(page).expect("a page");
                assert!(!page.has(name.as_bytes()), "{}: {name}", printed.name());
            }
        }
    }
}

/// Both sides of every sheet are in the file, also where a last back is blank.
#[test]
fn office_sheets_have_two_sides_or_one() {
    for printed in EVERYTHING.iter() {
        let sides = printed.desk().pages().len();
        assert!(sides == 1 || sides % 2 == 0, "{}: {sides}", printed.name());
    }
}

#[test]
fn a_print_shop_finds_where_to_cut() {
    for printed in EVERYTHING.iter() {
        let press = printed.press();
        let [width, height] = cut(printed);
        for page in press.pages() {
            let own = |name| press.own_box(page, name);
            let (right, upper) = (width + AROUND, height + AROUND);
            let around = [0.0, 0.0, right + AROUND, upper + AROUND];
            assert_eq!(own("MediaBox"), Some(around), "{}", printed.name());
            let trimmed = [AROUND, AROUND, right, upper];
            assert_eq!(own("TrimBox"), Some(trimmed), "{}", printed.name());
            // PDF/A lets a page have none of these, and nothing sets them: the
            // ticket says how far the bleed goes.
            for name in ["BleedBox", "ArtBox", "CropBox"] {
                assert_eq!(own(name), None, "{}: {name}", printed.name());
            }
        }
    }
}

/// A print shop imposes booklets itself, so it gets every page alone; what is
/// folded it gets as a whole sheet.
#[test]
fn a_print_shop_gets_pages_one_by_one() {
    for printed in EVERYTHING.iter() {
        let (screen, press) = (printed.screen().pages(), printed.press().pages());
        let folded = !printed.is_large() && printed.paper.format.ends_with("-fold");
        let wanted = if folded { 2 } else { screen.len() };
        assert_eq!(press.len(), wanted, "{}", printed.name());
    }
}

/// Typst cannot write PDF/X, so no file may say that it is: a shop that believed it
/// would not look.
#[test]
fn no_file_claims_to_be_what_it_is_not() {
    for printed in EVERYTHING.iter() {
        for ending in ["pdf", "desk.pdf", "press.pdf"] {
            let bytes = printed.file(ending);
            let pdf = Pdf::open(bytes);
            let catalog = pdf.document.catalog().expect("a catalogue");
            let (_, metadata) = pdf
                .document
                .dereference(catalog.get(b"Metadata").expect("metadata"))
                .expect("metadata");
            let metadata = metadata.as_stream().expect("a stream");
            let plain = metadata.get_plain_content().expect("XMP");
            for said in [bytes, plain.as_slice()] {
                let said = String::from_utf8_lossy(said).to_lowercase();
                for claim in ["pdf/x", "pdfx", "pdf_x"] {
                    assert!(
                        !said.contains(claim),
                        "{} {ending}: {claim}",
                        printed.name()
                    );
                }
            }
            let plain = String::from_utf8_lossy(&plain);
            assert!(
                plain.contains("pdfaid"),
                "{} {ending}: PDF/A",
                printed.name()
            );
        }
    }
}

/// What is for paper is not tagged: a screen reader would hear panels in the order
/// of a sheet.
#[test]
fn only_files_for_the_screen_are_tagged() {
    for printed in EVERYTHING.iter() {
        let tagged = |pdf: &Pdf| {
            pdf.document
                .catalog()
                .expect("a catalogue")
                .has(b"StructTreeRoot")
        };
        assert!(tagged(&printed.screen()), "{}", printed.name());
        assert!(!tagged(&printed.desk()), "{}", printed.name());
        assert!(!tagged(&printed.press()), "{}", printed.name());
    }
}

#[test]
fn a_ticket_lies_beside_the_pages_for_a_print_shop() {
    let mut tickets = String::new();
    for printed in EVERYTHING.iter() {
        let ticket = String::from_utf8(printed.file("press.txt").to_vec()).expect("a text");
        let pages = printed.file_name("press.pdf");
        assert!(ticket.contains(&pages), "{pages} in\n{ticket}");
        assert!(ticket.contains("there is no bleed box"), "{ticket}");
        assert!(!ticket.to_lowercase().contains("pdf/x"), "{ticket}");
        for line in ticket.lines() {
            assert!(
                line.chars().count() <= 78,
                "too long for a terminal: {line}"
            );
        }
        if printed.tone == "wellbeing" {
            tickets.push_str(&format!("=== {}\n{ticket}\n", printed.name()));
        }
    }
    snapshot("targets/tickets", &tickets);
}

/// What a service wants of its print shop stands on the ticket.
#[test]
fn a_service_says_how_many_on_which_paper() {
    let desk = Desk::with("formats");
    desk.change(
        "service.yaml",
        "brand:\n",
        "press: {paper: \"115 g/m², silk\", copies: 2000}\nbrand:\n",
    );
    let told = desk.done(&["build", "walk-fold", "--target", "press"]);
    snapshot("targets/press", &told.story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    assert_eq!(files, ["walk-fold.press.pdf", "walk-fold.press.txt"]);
    let ticket = desk.read_text("out/walk-fold.press.txt");
    assert!(ticket.contains("115 g/m², silk"), "{ticket}");
    assert!(ticket.contains("2000"), "{ticket}");
}
