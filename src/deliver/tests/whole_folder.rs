//! A folder of letters: all of it or nothing, and nobody else's files.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::{TempDir, tempdir};

use super::{assert_machine, names};
use crate::deliver::{Batch, Privacy, sha256_hex, write_whole};
use crate::problem::Failure;

/// Runs a batch of letters named by their rows into `out/letters`.
fn run(home: &TempDir, rows: &[usize]) -> Result<Vec<PathBuf>, Failure> {
    let mut batch = Batch::begin(&home.path().join("out/letters"))?;
    for row in rows {
        let bytes = format!("letter {row}");
        batch.add(&format!("{row:04}.pdf"), bytes.as_bytes(), *row, 2)?;
    }
    batch.finish()
}

#[test]
fn a_batch_appears_with_its_manifest() {
    let home = tempdir().unwrap();
    let paths = run(&home, &[12, 2]).unwrap();
    let folder = home.path().join("out/letters");
    let made = ["0002.pdf", "0012.pdf", "manifest.csv"];
    assert_eq!(paths, made.map(|name| folder.join(name)));
    assert_eq!(names(&folder), made);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
    assert_eq!(fs::read(&paths[1]).unwrap(), b"letter 12");
    assert_eq!(
        fs::read_to_string(&paths[2]).unwrap(),
        format!(
            "row,file,pages,sha256\n2,0002.pdf,2,{}\n12,0012.pdf,2,{}\n",
            sha256_hex(b"letter 2"),
            sha256_hex(b"letter 12")
        )
    );
}

#[test]
fn a_second_run_gives_the_same_and_a_shorter_one_leaves_nothing_stale() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    run(&home, &[2, 3, 4]).unwrap();
    let manifest = fs::read(folder.join("manifest.csv")).unwrap();
    run(&home, &[2, 3, 4]).unwrap();
    assert_eq!(fs::read(folder.join("manifest.csv")).unwrap(), manifest);
    // What the system puts there itself stands in nobody's way.
    fs::write(folder.join(".DS_Store"), "").unwrap();
    run(&home, &[3]).unwrap();
    assert_eq!(names(&folder), ["0003.pdf", "manifest.csv"]);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
}

#[test]
fn a_batch_given_up_leaves_nothing_behind() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let mut batch = Batch::begin(&home.path().join("out/letters")).unwrap();
    batch.add("0003.pdf", b"letter 3", 3, 1).unwrap();
    assert_eq!(names(&home.path().join("out")).len(), 2);
    drop(batch);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
    let left = names(&home.path().join("out/letters"));
    assert_eq!(left, ["0002.pdf", "manifest.csv"]);
}

#[test]
fn a_batch_that_fails_at_the_end_leaves_the_folder_as_it_was() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let mut batch = Batch::begin(&home.path().join("out/letters")).unwrap();
    batch.add("0003.pdf", b"letter 3", 3, 1).unwrap();
    let hidden = names(&home.path().join("out")).remove(0);
    fs::remove_file(home.path().join("out").join(hidden).join("new/0003.pdf")).unwrap();
    assert_machine(&batch.finish().unwrap_err(), "`");
    assert_eq!(names(&home.path().join("out")), ["letters"]);
    let left = names(&home.path().join("out/letters"));
    assert_eq!(left, ["0002.pdf", "manifest.csv"]);
}

#[test]
fn a_file_of_somebody_else_is_never_replaced() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let folder = home.path().join("out/letters");
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let failure = run(&home, &[2]).unwrap_err();
    assert_eq!(failure.exit_status(), 1);
    let problem = &failure.problems()[0];
    assert_eq!(
        problem.message,
        format!(
            "`{}` holds `notes.txt`, which leafwright did not make",
            folder.display()
        )
    );
    assert_eq!(
        problem.help,
        ["move it somewhere else, or choose another folder with `--out`"]
    );
    assert_eq!(fs::read(folder.join("notes.txt")).unwrap(), b"mine");
}

#[test]
fn neither_is_a_folder_or_a_file_that_came_while_the_letters_were_made() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    let batch = Batch::begin(&folder).unwrap();
    fs::create_dir_all(folder.join("0002.pdf")).unwrap();
    fs::write(folder.join("a.txt"), "").unwrap();
    let failure = batch.finish().unwrap_err();
    assert_eq!(failure.exit_status(), 1);
    let message = &failure.problems()[0].message;
    assert!(
        message.contains("`0002.pdf` and 1 other file, which"),
        "{message}"
    );
    assert_eq!(names(&folder), ["0002.pdf", "a.txt"]);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
}

#[test]
fn a_manifest_that_is_not_ours_does_not_count() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    fs::create_dir_all(&folder).unwrap();
    // An empty folder may be used.
    drop(Batch::begin(&folder).unwrap());
    fs::write(
        folder.join("manifest.csv"),
        "file,notes\nmanifest.csv,mine\n",
    )
    .unwrap();
    let failure = Batch::begin(&folder).unwrap_err();
    assert!(failure.problems()[0].message.contains("`manifest.csv`"));
}

#[test]
fn places_where_no_folder_can_be_are_told() {
    let home = tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "mine").unwrap();
    assert_machine(&Batch::begin(&file).unwrap_err(), "is a file, not a folder");
    assert_machine(
        &Batch::begin(&file.join("below")).unwrap_err(),
        "a part of its path is a file",
    );
    for path in [".", "..", "/"] {
        assert_machine(
            &Batch::begin(Path::new(path)).unwrap_err(),
            "cannot be replaced",
        );
    }
}

#[test]
fn only_plain_new_names_are_taken() {
    let home = tempdir().unwrap();
    let mut batch = Batch::begin(&home.path().join("letters")).unwrap();
    batch.add("a.pdf", b"first", 2, 1).unwrap();
    for name in [
        "",
        ".",
        "..",
        "/a",
        "a/b",
        "a/",
        "a\\b",
        "c:",
        ".a",
        "a\0",
        "a\n",
        "a.pdf",
        "manifest.csv",
        "Manifest.CSV",
    ] {
        assert_machine(&batch.add(name, b"other", 3, 1).unwrap_err(), "`");
    }
    let paths = batch.finish().unwrap();
    assert_eq!(fs::read(&paths[0]).unwrap(), b"first");
    assert_eq!(paths.len(), 2);
}

#[test]
fn what_a_killed_run_left_is_swept_away_and_a_living_one_is_not() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let living = Batch::begin(&folder).unwrap();
    let dead = home.path().join(".letters.leafwright-dead");
    fs::create_dir_all(dead.join("new")).unwrap();
    fs::write(dead.join("new/0002.pdf"), "a letter").unwrap();
    fs::write(home.path().join(".run.pdf.leafwright-dead"), "letters").unwrap();

    write_whole(&home.path().join("run.pdf"), b"run", Privacy::Private).unwrap();
    drop(Batch::begin(&folder).unwrap());
    assert_eq!(names(home.path()).len(), 2, "the living batch and the file");
    living.finish().unwrap();
    assert_eq!(names(home.path()), ["letters", "run.pdf"]);
}

#[test]
fn a_run_killed_while_it_changed_folders_loses_nothing() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let dead = home.path().join(".letters.leafwright-dead");
    fs::create_dir_all(dead.join("old")).unwrap();
    fs::write(dead.join("old/notes.txt"), "mine").unwrap();
    let failure = Batch::begin(&folder).unwrap_err();
    assert!(failure.problems()[0].message.contains("notes.txt"));
    assert_eq!(names(home.path()), ["letters"]);
}
