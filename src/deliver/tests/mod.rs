//! What all tests of delivery need, and who may read what was delivered.

mod one_file;
mod whole_folder;

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::{Batch, Privacy, sha256_hex, write_whole};
use crate::problem::Failure;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn assert_machine(failure: &Failure, said: &str) {
    assert_eq!(failure.exit_status(), 3);
    let problem = &failure.problems()[0];
    assert!(problem.message.contains(said), "{}", problem.message);
    assert!(!problem.help.is_empty());
}

#[test]
fn a_checksum_is_the_known_one() {
    assert_eq!(
        sha256_hex(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

/// The umask belongs to the whole process, so this test runs itself again in
/// processes of their own.
#[cfg(unix)]
#[test]
fn modes_are_right_whatever_the_umask() {
    const UMASK: &str = "LEAFWRIGHT_TEST_UMASK";
    if let Ok(umask) = std::env::var(UMASK) {
        return check_modes(if umask == "000" { 0o644 } else { 0o600 });
    }
    let this = std::env::current_exe().unwrap();
    let name = concat!(module_path!(), "::modes_are_right_whatever_the_umask");
    let (_crate, name) = name.split_once("::").unwrap();
    for umask in ["000", "077"] {
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"])
            .arg(&this)
            .args(["--exact", name])
            .env(UMASK, umask)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{umask}: {said}");
        assert!(said.contains("1 passed"), "{umask}: {said}");
    }
}

#[cfg(unix)]
fn check_modes(public: u32) {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let home = tempdir().unwrap();
    for (privacy, should) in [(Privacy::Private, 0o600), (Privacy::Public, public)] {
        let path = home.path().join("file.pdf");
        write_whole(&path, b"bytes", privacy).unwrap();
        assert_eq!(mode(&path), should, "{privacy:?}");
    }
    let mut batch = Batch::begin(&home.path().join("letters")).unwrap();
    batch.add("0002.pdf", b"bytes", 2, 1).unwrap();
    let hidden = home.path().join(&names(home.path())[0]);
    assert_eq!(mode(&hidden), 0o700);
    let paths = batch.finish().unwrap();
    assert_eq!(mode(&home.path().join("letters")), 0o700);
    assert_eq!([mode(&paths[0]), mode(&paths[1])], [0o600; 2]);
}
