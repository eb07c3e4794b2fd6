//! What is typed on the command line, right and wrong.

use crate::support::{Desk, Pdf, snapshot};

#[test]
fn a_setting_is_set_for_one_run() {
    let desk = Desk::with("harbour");
    let before = desk.read("service.yaml");
    desk.done(&[
        "build",
        "invitation",
        "--set",
        "service.name=Quayside: Pain & More",
        "--set",
        "contacts.bookings.phone=01632 960999",
    ]);
    let text = Pdf::open(&desk.read("out/invitation.sample.pdf")).running_text();
    assert!(text.contains("meet us at Quayside: Pain & More."), "{text}");
    assert!(text.contains("01632 960999"), "{text}");
    assert!(!text.contains("Harbour Pain Service"), "{text}");
    assert!(
        desk.read("service.yaml") == before,
        "the file stays as it was"
    );
}

#[test]
fn wrong_words_are_said_where_they_were_typed() {
    let cases: [&[&str]; 12] = [
        &["build", "--tone", "wellbeeing"],
        &["build", "--language", "fr"],
        &["build", "--set", "service.nmae=Quayside"],
        &["build", "--set", "service.name="],
        &["build", "--set", "service.nation=cornwall"],
        &["build", "pain-and-mod"],
        &["build", "--service", "nowhere"],
        &["letters", "your-options", "--people", "people.csv"],
        &["letters", "invitation", "--people", "persons.csv"],
        &["letters", "invitation"],
        &["build", "--date", "nonsense"],
        &["build", "--set", "nonsense"],
    ];
    let mut said = String::new();
    for typed in cases {
        let desk = Desk::with("harbour");
        let told = desk.run(typed);
        let nonsense = typed.ends_with(&["nonsense"]);
        assert!(
            told.status == 2 || (told.status == 1 && !nonsense),
            "{}",
            told.story()
        );
        assert!(!desk.exists("out"), "{}", told.story());
        said.push_str(&told.story());
        said.push('\n');
    }
    snapshot("asked/wrong-words", &said);
}

#[test]
fn a_wrong_epoch_is_said() {
    let desk = Desk::with("harbour").environment("SOURCE_DATE_EPOCH", "today");
    let told = desk.run_exactly(&["build"]);
    assert_eq!(told.status, 2);
    snapshot("asked/wrong-epoch", &told.story());
}

/// Nobody who speaks it has read the Welsh, and what is printed says so.
#[test]
fn welsh_is_printed_as_a_draft() {
    let desk = Desk::with("harbour");
    let guides = ["pain-and-mood", "your-options"];
    let welsh = ["--language", "cy", "--target", "screen"];
    desk.done(&[&["build"], &guides[..], &welsh].concat());
    for guide in guides {
        let pdf = Pdf::open(&desk.read(format!("out/{guide}.cy.pdf")));
        assert!(pdf.running_text().contains("Drafft"), "{guide}");
    }
}

/// Labels, dates and numbers exist in Welsh: only the content is missing, and
/// that is what is said.
#[test]
fn welsh_fails_only_for_want_of_a_translation() {
    let desk = Desk::with("harbour");
    let told = desk.run(&["build", "our-programme", "--language", "cy"]);
    assert_eq!(told.status, 1);
    snapshot("asked/welsh", &told.story());
    assert!(!desk.exists("out"));
}

#[test]
fn a_guide_that_is_translated_prints_in_welsh() {
    let desk = Desk::with("notice-board");
    let welsh = desk
        .read_text("content/guides/notice/en-GB.yaml")
        .replace("Come and see us", "Dewch i'n gweld")
        .replace("You are welcome at", "Mae croeso i chi yn");
    desk.write("content/guides/notice/cy.yaml", welsh);
    desk.done(&["build", "--language", "cy"]);
    let pdf = Pdf::open(&desk.read("out/notice.cy.pdf"));
    let text = pdf.running_text();
    assert!(
        text.contains("Mae croeso i chi yn Harbour Pain Service."),
        "{text}"
    );
    assert!(text.contains("Tachwedd 2026"), "{text}");
    assert!(!text.contains("November"), "{text}");
    let language = pdf.document.catalog().unwrap().get(b"Lang").unwrap();
    assert!(language.as_str().unwrap().starts_with(b"cy"));
}

#[test]
fn both_languages_make_one_file() {
    let desk = Desk::with("notice-board");
    let text = desk.read("content/guides/notice/en-GB.yaml");
    desk.write("content/guides/notice/cy.yaml", text);
    let told = desk.done(&["build", "--set", "languages=[cy, en-GB]"]);
    snapshot("asked/both-languages", &told.story());
}

/// Whoever hands out the one must not find the other under its name.
#[test]
fn another_tone_language_or_edition_takes_no_files_place() {
    let desk = Desk::with("notice-board");
    let text = desk.read("content/guides/notice/en-GB.yaml");
    desk.write("content/guides/notice/cy.yaml", text);
    let screen = ["build", "--target", "screen"];
    desk.done(&screen);
    let own = desk.read("out/notice.pdf");
    desk.done(&[&screen[..], &["--tone", "mental-health"]].concat());
    desk.done(
        &[
            &screen[..],
            &["--set", "tone=mental-health", "--edition", "large-print"],
        ]
        .concat(),
    );
    desk.done(&[&screen[..], &["--language", "cy"]].concat());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    assert_eq!(
        files,
        [
            "notice.cy.pdf",
            "notice.mental-health.large-print.pdf",
            "notice.mental-health.pdf",
            "notice.pdf",
        ]
    );
    assert!(desk.read("out/notice.pdf") == own);
}

#[test]
fn large_print_stands_beside_the_standard_edition() {
    let desk = Desk::with("harbour");
    desk.done(&["build", "invitation"]);
    let told = desk.done(&["build", "invitation", "--edition", "large-print"]);
    snapshot("asked/large-print", &told.story());
    assert_eq!(desk.files("out").len(), 2);
}

/// Somewhere nothing can be written: the machine's fault, status 3.
#[test]
fn a_folder_that_is_a_file_is_the_machines_fault() {
    let desk = Desk::with("harbour");
    desk.write("out", "a file of this name");
    let told = desk.run(&["build", "invitation"]);
    assert_eq!(told.status, 3, "{}", told.story());
    snapshot("asked/out-is-a-file", &told.story());
    assert_eq!(desk.read("out"), b"a file of this name");
}

/// A stack for the waiting room comes out of the printer in one go.
#[test]
fn copies_lie_one_after_the_other() {
    let desk = Desk::own_service();
    let line = ["build", "pain-and-mood", "--target", "desk,press"];
    let pages = |desk: &Desk| {
        Pdf::open(&desk.read("out/pain-and-mood.desk.pdf"))
            .pages()
            .len()
    };
    desk.done(&line);
    let once = pages(&desk);
    let told = desk.done(&[&line[..], &["--copies", "3"]].concat());
    assert!(
        told.out.contains("3 copies: 3 sheets of A4"),
        "{}",
        told.story()
    );
    assert_eq!(pages(&desk), 3 * once);
    let ticket = desk.read_text("out/pain-and-mood.press.txt");
    assert!(
        ticket.contains("How many") && ticket.contains('3'),
        "{ticket}"
    );
    let none = desk.run(&[&line[..], &["--copies", "0"]].concat());
    assert_eq!(none.status, 2);
}
