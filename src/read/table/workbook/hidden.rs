//! Rows that nobody sees: hidden by hand, or by a filter.
//!
//! `calamine` reads past them. Whoever filtered a list sees ten people and expects ten
//! letters, so that rows which hold something and are hidden have to be known.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::diagnostics::Problem;

/// The hidden rows of a sheet, counted from 0; none where the file is laid out in a way
/// that is not known here. `sheet` is the sheet's place in the workbook, counted from 0.
pub(super) fn rows(bytes: &[u8], sheet: usize) -> BTreeSet<u32> {
    let xml = sheet_xml(bytes, sheet).unwrap_or_default();
    let mut hidden = BTreeSet::new();
    let mut next = 0;
    for tag in tags(&xml).filter(|tag| name(tag) == "row") {
        // A row without a number is the one after the last (ECMA-376, part 1, 18.3.1.73).
        let number = attribute(tag, "r").and_then(|number| number.parse::<u32>().ok());
        let row = number.map_or(next, |number| number.saturating_sub(1));
        if matches!(attribute(tag, "hidden"), Some("1" | "true")) {
            hidden.insert(row);
        }
        next = row.saturating_add(1);
    }
    hidden
}

/// What is said of a list of which a part cannot be seen.
pub(super) fn refuse(name: &str, count: usize) -> Problem {
    let (rows, them) = match count {
        1 => ("1 row that is hidden and is".to_owned(), "it"),
        _ => (format!("{count} rows that are hidden and are"), "them"),
    };
    Problem::error(format!("{name} has {rows} not blank"))
        .help(format!(
            "to use {them} too, show {them} in the spreadsheet program (Data, Clear filter; or select all rows and choose Unhide), and save"
        ))
        .help("to use only the rows you see, copy them into a new spreadsheet, and save that")
}

/// The text of a sheet's own file: the workbook names a relation, and that the file.
fn sheet_xml(bytes: &[u8], sheet: usize) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut entry = |path: &str| {
        let mut bytes = Vec::new();
        archive.by_name(path).ok()?.read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    let workbook = entry("xl/workbook.xml")?;
    let relation = tags(&workbook)
        .filter(|tag| name(tag) == "sheet")
        .nth(sheet)
        .and_then(|tag| attribute(tag, "id"))?;
    let relations = entry("xl/_rels/workbook.xml.rels")?;
    let target = tags(&relations)
        .find(|tag| attribute(tag, "Id") == Some(relation))
        .and_then(|tag| attribute(tag, "Target"))?;
    match target.strip_prefix('/') {
        Some(path) => entry(path),
        None => entry(&format!("xl/{target}")),
    }
}

/// What stands between `<` and `>`. In XML a `<` opens a tag and nothing else.
fn tags(xml: &str) -> impl Iterator<Item = &str> {
    let pieces = xml.split('<').skip(1);
    pieces.map(|piece| piece.split_once('>').map_or(piece, |(tag, _)| tag))
}

/// A tag's or an attribute's name without what stands for its namespace.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn name(tag: &str) -> &str {
    let end = tag.find(|character: char| character.is_whitespace() || character == '/');
    local(&tag[..end.unwrap_or(tag.len())])
}

fn attribute<'t>(tag: &'t str, wanted: &str) -> Option<&'t str> {
    let mut rest = tag.split_once(char::is_whitespace)?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after
            .chars()
            .next()
            .filter(|quote| "\"'".contains(*quote))?;
        let (value, after) = after[1..].split_once(quote)?;
        if local(key.trim()) == wanted {
            return Some(value);
        }
        rest = after;
    }
}
