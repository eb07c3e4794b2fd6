//! No worker is left when its caller is.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use tempfile::TempDir;

use super::*;

/// Where a caller that is to be killed finds the folder its workers sign in.
const FOLDER: &str = "LEAFWRIGHT_TEST_CREW";
/// Much longer than anything here takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_caller_that_fails_leaves_no_process() {
    let folder = TempDir::new().expect("a folder");
    let sign = format!("sign {}", folder.path().display());
    let busy = format!("{sign} hang");
    let full = || Failure::machine("the disk is full", "free some space");
    let asked = jobs([busy.as_str(), sign.as_str(), busy.as_str()]);
    let failure = run(&worker(), &"", &limits(2), asked, |_: Outcome<String>| {
        wait_for(|| processes(folder.path()).len() == 2);
        Err(full())
    });
    assert_eq!(said(&failure.expect_err("it fails")), said(&full()));
    // Ended and waited for: not even a zombie is there.
    for process in processes(folder.path()) {
        assert!(!Path::new("/proc").join(&process).exists(), "{process}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_caller_that_is_killed_takes_its_hands_with_it() {
    let folder = TempDir::new().expect("a folder");
    let program = std::env::current_exe().expect("a test program has a path");
    let caller = "workers::tests::left_alone::a_caller";
    let mut caller = Command::new(program)
        .args(["--exact", caller, "--ignored"])
        .env(FOLDER, folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    wait_for(|| processes(folder.path()).len() == 2);
    let workers = processes(folder.path());
    assert!(workers.iter().all(|process| lives(process)));
    caller.kill().expect("it is there");
    caller.wait().expect("it is gone");
    wait_for(|| !workers.iter().any(|process| lives(process)));
}

/// A caller with two workers in endless loops.
#[test]
#[ignore = "is no test but a caller to be killed"]
fn a_caller() {
    let folder = std::env::var(FOLDER).expect("only the tests start this");
    let busy = format!("sign {folder} hang");
    let _ = outcomes("", &limits(2), jobs([busy.as_str(), busy.as_str()]));
}

/// The processes that signed.
fn processes(folder: &Path) -> Vec<String> {
    let signed = fs::read_dir(folder).expect("the folder is there");
    let names = signed.map(|file| file.expect("a file").file_name());
    names
        .map(|name| name.into_string().expect("a number"))
        .collect()
}

/// Whether a process runs: is there, and is no zombie that nobody waited for.
fn lives(process: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    status.is_ok_and(|status| !status.contains("State:\tZ"))
}

fn wait_for(mut what: impl FnMut() -> bool) {
    let since = Instant::now();
    while !what() {
        assert!(since.elapsed() < PATIENCE, "it never came");
        sleep(Duration::from_millis(20));
    }
}
