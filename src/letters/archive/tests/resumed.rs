//! Runs that are killed at any moment and gone on with: the folder is byte for byte
//! what an undisturbed run gives.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::tempdir;

use super::{RESUME, begin, begin_with, content, letter, machine, names, record, reject};
use crate::diagnostics::{Failure, Help, Way};
use crate::letters::archive::{Batch, Enclosed, Record};

pub(super) const HIDDEN: &str = ".letters.leafwright-run";

/// The run of these tests: print runs of two letters, and one of one; row 4 is
/// rejected.
pub(super) const FILES: [(&str, &[usize]); 4] = [
    ("run-0001.pdf", &[2, 3]),
    ("run-0002.pdf", &[5, 6]),
    ("run-0003.pdf", &[7, 8]),
    ("run-0004.pdf", &[9]),
];

pub(super) fn bytes_of(name: &str) -> Vec<u8> {
    format!("the letters of {name}\n").repeat(9).into_bytes()
}

pub(super) fn letters_of(rows: &[usize]) -> Vec<Enclosed> {
    let letter = |(at, row): (usize, &usize)| Enclosed {
        row: *row,
        from: 1 + 2 * at,
        pages: 2,
        sheets: 1,
    };
    rows.iter().enumerate().map(letter).collect()
}

/// Makes what is not finished; says after each file what was made.
pub(super) fn go_on(batch: &mut Batch, mut after: impl FnMut(&str)) {
    reject(batch, 4, "postcode", "not-a-real-uk-postcode");
    for (name, rows) in FILES {
        if batch.letters_in(name).is_empty() {
            batch.add(name, &bytes_of(name), &letters_of(rows)).unwrap();
            after(name);
        }
    }
}

pub(super) fn resume(folder: &Path) -> Result<Batch, Failure> {
    begin_with(folder, record(8), RESUME)
}

/// What the run gives undisturbed.
pub(super) fn undisturbed() -> Vec<(String, Vec<u8>)> {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 8).unwrap();
    go_on(&mut batch, |_| {});
    batch.finish().unwrap();
    content(&folder)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}

/// An unfinished run of the first files, as a kill leaves it.
fn killed(home: &Path, files: usize) {
    let elsewhere = tempdir().unwrap();
    let mut batch = begin(&elsewhere.path().join("letters"), 8).unwrap();
    for (name, rows) in &FILES[..files] {
        batch.add(name, &bytes_of(name), &letters_of(rows)).unwrap();
    }
    copy(&elsewhere.path().join(HIDDEN), &home.join(HIDDEN));
}

#[test]
fn a_run_killed_after_any_file_goes_on_and_makes_no_file_twice() {
    let whole = undisturbed();
    for files in 0..=FILES.len() {
        let home = tempdir().unwrap();
        killed(home.path(), files);
        let folder = home.path().join("letters");
        let mut batch = resume(&folder).unwrap();
        let is_there = |name: &&str| !batch.letters_in(name).is_empty();
        let all = FILES.iter().map(|(name, _)| *name);
        let resumed: Vec<&str> = all.filter(is_there).collect();
        assert_eq!(resumed, FILES.map(|(name, _)| name)[..files]);
        let mut made = Vec::new();
        go_on(&mut batch, |name| made.push(name.to_owned()));
        assert_eq!(made.len(), FILES.len() - files);
        assert_eq!(batch.counts().letters, 7);
        batch.finish().unwrap();
        assert_eq!(content(&folder), whole, "killed after {files} files");
        assert_eq!(names(home.path()), ["letters"]);
    }
}

#[test]
fn a_run_killed_at_its_very_end_goes_on_too() {
    let whole = undisturbed();
    for (swapped, stale) in [(false, true), (true, false), (true, true)] {
        let home = tempdir().unwrap();
        killed(home.path(), FILES.len());
        let (folder, hidden) = (home.path().join("letters"), home.path().join(HIDDEN));
        // The letters of an earlier run are in the place, or hidden already.
        let earlier = if swapped {
            hidden.join("old")
        } else {
            folder.clone()
        };
        fs::create_dir_all(&earlier).unwrap();
        if stale {
            fs::write(hidden.join("new/manifest.csv"), "row,fi").unwrap();
        }
        let mut batch = resume(&folder).unwrap();
        assert_eq!(batch.counts().files, FILES.len());
        assert!(folder.is_dir(), "the earlier letters are back");
        go_on(&mut batch, |name| panic!("{name} is made twice"));
        batch.finish().unwrap();
        assert_eq!(content(&folder), whole);
        assert_eq!(names(home.path()), ["letters"]);
    }
}

#[test]
fn a_run_killed_after_the_folders_were_changed_leaves_only_what_was_there_before() {
    let home = tempdir().unwrap();
    let (folder, hidden) = (home.path().join("letters"), home.path().join(HIDDEN));
    killed(home.path(), FILES.len());
    fs::create_dir(hidden.join("old")).unwrap();
    fs::rename(hidden.join("new"), &folder).unwrap();
    fs::remove_file(folder.join("run-0001.pdf")).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    let mut batch = resume(&folder).unwrap();
    assert!(batch.counts().files == 0);
    go_on(&mut batch, |_| {});
    batch.finish().unwrap();
    assert_eq!(content(&folder), undisturbed());
    assert_eq!(names(home.path()), ["letters"]);
}

#[test]
fn what_is_kept_is_there_again_and_what_is_not_is_gone() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 8).unwrap();
    batch.add("a.pdf", b"letter 2", &letter(2, 1)).unwrap();
    batch.keep();
    let batch = resume(&folder).unwrap();
    assert!(!batch.letters_in("a.pdf").is_empty() && batch.letters_in("b.pdf").is_empty());
    drop(batch);
    assert!(names(home.path()).is_empty());
    begin(&folder, 8).unwrap().keep();
    assert!(names(home.path()).is_empty(), "nothing was finished");
}

#[test]
fn a_file_that_lacks_a_letter_is_made_again() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 3).unwrap();
    let both = letters_of(&[2, 3]);
    batch.add("b.pdf", b"letter 2", &both[..1]).unwrap();
    batch.add("a.pdf", b"letter 4", &letter(4, 1)).unwrap();
    batch.keep();
    let mut batch = begin_with(&folder, record(3), RESUME).unwrap();
    assert_eq!(batch.letters_in("b.pdf"), &both[..1]);
    batch.make_again("b.pdf").unwrap();
    assert!(batch.letters_in("b.pdf").is_empty() && !batch.letters_in("a.pdf").is_empty());
    batch.add("b.pdf", b"letters 2 and 3", &both).unwrap();
    batch.keep();
    // The journal names the file twice now: what was made last counts.
    let batch = begin_with(&folder, record(3), RESUME).unwrap();
    assert_eq!(batch.letters_in("b.pdf"), both);
    batch.finish().unwrap();
}

#[test]
fn what_has_changed_is_named_and_nothing_is_lost() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    killed(home.path(), 2);
    let change = |change: fn(&mut Record)| {
        let mut record = record(8);
        change(&mut record);
        let failure = begin_with(&folder, record, RESUME).unwrap_err();
        assert!(matches!(failure, Failure::Input(_)), "{failure}");
        let problems = failure.problems();
        assert_eq!(
            problems.last().unwrap().help[1],
            Help::from("or run the command ")
                .by(Way::Afresh)
                .then(" to print every letter afresh")
        );
        let messages: Vec<&str> = problems.iter().map(|problem| &*problem.message).collect();
        messages.join("; ")
    };
    insta::assert_snapshot!(
        [
            change(|record| {
                record.inputs.insert("people.csv".into(), "0".into());
            }),
            change(|record| {
                record.inputs.insert("logo.png".into(), "0".into());
            }),
            change(|record| {
                record.options.clear();
                record.program.push('9');
                record.rows = 9;
            }),
            change(|record| record.rows = 9),
            change(|record| record.shard = "2/4".parse().ok()),
        ]
        .join("\n")
    );
    assert_eq!(resume(&folder).unwrap().counts().files, 2);
}

/// One digit of the journal is another: the row would be somebody else's.
#[test]
fn a_damaged_line_is_named_and_its_file_made_again() {
    let home = tempdir().unwrap();
    killed(home.path(), 3);
    let journal = home.path().join(HIDDEN).join("journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    assert!(text.contains("\"row\":5"), "{text}");
    fs::write(&journal, text.replacen("\"row\":5", "\"row\":9", 1)).unwrap();
    let folder = home.path().join("letters");
    let mut said = Vec::new();
    let mut batch = Batch::begin(&folder, record(8), RESUME, &mut |note| said.push(note)).unwrap();
    assert_eq!(said.len(), 1);
    insta::assert_snapshot!(said[0].message, @"the record of what the stopped run had finished is damaged: line 2 of its `journal.jsonl` is not as written, and those letters are made again");
    let mut made = Vec::new();
    go_on(&mut batch, |name| made.push(name.to_owned()));
    assert_eq!(made, ["run-0002.pdf", "run-0004.pdf"]);
    batch.finish().unwrap();
    assert_eq!(content(&folder), undisturbed());
}

/// Somebody puts a link in place of the folder of the new files: no letter goes where it
/// leads, at the beginning, on the way or at the end.
#[cfg(unix)]
#[test]
fn no_letter_goes_where_a_link_leads() {
    use std::os::unix::fs::symlink;
    let (home, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    let (folder, new) = (
        home.path().join("letters"),
        home.path().join(HIDDEN).join("new"),
    );
    let link = || {
        fs::rename(&new, home.path().join("moved")).unwrap();
        symlink(elsewhere.path(), &new).unwrap();
    };
    let back = || {
        fs::remove_file(&new).unwrap();
        fs::rename(home.path().join("moved"), &new).unwrap();
    };
    let said = "`~/.letters.leafwright-run/new` is a link, and the letters would go where it leads";

    killed(home.path(), 2);
    link();
    assert_eq!(machine(&resume(&folder).unwrap_err()), said);
    back();
    let mut batch = resume(&folder).unwrap();
    link();
    let (name, rows) = FILES[2];
    let failure = batch.add(name, &bytes_of(name), &letters_of(rows));
    assert_eq!(machine(&failure.unwrap_err()), said);
    back();
    go_on(&mut batch, |_| {});
    link();
    assert_eq!(machine(&batch.finish().unwrap_err()), said);
    assert_eq!(names(elsewhere.path()), [""; 0]);
    assert!(!folder.exists());
    // Afresh, the link goes and not what it leads to.
    fs::write(elsewhere.path().join("mine.txt"), "mine").unwrap();
    drop(Batch::begin(&folder, record(8), super::AFRESH, &mut |_| {}).unwrap());
    assert_eq!(names(elsewhere.path()), ["mine.txt"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// The journal is cut at any byte, and any byte of any file is another.
    #[test]
    fn whatever_a_crash_leaves_the_resumed_run_gives_the_same_folder(
        files in 0..=FILES.len(),
        cut in any::<prop::sample::Index>(),
        damaged in prop::option::of((any::<prop::sample::Index>(), any::<prop::sample::Index>())),
        junk in prop::option::of("[a-z]{1,8}\\.pdf"),
        zeros in 0_usize..100,
    ) {
        let home = tempdir().unwrap();
        killed(home.path(), files);
        let hidden = home.path().join(HIDDEN);
        let journal = fs::read(hidden.join("journal.jsonl")).unwrap();
        let mut left = journal[..cut.index(journal.len() + 1)].to_vec();
        // A power cut may leave room that was never written.
        left.extend(vec![0; zeros]);
        fs::write(hidden.join("journal.jsonl"), left).unwrap();
        if let (Some((file, byte)), 1..) = (damaged, files) {
            let path = hidden.join("new").join(FILES[file.index(files)].0);
            let mut bytes = fs::read(&path).unwrap();
            let at = byte.index(bytes.len());
            bytes[at] ^= 1;
            fs::write(path, bytes).unwrap();
        }
        if let Some(name) = junk {
            fs::write(hidden.join("new").join(name), "half a le").unwrap();
        }
        let folder = home.path().join("letters");
        let mut batch = resume(&folder).unwrap();
        go_on(&mut batch, |_| {});
        batch.finish().unwrap();
        prop_assert_eq!(content(&folder), undisturbed());
        prop_assert_eq!(names(home.path()), ["letters"]);
    }
}
