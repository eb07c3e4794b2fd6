//! Reading a file so that it ends: what it is, then how long it says it is, then no more
//! bytes than a file of its kind may have.

use std::fs::{self, FileType, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use super::FileKind;
use crate::diagnostics::{Failure, Problem};

/// The bytes of a file; none where there is no such file. `name` is what messages call it.
///
/// # Errors
/// Where it is no file but a folder, a pipe, a socket or a device, which may never end;
/// where it is longer than a file of its kind may be; where the system does not let it be
/// read.
pub(crate) fn read_file(
    path: &Path,
    name: &str,
    kind: FileKind,
) -> Result<Option<Vec<u8>>, Failure> {
    let unreadable = |error| unreadable(name, error);
    let metadata = match fs::metadata(path) {
        // A pipe is not even opened: that alone would wait for somebody who writes.
        Ok(metadata) => check(&metadata, name, kind).map(|()| metadata)?,
        Err(error) if is_not_there(&error) => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    // A file may grow while it is read, and some say they have no length.
    let most = kind.most_bytes();
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    kind.check(name, bytes.len() as u64, false)
        .map_err(|problem| *problem)?;
    Ok(Some(bytes))
}

/// The failure that the system does not let a file be read.
pub(super) fn unreadable(name: &str, error: io::Error) -> Failure {
    Failure::machine(
        format!("`{name}` cannot be read"),
        "check that you may open it, and that it is not locked by another program",
    )
    .because(error)
}

/// Whether an error says that there is no such file.
pub(super) fn is_not_there(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn check(metadata: &Metadata, name: &str, kind: FileKind) -> Result<(), Problem> {
    if !metadata.is_file() {
        let (what, help) = stranger(metadata.file_type());
        return Err(Problem::error(format!("`{name}` is {what}, not a file")).help(help));
    }
    kind.check(name, metadata.len(), true)
        .map_err(|problem| *problem)
}

/// What something is that is no file, and what to do.
fn stranger(is: FileType) -> (&'static str, &'static str) {
    const NAME_THE_FILE: &str = "put the file itself there, or name the file";
    if is.is_dir() {
        return ("a folder", "name the file in it");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if is.is_fifo() {
            let save = "save what comes through it in a file first, and name that";
            return ("a pipe", save);
        }
        if is.is_socket() {
            return ("a socket", NAME_THE_FILE);
        }
        if is.is_char_device() || is.is_block_device() {
            return ("a device", NAME_THE_FILE);
        }
    }
    ("something else", NAME_THE_FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> Result<Option<Vec<u8>>, String> {
        let read = read_file(path, "logo.png", FileKind::Picture);
        read.map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_file_is_read_up_to_the_last_byte_it_may_have() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("logo.png");
        assert_eq!(read(&path), Ok(None));
        let most = FileKind::Picture.most_bytes();
        let file = fs::File::create(&path).expect("a file");
        file.set_len(most).expect("a long file");
        let whole = read(&path).expect("not too long").expect("there");
        assert_eq!(whole.len() as u64, most);
        // It takes no room on the disk, and would take all of the memory.
        file.set_len(3 << 30).expect("a longer file");
        insta::assert_snapshot!(read(&path).expect_err("too long"), @r#"
        error: `logo.png` is 3 GB large, and a picture may be 20 MB at most
          help: save a smaller copy: a picture as wide as an A4 page needs 2,480 pixels
        "#);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let said = |path: &Path| read(path).expect_err("no file");
        insta::assert_snapshot!(said(folder.path()), @r#"
        error: `logo.png` is a folder, not a file
          help: name the file in it
        "#);
        let socket = folder.path().join("socket");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        insta::assert_snapshot!(said(&socket), @r#"
        error: `logo.png` is a socket, not a file
          help: put the file itself there, or name the file
        "#);
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        insta::assert_snapshot!(said(&pipe), @r#"
        error: `logo.png` is a pipe, not a file
          help: save what comes through it in a file first, and name that
        "#);
        insta::assert_snapshot!(said(Path::new("/dev/zero")), @r#"
        error: `logo.png` is a device, not a file
          help: put the file itself there, or name the file
        "#);
    }

    /// Files of the system say that they are empty, and are not.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_lies_about_its_length_is_read_as_it_is() {
        let own = Path::new("/proc/self/status");
        assert_eq!(fs::metadata(own).expect("there").len(), 0);
        let read = read(own).expect("short").expect("there");
        assert!(!read.is_empty());
    }
}
