//! Rows that nobody sees: hidden by hand, or by a filter.
//!
//! `calamine` reads past them. Whoever filtered a list sees ten people and expects ten
//! letters, so that rows which hold something and are hidden have to be known.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::iter;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::diagnostics::Problem;

/// The hidden rows of a sheet, counted from 0; none where the file is laid out in a way
/// that is not known here. `sheet` is the sheet's place in the workbook, counted from 0.
pub(super) fn rows(bytes: &[u8], sheet: usize) -> BTreeSet<u32> {
    let xml = sheet_xml(bytes, sheet).unwrap_or_default();
    let mut hidden = BTreeSet::new();
    let mut next = 0;
    for row in elements(&xml, "row") {
        // A row without a number is the one after the last (ECMA-376, part 1, 18.3.1.73).
        let number = attribute(&row, "r").and_then(|number| number.parse::<u32>().ok());
        let index = number.map_or(next, |number| number.saturating_sub(1));
        if matches!(attribute(&row, "hidden").as_deref(), Some("1" | "true")) {
            hidden.insert(index);
        }
        next = index.saturating_add(1);
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

/// The XML of a sheet: the workbook names a relation, and that the file.
fn sheet_xml(bytes: &[u8], sheet: usize) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut entry = |path: &str| {
        let mut bytes = Vec::new();
        archive.by_name(path).ok()?.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    };
    let workbook = entry("xl/workbook.xml")?;
    let sheet = elements(&workbook, "sheet").nth(sheet)?;
    let relation = attribute(&sheet, "id")?;
    let relations = entry("xl/_rels/workbook.xml.rels")?;
    let target = elements(&relations, "Relationship")
        .find(|element| attribute(element, "Id").as_ref() == Some(&relation))
        .and_then(|element| attribute(&element, "Target"))?;
    match target.strip_prefix('/') {
        Some(path) => entry(path),
        None => entry(&format!("xl/{target}")),
    }
}

/// The elements of one name, whatever stands for their namespace, up to where the XML
/// is broken: `calamine` reads no cell beyond that.
fn elements<'x>(xml: &'x [u8], name: &str) -> impl Iterator<Item = BytesStart<'x>> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    iter::from_fn(move || reader.read_event().ok())
        .take_while(|event| !matches!(event, Event::Eof))
        .filter_map(|event| match event {
            Event::Start(element) | Event::Empty(element) => Some(element),
            _ => None,
        })
        .filter(move |element| element.local_name().as_ref() == name)
}

/// What an attribute says, whatever stands for its namespace.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}
