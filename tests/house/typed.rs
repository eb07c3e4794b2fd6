//! What was typed is what is read: by a screen reader, by whoever copies a line, by
//! whoever looks for a name. Our own reader of PDFs sees it, and two that we did not
//! write: poppler and MuPDF.

use std::process::Command;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::support::pdf::flowing;
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf};

const HEADER: &str =
    "name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference";

/// Invented people. Each letter that one of them has with a mark, another has without.
const NAMES: [&str; 9] = [
    "Adébáyọ̀ Ọlátúnjí",
    "Ìyábọ̀ Ọ̀ṣun",
    "Nguyễn Thị Ngọc Ánh",
    "Kōtarō Ōta",
    "Siân Tŷ-Ŵyn",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Łukasz O'Śmiały",
    "Γιώργος Παπαδόπουλος",
    "Зоя И́ванова",
];

/// Programs that read the text of a PDF, each with what stands before the file's name and
/// behind it.
const READERS: [(&str, &[&str], &[&str]); 2] = [
    ("pdftotext", &[], &["-"]),
    ("mutool", &["draw", "-q", "-F", "text"], &[]),
];

/// What each reader finds, every stretch of white space one blank. On a machine without
/// these programs only our own reader is asked, unless `LEAFWRIGHT_READERS` is set.
fn as_read(desk: &Desk, path: &str) -> Vec<(&'static str, String)> {
    let bytes = desk.read(path);
    let mut found = vec![("our own reader", Pdf::open(&bytes).text().join("\n"))];
    for (program, before, after) in READERS {
        let mut command = Command::new(program);
        command.args(before).arg(desk.path(path)).args(after);
        match command.output() {
            Ok(told) if told.status.success() => {
                found.push((program, String::from_utf8(told.stdout).expect("UTF-8")));
            }
            other => assert!(
                std::env::var_os("LEAFWRIGHT_READERS").is_none(),
                "{program}: {other:?}"
            ),
        }
    }
    found
}

/// A reader may put a letter and its mark together, or take them apart.
fn composed(text: &str) -> String {
    flowing(text).nfc().collect()
}

fn without_blanks_behind_marks(text: &str) -> String {
    let mut kept = String::new();
    for letter in text.chars() {
        if letter != ' ' || !kept.ends_with(is_combining_mark) {
            kept.push(letter);
        }
    }
    kept
}

fn assert_nothing_hidden(reader: &str, text: &str) {
    let hidden = |it: &char| matches!(it, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let found: Vec<String> = text
        .chars()
        .filter(hidden)
        .map(|it| it.escape_unicode().to_string())
        .collect();
    assert_eq!(found, Vec::<String>::new(), "{reader}");
}

fn letters_in(desk: &Desk, large: bool) {
    let rows = NAMES.map(|name| {
        format!("{name},8 Net Loft Lane,Quayside,LD99 2BB,2026-12-07,09:30,pier,HPS-AB-7701\n")
    });
    desk.write("people.csv", format!("{HEADER}\n{}", rows.concat()));
    let mut typed = vec!["letters", "invitation", "--people", "people.csv"];
    if large {
        typed.extend(["--edition", "large-print"]);
    }
    desk.done(&typed);
    let files: Vec<String> = desk
        .files("out")
        .into_keys()
        .filter(|name| name.ends_with(".pdf"))
        .collect();
    assert_eq!(files.len(), NAMES.len());
    for (name, file) in NAMES.iter().zip(files) {
        let path = format!("out/{file}");
        assert_conforms(name, &desk.read(&path));
        let name: String = name.nfc().collect();
        for (reader, text) in as_read(desk, &path) {
            assert_nothing_hidden(reader, &text);
            // Ours sees a blank behind a mark that is raised above a capital.
            let read = |text: &str| match reader {
                "our own reader" => without_blanks_behind_marks(text),
                _ => text.to_owned(),
            };
            let (name, text) = (read(&name), read(&composed(&text)));
            for words in [
                format!("Dear {name},"),
                "HPS-AB-7701".to_owned(),
                "Monday 7 December 2026".to_owned(),
                "01632 960".to_owned(),
            ] {
                let found = text.contains(&read(&words));
                assert!(found, "{reader}: {words} in\n{text}");
            }
            // In the window of an envelope a very long name may take two lines.
            let in_one = |text: &str| text.replace(' ', "");
            let found = in_one(&text).matches(&in_one(&name)).count();
            assert!(found >= 3, "{reader}: {name} in\n{text}");
            // A letter without a mark is not read with one.
            assert!(text.contains("You are invited to"), "{reader}: {text}");
        }
    }
}

#[test]
fn a_letter_says_the_name_that_was_typed() {
    letters_in(&Desk::with("harbour"), false);
}

#[test]
fn a_letter_in_large_print_says_the_name_that_was_typed() {
    letters_in(&Desk::with("harbour"), true);
}

/// An apostrophe in an address is not a quotation mark, wherever it was written.
#[test]
fn an_address_is_printed_sign_for_sign() {
    let desk = Desk::with("notice-board");
    let email = "o'neil.and.daughters@persistent-pain-service.harbour.example";
    let guide = format!(
        "guide: call\nkind: letter\nformat: a4-letter\ntitle: A call\nsummary: We will call\n\
         audience: patients\nversion: 1\nreviewed: 2026-11-01\n\
         next-review: 2028-11-01\nsections:\n  - id: first\n    heading: A call\n    blocks:\n\
         \x20     - text: Write to {email} or see harbour.example/a--b, \"as you like\".\n"
    );
    desk.write("content/guides/call/en-GB.yaml", guide);
    desk.done(&["build", "call"]);
    for (reader, text) in as_read(&desk, "out/call.sample.pdf") {
        assert_nothing_hidden(reader, &text);
        let text = text.replace(char::is_whitespace, "");
        for words in [email, "harbour.example/a--b", "“asyoulike”"] {
            assert!(text.contains(words), "{reader}: {words} in\n{text}");
        }
    }
}
