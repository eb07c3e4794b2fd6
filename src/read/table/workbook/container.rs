//! What a workbook comes in: which kind it is, and how much it unpacks to.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::bounds::{Bounds, Refused, TOO_MANY_PARTS};
use crate::diagnostics::Problem;
use crate::read::table::limits::{MOST_PARTS, MOST_UNPACKED};
use crate::read::table::report;

const SAVE_AS_XLSX: &str = "open it in your spreadsheet program and choose Save As, then \"Excel Workbook (.xlsx)\" or \"CSV UTF-8\"";

const FROM_A_MAC: &str =
    "open it on the Mac or on icloud.com and choose File, Export To, then Excel or CSV";

const WITHOUT_PASSWORD: &str = "open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, and save a copy; delete the copy when the letters are printed";

const COPY_THE_TABLE: &str =
    "copy the table into a new spreadsheet, and save that as .xlsx or as \"CSV UTF-8\"";

/// A file of another kind: how it is known, what it is, what to do.
type Kind = (&'static str, &'static str, &'static str);

/// Files in ZIP archives, by a part that others have not.
const PACKED: [Kind; 8] = [
    (
        "xl/workbook.bin",
        "a binary Excel workbook (.xlsb)",
        SAVE_AS_XLSX,
    ),
    (
        "word/document.xml",
        "a Word document (.docx)",
        COPY_THE_TABLE,
    ),
    (
        "ppt/presentation.xml",
        "a PowerPoint presentation (.pptx)",
        COPY_THE_TABLE,
    ),
    (
        "Index/CalculationEngine.iwa",
        "an Apple Numbers or Pages document",
        FROM_A_MAC,
    ),
    (
        "Index/Document.iwa",
        "an Apple Numbers or Pages document",
        FROM_A_MAC,
    ),
    (
        "Index.zip",
        "an Apple Numbers or Pages document",
        FROM_A_MAC,
    ),
    ("index.apxl", "an Apple document", FROM_A_MAC),
    ("content.xml", "a LibreOffice document", SAVE_AS_XLSX),
];

/// Files of Microsoft's older container, by the name of a part.
const OLD: [Kind; 5] = [
    (
        "EncryptedPackage",
        "an Excel workbook that asks for a password",
        WITHOUT_PASSWORD,
    ),
    (
        "WordDocument",
        "an old Word document (.doc)",
        COPY_THE_TABLE,
    ),
    (
        "PowerPoint Document",
        "an old PowerPoint presentation (.ppt)",
        COPY_THE_TABLE,
    ),
    ("Workbook", "an old Excel workbook (.xls)", SAVE_AS_XLSX),
    ("Book", "an old Excel workbook (.xls)", SAVE_AS_XLSX),
];

/// What the `mimetype` of a LibreOffice document says.
const OPEN_DOCUMENTS: [Kind; 2] = [
    (
        "opendocument.spreadsheet",
        "a LibreOffice spreadsheet (.ods)",
        SAVE_AS_XLSX,
    ),
    (
        "opendocument.text",
        "a LibreOffice text document (.odt)",
        COPY_THE_TABLE,
    ),
];

/// A ZIP archive: .xlsx, .xlsb, .ods, .numbers, and documents of word processors.
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
        let kind = OLD.iter().find(|(part, ..)| names_part(bytes, part));
        let unknown = ("", "a file of an old Office program", SAVE_AS_XLSX);
        return Err(another_kind(name, kind.unwrap_or(&unknown)));
    }
    if has_too_many_parts(bytes) {
        return Err(too_much(name, TOO_MANY_PARTS));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| super::damaged(name))?;
    let mimetype = mimetype(&mut archive);
    let document = OPEN_DOCUMENTS
        .iter()
        .find(|(kind, ..)| mimetype.contains(kind));
    let packed = PACKED
        .iter()
        .find(|(part, ..)| archive.index_for_name(part).is_some());
    if let Some(kind) = document.or(packed) {
        return Err(another_kind(name, kind));
    }
    if archive.index_for_name("xl/workbook.xml").is_none() && holds_spreadsheets(&archive) {
        let what = (
            "",
            "a ZIP archive with files in it",
            "take the spreadsheet out of it, and name that",
        );
        return Err(another_kind(name, &what));
    }
    let mut bounds = Bounds::new(MOST_UNPACKED);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| super::damaged(name))?;
        let part = entry.name().map_err(|_| super::damaged(name))?.into_owned();
        bounds.look(&part, entry).map_err(|refused| match refused {
            Refused::Damaged => super::damaged(name).into(),
            Refused::TooMuch(what) => too_much(name, what),
            Refused::TooManyCells => report::too_large(name).into(),
        })?;
    }
    Ok(())
}

/// Whether the archive lists more parts than any workbook has: each takes room as soon as
/// the list is read. A part is listed after these four bytes (APPNOTE.TXT, 4.3.12).
fn has_too_many_parts(bytes: &[u8]) -> bool {
    let listed = bytes.windows(4).filter(|window| *window == b"PK\x01\x02");
    listed.count() > MOST_PARTS
}

/// What a LibreOffice document says of itself; nothing in any other archive.
fn mimetype(archive: &mut ZipArchive<Cursor<&[u8]>>) -> String {
    let mut text = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        // What cannot be read says nothing.
        let _ = entry.take(100).read_to_string(&mut text);
    }
    text
}

fn holds_spreadsheets(archive: &ZipArchive<Cursor<&[u8]>>) -> bool {
    archive.file_names().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        [".xlsx", ".xls", ".csv"]
            .iter()
            .any(|ending| name.ends_with(ending))
    })
}

/// Whether a file of the old container names a part so, in its directory: in UTF-16, and
/// zeros after it ([MS-CFB] 2.6.1).
fn names_part(bytes: &[u8], part: &str) -> bool {
    let name: Vec<u8> = part
        .encode_utf16()
        .chain([0])
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn another_kind(name: &str, (_, what, help): &Kind) -> Box<Problem> {
    Problem::error(format!("{name} is {what}, which is not read"))
        .help(*help)
        .into()
}

fn too_much(name: &str, what: &str) -> Box<Problem> {
    Problem::error(format!("{name} {what}, which no list of people does"))
        .help("copy the rows that are needed into a new spreadsheet, and save that")
        .into()
}
