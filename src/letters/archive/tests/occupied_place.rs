//! Places that belong to somebody else, to another run, or to nobody.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::{OVER, begin, begin_with, letter, machine, names, record, run, told};
use crate::diagnostics::{Failure, Help, Way};

#[test]
fn a_file_of_somebody_else_is_never_replaced() {
    let home = tempdir().unwrap();
    run(&home, &[2]).unwrap();
    let folder = home.path().join("out/letters");
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let failure = run(&home, &[2]).unwrap_err();
    assert!(matches!(failure, Failure::Input(_)), "{failure}");
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
        [Help::from("move it somewhere else, or choose another folder").by(Way::Out)]
    );
    assert_eq!(fs::read(folder.join("notes.txt")).unwrap(), b"mine");
}

#[test]
fn neither_is_a_folder_or_a_file_that_came_while_the_letters_were_made() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    let batch = begin(&folder, 0).unwrap();
    fs::create_dir_all(folder.join("0002.pdf")).unwrap();
    fs::write(folder.join("a.txt"), "").unwrap();
    let failure = batch.finish().unwrap_err();
    assert!(matches!(failure, Failure::Input(_)), "{failure}");
    assert_eq!(
        told(&failure),
        "`~/out/letters` holds `0002.pdf` and 1 other file, which leafwright did not make"
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
    drop(begin(&folder, 1).unwrap());
    fs::write(
        folder.join("manifest.csv"),
        "file,notes\nmanifest.csv,mine\n",
    )
    .unwrap();
    assert_eq!(
        told(&begin(&folder, 1).unwrap_err()),
        "`~/out/letters` holds `manifest.csv`, which leafwright did not make"
    );
}

#[test]
fn places_where_no_folder_can_be_are_told() {
    let home = tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "mine").unwrap();
    assert_eq!(
        machine(&begin(&file, 1).unwrap_err()),
        "`~/file` is a file, not a folder"
    );
    assert_eq!(
        machine(&begin(&file.join("below"), 1).unwrap_err()),
        "`~/file/below` cannot be made: a part of its path is a file, not a folder"
    );
    for path in [".", "..", "/"] {
        assert_eq!(
            machine(&begin(Path::new(path), 1).unwrap_err()),
            format!("`{path}` cannot be replaced by a folder of letters")
        );
    }
}

#[test]
fn a_folder_with_the_former_manifest_is_our_own() {
    let home = tempdir().unwrap();
    let folder = home.path().join("out/letters");
    fs::create_dir_all(&folder).unwrap();
    for manifest in [
        "row,file,pages,sha256\n8,0007.pdf,1,0\n",
        "row,file,page from,pages,sheets,sha256,status\n8,0007.pdf,1,1,1,0,printed\n",
    ] {
        fs::write(folder.join("0007.pdf"), "letter").unwrap();
        let _ = fs::remove_file(folder.join("0002.pdf"));
        let _ = fs::remove_file(folder.join("run.json"));
        fs::write(folder.join("manifest.csv"), manifest).unwrap();
        run(&home, &[2]).unwrap();
        assert_eq!(names(&folder), ["0002.pdf", "manifest.csv", "run.json"]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_followed() {
    let home = tempdir().unwrap();
    let (there, link) = (home.path().join("there"), home.path().join("link"));
    fs::create_dir(&there).unwrap();
    std::os::unix::fs::symlink(&there, &link).unwrap();
    begin(&link, 0).unwrap().finish().unwrap();
    assert_eq!(names(&there), ["manifest.csv", "run.json"]);
    assert!(link.is_symlink());
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_can_make_a_folder_among_the_systems_own() {
    let failure = begin(Path::new("/proc/leafwright"), 0).unwrap_err();
    assert_eq!(
        machine(&failure),
        "`/proc/leafwright` could not be written: its folder is not there"
    );
}

#[test]
fn two_runs_never_print_into_one_folder() {
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let mut first = begin(&folder, 1).unwrap();
    first.add("0002.pdf", b"letter 2", &letter(2, 1)).unwrap();
    let failure = begin(&folder, 1).unwrap_err();
    assert_eq!(
        machine(&failure),
        "another run is printing into `~/letters`"
    );
    // Another folder is free.
    drop(begin(&home.path().join("others"), 1).unwrap());
    first.finish().unwrap();
    assert_eq!(names(&folder), ["0002.pdf", "manifest.csv", "run.json"]);
    let over = begin_with(&folder, record(0), OVER).unwrap();
    over.finish().unwrap();
    assert_eq!(names(home.path()), ["letters"]);
}

/// One run takes its hidden folder away while others open it.
#[test]
fn runs_that_begin_and_end_at_once_never_share_a_folder() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let home = tempdir().unwrap();
    let folder = home.path().join("letters");
    let (inside, ended) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..100 {
                    let Ok(batch) = begin(&folder, 1) else {
                        continue;
                    };
                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                    inside.fetch_sub(1, Ordering::SeqCst);
                    drop(batch);
                    ended.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert!(ended.into_inner() > 0);
    assert!(names(home.path()).is_empty());
}
