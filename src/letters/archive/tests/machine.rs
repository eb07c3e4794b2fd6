//! What the machine does to a run: its folder goes away, its disk fills up.

use std::fs;

use tempfile::tempdir;

use super::resumed::{FILES, HIDDEN, bytes_of, go_on, letters_of, resume, undisturbed};
use super::{begin, content, kept, letter, machine, names};

const GONE: &str =
    "the letters on their way to `~/out/letters` were removed while the run was going on";

#[test]
fn a_folder_that_is_removed_under_a_run_is_told() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    let mut batch = begin(&folder, 8).unwrap();
    batch.add("a.pdf", b"letter 2", &letter(2, 1)).unwrap();
    fs::remove_dir_all(home.path().join("out")).unwrap();
    let failure = batch.add("b.pdf", b"letter 3", &letter(3, 1)).unwrap_err();
    assert_eq!(machine(&failure), GONE);
    drop(batch);
    assert!(names(home.path()).is_empty());

    // Nor does such a run write into what another has made there since.
    let mut batch = begin(&folder, 8).unwrap();
    fs::remove_dir_all(home.path().join("out")).unwrap();
    let other = begin(&folder, 0).unwrap();
    let failure = batch.add("b.pdf", b"letter 3", &letter(3, 1)).unwrap_err();
    assert_eq!(machine(&failure), GONE);
    drop(batch);
    other.finish().unwrap();
    assert_eq!(names(&folder), ["manifest.csv", "run.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_costs_the_file_that_was_being_written_and_no_other() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 8).unwrap();
    let (name, rows) = FILES[0];
    batch.add(name, &bytes_of(name), &letters_of(rows)).unwrap();
    batch.journal.file = fs::File::options().write(true).open("/dev/full").unwrap();
    let (next, rows) = FILES[1];
    let failure = batch
        .add(next, &bytes_of(next), &letters_of(rows))
        .unwrap_err();
    assert_eq!(
        machine(&failure),
        format!("the disk is full: `~/letters/{next}` could not be written")
    );
    assert_eq!(failure.problems()[0].help[1], kept());
    drop(batch);
    assert_eq!(names(&home.path().join(HIDDEN).join("new")), [name]);
    let mut batch = resume(&folder).unwrap();
    assert!(!batch.letters_in(name).is_empty());
    go_on(&mut batch, |_| {});
    batch.finish().unwrap();
    assert_eq!(content(&folder), undisturbed());
}
