//! Runs where others have been: nothing finished is replaced in silence, and nothing that
//! a stopped run left goes without a word.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::resumed::{HIDDEN, go_on};
use super::{AFRESH, OVER, RESUME, begin, begin_with, content, letter, names, record, run, told};
use crate::diagnostics::{Failure, Help, Severity, Way};
use crate::letters::archive::gather::gather_into;
use crate::letters::archive::{AlreadyPrinted, Batch, Record, Shard};

/// The record of a run of this day for these people.
fn of(date: &str, people: &str) -> Record {
    let options = [("date", date), ("people", people)];
    Record {
        options: options
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
        ..record(2)
    }
}

fn printed(folder: &Path, record: Record) {
    let mut batch = begin_with(folder, record, AFRESH).unwrap();
    for row in [2, 3] {
        let name = format!("{row:06}.pdf");
        batch.add(&name, name.as_bytes(), &letter(row, 1)).unwrap();
    }
    batch.finish().unwrap();
}

fn is_input(failure: &Failure) -> bool {
    matches!(failure, Failure::Input(_))
}

#[test]
fn letters_that_are_there_stay_and_the_run_says_what_they_are() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    printed(&folder, of("2026-11-22", "december.csv"));
    let before = content(&folder);
    let january = || of("2026-12-20", "january.csv");
    let failure = begin_with(&folder, january(), AFRESH).unwrap_err();
    assert!(is_input(&failure));
    assert_eq!(
        told(&failure),
        "`~/letters` holds other letters already: 2 letters of 2026-11-22 to the people of `december.csv`"
    );
    assert_eq!(
        failure.problems()[0].help,
        [
            Help::from("to keep them, choose another folder").by(Way::Out),
            Help::from("to have the new ones in their place, run the same command")
                .by(Way::Replace),
        ]
    );
    // Going on with a run that is no more is no leave to replace another one.
    assert!(is_input(
        &begin_with(&folder, january(), RESUME).unwrap_err()
    ));
    assert_eq!(content(&folder), before);
    assert_eq!(names(home.path()), ["letters"]);
    drop(begin_with(&folder, january(), OVER).unwrap());
    assert_eq!(content(&folder), before, "until the new ones are whole");
}

#[test]
fn the_same_letters_are_known_for_what_they_are() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let same = || of("2026-11-22", "december.csv");
    printed(&folder, same());
    let failure = begin_with(&folder, same(), AFRESH).unwrap_err();
    assert_eq!(
        told(&failure),
        "`~/letters` holds these very letters already: 2 letters of 2026-11-22 to the people of `december.csv`"
    );
    // Whoever goes on with a run that has ended loses nothing.
    drop(begin_with(&folder, same(), RESUME).unwrap());
}

#[test]
fn a_folder_of_an_early_version_is_not_replaced_either() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("0007.pdf"), "letter").unwrap();
    let manifest = "row,file,pages,sha256\n8,0007.pdf,1,0\n";
    fs::write(folder.join("manifest.csv"), manifest).unwrap();
    assert_eq!(
        told(&begin(&folder, 1).unwrap_err()),
        "`~/letters` holds other letters already: 1 file of letters"
    );
}

/// Somebody puts a finished run there while the letters are made.
#[test]
fn letters_that_come_in_the_meantime_stay_as_well() {
    let home = tempdir().unwrap();
    let (folder, elsewhere) = (home.path().join("letters"), home.path().join("others"));
    let mut batch = begin(&folder, 1).unwrap();
    batch.add("000002.pdf", b"letter", &letter(2, 1)).unwrap();
    printed(&elsewhere, of("2026-11-22", "december.csv"));
    fs::rename(&elsewhere, &folder).unwrap();
    let before = content(&folder);
    let failure = batch.finish().unwrap_err();
    assert!(told(&failure).contains("holds other letters already"));
    assert_eq!(content(&folder), before);
    assert_eq!(names(home.path()), [HIDDEN, "letters"], "and ours are kept");
}

#[test]
fn gathered_letters_replace_none_in_silence() {
    let home = tempdir().unwrap();
    let shard = home.path().join("letters.shard-1-of-1");
    let part = Record {
        shard: Some(Shard { index: 1, of: 1 }),
        ..record(2)
    };
    printed(&shard, part);
    let place = home.path().join("letters");
    printed(&place, of("2026-11-22", "december.csv"));
    let before = content(&place);
    let gather = |how| gather_into(std::slice::from_ref(&shard), &place, how);
    let failure = gather(AlreadyPrinted::Keep).unwrap_err();
    assert!(
        told(&failure).contains("holds other letters already"),
        "{failure}"
    );
    assert_eq!(content(&place), before);
    gather(AlreadyPrinted::Replace).unwrap();
    let failure = gather(AlreadyPrinted::Keep).unwrap_err();
    assert!(
        told(&failure).contains("holds these very letters already"),
        "{failure}"
    );
}

#[test]
fn what_a_stopped_run_left_is_named_before_it_goes() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin_with(&folder, of("2026-11-22", "december.csv"), AFRESH).unwrap();
    batch.add("000002.pdf", b"letter", &letter(2, 1)).unwrap();
    batch.keep();
    let new = home.path().join(HIDDEN).join("new");
    let mut said = Vec::new();
    let mut say = |note| {
        assert_eq!(names(&new), ["000002.pdf"], "it is still there");
        said.push(note);
    };
    drop(Batch::begin(&folder, record(2), AFRESH, &mut say).unwrap());
    let [note] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!(note.severity, Severity::Note);
    assert_eq!(
        note.message,
        "a run that was stopped left 1 letter of 2026-11-22 to the people of `december.csv` finished: it is thrown away, and every letter is made afresh"
    );
    assert!(note.help[0].to_string().contains("resuming it"));
}

#[test]
fn a_stopped_run_without_a_letter_left_nothing_to_name() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    run(&home, &[2]).unwrap();
    let batch = begin(&folder, 8).unwrap();
    let hidden = home.path().join(HIDDEN);
    fs::rename(&hidden, home.path().join("killed")).unwrap();
    drop(batch);
    fs::rename(home.path().join("killed"), &hidden).unwrap();
    let mut batch = begin(&folder, 8).unwrap();
    go_on(&mut batch, |_| {});
    batch.finish().unwrap();
}
