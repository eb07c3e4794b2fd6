//! One file at a time. These tests may run as root, who is allowed everything:
//! what fails here fails for everyone.

use std::error::Error as _;
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

/// What a failure of the machine says; there is always something to do.
fn machine(failure: &Failure) -> String {
    assert!(matches!(failure, Failure::Machine(_)), "{failure}");
    let problem = &failure.problems()[0];
    assert!(!problem.help.is_empty(), "{failure}");
    problem.message.clone()
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
        (folder, "is a folder, so no file can be written there"),
        (
            file.join("below.pdf"),
            "cannot be made: a part of its path is a file, not a folder",
        ),
        (
            home.path().join("n".repeat(300)),
            "could not be written: the name is too long or not allowed",
        ),
    ] {
        let failure = write_whole(&path, b"bytes", Privacy::Private).unwrap_err();
        assert_eq!(machine(&failure), format!("`{}` {said}", path.display()));
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
    assert_eq!(
        machine(&failure),
        "the disk is full: `out/letter.pdf` could not be written"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_the_systems_own_folders_are_left_alone() {
    let failure = write_whole(Path::new("/dev/null"), b"bytes", Privacy::Public).unwrap_err();
    assert_eq!(
        machine(&failure),
        "`/dev/null` is not a file that can be replaced"
    );
    // Nobody can make anything here, not even root.
    let path = Path::new("/proc/leafwright/letter.pdf");
    assert_eq!(
        machine(&write_whole(path, b"bytes", Privacy::Public).unwrap_err()),
        "`/proc/leafwright/letter.pdf` could not be written: its folder is not there"
    );
}

#[test]
fn each_trouble_of_the_machine_has_its_words() {
    use io::ErrorKind as Kind;
    for (kind, said) in [
        (
            Kind::StorageFull,
            "the disk is full: `x` could not be written",
        ),
        (
            Kind::QuotaExceeded,
            "the disk is full: `x` could not be written",
        ),
        (
            Kind::ReadOnlyFilesystem,
            "`x` is on a disk that can be read but not written",
        ),
        (
            Kind::PermissionDenied,
            "there is no permission to write `x`",
        ),
        (
            Kind::NotFound,
            "`x` could not be written: its folder is not there",
        ),
        (
            Kind::ResourceBusy,
            "`x` could not be replaced: something is using it",
        ),
        (Kind::Other, "`x` could not be written: other error"),
    ] {
        let failure = explain(Path::new("x"), kind.into());
        assert_eq!(machine(&failure), said);
        let cause = failure
            .source()
            .and_then(|cause| cause.downcast_ref::<io::Error>());
        assert_eq!(cause.map(io::Error::kind), Some(kind));
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
