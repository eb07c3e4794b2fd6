//! Letters are between two people: while they are made, no other user of the machine
//! sees a word of them, and no copy is left anywhere.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::running::{Running, files_in, held, hidden, kill_at, processes_in};
use super::{PRIVATE, crowd};
use crate::support::Desk;

/// Everything in a folder that others than its owner may open.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mut open = Vec::new();
    let mut paths = vec![folder.to_owned()];
    while let Some(path) = paths.pop() {
        let there = std::fs::metadata(&path).expect("it is there");
        let mode = there.permissions().mode() & 0o777;
        let wanted = if there.is_dir() { 0o700 } else { 0o600 };
        if mode != wanted {
            open.push(format!("{} {mode:o}", path.display()));
        }
        if there.is_dir() {
            paths.extend(files_in(&path).into_iter().map(|name| path.join(name)));
        }
    }
    open
}

/// The words by which a person may be known in what `ps` shows.
fn names_nobody(shown: &[String]) -> bool {
    let known = |shown: &String| PRIVATE.iter().any(|words| shown.contains(words));
    !shown.iter().any(known)
}

#[test]
fn nobody_else_sees_a_letter_on_its_way() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(30));
    std::fs::create_dir(desk.path("tmp")).expect("a folder");
    let tmp = desk.path("tmp").display().to_string();
    let desk = desk.environment("TMPDIR", &tmp);
    let run = held(&desk, || {
        Running::start_open_to_all(&desk, &["--jobs", "2"])
    });

    assert_eq!(open_to_others(&hidden(&desk, "invitation")), [""; 0]);
    assert_eq!(files_in(&desk.path("tmp")), [""; 0]);
    // A crash of the run itself leaves no copy of the spreadsheet.
    let limits = run.its("limits");
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    let core: Vec<&str> = core.expect("a limit").split_whitespace().collect();
    assert_eq!(core[4..6], ["0", "0"]);
    let shown = processes_in(desk.folder());
    let workers = shown.iter().filter(|shown| shown.ends_with("set-letters "));
    assert!((1..=2).contains(&workers.count()), "{shown:?}");
    assert!(names_nobody(&shown), "{shown:?}");

    run.signal("CONT");
    let (status, said) = run.end();
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(open_to_others(&desk.path("out/invitation")), [""; 0]);
    assert_eq!(files_in(&desk.path("out")), ["invitation"]);
    assert_eq!(files_in(&desk.path("tmp")), [""; 0]);
    assert_eq!(processes_in(desk.folder()), [""; 0]);
}

/// Whatever becomes of a run, its processes do not outlive it.
#[test]
fn the_processes_of_a_killed_run_end_with_it() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(40));
    kill_at(&desk, 2, &[]);
    let patience = std::time::Duration::from_millis(10);
    let ended = (0..1_000).any(|_| {
        std::thread::sleep(patience);
        processes_in(desk.folder()).is_empty()
    });
    assert!(ended, "{:?}", processes_in(desk.folder()));
    assert_eq!(open_to_others(&hidden(&desk, "invitation")), [""; 0]);
}
