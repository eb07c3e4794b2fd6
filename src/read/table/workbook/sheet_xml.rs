//! What the XML of a sheet says beside the values of its cells, of which `calamine` says
//! nothing: which rows nobody sees, which cells are one, which formulas have no result.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read as _};
use std::iter;
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::read::table::limits::MOST_FILLED;

/// How a sheet is laid out. Rows and columns are counted from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The rows that are hidden, by hand or by a filter, or have no height.
    pub(super) hidden: BTreeSet<u32>,
    /// The cells, row and column, of formulas that were never worked out.
    pub(super) without_result: Vec<(u32, u32)>,
    /// The ranges of cells that are shown as one.
    pub(super) merged: Vec<Merged>,
}

/// Cells that are shown as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// As the spreadsheet calls them: `B2:B3`.
    pub(super) name: String,
    pub(super) rows: RangeInclusive<u32>,
    pub(super) columns: RangeInclusive<u32>,
}

impl Layout {
    /// The layout of a sheet, up to where its XML is broken: `calamine` reads no cell beyond
    /// that. Nothing, where the file is laid out in a way that is not known here. `sheet`
    /// is the sheet's place in the workbook, counted from 0.
    pub(super) fn read(bytes: &[u8], sheet: usize) -> Self {
        let mut layout = Self::default();
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
            return layout;
        };
        let Some(parts) = Parts::of(&mut archive, sheet) else {
            return layout;
        };
        let Ok(part) = archive.by_name(&parts.sheet) else {
            return layout;
        };
        let mut walk = Walk {
            recalculated: parts.recalculated,
            ..Walk::default()
        };
        let mut reader = Reader::from_reader(BufReader::new(part));
        let config = reader.config_mut();
        config.check_end_names = false;
        // An element without content begins and ends like any other.
        config.expand_empty_elements = true;
        let mut buffer = Vec::new();
        while let Ok(event) = reader.read_event_into(&mut buffer) {
            match event {
                Event::Start(element) => walk.start(&element, &mut layout),
                Event::Text(text) => walk.text(&text),
                Event::End(element) => walk.end(element.local_name().as_ref(), &mut layout),
                Event::Eof => break,
                _ => {}
            }
            buffer.clear();
        }
        layout
    }
}

/// Where the walk through a sheet is.
#[derive(Default)]
struct Walk {
    /// Whether the program that wrote the file left all results to the next one.
    recalculated: bool,
    /// Whether rows are hidden that do not say how high they are.
    rows_are_hidden: bool,
    next_row: u32,
    row: u32,
    next_column: u32,
    cell: Cell,
    is_in_value: bool,
}

#[derive(Default)]
struct Cell {
    column: u32,
    has_formula: bool,
    is_text: bool,
    has_value: bool,
    value: String,
}

impl Walk {
    fn start(&mut self, element: &BytesStart, layout: &mut Layout) {
        match element.local_name().as_ref() {
            "sheetFormatPr" => self.rows_are_hidden = says_yes(element, "zeroHeight"),
            "row" => self.row(element, layout),
            "c" => {
                let place = attribute(element, "r").and_then(|name| place_of(&name));
                let column = place.map_or(self.next_column, |(_, column)| column);
                self.cell = Cell {
                    column,
                    is_text: attribute(element, "t").as_deref() == Some("str"),
                    ..Cell::default()
                };
                self.next_column = column.saturating_add(1);
            }
            "f" => self.cell.has_formula = true,
            "v" => {
                self.cell.has_value = true;
                self.is_in_value = true;
            }
            "mergeCell" => layout
                .merged
                .extend(attribute(element, "ref").and_then(Merged::read)),
            _ => {}
        }
    }

    fn row(&mut self, element: &BytesStart, layout: &mut Layout) {
        // A row without a number is the one after the last (ECMA-376, part 1, 18.3.1.73).
        let number = attribute(element, "r").and_then(|number| number.parse::<u32>().ok());
        self.row = number.map_or(self.next_row, |number| number.saturating_sub(1));
        self.next_row = self.row.saturating_add(1);
        self.next_column = 0;
        let height = attribute(element, "ht").and_then(|height| height.parse::<f64>().ok());
        let has_none = height.map_or(self.rows_are_hidden, |height| height <= 0.0);
        if has_none || says_yes(element, "hidden") {
            layout.hidden.insert(self.row);
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_value {
            self.cell.value.push_str(text.trim());
        }
    }

    fn end(&mut self, name: &str, layout: &mut Layout) {
        match name {
            "v" => self.is_in_value = false,
            "c" if self.cell.has_formula
                && !self.has_result()
                && layout.without_result.len() <= MOST_FILLED =>
            {
                layout.without_result.push((self.row, self.cell.column));
            }
            _ => {}
        }
    }

    /// A result may be a text without letters, and says so. Programs that work nothing out
    /// write 0 or nothing, and have Excel do it when the file is opened.
    fn has_result(&self) -> bool {
        let cell = &self.cell;
        match cell.value.as_str() {
            "" => cell.has_value && cell.is_text,
            "0" => cell.is_text || !self.recalculated,
            _ => true,
        }
    }
}

impl Merged {
    fn read(name: String) -> Option<Self> {
        let (first, last) = name.split_once(':')?;
        let ((first_row, first_column), (last_row, last_column)) =
            (place_of(first)?, place_of(last)?);
        Some(Self {
            rows: first_row..=last_row,
            columns: first_column..=last_column,
            name,
        })
    }
}

/// The row and column of `B7`, counted from 0.
pub(super) fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let row = row.parse::<u32>().ok()?.checked_sub(1)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let value = letter.to_ascii_uppercase().checked_sub(b'A')?;
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    Some((row, column.checked_sub(1)?))
}

/// The parts of a workbook in which a sheet stands.
struct Parts {
    /// The path of the sheet.
    sheet: String,
    recalculated: bool,
}

impl Parts {
    /// The workbook names a relation, and that the file of the sheet.
    fn of(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: usize) -> Option<Self> {
        let mut entry = |path: &str| {
            let mut bytes = Vec::new();
            archive.by_name(path).ok()?.read_to_end(&mut bytes).ok()?;
            Some(bytes)
        };
        let workbook = entry("xl/workbook.xml")?;
        let recalculated =
            elements(&workbook, "calcPr").any(|element| says_yes(&element, "fullCalcOnLoad"));
        let sheet = elements(&workbook, "sheet").nth(sheet)?;
        let relation = attribute(&sheet, "id")?;
        let relations = entry("xl/_rels/workbook.xml.rels")?;
        let target = elements(&relations, "Relationship")
            .find(|element| attribute(element, "Id").as_ref() == Some(&relation))
            .and_then(|element| attribute(&element, "Target"))?;
        let sheet = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        Some(Self {
            sheet,
            recalculated,
        })
    }
}

/// The elements of one name, whatever stands for their namespace.
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

fn says_yes(element: &BytesStart, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true"))
}

/// What an attribute says, whatever stands for its namespace.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}
