//! One file at a time. These tests may run as root, who is allowed everything:
//! what fails here fails for everyone.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::tempdir;

use super::{Privacy, explain, fill, write_whole};
use crate::diagnostics::Failure;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A failure of the machine that says this, and what to do.
fn assert_machine(failure: &Failure, said: &str) {
    assert!(matches!(failure, Failure::Machine(_)), "{failure}");
    let problem = &failure.problems()[0];
    assert!(problem.message.contains(said), "{}", problem.message);
    assert!(!problem.help.is_empty());
}

#[test]
fn a_file_is_written_and_replaced_whole() {
    let home = tempdir().unwrap();
    let path = home.path().join("new/folder/leaflet.pdf");
    for bytes in [&b"first"[..], b"", b"first", b"first"] {
        write_whole(&path, bytes, Privacy::Public).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(names(path.parent().unwrap()), ["leaflet.pdf"]);
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    let home = tempdir().unwrap();
    let file = home.path().join("file");
    write_whole(&file, b"a file", Privacy::Private).unwrap();
    let folder = home.path().join("folder");
    fs::create_dir(&folder).unwrap();
    for (path, said) in [
        (folder, "is a folder"),
        (file.join("below.pdf"), "a part of its path is a file"),
        (home.path().join("n".repeat(300)), "the name is too long"),
    ] {
        let failure = write_whole(&path, b"bytes", Privacy::Private).unwrap_err();
        assert_machine(&failure, said);
        assert_machine(&failure, &format!("`{}`", path.display()));
    }
    assert_eq!(names(home.path()), ["file", "folder"]);
    assert_eq!(fs::read(file).unwrap(), b"a file");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let mut full = File::options().write(true).open("/dev/full").unwrap();
    let error = fill(&mut full, b"bytes").unwrap_err();
    let failure = explain(Path::new("out/letter.pdf"), error);
    assert_machine(&failure, "the disk is full: `out/letter.pdf`");
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_the_systems_own_folders_are_left_alone() {
    let failure = write_whole(Path::new("/dev/null"), b"bytes", Privacy::Public).unwrap_err();
    assert_machine(&failure, "`/dev/null` is not a file");
    // Nobody can make anything here, not even root.
    let path = Path::new("/proc/leafwright/letter.pdf");
    assert_machine(
        &write_whole(path, b"bytes", Privacy::Public).unwrap_err(),
        "`/proc/leafwright/letter.pdf`",
    );
}

#[test]
fn each_trouble_of_the_machine_has_its_words() {
    for (kind, said) in [
        (io::ErrorKind::StorageFull, "the disk is full"),
        (io::ErrorKind::QuotaExceeded, "the disk is full"),
        (
            io::ErrorKind::ReadOnlyFilesystem,
            "can be read but not written",
        ),
        (io::ErrorKind::PermissionDenied, "there is no permission"),
        (io::ErrorKind::NotFound, "its folder is not there"),
        (io::ErrorKind::ResourceBusy, "something is using it"),
        (io::ErrorKind::Other, "could not be written: "),
    ] {
        assert_machine(&explain(Path::new("x"), kind.into()), said);
        assert_machine(&explain(Path::new("x"), kind.into()), "`x`");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_followed() {
    let home = tempdir().unwrap();
    let (file, link) = (home.path().join("file"), home.path().join("to-file"));
    fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    write_whole(&link, b"new", Privacy::Public).unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"new");
    assert!(link.is_symlink());
}
