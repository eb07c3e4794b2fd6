//! Workers to test with: this test program, started anew to run one "test" that is
//! no test but a worker.
//!
//! The test harness prints on stdout before and after, so a shell moves the pipe
//! to the caller out of its way, to descriptor 3, before it becomes the worker.

use std::fs::File;
use std::time::Duration;
use std::{io, process, thread};

use super::super::serve::serve_on;
use super::WorkerCommand;
use crate::diagnostics::{Error, Failure, Problem, Sources};

/// This test program as a worker, running one of its ignored tests.
pub(super) fn started(test: &str) -> WorkerCommand {
    let program = std::env::current_exe().expect("a test program has a path");
    let mut arguments = vec!["-c".into(), r#"exec "$@" 3>&1 1>/dev/null"#.into()];
    arguments.extend(["sh".into(), program.into_os_string()]);
    let harness = ["--exact", test, "--ignored", "--nocapture"];
    arguments.extend(harness.map(Into::into));
    WorkerCommand {
        program: "sh".into(),
        arguments,
    }
}

/// The worker. Started by hand it finds no pipe, and fails.
#[test]
#[ignore = "is no test but a worker for the others"]
fn a_worker() {
    let output = File::options().write(true).open("/dev/fd/3");
    let output = output.expect("only the tests start this");
    // What it could not begin is the caller's to say.
    let _ = serve_on(io::stdin(), output, begin, |greeting, job: String, step| {
        let answer = work(greeting, &job, step);
        String::from_utf8_lossy(&answer).into_owned()
    });
}

fn begin(greeting: String) -> Result<String, Error> {
    let refused = |failure: Failure| Err(Error::new(failure, &Sources::default()));
    match greeting.as_str() {
        "refuse the input" => refused(
            vec![
                Problem::error("the guide `pain` is not there").help("write `pain-and-mood`"),
                Problem::warning("the logo is coarse").help("use a larger one"),
            ]
            .into(),
        ),
        "refuse the machine" => refused(Failure::machine("the disk is full", "free some space")),
        "end" => process::exit(7),
        _ if greeting.starts_with('/') => {
            killed_once(&greeting);
            Ok(greeting)
        }
        _ => Ok(greeting),
    }
}

/// Does what the words of an job say, one after the other.
fn work(greeting: &str, job: &str, step: &mut dyn FnMut()) -> Vec<u8> {
    let mut answer = Vec::new();
    let mut words = job.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "step" => step(),
            "abort" => process::abort(),
            "killed-once" => killed_once(words.next().expect("a file")),
            "panic" => panic!("Ms Rivers, 1 Mill Lane"),
            "exit" => process::exit(0),
            "hang" => loop {
                std::hint::spin_loop();
            },
            "nap" => thread::sleep(Duration::from_millis(300)),
            "eat" => eat(),
            "process" => answer.extend(process::id().to_string().into_bytes()),
            "sign" => sign(words.next().expect("a folder")),
            "threads" => answer.extend(env("RAYON_NUM_THREADS").into_bytes()),
            "stderr" => answer.extend(stderr().into_bytes()),
            "greeting" => answer.extend(greeting.bytes()),
            "length" => answer.extend(job.len().to_string().into_bytes()),
            "large" => answer.extend(vec![b'x'; 5_000_000]),
            said => answer.extend(said.bytes()),
        }
    }
    answer
}

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Where what is printed on stderr goes, as Linux tells it.
fn stderr() -> String {
    let place = std::fs::read_link("/proc/self/fd/2").expect("Linux tells it");
    place.display().to_string()
}

/// Is killed from outside where this file is not there yet.
fn killed_once(file: &str) {
    if std::fs::File::create_new(file).is_ok() {
        let mut kill = process::Command::new("kill");
        let kill = kill.args(["-9", &process::id().to_string()]).status();
        assert!(kill.is_ok(), "nobody kills");
        thread::sleep(Duration::from_secs(60));
    }
}

/// Takes memory without end.
fn eat() {
    let mut eaten = Vec::new();
    loop {
        eaten.push(vec![1_u8; 1 << 20]);
    }
}

/// Leaves a file named after this process.
fn sign(folder: &str) {
    let path = format!("{folder}/{}", process::id());
    std::fs::write(path, "").expect("the folder is there");
}
