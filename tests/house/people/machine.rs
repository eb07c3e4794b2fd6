//! What the machine does to a run: a second one, a folder that goes away, a disk
//! that takes no more. Each time a clear word, and no letter half printed.

use std::process::Stdio;

use super::crowd;
use super::running::{RUN, Running, files_in, held, hidden};
use crate::support::{Desk, snapshot};

fn desk() -> Desk {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(30));
    desk
}

#[test]
fn a_second_run_into_one_folder_waits_its_turn() {
    let desk = desk();
    let first = held(&desk, || Running::start(&desk, &[]));
    let told = desk.run_exactly(&RUN);
    snapshot("people/two-runs", &told.story());
    assert_eq!(told.status, 3);
    first.signal("CONT");
    let (status, said) = first.end();
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(desk.files("out/invitation").len(), 32);
}

#[test]
fn letters_that_are_removed_on_their_way_are_missed() {
    let desk = desk();
    let run = held(&desk, || Running::start(&desk, &[]));
    std::fs::remove_dir_all(desk.path("out")).expect("removed");
    run.signal("CONT");
    let (status, said) = run.end();
    assert_eq!(status, Some(3), "{said}");
    snapshot("people/removed-on-the-way", &said);
    assert!(!desk.exists("out/invitation"));
    assert_eq!(desk.run_exactly(&RUN).status, 0, "and all is well again");
}

#[test]
fn what_is_in_the_way_stays() {
    let desk = desk();
    desk.write("out", "a file");
    let told = desk.run_exactly(&RUN);
    assert_eq!(told.status, 3);
    let mut said = told.story();
    std::fs::remove_file(desk.path("out")).expect("removed");
    desk.write("out/invitation", "a file");
    let told = desk.run_exactly(&RUN);
    assert_eq!(told.status, 3);
    said.push_str(&told.story());
    snapshot("people/in-the-way", &said);
    assert_eq!(desk.read_text("out/invitation"), "a file");
    assert_eq!(files_in(&desk.path("out")), ["invitation"]);
}

/// Types a command where no file may have more than so many blocks of 512 bytes. Gives
/// how it ended and what it said.
fn within(blocks: usize, desk: &Desk, words: &[&str]) -> (Option<i32>, String) {
    let program = env!("CARGO_BIN_EXE_leafwright");
    let line = format!("ulimit -f {blocks}; exec {program} {}", words.join(" "));
    let ended = desk.command("sh").args(["-c", &line]).output();
    let ended = ended.expect("a shell");
    let said = String::from_utf8(ended.stderr).expect("UTF-8");
    (ended.status.code(), said)
}

#[test]
fn a_publication_that_may_not_be_written_says_so() {
    let desk = desk();
    let (status, said) = within(
        8,
        &desk,
        &["build", "pain-and-mood", "--date", "2026-11-22"],
    );
    assert_eq!(status, Some(3), "{said}");
    assert!(said.contains("files may not be that large here"), "{said}");
    assert!(
        files_in(&desk.path("out")).is_empty(),
        "nothing is half written"
    );
}

/// The program may write no file as large as these letters.
#[test]
fn a_run_that_may_not_write_leaves_what_was_there() {
    let desk = desk();
    desk.done(&RUN);
    let before = desk.files("out");
    desk.write("people.csv", crowd(3));
    let replace = [&RUN[..], &["--replace"]].concat();
    let (status, said) = within(40, &desk, &replace);
    assert_eq!(status, Some(3), "{said}");
    // Which letter it is depends on who is first.
    assert!(
        said.contains("could not be written: files may not be that large here"),
        "{said}"
    );
    assert!(
        said.contains("(`ulimit -f`), or choose another folder with `--out`"),
        "{said}"
    );
    let now = |folder: &str| desk.files(folder);
    assert!(
        now("out/invitation")
            .iter()
            .all(|(name, bytes)| { before[&format!("invitation/{name}")] == *bytes })
    );
    let half_done = files_in(&hidden(&desk, "invitation"));
    desk.done(&[&replace[..], &["--resume"]].concat());
    assert_eq!(
        now("out").len(),
        5,
        "of three people; before: {half_done:?}"
    );
}

/// Nobody reads what is said: the letters are whole all the same. Where it cannot be
/// kept, somebody has to know.
#[test]
fn what_cannot_be_said_is_printed_all_the_same() {
    let start = |desk: &Desk, output: Stdio| {
        let mut command = desk.command(env!("CARGO_BIN_EXE_leafwright"));
        let ended = command
            .args(RUN)
            .stdout(output)
            .output()
            .expect("it starts");
        let said = String::from_utf8(ended.stderr).expect("UTF-8");
        (ended.status.code(), said)
    };
    let (desk, other) = (desk(), desk());
    other.done(&RUN);
    // A pipe that nobody reads.
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    assert_eq!(start(&desk, writer.into()).0, Some(0));
    assert!(desk.files("out") == other.files("out"));
    #[cfg(target_os = "linux")]
    {
        std::fs::remove_dir_all(desk.path("out")).expect("removed");
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let (status, said) = start(&desk, full.expect("a full disk").into());
        assert_eq!(status, Some(3));
        snapshot("people/full-output", &said);
        assert!(desk.files("out") == other.files("out"));
    }
}
