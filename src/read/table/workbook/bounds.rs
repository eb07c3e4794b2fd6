//! What a part of a workbook asks for, known before anything keeps it.
//!
//! `calamine` believes a file: it makes room for as many texts as one says it has, keeps
//! each text in one piece however long it is, and counts on with whatever row or column a
//! cell names. So every part is walked through once, in small pieces that nobody keeps.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::sheet_xml::{attribute, place_of};
use crate::read::table::limits::{LAST_ROW, MOST_COLUMNS, MOST_FILLED, MOST_SHEETS};

const UNPACKS_TO_TOO_MUCH: &str = "unpacks to more than 256 MB";
const TOO_LONG: &str = "holds a text of more than 1 MB in one piece";
const TOO_MANY_SHEETS: &str = "has more than 1,000 sheets";
const TOO_MANY_STYLES: &str = "has more than 500,000 styles, names and links";
pub(super) const TOO_MANY_PARTS: &str = "has more than 10,000 parts";

/// The most bytes of one element, or of the text of one cell: many times what a spreadsheet
/// program takes in a cell.
const MOST_IN_ONE_PIECE: usize = 1024 * 1024;

/// The most bytes of a part that says what the others are.
const MOST_IN_A_LIST_OF_PARTS: u64 = 16 * 1024 * 1024;

/// The most elements of all parts together, blank cells among them. Each takes three bytes
/// at least, and time.
const MOST_ELEMENTS: usize = 15_000_000;

/// The most styles, names and links of one workbook together: Excel has 65,490 styles.
const MOST_STYLES: usize = 500_000;

/// The most ranges of merged cells.
const MOST_MERGED: usize = 100_000;

/// Why a workbook is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It names what cannot be, or cannot be unpacked.
    Damaged,
    /// It has more of something than any list of people; as a person would say it.
    TooMuch(&'static str),
    /// It holds more cells than any list of people.
    TooManyCells,
}

/// What was counted so far in all parts of a workbook.
pub(super) struct Bounds {
    /// How many bytes it may still unpack to.
    left: u64,
    elements: usize,
    texts: usize,
    styles: usize,
    merged: usize,
    sheets: BTreeSet<String>,
    targets: BTreeSet<String>,
}

impl Bounds {
    /// Nothing counted; this many bytes may be unpacked.
    pub(super) fn new(most_unpacked: usize) -> Self {
        Self {
            left: most_unpacked as u64,
            elements: 0,
            texts: 0,
            styles: 0,
            merged: 0,
            sheets: BTreeSet::new(),
            targets: BTreeSet::new(),
        }
    }

    /// Walks through a part to its end. What it says of its own size may be a lie.
    pub(super) fn look(&mut self, name: &str, part: impl Read) -> Result<(), Refused> {
        let name = name.to_ascii_lowercase();
        let is_list = name.ends_with("workbook.xml") || name.ends_with(".rels");
        let most = match is_list {
            true => self.left.min(MOST_IN_A_LIST_OF_PARTS),
            false => self.left,
        };
        let mut part = part.take(most + 1);
        if name.ends_with(".xml") || name.ends_with(".rels") {
            self.walk(&mut part)?;
        }
        // Where the XML is broken nobody reads on, but it is unpacked all the same.
        io::copy(&mut part, &mut io::sink()).map_err(|_| Refused::Damaged)?;
        let unpacked = most + 1 - part.limit();
        if unpacked > most {
            return Err(Refused::TooMuch(UNPACKS_TO_TOO_MUCH));
        }
        self.left -= unpacked;
        Ok(())
    }

    fn walk(&mut self, part: &mut impl Read) -> Result<(), Refused> {
        let mut reader = Reader::from_reader(Pieces::of(part));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        let (mut buffer, mut text) = (Vec::new(), 0);
        loop {
            buffer.clear();
            reader.get_mut().left = MOST_IN_ONE_PIECE;
            let event = reader.read_event_into(&mut buffer);
            match event {
                Ok(Event::Start(element)) => {
                    if matches!(element.local_name().as_ref(), "c" | "si" | "definedName") {
                        text = 0;
                    }
                    self.element(&element)?;
                }
                Ok(Event::Text(piece)) => text += piece.len(),
                Ok(Event::CData(piece)) => text += piece.len(),
                Ok(Event::GeneralRef(_)) => text += 1,
                Ok(Event::Eof) => return Ok(()),
                Err(_) if reader.get_ref().left == 0 => return Err(Refused::TooMuch(TOO_LONG)),
                Err(_) => return Ok(()),
                Ok(_) => {}
            }
            if text > MOST_IN_ONE_PIECE {
                return Err(Refused::TooMuch(TOO_LONG));
            }
        }
    }

    fn element(&mut self, element: &BytesStart) -> Result<(), Refused> {
        self.elements += 1;
        at_most(self.elements, MOST_ELEMENTS, Refused::TooManyCells)?;
        match element.local_name().as_ref() {
            "c" => is_on_a_sheet(attribute(element, "r"), Corner::Whole),
            "row" => is_on_a_sheet(attribute(element, "r"), Corner::Row),
            "dimension" => is_on_a_sheet(attribute(element, "ref"), Corner::Range),
            "mergeCell" => {
                self.merged += 1;
                at_most(self.merged, MOST_MERGED, Refused::TooManyCells)?;
                is_on_a_sheet(attribute(element, "ref"), Corner::Range)
            }
            "sst" => {
                let said = attribute(element, "uniqueCount").and_then(|said| said.parse().ok());
                at_most(said.unwrap_or(0), MOST_FILLED, Refused::TooManyCells)
            }
            "si" => {
                self.texts += 1;
                at_most(self.texts, MOST_FILLED, Refused::TooManyCells)
            }
            "xf" | "font" | "fill" | "border" | "numFmt" | "definedName" => self.style(),
            "sheet" => {
                let is_new = attribute(element, "id").is_none_or(|id| self.sheets.insert(id));
                self.sheet(is_new)
            }
            "Relationship" => {
                self.style()?;
                let is_new = target_of(element).is_none_or(|target| self.targets.insert(target));
                self.sheet(is_new)
            }
            _ => Ok(()),
        }
    }

    fn style(&mut self) -> Result<(), Refused> {
        self.styles += 1;
        at_most(self.styles, MOST_STYLES, Refused::TooMuch(TOO_MANY_STYLES))
    }

    /// No two sheets are one part: it would be read as often as it is named.
    fn sheet(&self, is_new: bool) -> Result<(), Refused> {
        if !is_new {
            return Err(Refused::Damaged);
        }
        at_most(
            self.sheets.len(),
            MOST_SHEETS,
            Refused::TooMuch(TOO_MANY_SHEETS),
        )
    }
}

fn at_most(count: usize, most: usize, refused: Refused) -> Result<(), Refused> {
    if count <= most { Ok(()) } else { Err(refused) }
}

/// What a place names.
enum Corner {
    /// One cell: `B7`.
    Whole,
    /// A row: `7`.
    Row,
    /// Cells from one to another: `B7:D9`.
    Range,
}

/// Whether a place is one that a spreadsheet program has. What is none at all is left to
/// who reads it.
fn is_on_a_sheet(place: Option<String>, corner: Corner) -> Result<(), Refused> {
    let Some(place) = place else { return Ok(()) };
    let digits = place.chars().filter(char::is_ascii_digit).count();
    let letters = place.chars().filter(char::is_ascii_alphabetic).count();
    let is_there = match corner {
        Corner::Row => letters <= 3 && digits <= 7 && row_of(&place).is_none_or(is_row),
        Corner::Whole => place_of(&place).map_or(letters <= 3 && digits <= 7, is_cell),
        Corner::Range => match place.split_once(':') {
            None => place_of(&place).map_or(letters <= 3 && digits <= 7, is_cell),
            Some((first, last)) => match (place_of(first), place_of(last)) {
                (Some(first), Some(last)) => {
                    is_cell(last) && first.0 <= last.0 && first.1 <= last.1
                }
                _ => letters <= 6 && digits <= 14,
            },
        },
    };
    if is_there {
        Ok(())
    } else {
        Err(Refused::Damaged)
    }
}

fn row_of(place: &str) -> Option<u64> {
    place.parse().ok()
}

fn is_row(row: u64) -> bool {
    row <= LAST_ROW as u64
}

fn is_cell((row, column): (u32, u32)) -> bool {
    (row as usize) < LAST_ROW && (column as usize) < MOST_COLUMNS
}

/// The part that a link to a sheet leads to: its folder and its name.
fn target_of(element: &BytesStart) -> Option<String> {
    let kind = attribute(element, "Type")?;
    let is_sheet = kind.to_ascii_lowercase().ends_with("sheet");
    let target = is_sheet.then(|| attribute(element, "Target"))??;
    let target = target.to_ascii_lowercase().replace('\\', "/");
    let mut parts = target.rsplit('/');
    let (name, folder) = (parts.next()?, parts.next().unwrap_or_default());
    Some(format!("{folder}/{name}"))
}

/// A part in pieces, each of which ends.
struct Pieces<R> {
    part: BufReader<R>,
    /// How many bytes of this piece may still be read.
    left: usize,
}

impl<R: Read> Pieces<R> {
    fn of(part: R) -> Self {
        Self {
            part: BufReader::new(part),
            left: 0,
        }
    }
}

impl<R: Read> Read for Pieces<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(buffer.len());
        buffer[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Pieces<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let available = self.part.fill_buf()?;
        if self.left == 0 && !available.is_empty() {
            return Err(io::Error::other("one piece is too long"));
        }
        Ok(&available[..available.len().min(self.left)])
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.part.consume(amount);
    }
}
