//! What all tests of delivery need, and who may read what was delivered.

mod gathered;
mod interrupted;
mod machine;
mod occupied_place;
mod printed_already;
mod resumed;
mod verified;
mod whole_folder;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::{TempDir, tempdir};

use super::{
    AlreadyPrinted, Batch, Beginning, Enclosed, PROGRAM, Record, RowList, Start, sha256_hex,
};
use crate::diagnostics::{Failure, Help, Way};
use crate::output::{Privacy, write_whole};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A run for so many people.
fn record(rows: usize) -> Record {
    Record {
        program: PROGRAM.to_owned(),
        options: [("post".to_owned(), "dl".to_owned())].into(),
        inputs: [("people.csv".to_owned(), sha256_hex(b"people"))].into(),
        rows,
        blank_rows: 0,
        shard: None,
    }
}

/// Afresh, and nothing that is printed is replaced.
const AFRESH: Beginning = Beginning {
    start: Start::Afresh,
    already_printed: AlreadyPrinted::Keep,
};

/// Afresh, in the place of what is printed.
const OVER: Beginning = Beginning {
    already_printed: AlreadyPrinted::Replace,
    ..AFRESH
};

/// With what a stopped run left.
const RESUME: Beginning = Beginning {
    start: Start::Resume,
    ..AFRESH
};

fn begin(folder: &Path, rows: usize) -> Result<Batch, Failure> {
    begin_with(folder, record(rows), AFRESH)
}

/// Begins a batch that has nothing to say of an earlier one.
fn begin_with(folder: &Path, record: Record, how: Beginning) -> Result<Batch, Failure> {
    Batch::begin(folder, record, how, &mut |note| panic!("{note}"))
}

/// Notes a row that cannot be printed.
fn reject(batch: &mut Batch, row: usize, column: &str, code: &str) {
    batch.leave_out(RowList::REJECTED, row, column, code);
}

/// A letter that has its file for itself.
fn letter(row: usize, pages: usize) -> [Enclosed; 1] {
    let sheets = pages.div_ceil(2);
    [Enclosed {
        row,
        from: 1,
        pages,
        sheets,
    }]
}

/// Runs a batch of letters named by their rows into `out/letters`, in the place of those
/// that are there.
fn run(home: &TempDir, rows: &[usize]) -> Result<Vec<PathBuf>, Failure> {
    let mut batch = begin_with(&home.path().join("out/letters"), record(rows.len()), OVER)?;
    for row in rows {
        let bytes = format!("letter {row}");
        batch.add(&format!("{row:04}.pdf"), bytes.as_bytes(), &letter(*row, 3))?;
    }
    batch.finish()
}

/// The files of a folder and what is in them.
fn content(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |name: String| {
        let bytes = fs::read(folder.join(&name)).unwrap();
        (name, bytes)
    };
    names(folder).into_iter().map(read).collect()
}

/// What a failure of the machine says first; there is always something to do.
fn machine(failure: &Failure) -> String {
    assert!(matches!(failure, Failure::Machine(_)), "{failure}");
    told(failure)
}

/// What a failure says first, with the folder of the test as `~`.
fn told(failure: &Failure) -> String {
    let problem = &failure.problems()[0];
    assert!(!problem.help.is_empty(), "{failure}");
    let temporary = format!("{}/", std::env::temp_dir().display());
    let mut parts = problem.message.split(&temporary);
    let first = parts.next().unwrap_or_default().to_owned();
    let after = parts.map(|part| format!("~{}", &part[part.find('/').unwrap_or_default()..]));
    first + &after.collect::<String>()
}

/// What is said of letters that wait to be gone on with.
fn kept() -> Help {
    Help::from("the letters that are finished are kept: run the same command")
        .by(Way::Resume)
        .then(" to go on")
}

#[test]
fn a_checksum_is_the_known_one() {
    assert_eq!(
        sha256_hex(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

/// The umask belongs to the whole process, so this test runs itself again in
/// processes of their own.
#[cfg(unix)]
#[test]
fn modes_are_right_whatever_the_umask() {
    const UMASK: &str = "LEAFWRIGHT_TEST_UMASK";
    if let Ok(umask) = std::env::var(UMASK) {
        return check_modes(if umask == "000" { 0o644 } else { 0o600 });
    }
    let this = std::env::current_exe().unwrap();
    let name = concat!(module_path!(), "::modes_are_right_whatever_the_umask");
    let (_crate, name) = name.split_once("::").unwrap();
    for umask in ["000", "077"] {
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"])
            .arg(&this)
            .args(["--exact", name])
            .env(UMASK, umask)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{umask}: {said}");
        assert!(said.contains("1 passed"), "{umask}: {said}");
    }
}

#[cfg(unix)]
fn check_modes(public: u32) {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let home = tempdir().unwrap();
    for (privacy, should) in [(Privacy::Private, 0o600), (Privacy::Public, public)] {
        let path = home.path().join("file.pdf");
        write_whole(&path, b"bytes", privacy).unwrap();
        assert_eq!(mode(&path), should, "{privacy:?}");
    }
    let mut batch = begin(&home.path().join("letters"), 1).unwrap();
    batch.add("0002.pdf", b"bytes", &letter(2, 1)).unwrap();
    let hidden = home.path().join(&names(home.path())[0]);
    assert_eq!(mode(&hidden), 0o700);
    assert_eq!(names(&hidden), ["journal.jsonl", "lock", "new", "run.json"]);
    for file in ["journal.jsonl", "lock", "new/0002.pdf", "run.json"] {
        assert_eq!(mode(&hidden.join(file)), 0o600, "{file}");
    }
    let paths = batch.finish().unwrap();
    assert_eq!(mode(&home.path().join("letters")), 0o700);
    assert_eq!(paths.len(), 3);
    assert!(paths.iter().all(|path| mode(path) == 0o600));
}
