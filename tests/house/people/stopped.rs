//! A run that is stopped, and one that goes on with what it left: whatever happened,
//! in the end the folder is the one that an undisturbed run gives.

use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::crowd;
use super::running::{RUN, files_in, kill_at, new_files, stopped_at};
use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

/// How many people a run has.
const CROWD: usize = 40;

fn desk() -> Desk {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(CROWD));
    desk
}

/// What an undisturbed run says and gives.
fn undisturbed(more: &[&str]) -> (String, BTreeMap<String, Vec<u8>>) {
    let desk = desk();
    let told = desk.done(&[&RUN, more].concat());
    (told.out, desk.files("out"))
}

fn resume(desk: &Desk, more: &[&str]) -> Told {
    desk.run(&[&RUN, more, &["--resume"]].concat())
}

/// The letters of a folder by their names, each with what tells it from one made later.
fn inodes(folder: &Path) -> BTreeMap<String, u64> {
    let inode = |name: String| {
        let there = std::fs::metadata(folder.join(&name)).expect("a file");
        (name, there.ino())
    };
    let files = files_in(folder).into_iter();
    let letters = files.filter(|name| name.ends_with(".pdf"));
    letters.map(inode).collect()
}

#[track_caller]
fn assert_goes_on(moments: &[usize], more: &[&str]) {
    let (said, wanted) = undisturbed(more);
    let desk = desk();
    for moment in moments {
        kill_at(&desk, *moment, more);
        assert!(!desk.exists("out/invitation"), "it appears at once");
        let finished = inodes(&new_files(&desk));
        let told = resume(&desk, more);
        assert_eq!(told.status, 0, "{}", told.story());
        assert_eq!(told.out, said, "killed at {moment}");
        assert!(desk.files("out") == wanted, "killed at {moment}");
        // The last one may not have been finished.
        let kept = inodes(&desk.path("out/invitation"));
        let again = finished
            .iter()
            .filter(|(name, inode)| kept[*name] != **inode);
        assert!(again.count() <= 1, "finished letters were made again");
    }
}

#[test]
fn a_killed_run_goes_on_with_what_is_finished() {
    assert_goes_on(&[1, 11, 27], &[]);
}

#[test]
fn a_killed_print_run_goes_on_too() {
    assert_goes_on(&[1, 3], &["--print-run", "--per-file", "10", "--separator"]);
}

/// Ctrl-C, a polite kill, a closed window.
#[test]
fn an_interrupted_run_keeps_what_is_finished_and_goes_on() {
    let (_, wanted) = undisturbed(&[]);
    for name in ["INT", "TERM", "HUP"] {
        let desk = desk();
        let (status, said) = stopped_at(&desk, 3, &[], |run| match name {
            "INT" => run.signal_all(name),
            _ => run.signal(name),
        });
        assert_eq!(status, Some(3), "{name}: {said}");
        assert!(
            said.contains("letters are finished and kept hidden"),
            "{said}"
        );
        assert!(said.contains("`--resume`"), "{said}");
        assert!(!said.contains("[cannot-be-set]"), "{said}");
        assert!(!desk.exists("out/invitation"));
        assert_eq!(resume(&desk, &[]).status, 0);
        assert!(desk.files("out") == wanted, "{name}");
    }
}

#[test]
fn a_run_of_something_else_is_not_gone_on_with() {
    let desk = desk();
    kill_at(&desk, 2, &[]);
    let left = desk.files("out");
    let mut said = String::new();
    let mut refused = |change: &str, more: &[&str]| {
        let told = resume(&desk, more);
        assert_eq!(told.status, 1, "{change}: {}", told.story());
        assert!(
            desk.files("out") == left,
            "{change}: what is finished stays"
        );
        said.push_str(&format!("=== {change}\n{}", told.err));
    };
    let changes = [
        ("people.csv", "1 Net Loft Lane", "100 Net Loft Lane"),
        ("service.yaml", "Front desk", "Welcome desk"),
    ];
    for (file, from, to) in changes {
        let before = desk.read_text(file);
        desk.write(file, before.replacen(from, to, 1));
        refused(file, &[]);
        desk.write(file, before);
    }
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/letter.typ");
    let template = std::fs::read_to_string(built_in).expect("the template");
    desk.write("templates/letter.typ", format!("// Ours.\n{template}"));
    refused("a template of one's own", &[]);
    std::fs::remove_dir_all(desk.path("templates")).expect("removed");
    refused("a print run", &["--print-run", "--duplex"]);
    refused("names", &["--name-by", "reference"]);
    refused(
        "a setting",
        &["--set", "service.name=Quayside Pain Service"],
    );
    let day: Vec<&str> = RUN
        .iter()
        .map(|word| match *word {
            crate::support::TODAY => "2026-11-23",
            word => word,
        })
        .collect();
    let told = desk.run_exactly(&[&day[..], &["--resume"]].concat());
    said.push_str(&format!("=== the day\n{}", told.err));
    snapshot("people/resume-refused", &said);

    assert_eq!(resume(&desk, &[]).status, 0);
    assert!(
        desk.files("out") == undisturbed(&[]).1,
        "and then it goes on"
    );
}

#[test]
fn where_there_is_nothing_to_go_on_with_all_is_printed() {
    let (said, wanted) = undisturbed(&[]);
    let desk = desk();
    for _ in 0..2 {
        let told = resume(&desk, &[]);
        assert_eq!((told.status, &told.out), (0, &said), "{}", told.story());
        assert!(desk.files("out") == wanted);
    }
}

/// Somebody does not say `--resume`: then nothing of the run before is used.
#[test]
fn without_resume_a_run_begins_afresh() {
    let desk = desk();
    kill_at(&desk, 5, &[]);
    desk.write("people.csv", crowd(2));
    let told = desk.done(&RUN);
    assert!(
        told.err.contains("a run that was stopped left"),
        "{}",
        told.err
    );
    assert!(
        told.err.contains("to the people of `people.csv` finished"),
        "{}",
        told.err
    );
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let wanted = ["000002.pdf", "000003.pdf", "manifest.csv", "run.json"];
    assert_eq!(files, wanted.map(|name| format!("invitation/{name}")));
}

/// Stopped on Friday, gone on with on Monday: all letters have Friday's date.
#[test]
fn a_run_that_is_gone_on_with_keeps_its_day() {
    let (_, wanted) = undisturbed(&[]);
    let desk = desk();
    kill_at(&desk, 5, &[]);
    // Nobody says a day: today is another.
    let typed = [
        "letters",
        "invitation",
        "--people",
        "people.csv",
        "--resume",
    ];
    let told = desk.run_exactly(&typed);
    assert_eq!(told.status, 0, "{}", told.story());
    assert!(
        told.err.contains("Going on with the letters of 2026-11-22"),
        "{}",
        told.err
    );
    assert!(desk.files("out") == wanted);
}
