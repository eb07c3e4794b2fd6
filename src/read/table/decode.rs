//! Text out of bytes: what encoding a file is in, and whether it is text at all.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{characters, report, western};
use crate::diagnostics::Problem;

/// How to get a text file out of a spreadsheet, in the words of its menus.
const SAVE_AS_CSV: &str =
    "open it in your spreadsheet program and choose Save As, then \"CSV UTF-8\"";

/// The text of a file.
pub(super) struct Decoded {
    /// The text: every line ends in `\n`, nothing invisible stands before it.
    pub(super) text: String,
    /// Whether the encoding was only taken to be Windows-1252.
    pub(super) guessed: bool,
}

/// Decodes a file: UTF-8, UTF-16 with a byte order mark, otherwise Windows-1252.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, Box<Problem>> {
    if let Some(what) = other_format(bytes) {
        return Err(not_csv(name, what).into());
    }
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(encoding), length),
        None => (None, 0),
    };
    let body = bytes.get(mark..).unwrap_or_default();
    let has_nul = body.contains(&0) && encoding.is_none_or(|known| known == UTF_8);
    if has_nul {
        return Err(not_text(name).into());
    }
    let (text, guessed) = match encoding {
        Some(encoding) => (
            encoding.decode_without_bom_handling_and_without_replacement(body),
            false,
        ),
        None => match std::str::from_utf8(body) {
            Ok(text) => (Some(text.into()), false),
            Err(_) => (as_windows_1252(body), true),
        },
    };
    let text = text.ok_or_else(|| damaged(name, encoding, body))?;
    let text = text.trim_start_matches(characters::is_zero_width);
    if let Some(what) = marked_up(text) {
        return Err(not_csv(name, what).into());
    }
    if text.trim().is_empty() {
        return Err(report::empty(name).into());
    }
    Ok(Decoded {
        text: text.replace("\r\n", "\n").replace('\r', "\n"),
        guessed,
    })
}

/// What a file is that starts like something else than text.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 15] = [
        (b"PK\x03\x04", "a spreadsheet workbook (like .xlsx or .ods)"),
        (b"\xD0\xCF\x11\xE0", "an old Excel workbook (.xls)"),
        // Excel 2 to 5 had no container around a sheet.
        (b"\x09\x08", "an old Excel workbook (.xls)"),
        (b"\x09\x04\x06\x00", "an old Excel workbook (.xls)"),
        (b"\x09\x02\x06\x00", "an old Excel workbook (.xls)"),
        (b"\x09\x00\x04\x00", "an old Excel workbook (.xls)"),
        (b"ID;PWXL", "an old spreadsheet (.slk)"),
        (b"%PDF", "a PDF"),
        (b"{\\rtf", "a word processor's document"),
        (b"MIME-Version:", "a web page that was saved whole (.mht)"),
        (b"\x1F\x8B", "a compressed file (.gz)"),
        (b"7z\xBC\xAF", "a compressed file (.7z)"),
        (b"Rar!", "a compressed file (.rar)"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
    ];
    STARTS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, what)| *what)
}

/// What a text is that is written in marks: some patient systems give a web page the ending
/// `.csv` or `.xls`.
fn marked_up(text: &str) -> Option<&'static str> {
    const MARKS: [(&str, &str); 7] = [
        (
            "urn:schemas-microsoft-com:office:spreadsheet",
            "an Excel workbook of 2003, as XML",
        ),
        ("excel.sheet", "an Excel workbook of 2003, as XML"),
        ("office:document", "a LibreOffice document, as XML"),
        ("<html", "a web page with a table in it"),
        ("<table", "a web page with a table in it"),
        ("<!doctype html", "a web page with a table in it"),
        ("<?xml", "an XML file"),
    ];
    let start: String = text.trim_start().chars().take(1024).collect();
    let start = start.to_ascii_lowercase();
    let mark = || MARKS.iter().find(|(mark, _)| start.contains(mark));
    start.starts_with('<').then(mark)?.map(|(_, what)| *what)
}

/// A text in Windows-1252, where it can be nothing else.
fn as_windows_1252(body: &[u8]) -> Option<Cow<'_, str>> {
    let text = WINDOWS_1252.decode_without_bom_handling(body).0;
    let can_be =
        !holds_utf8_as_well(body) && fits_windows_1252(body) && western::is_windows_1252(&text);
    can_be.then_some(text)
}

/// Whether bytes that are not all UTF-8 hold UTF-8 all the same. Two exports glued
/// together do: taken for Windows-1252, every accent of one would come out wrong.
fn holds_utf8_as_well(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// Whether no byte is one that Windows-1252 leaves undefined. Old Mac text often
/// has one: è is 8F there.
fn fits_windows_1252(bytes: &[u8]) -> bool {
    !bytes
        .iter()
        .any(|byte| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D))
}

fn not_csv(name: &str, what: &str) -> Problem {
    Problem::error(format!("{name} is {what}, not a CSV file")).help(SAVE_AS_CSV)
}

fn not_text(name: &str) -> Problem {
    Problem::error(format!(
        "{name} is not a text file: it holds zero bytes, which no CSV file does"
    ))
    .help(SAVE_AS_CSV)
}

/// `body` is what follows a byte order mark; a line is named where it is UTF-8 up to there.
fn damaged(name: &str, encoding: Option<&Encoding>, body: &[u8]) -> Problem {
    let good = body.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let line = good.matches('\n').count() + 1;
    let near = encoding.is_none_or(|known| known == UTF_8).then(|| {
        format!("the first of them is near line {line} of the file, as a text editor counts it")
    });
    Problem::error(format!(
        "{name} holds letters that cannot be read for certain, so accents would print wrongly"
    ))
    .maybe_help(near)
    .help(format!(
        "go back to the spreadsheet it came from: {SAVE_AS_CSV}"
    ))
}
