//! Runs printed in parts: gathered they are what the whole run gives.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::tempdir;

use super::{OVER, begin, begin_with, content, letter, names, record, reject, told};
use crate::diagnostics::{Failure, SourceKind};
use crate::letters::archive::gather::gather_into;
use crate::letters::archive::{AlreadyPrinted, Batch, Record, Shard, gather, verify};

/// Eight people: row 3 is rejected by everyone, row 6 when its letter is set.
const ROWS: usize = 8;

fn print(batch: &mut Batch, rows: impl Iterator<Item = usize>) {
    reject(batch, 3, "postcode", "not-a-real-uk-postcode");
    for row in rows {
        let name = format!("{row:06}.pdf");
        match row {
            3 => {}
            6 => reject(batch, 6, "", "does-not-fit"),
            _ => batch.add(&name, name.as_bytes(), &letter(row, 2)).unwrap(),
        }
    }
}

fn shard_record(index: usize, of: usize) -> Record {
    Record {
        shard: Some(Shard { index, of }),
        ..record(ROWS)
    }
}

fn print_shard(home: &Path, index: usize, of: usize) -> PathBuf {
    let folder = home.join(format!("shard-{index}"));
    let mut batch = begin_with(&folder, shard_record(index, of), OVER).unwrap();
    print(
        &mut batch,
        (2..ROWS + 2).filter(|row| row % of + 1 == index),
    );
    batch.finish().unwrap();
    folder
}

fn shards(home: &Path, of: usize) -> Vec<PathBuf> {
    (1..=of).map(|index| print_shard(home, index, of)).collect()
}

/// What is wrong, a line a problem, and nothing was made.
fn refused(home: &Path, shards: &[PathBuf]) -> String {
    let place = home.join("whole");
    let failure: Failure = gather_into(shards, &place, AlreadyPrinted::Keep).unwrap_err();
    assert!(!place.exists() && !home.join(".whole.leafwright-run").exists());
    let messages = failure.problems().into_iter().map(|problem| {
        assert!(!problem.help.is_empty());
        let home = format!("{}/", home.display());
        format!("{}\n", problem.message.replace(&home, ""))
    });
    messages.collect()
}

#[test]
fn gathered_shards_are_byte_for_byte_the_whole_run() {
    let home = tempdir().unwrap();
    let whole = home.path().join("undisturbed");
    let mut batch = begin(&whole, ROWS).unwrap();
    print(&mut batch, 2..ROWS + 2);
    batch.finish().unwrap();
    for of in [1, 2, 3, 4] {
        let shards = shards(home.path(), of);
        let place = home.path().join("gathered");
        let gathered = gather_into(&shards, &place, AlreadyPrinted::Replace).unwrap();
        assert_eq!(content(&place), content(&whole), "{of} shards");
        assert_eq!(gathered.counts, verify(&place).unwrap().counts);
        // Whoever wants the shards still has them.
        shards.iter().for_each(|shard| drop(verify(shard).unwrap()));
    }
    assert!(!names(home.path()).iter().any(|name| name.starts_with('.')));
}

#[test]
fn a_shard_that_is_missing_or_there_twice_is_named() {
    let home = tempdir().unwrap();
    let mut shards = shards(home.path(), 4);
    shards.remove(2);
    shards.push(shards[0].clone());
    insta::assert_snapshot!(refused(home.path(), &shards));
    let failure = gather(&[], home.path(), AlreadyPrinted::Keep).unwrap_err();
    assert_eq!(failure.problems()[0].origin, Some(SourceKind::Argument));
}

#[test]
fn shards_of_different_runs_are_never_mixed() {
    let home = tempdir().unwrap();
    let shards = shards(home.path(), 2);
    let mut other = shard_record(2, 2);
    other.inputs.insert("people.csv".to_owned(), "0".to_owned());
    other.options.clear();
    let mut batch = begin_with(&shards[1], other, OVER).unwrap();
    print(&mut batch, (2..ROWS + 2).filter(|row| row % 2 == 1));
    batch.finish().unwrap();
    insta::assert_snapshot!(refused(home.path(), &shards));
}

#[test]
fn a_letter_that_was_changed_is_not_gathered() {
    let home = tempdir().unwrap();
    let shards = shards(home.path(), 2);
    fs::write(shards[0].join("000002.pdf"), "another").unwrap();
    let said = refused(home.path(), &shards);
    assert_eq!(said, "`shard-1`: `000002.pdf` is not as it was printed\n");
}

#[test]
fn a_row_in_two_shards_or_in_none_is_told() {
    let home = tempdir().unwrap();
    let shards = shards(home.path(), 2);
    let again = |rows: std::ops::Range<usize>| {
        let record = shard_record(2, 2);
        let mut batch = begin_with(&shards[1], record, OVER).unwrap();
        print(&mut batch, rows);
        batch.finish().unwrap();
        refused(home.path(), &shards)
    };
    insta::assert_snapshot!([again(4..8), again(9..10)].join("--\n"));
}

#[test]
fn the_whole_run_does_not_replace_one_of_its_shards() {
    let home = tempdir().unwrap();
    let shards = shards(home.path(), 2);
    let failure = gather_into(&shards, &shards[1], AlreadyPrinted::Keep).unwrap_err();
    assert_eq!(
        told(&failure),
        "`~/shard-2` is one of the parts, so the whole run cannot go there"
    );
    verify(&shards[1]).unwrap();
    let whole = home.path().join("whole");
    begin(&whole, 0).unwrap().finish().unwrap();
    let failure =
        gather_into(&[whole], &home.path().join("more"), AlreadyPrinted::Keep).unwrap_err();
    assert_eq!(
        told(&failure),
        "`~/whole` is a whole run, not a part of one"
    );
}
