//! A folder of letters: all of it or nothing, and nobody else's files.

use std::fs;

use tempfile::tempdir;

use super::{OVER, begin, begin_with, kept, letter, machine, names, record, reject, run, told};
use crate::letters::archive::sha256_hex;
use crate::output::{Privacy, write_whole};

#[test]
fn a_batch_appears_with_its_manifest() {
    let home = tempdir().unwrap();
    let paths = run(&home, &[12, 2]).unwrap();
    let folder = home.path().join("out/letters");
    let made = ["0002.pdf", "0012.pdf", "run.json", "manifest.csv"];
    assert_eq!(paths, made.map(|name| folder.join(name)));
    assert_eq!(names(&folder).len(), made.len());
    assert_eq!(names(&home.path().join("out")), ["letters"]);
    assert_eq!(fs::read(&paths[1]).unwrap(), b"letter 12");
    assert_eq!(
        fs::read_to_string(&paths[3]).unwrap(),
        format!(
            "row,file,page from,pages,sheets,bytes,sha256,status\n\
             2,0002.pdf,1,3,2,8,{},printed\n12,0012.pdf,1,3,2,9,{},printed\n",
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
    assert_eq!(names(&folder), ["0003.pdf", "manifest.csv", "run.json"]);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
}

#[test]
fn a_batch_given_up_leaves_nothing_behind() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let mut batch = begin_with(&home.path().join("out/letters"), record(1), OVER).unwrap();
    batch.add("0003.pdf", b"letter 3", &letter(3, 1)).unwrap();
    assert_eq!(names(&home.path().join("out")).len(), 2);
    drop(batch);
    assert_eq!(names(&home.path().join("out")), ["letters"]);
    let left = names(&home.path().join("out/letters"));
    assert_eq!(left, ["0002.pdf", "manifest.csv", "run.json"]);
}

#[test]
fn a_batch_that_fails_at_the_end_leaves_the_folder_as_it_was() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let mut batch = begin_with(&home.path().join("out/letters"), record(1), OVER).unwrap();
    batch.add("0003.pdf", b"letter 3", &letter(3, 1)).unwrap();
    let hidden = names(&home.path().join("out")).remove(0);
    fs::remove_file(home.path().join("out").join(hidden).join("new/0003.pdf")).unwrap();
    let failure = batch.finish().unwrap_err();
    assert_eq!(
        machine(&failure),
        "a letter on its way to `~/out/letters` was removed while the run was going on"
    );
    assert_eq!(failure.problems()[0].help[1], kept());
    assert_eq!(
        names(&home.path().join("out")),
        [".letters.leafwright-run", "letters"]
    );
    let left = names(&home.path().join("out/letters"));
    assert_eq!(left, ["0002.pdf", "manifest.csv", "run.json"]);
}

#[test]
fn only_plain_new_names_are_taken() {
    let home = tempdir().unwrap();
    let mut batch = begin(&home.path().join("letters"), 1).unwrap();
    batch.add("a.pdf", b"first", &letter(2, 1)).unwrap();
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
        "run.json",
    ] {
        machine(&batch.add(name, b"other", &letter(3, 1)).unwrap_err());
    }
    let paths = batch.finish().unwrap();
    assert_eq!(fs::read(&paths[0]).unwrap(), b"first");
    assert_eq!(paths.len(), 3);
}

#[test]
fn what_a_killed_run_left_is_taken_away_by_one_that_begins_afresh() {
    let home = tempdir().unwrap();
    let dead = home.path().join(".letters.leafwright-run");
    fs::create_dir_all(dead.join("new")).unwrap();
    fs::write(dead.join("new/0002.pdf"), "a letter").unwrap();
    fs::write(home.path().join(".run.pdf.leafwright-dead"), "letters").unwrap();

    write_whole(&home.path().join("run.pdf"), b"run", Privacy::Private).unwrap();
    let batch = begin(&home.path().join("letters"), 1).unwrap();
    assert!(names(&dead.join("new")).is_empty());
    drop(batch);
    assert_eq!(names(home.path()), ["run.pdf"]);
}

#[test]
fn a_run_killed_while_it_changed_folders_loses_nothing() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let dead = home.path().join(".letters.leafwright-run");
    fs::create_dir_all(dead.join("old")).unwrap();
    fs::write(dead.join("old/notes.txt"), "mine").unwrap();
    let failure = begin(&folder, 1).unwrap_err();
    assert_eq!(
        told(&failure),
        "`~/letters` holds `notes.txt`, which leafwright did not make"
    );
    assert_eq!(names(&folder), ["notes.txt"]);
    assert!(!dead.join("old").exists());
}

#[test]
fn a_row_of_people_that_is_nowhere_is_never_overlooked() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 3).unwrap();
    batch.add("0002.pdf", b"letter 2", &letter(2, 1)).unwrap();
    reject(&mut batch, 3, "postcode", "not-a-real-uk-postcode");
    assert_eq!(
        machine(&batch.finish().unwrap_err()),
        "2 of 3 rows of people would stand in the manifest"
    );
    let mut batch = begin(&folder, 1).unwrap();
    batch.add("0002.pdf", b"letter 2", &letter(2, 1)).unwrap();
    reject(&mut batch, 2, "postcode", "not-a-real-uk-postcode");
    assert_eq!(
        machine(&batch.finish().unwrap_err()),
        "row 2 would have two letters, or one and none"
    );
    assert!(names(home.path()).is_empty());
}

#[test]
fn rejected_rows_stand_in_both_lists_in_order_and_once() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 3).unwrap();
    reject(&mut batch, 4, "", "does-not-fit");
    for _ in 0..2 {
        reject(&mut batch, 3, "postcode", "not-a-real-uk-postcode");
    }
    reject(&mut batch, 3, "appointment date", "not-a-date");
    batch.add("0002.pdf", b"letter 2", &letter(2, 1)).unwrap();
    batch.finish().unwrap();
    assert_eq!(
        fs::read_to_string(folder.join("rejected.csv")).unwrap(),
        "row,column,code\n3,appointment date,not-a-date\n\
         3,postcode,not-a-real-uk-postcode\n4,,does-not-fit\n"
    );
    let manifest = fs::read_to_string(folder.join("manifest.csv")).unwrap();
    assert!(manifest.ends_with(",printed\n3,,,,,,,rejected\n4,,,,,,,rejected\n"));
}

#[test]
fn a_record_is_the_same_for_the_same_run() {
    let home = tempdir().unwrap();
    let paths = run(&home, &[2, 3]).unwrap();
    let text = fs::read_to_string(&paths[2]).unwrap();
    let manifest = sha256_hex(&fs::read(&paths[3]).unwrap());
    insta::with_settings!({filters => vec![
        (crate::letters::archive::PROGRAM, "leafwright [version]"),
        (&*manifest, "[the manifest's]"),
        (r#""sha256": "[0-9a-f]{64}""#, r#""sha256": "[its own]""#),
    ]}, { insta::assert_snapshot!(text) });
}
