//! The folder of a run: what is in it after another run, and after one that failed.

use super::{PEOPLE, letter, letters, sheet};
use crate::support::{Desk, snapshot};

#[test]
fn a_shorter_run_leaves_no_letter_of_a_longer_one() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    assert_eq!(desk.files("out/invitation").len(), 5);
    desk.write("people.csv", sheet(&PEOPLE[2..]));
    let typed = [
        "letters",
        "invitation",
        "--people",
        "people.csv",
        "--replace",
    ];
    desk.done(&typed);
    let files: Vec<String> = desk.files("out/invitation").into_keys().collect();
    assert_eq!(files, ["000002.pdf", "manifest.csv", "run.json"]);
    assert!(letter(&desk, 2).contains("Bryn Tegid"));
    assert_eq!(
        std::fs::read_dir(desk.path("out")).unwrap().count(),
        1,
        "nothing half done"
    );
}

/// Whose letters are there may be known to nobody but whoever printed them.
#[test]
fn a_finished_run_is_not_replaced_in_silence() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    let before = desk.files("out");
    let again = letters(&desk, sheet(&PEOPLE));
    let other = letters(&desk, sheet(&PEOPLE[..1]));
    for told in [&again, &other] {
        assert_eq!(told.status, 1, "{}", told.story());
        assert_eq!(told.out, "", "nothing is promised");
    }
    let typed = [
        "letters",
        "invitation",
        "--people",
        "people.csv",
        "--dry-run",
    ];
    let rehearsed = desk.done(&typed);
    assert!(desk.files("out") == before);
    let said = [again, other, rehearsed].map(|told| told.story()).concat();
    snapshot("people/already-printed", &said);
}

/// What went well before stays as it is when the next run fails.
#[test]
fn a_failed_run_leaves_the_earlier_letters() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    let before = desk.files("out");
    let told = letters(&desk, sheet(&PEOPLE).replace("2026-12-09", "soon"));
    assert_eq!(told.status, 1);
    assert!(desk.files("out") == before);
}

#[test]
fn somebody_elses_file_is_not_thrown_away() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    desk.write("out/invitation/notes.txt", "keep me");
    let before = desk.files("out");
    let told = letters(&desk, sheet(&PEOPLE[..1]));
    assert_eq!(told.status, 1);
    snapshot("people/foreign-file", &told.story());
    assert!(desk.files("out") == before);
}

/// No file names anybody, and no PDF's properties do.
#[test]
fn a_letter_names_its_person_on_its_pages_only() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    for (name, bytes) in desk.files("out/invitation") {
        // Page streams are compressed: what can be read is what is about the file.
        let plain = String::from_utf8_lossy(&bytes);
        for words in ["Ashdown", "Fairweather", "Tegid", "HPS-770", "LD99 2BB"] {
            assert!(!plain.contains(words), "{name} names {words}");
        }
    }
    assert!(
        letter(&desk, 2).contains("Dear Ruth Ashdown,"),
        "and the page does"
    );
}

/// Found only when the letter is set; and still nothing is left behind.
#[test]
fn a_letter_that_does_not_fit_leaves_nothing() {
    let desk = Desk::with("harbour");
    let word = "Long".repeat(30);
    let told = letters(
        &desk,
        sheet(&[&PEOPLE[0].replace("8 Net Loft Lane", &word)]),
    );
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"));
}
