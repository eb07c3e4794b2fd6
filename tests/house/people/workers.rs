//! A letter that cannot be set costs that letter and not the run.

use std::path::Path;

use super::{PEOPLE, PRIVATE, crowd, sheet};
use crate::support::desk::Told;
use crate::support::{Desk, Pdf, snapshot};

/// A template of one's own that goes wrong for two people.
const GOES_WRONG: &str = r#"#let reference = json("/data/person.json").reference.replace("\u{2060}", "")
#if reference == "HPS-endless" {
  for a in range(10000) { for b in range(10000) { for c in range(10000) { } } }
}
#if reference == "HPS-hungry" {
  let eaten = "x" * 4000000000
}
"#;

/// Five people; the second's letter never ends, the fourth's eats all memory.
fn desk() -> Desk {
    let desk = Desk::with("harbour");
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/letter.typ");
    let built_in = std::fs::read_to_string(built_in).expect("the template");
    desk.write("templates/letter.typ", format!("{GOES_WRONG}{built_in}"));
    let [ruth, zoe, bryn] = PEOPLE;
    desk.write(
        "people.csv",
        sheet(&[
            ruth,
            &zoe.replace("7702", "endless").replace("Flat 2", "Flat 3"),
            zoe,
            &bryn.replace("7703", "hungry").replace("Coed", "Coed 2"),
            bryn,
        ]),
    );
    desk
}

fn run(desk: &Desk, more: &[&str]) -> Told {
    let typed = ["letters", "invitation", "--people", "people.csv"];
    let told = desk.run(&[&typed, more].concat());
    for words in PRIVATE {
        assert!(!told.said().contains(words), "{words} in\n{}", told.story());
    }
    told
}

/// What ended the process differs from system to system.
fn plain(story: &str) -> String {
    let (before, rest) = story.split_once("ended with ").unwrap_or((story, "\n"));
    let rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    format!("{before}ended with …\n{rest}")
}

#[cfg(target_os = "linux")]
#[test]
fn a_letter_that_never_ends_and_one_that_eats_all_memory_cost_only_themselves() {
    let desk = desk();
    let limit = ["--jobs", "2", "--letter-timeout", "5"];
    let mut said = String::new();
    for more in [&[][..], &["--print-run", "--separator", "--replace"]] {
        let told = run(&desk, &[&limit, more].concat());
        assert_eq!(told.status, 1, "{}", told.story());
        said.push_str(&plain(&told.story()));
        assert_eq!(
            desk.read_text("out/invitation/rejected.csv"),
            "row,column,code\n3,,too-slow\n5,,cannot-be-set\n"
        );
        let manifest = desk.read_text("out/invitation/manifest.csv");
        let printed = manifest.lines().filter(|line| line.ends_with(",printed"));
        let rows: Vec<&str> = printed.filter_map(|line| line.split(',').next()).collect();
        assert_eq!(rows, ["2", "4", "6"], "{}", told.story());
        assert_eq!(super::running::processes_in(desk.folder()), [""; 0]);
    }
    snapshot("people/workers", &said);
    // The sheet before them counts those that are there.
    let pages = Pdf::open(&desk.read("out/invitation/run-0001.pdf")).text();
    assert!(pages[0].contains("3 letters"), "{}", pages[0]);
    assert!(pages[1].contains("Dear Ruth Ashdown"), "{}", pages[1]);
    let manifest = desk.read_text("out/invitation/manifest.csv");
    assert!(manifest.contains("\n2,run-0001.pdf,2,3,3,"), "{manifest}");
}

/// A mistake that only some people's letters meet: it is said once, with its line.
#[test]
fn a_mistake_in_a_template_is_no_rows_fault() {
    let desk = Desk::with("harbour");
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/letter.typ");
    let built_in = std::fs::read_to_string(built_in).expect("the template");
    let mistake = "#let person = json(\"/data/person.json\")
#if person.name.starts-with(\"R\") { colour-of-nothing }
";
    desk.write("templates/letter.typ", format!("{mistake}{built_in}"));
    desk.write("people.csv", crowd(30));
    let mut said = String::new();
    for more in [&[][..], &["--keep-going"], &["--print-run", "--dry-run"]] {
        let told = run(&desk, more);
        assert_eq!(told.status, 1, "{}", told.story());
        assert_eq!(
            told.err.matches("colour-of-nothing").count(),
            1,
            "{}",
            told.err
        );
        assert!(!told.err.contains("does-not-fit"), "{}", told.err);
        said.push_str(&told.story());
    }
    snapshot("people/template-mistake", &said);
    assert!(!desk.exists("out"), "nothing is written");
}

#[test]
fn all_letters_that_do_not_fit_are_said_at_once() {
    let desk = Desk::with("harbour");
    let [ruth, zoe, bryn] = PEOPLE;
    let wide = |person: &str, line: &str| person.replace(line, &"Long".repeat(30));
    let (first, last) = (wide(ruth, "8 Net Loft Lane"), wide(bryn, "Tŷ Coed"));
    desk.write(
        "people.csv",
        sheet(&[&first, zoe, &zoe.replace("Zoë", "Zara"), &last]),
    );
    let told = run(&desk, &["--jobs", "2"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("people/misfits", &told.story());
    assert!(!desk.exists("out"), "nothing is written");
}

#[test]
fn however_many_work_the_bytes_are_the_same() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(12));
    for more in [&[][..], &["--print-run", "--per-file", "2", "--separator"]] {
        let folder = |jobs: &str| {
            let typed = ["--jobs", jobs, "--out", jobs, "--replace"];
            let told = run(&desk, &[&typed, more].concat());
            assert_eq!(told.status, 0, "{}", told.story());
            desk.files(jobs)
        };
        let one = folder("1");
        assert!(one.contains_key("invitation/run.json"));
        assert!(folder("2") == one, "two");
        assert!(folder("3") == one, "three");
    }
}

/// Where no terminal shows a bar, a line now and then says that it goes on.
#[test]
fn a_long_run_says_how_far_it_is() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(1_010));
    // Of several processes the one with the last file may be the first to finish.
    let told = run(&desk, &["--print-run", "--per-file", "100", "--jobs", "1"]);
    assert_eq!(told.status, 0, "{}", told.story());
    let lines = told.err.lines();
    let progress: Vec<&str> = lines.filter(|line| line.contains("of 1010")).collect();
    assert_eq!(progress, ["1000 of 1010 letters"], "{}", told.story());
    assert!(told.err.ends_with("\n1000 of 1010 letters\n"));
}
