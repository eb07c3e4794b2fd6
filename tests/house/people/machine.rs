//! What the machine does to a run: a second one, a folder that goes away, a disk
//! that takes no more. Each time a clear word, and no letter half printed.

use std::path::Path;
use std::process::Stdio;

use super::crowd;
use super::running::{RUN, Running, files_in, held, hidden, new_files};
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

/// Somebody, or a system that is short of memory, ends the processes that set the letters:
/// nobody's letter is lost.
#[cfg(target_os = "linux")]
#[test]
fn processes_that_are_killed_cost_nobody_the_letter() {
    let (desk, other) = (desk(), desk());
    other.done(&RUN);
    let run = held(&desk, || Running::start(&desk, &[]));
    run.kill_its_processes();
    run.signal("CONT");
    let (status, said) = run.end();
    assert_eq!(status, Some(0), "{said}");
    assert!(desk.files("out") == other.files("out"));
}

/// The folder of the service goes away, and a process that begins then cannot read it.
#[cfg(target_os = "linux")]
#[test]
fn a_service_that_goes_away_costs_no_finished_letter() {
    let (desk, other) = (desk(), desk());
    other.done(&RUN);
    let run = held(&desk, || Running::start(&desk, &[]));
    std::fs::rename(desk.path("service.yaml"), desk.path("away")).expect("moved");
    run.kill_its_processes();
    run.signal("CONT");
    let (status, said) = run.end();
    assert_eq!(status, Some(3), "{said}");
    snapshot("people/service-gone", &said);
    assert!(files_in(&new_files(&desk)).len() >= 2, "they are kept");
    std::fs::rename(desk.path("away"), desk.path("service.yaml")).expect("moved back");
    desk.done(&[&RUN[..], &["--resume"]].concat());
    assert!(desk.files("out") == other.files("out"));
}

/// Where few files may be open at a time, fewer processes work and fewer files wait for
/// the disk. Where too few may be, the run says so, and goes on when there are more.
#[test]
fn a_run_needs_few_open_files() {
    let few = |desk: &Desk, files: usize| {
        let program = env!("CARGO_BIN_EXE_leafwright");
        let line = format!("ulimit -n {files}; exec {program} {}", RUN.join(" "));
        let ended = desk.command("sh").args(["-c", &line]).output();
        let ended = ended.expect("a shell");
        let said = String::from_utf8(ended.stderr).expect("UTF-8");
        (ended.status.code(), said)
    };
    let (desk, other) = (desk(), desk());
    other.done(&RUN);
    let (status, said) = few(&desk, 20);
    assert_eq!(status, Some(0), "{said}");
    assert!(desk.files("out") == other.files("out"));
    std::fs::remove_dir_all(desk.path("out")).expect("removed");
    let (status, said) = few(&desk, 8);
    assert_eq!(status, Some(3), "{said}");
    assert!(said.contains("(`ulimit -n`)"), "{said}");
    desk.done(&[&RUN[..], &["--resume"]].concat());
    assert!(desk.files("out") == other.files("out"));
}

/// Findings are for other programs to read: they have to know where they did not get them.
#[cfg(target_os = "linux")]
#[test]
fn findings_that_cannot_be_written_are_a_failure() {
    let desk = Desk::new_service();
    let check = ["check", "pain-and-mood", "--date", "2026-11-22"];
    let formats = ["human", "json", "sarif", "github"];
    let checks = formats.map(|format| [&check[..], &["--format", format]].concat());
    let others = [vec!["--help"], vec!["list"], vec!["explain", "LW012"]];
    for words in checks.into_iter().chain(others) {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let mut command = desk.command(env!("CARGO_BIN_EXE_leafwright"));
        let ended = command
            .args(&words)
            .stdout(full.expect("a full disk"))
            .output()
            .expect("it starts");
        let said = String::from_utf8(ended.stderr).expect("UTF-8");
        assert_eq!(ended.status.code(), Some(3), "{words:?}: {said}");
        assert!(said.contains("standard output fails"), "{words:?}: {said}");
    }
}

/// A folder whose name is no text is a folder all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_may_have_any_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let odd = OsStr::from_bytes(b"d\xff");
    let desk = Desk::empty();
    let service = Desk::with("harbour");
    let moved = std::fs::rename(service.folder(), desk.path(odd));
    moved.expect("the service has an odd name");
    std::fs::create_dir(service.folder()).expect("its old place is as before");
    let people = Path::new(odd).join(OsStr::from_bytes(b"p\xfe.csv"));
    desk.write(&people, crowd(3));
    let out = Path::new(odd).join("out");
    let mut command = desk.command(env!("CARGO_BIN_EXE_leafwright"));
    let ended = command
        .args(["letters", "invitation", "--date", "2026-11-22", "--people"])
        .args([people.as_os_str(), OsStr::new("--service"), odd])
        .args([OsStr::new("--out"), out.as_os_str()])
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(0), "{said}");
    assert_eq!(files_in(&desk.path(out.join("invitation"))).len(), 5);
}
