//! The text of a file that should be JSON, and what a file is that cannot be.

use std::path::Path;

use crate::assets::{FileKind, read_file};
use crate::diagnostics::{Failure, Help, Problem};

/// The text of a file.
///
/// # Errors
/// Where it is not there, and where it cannot be JSON, whatever stands in it.
pub fn text_of_json(path: &Path, name: &str) -> Result<String, Failure> {
    let bytes = read_file(path, name, FileKind::LocalServices)?.ok_or_else(|| {
        Problem::not_there(format!("there is no file `{name}`")).help("check the spelling")
    })?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if let Some((what, help)) = no_json(path, bytes) {
        return Err(Problem::error(format!("`{name}` {what}")).help(help).into());
    }
    let text = String::from_utf8(bytes.to_vec());
    Ok(text.map_err(|_| {
        Problem::error(format!("`{name}` is not saved as UTF-8 text")).help(SAVE_AGAIN)
    })?)
}

const SAVE_AGAIN: &str = "save it again with the encoding `UTF-8` (in Notepad: Save as, Encoding)";

/// What a file is that is no JSON, as far as that can be seen from outside, and what to do.
fn no_json(path: &Path, bytes: &[u8]) -> Option<(&'static str, Help)> {
    let has_ending = |ending| {
        path.extension()
            .is_some_and(|it| it.eq_ignore_ascii_case(ending))
    };
    if bytes.trim_ascii().is_empty() {
        return Some(("is empty", "ask for the file again".into()));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let help = "unpack it, and name the folder or the file of JSON that was in it";
        return Some(("is an archive or a workbook", help.into()));
    }
    if has_ending("csv") {
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.map_or(".".to_owned(), crate::assets::shown);
        let help = format!("name the folder that it is in, with the other tables: `{folder}`");
        return Some(("is one table of several", help.into()));
    }
    // JSON has no such character, and UTF-16 has one beside every letter of English.
    (bytes.contains(&0)).then(|| ("is saved as UTF-16, not as UTF-8", SAVE_AGAIN.into()))
}
