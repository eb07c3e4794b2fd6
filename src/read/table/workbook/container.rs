//! What a workbook comes in: which kind it is, and how much it unpacks to.

use std::io::{self, Cursor, Read as _};

use zip::ZipArchive;

use crate::diagnostics::Problem;

/// The most a workbook may unpack to, bytes: ten times what 100,000 people take.
/// A file of 1 MB can unpack to 1 GB, and fill the memory of the machine.
pub(super) const MOST_UNPACKED: usize = 256 * 1024 * 1024;

const SAVE_AS_XLSX: &str = "open it in your spreadsheet program and choose Save As, then \"Excel Workbook (.xlsx)\" or \"CSV UTF-8\"";

/// A ZIP archive: .xlsx, .xlsb, .ods, and documents of word processors.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The container of .xls, and of an .xlsx that asks for a password.
pub(super) fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Makes sure that a file is an .xlsx of a size that can be read.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<(), Box<Problem>> {
    if is_old(bytes) {
        return Err(another_kind(
            name,
            "an old Excel workbook (.xls), or one that asks for a password",
        ));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| super::damaged(name))?;
    let holds = |entry: &str| archive.index_for_name(entry).is_some();
    let other = [
        ("content.xml", "a LibreOffice document (like .ods)"),
        ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
        ("word/document.xml", "a word processor's document"),
    ];
    if let Some((_, what)) = other.into_iter().find(|(entry, _)| holds(entry)) {
        return Err(another_kind(name, what));
    }
    let mut left = MOST_UNPACKED as u64;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| super::damaged(name))?;
        // What the entry says of its own size may be a lie.
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|_| super::damaged(name))?;
        left = left.checked_sub(unpacked).ok_or_else(|| too_much(name))?;
    }
    Ok(())
}

fn another_kind(name: &str, what: &str) -> Box<Problem> {
    Problem::error(format!("{name} is {what}, which is not read"))
        .help(SAVE_AS_XLSX)
        .into()
}

fn too_much(name: &str) -> Box<Problem> {
    Problem::error(format!(
        "{name} unpacks to more than {} MB, which no list of people does",
        MOST_UNPACKED / 1024 / 1024
    ))
    .help("copy the rows that are needed into a new spreadsheet, and save that")
    .into()
}
