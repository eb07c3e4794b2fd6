//! Folders that are proved to be what was printed, and what is found where not.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::{TempDir, tempdir};

use super::{begin, letter, reject};
use crate::diagnostics::SourceKind;
use crate::letters::archive::verify;

/// A folder of letters for rows 2 and on; the last row is rejected.
fn printed(rows: usize) -> (TempDir, PathBuf) {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, rows).unwrap();
    for row in 2..=rows {
        let name = format!("{row:06}.pdf");
        batch.add(&name, name.as_bytes(), &letter(row, 3)).unwrap();
    }
    reject(&mut batch, rows + 1, "", "does-not-fit");
    batch.finish().unwrap();
    (home, folder)
}

/// What is found, a line a problem, the folder left out.
fn found(folder: &Path) -> String {
    let failure = verify(folder).unwrap_err();
    assert!(!failure.problems().last().unwrap().help.is_empty());
    let messages = failure.problems().into_iter().map(|problem| {
        let message = problem
            .message
            .replace(&folder.display().to_string(), "out");
        format!("{message}\n")
    });
    messages.collect()
}

#[test]
fn a_folder_that_is_whole_is_counted() {
    let (_home, folder) = printed(4);
    fs::write(folder.join(".DS_Store"), "").unwrap();
    let verified = verify(&folder).unwrap();
    let counts = verified.counts;
    assert_eq!((counts.letters, counts.rejected, counts.files), (3, 1, 3));
    assert_eq!((counts.pages, counts.sheets), (9, 6));
    assert_eq!(verified.record, super::record(4));
}

#[test]
fn everything_wrong_is_found_at_once() {
    let (_home, folder) = printed(4);
    fs::remove_file(folder.join("000002.pdf")).unwrap();
    fs::write(folder.join("000003.pdf"), "another").unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    fs::remove_file(folder.join("rejected.csv")).unwrap();
    insta::assert_snapshot!(found(&folder));
}

#[test]
fn at_most_twenty_faults_are_shown() {
    let (_home, folder) = printed(40);
    for row in 2..=40 {
        fs::remove_file(folder.join(format!("{row:06}.pdf"))).unwrap();
    }
    let found = found(&folder);
    assert_eq!(found.lines().count(), 21);
    assert!(found.ends_with("`out`: and 19 more\n"), "{found}");
}

#[test]
fn a_list_that_was_touched_is_no_proof() {
    for (name, from, to, said) in [
        (
            "manifest.csv",
            ",printed",
            ",rejected",
            "`out/manifest.csv` is damaged\n",
        ),
        ("run.json", "{", "", "`out/run.json` is damaged\n"),
        (
            "rejected.csv",
            "row",
            "who",
            "`out/rejected.csv` is damaged\n",
        ),
        (
            "run.json",
            "\"letters\": 3",
            "\"letters\": 2",
            "`out`: `run.json` is not as it was written\n\
             `out`: the counts in `run.json` are not those of the manifest\n",
        ),
        (
            "run.json",
            "\"rows\": 4",
            "\"rows\": 5",
            "`out`: `run.json` is not as it was written\n\
             `out`: 4 of 5 rows of people are in the manifest\n",
        ),
    ] {
        let (_home, folder) = printed(4);
        let text = fs::read_to_string(folder.join(name)).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(folder.join(name), text.replacen(from, to, 1)).unwrap();
        assert_eq!(found(&folder), said);
    }
}

/// A row that is struck from the list, or another reason: the rows are still those of the
/// manifest.
#[test]
fn a_list_of_rows_has_a_checksum_of_its_own() {
    let (_home, folder) = printed(4);
    let list = folder.join("rejected.csv");
    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, text.replace("does-not-fit", "too-slow")).unwrap();
    let said = "`out`: `rejected.csv` is not as it was written\n";
    assert_eq!(found(&folder), said);
    // What is put there later is no list of ours.
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut batch = begin(&folder, 1).unwrap();
    batch.add("a.pdf", b"letter", &letter(2, 1)).unwrap();
    batch.finish().unwrap();
    fs::write(folder.join("rejected.csv"), "row,column,code\n").unwrap();
    assert_eq!(found(&folder), said);
}

/// What stands in place of a letter is looked at before it is opened: a pipe would be
/// waited for, a device read for ever.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_never_opened() {
    let (_home, folder) = printed(6);
    let made = std::process::Command::new("mkfifo")
        .arg(folder.join("pipe"))
        .status();
    assert!(made.unwrap().success());
    fs::rename(folder.join("pipe"), folder.join("000002.pdf")).unwrap();
    for (name, to) in [("000003.pdf", "/dev/zero"), ("000004.pdf", "000005.pdf")] {
        fs::remove_file(folder.join(name)).unwrap();
        std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
    }
    fs::remove_file(folder.join("000006.pdf")).unwrap();
    fs::create_dir(folder.join("000006.pdf")).unwrap();
    insta::assert_snapshot!(found(&folder), @r"
    `out`: `000002.pdf` is not a file
    `out`: `000003.pdf` is not a file
    `out`: `000004.pdf` is not a file
    `out`: `000006.pdf` is not a file
    ");
    for name in ["rejected.csv", "manifest.csv", "run.json"] {
        fs::remove_file(folder.join(name)).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.join(name)).unwrap();
        assert_eq!(found(&folder), format!("`out/{name}` is damaged\n"));
    }
}

/// One terabyte is another length: nobody waits until it is read.
#[cfg(target_os = "linux")]
#[test]
fn a_letter_of_another_length_is_not_read() {
    let (_home, folder) = printed(4);
    let letter = fs::File::options()
        .write(true)
        .open(folder.join("000003.pdf"));
    letter.unwrap().set_len(1 << 40).unwrap();
    let said = "`out`: `000003.pdf` is not as it was printed\n";
    assert_eq!(found(&folder), said);
}

/// Whatever stands in the record, somebody may rely on it.
#[test]
fn the_record_has_a_checksum_of_its_own() {
    for (from, to) in [
        ("\"post\": \"dl\"", "\"post\": \"c5\""),
        ("\"blank_rows\": 0", "\"blank_rows\": 1"),
        ("\"rows\": 4", "\"rows\": 4, \"approved\": \"yes\""),
        ("\"rows\": 4", "\"rows\":  4"),
        (",\n  \"sha256\": \"", ",\n  \"was\": \""),
    ] {
        let (_home, folder) = printed(4);
        let record = fs::read_to_string(folder.join("run.json")).unwrap();
        assert!(record.contains(from), "{record}");
        fs::write(folder.join("run.json"), record.replacen(from, to, 1)).unwrap();
        assert_eq!(
            found(&folder),
            "`out`: `run.json` is not as it was written\n"
        );
    }
}

#[test]
fn what_another_program_put_there_is_said_and_a_letter_of_that_name_is_found() {
    let (_home, folder) = printed(4);
    fs::write(folder.join(".DS_Store"), "").unwrap();
    let notes = verify(&folder).unwrap().warnings;
    assert!(
        notes[0]
            .message
            .ends_with("holds a file of another program: `.DS_Store`"),
        "{notes:?}"
    );
    fs::remove_file(folder.join(".DS_Store")).unwrap();
    fs::create_dir(folder.join(".DS_Store")).unwrap();
    fs::write(folder.join(".~lock.planted.pdf#"), vec![0; 2 << 20]).unwrap();
    fs::write(folder.join("planted.pdf"), "").unwrap();
    insta::assert_snapshot!(found(&folder), @r"
    `out`: `.DS_Store` is not in the manifest
    `out`: `.~lock.planted.pdf#` is not in the manifest
    `out`: `planted.pdf` is not in the manifest
    ");
}

#[test]
fn a_folder_that_is_none_of_ours_is_told() {
    let home = tempdir().unwrap();
    assert_eq!(found(home.path()), "`out` holds no `run.json`\n");
    let failure = verify(&home.path().join("nowhere")).unwrap_err();
    assert_eq!(failure.problems()[0].origin, Some(SourceKind::Argument));
}

#[cfg(unix)]
#[test]
fn letters_that_others_may_open_are_warned_of() {
    use std::os::unix::fs::PermissionsExt;
    let (_home, folder) = printed(4);
    assert!(verify(&folder).unwrap().warnings.is_empty());
    let open = fs::Permissions::from_mode(0o644);
    fs::set_permissions(folder.join("000003.pdf"), open).unwrap();
    let warnings = verify(&folder).unwrap().warnings;
    assert_eq!(
        warnings[0].message,
        format!(
            "others than their owner may open `000003.pdf` in `{}`",
            folder.display()
        )
    );
    let open = fs::Permissions::from_mode(0o750);
    fs::set_permissions(&folder, open).unwrap();
    assert_eq!(
        verify(&folder).unwrap().warnings[0].message,
        format!("others than its owner may open `{}`", folder.display())
    );
}
