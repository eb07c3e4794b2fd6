//! A program that is told to stop. Signals belong to the whole process, so these
//! tests run themselves again in processes of their own.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, thread, time::Duration};

use tempfile::tempdir;

use super::{RESUME, begin, begin_with, letter, names, record};
use crate::letters::archive::stop_when_interrupted;

const FOLDER: &str = "LEAFWRIGHT_TEST_FOLDER";
const LETTERS: &str = "LEAFWRIGHT_TEST_LETTERS";

/// Makes letters, says so and waits to be stopped.
fn print_and_wait(folder: &Path) {
    stop_when_interrupted(|failure| {
        eprintln!("{failure}");
        3
    });
    let mut batch = begin(folder, 9).unwrap();
    let letters: usize = env::var(LETTERS).unwrap().parse().unwrap();
    for row in 2..letters + 2 {
        batch
            .add(&format!("{row}.pdf"), b"letter", &letter(row, 1))
            .unwrap();
    }
    println!("\nready");
    loop {
        thread::sleep(Duration::from_secs(60));
    }
}

/// Runs this very test in a process, stops it, and gives its status and last words.
fn stopped(signal: &str, letters: usize, folder: &Path) -> (Option<i32>, String) {
    let name = concat!(module_path!(), "::what_is_finished_is_kept");
    let (_crate, name) = name.split_once("::").unwrap();
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(FOLDER, folder)
        .env(LETTERS, letters.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "ready"));
    let kill = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said)
}

#[test]
fn what_is_finished_is_kept() {
    if let Some(folder) = env::var_os(FOLDER) {
        return print_and_wait(Path::new(&folder));
    }
    for signal in ["-INT", "-TERM", "-HUP"] {
        let home = tempdir().unwrap();
        let folder = home.path().join("letters");
        let (status, said) = stopped(signal, 2, &folder);
        assert_eq!(status, Some(3), "{signal}: {said}");
        assert!(
            said.ends_with(
                "error: stopped before the end: 2 letters are finished and kept hidden\n  \
                 help: run the same command, resuming it, to go on\n"
            ),
            "{said}"
        );
        let batch = begin_with(&folder, record(9), RESUME).unwrap();
        assert_eq!(batch.counts().files, 2);
    }
    let home = tempdir().unwrap();
    let (status, said) = stopped("-INT", 0, &home.path().join("letters"));
    assert_eq!(status, Some(3), "{said}");
    assert!(
        said.contains("no letter was finished, and nothing is kept"),
        "{said}"
    );
    // The folder was there before the run, and stays; those that the run made go.
    assert_eq!(names(home.path()), [""; 0]);
    let made = home.path().join("a/b/letters");
    assert_eq!(stopped("-TERM", 0, &made).0, Some(3));
    assert_eq!(names(home.path()), [""; 0]);
    // Nobody can do anything against this one. The lock is free all the same.
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    assert_eq!(stopped("-KILL", 2, &folder).0, None);
    let batch = begin_with(&folder, record(9), RESUME).unwrap();
    assert_eq!(batch.counts().files, 2);
}
