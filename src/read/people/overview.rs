//! What each column of a spreadsheet would be read as, for somebody who prepares a run.
//! Nothing that stands in a cell is in it.

use std::collections::BTreeMap;
use std::fmt;

use super::Wanted;
use super::column::{
    ADDRESS, APPOINTMENT_DATE, APPOINTMENT_TIME, Column, ColumnWords, FORMAT, Headings, LANGUAGE,
    LETTER, NAME, POSTCODE, Piece, REQUIRED, bare, is_shown,
};
use super::moment::Moments;
use super::postcode;
use crate::read::table::{Table, column_letters};

/// The columns of a spreadsheet, and what there is to say about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnOverview {
    /// How many rows hold something.
    pub rows: usize,
    /// Each column, from left to right.
    pub columns: Vec<ColumnSeen>,
    /// Which of ours no column is read as, though every letter needs it.
    pub missing: Vec<String>,
    /// What to write under `letters:` in service.yaml; empty where there is nothing to say.
    pub to_paste: String,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSeen {
    /// Its letters, as the spreadsheet has them.
    pub letters: String,
    /// Its name; empty where it has none, or where that may be somebody's.
    pub name: String,
    /// What it is read as.
    pub read_as: ReadAs,
    /// What its first two cells hold that are not empty, in words for a kind.
    pub kinds: Vec<&'static str>,
}

/// What a column is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadAs {
    /// One of ours, or a part of it.
    Ours(String),
    /// This, once the lines to paste are in service.yaml.
    Proposed(String),
    /// Nothing is done with it.
    NotUsed,
}

/// Looks at every column, and at two cells of each.
pub fn overview(table: &Table, wanted: &Wanted) -> ColumnOverview {
    let headings = Headings::new(table, &wanted.settings.columns, wanted.words);
    let fields = wanted.letters.iter().flat_map(|letter| &letter.declared);
    let keys: Vec<&str> = fields.map(|field| field.key.as_str()).collect();
    let ours = REQUIRED
        .into_iter()
        .chain(ADDRESS)
        .chain([FORMAT, LANGUAGE, LETTER])
        .chain(keys.iter().copied());
    let mut found: BTreeMap<&str, Column> = ours
        .filter_map(|ours| Some((ours, headings.find(ours).ok()??)))
        .collect();
    time_beside_date(&mut found, table, wanted);
    let proposed = propose(&found, table, &headings, wanted.words);
    let columns = (0..table.header.len())
        .map(|index| seen(table, index, &found, &proposed, wanted))
        .collect();
    let needed = wanted.letters.iter().flat_map(|letter| &letter.declared);
    let needed = needed.filter(|field| field.required);
    let missing = REQUIRED
        .into_iter()
        .chain(needed.map(|field| field.key.as_str()))
        .filter(|ours| !found.contains_key(ours) && !proposed.contains_key(*ours))
        .map(str::to_owned)
        .collect();
    ColumnOverview {
        rows: table.rows.len(),
        columns,
        missing,
        to_paste: lines(&found, &proposed, table, wanted),
    }
}

/// One column may hold both.
fn time_beside_date(found: &mut BTreeMap<&str, Column>, table: &Table, wanted: &Wanted) {
    let Some(date) = found.get(APPOINTMENT_DATE).cloned() else {
        return;
    };
    let moments = Moments::of(&date, table, wanted.settings.dates());
    let has_time = |cell: &str| matches!(moments.date(cell), Ok((_, Some(_))));
    if !found.contains_key(APPOINTMENT_TIME)
        && table.rows.iter().any(|row| has_time(&date.text(row)))
    {
        found.insert(APPOINTMENT_TIME, date);
    }
}

/// What columns that sound like pieces of a name or an address would be, by our names.
fn propose(
    found: &BTreeMap<&str, Column>,
    table: &Table,
    headings: &Headings,
    words: &ColumnWords,
) -> BTreeMap<String, Vec<usize>> {
    let used = |index: &usize| found.values().any(|column| column.at.contains(index));
    let pieces = |piece: Piece| {
        let spare = (0..table.header.len()).filter(|index| !used(index));
        let mut pieces: Vec<(usize, usize)> = spare
            .filter(|index| headings.holds_something(*index))
            .filter_map(|index| match words.piece(&table.header[index])? {
                (kind, order) if kind == piece => Some((order, index)),
                _ => None,
            })
            .collect();
        pieces.sort_unstable();
        pieces.into_iter().map(|(_, index)| index)
    };
    let mut proposed = BTreeMap::new();
    let name: Vec<usize> = pieces(Piece::Name).collect();
    if !found.contains_key(NAME) && !name.is_empty() {
        proposed.insert(NAME.to_owned(), name);
    }
    let new: Vec<usize> = pieces(Piece::Address).collect();
    if !new.is_empty() {
        let known = ADDRESS.iter().filter(|line| **line != POSTCODE);
        let known = known.filter_map(|line| found.get(line));
        // Lines stand from left to right.
        let mut at: Vec<Vec<usize>> = known.map(|column| column.at.clone()).collect();
        at.extend(new.into_iter().map(|index| vec![index]));
        at.sort();
        let lines = ADDRESS.iter().map(|line| (*line).to_owned());
        proposed.extend(lines.take(ADDRESS.len() - 1).zip(at));
    }
    proposed
}

fn seen(
    table: &Table,
    index: usize,
    found: &BTreeMap<&str, Column>,
    proposed: &BTreeMap<String, Vec<usize>>,
    wanted: &Wanted,
) -> ColumnSeen {
    let ours = found
        .iter()
        .filter(|(_, column)| column.at.contains(&index));
    let ours: Vec<&str> = ours.map(|(ours, _)| *ours).collect();
    let proposal = proposed.iter().find(|(_, at)| at.contains(&index));
    let read_as = match (proposal, ours.is_empty()) {
        (Some((proposed, _)), _) if !ours.contains(&proposed.as_str()) => {
            ReadAs::Proposed(proposed.clone())
        }
        (_, false) => ReadAs::Ours(ours.join(" and ")),
        _ => ReadAs::NotUsed,
    };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let filled = cells.filter(|cell| !cell.trim().is_empty());
    let name = &table.header[index];
    let is_ours = read_as != ReadAs::NotUsed;
    ColumnSeen {
        letters: column_letters(index),
        name: if is_ours || is_shown(name) {
            name.clone()
        } else {
            String::new()
        },
        read_as,
        kinds: filled.take(2).map(|cell| kind(cell, wanted)).collect(),
    }
}

/// What a cell holds, in a word that says nothing of it.
fn kind(cell: &str, wanted: &Wanted) -> &'static str {
    let moments = Moments::default();
    let is_number = |cell: &str| {
        cell.chars()
            .all(|it| it.is_ascii_digit() || " .-+".contains(it))
    };
    if let Ok((_, time)) = moments.date(cell) {
        return match time {
            Some(_) => "date and time",
            None => "date",
        };
    }
    if Moments::is_either_way(cell) {
        return match wanted.settings.dates() {
            Some(_) => "date, day first",
            None => "date, day or month first",
        };
    }
    if cell.contains([':', '.', 'm', 'M']) && moments.time(cell).is_ok() {
        return "time";
    }
    if postcode::normalised(cell).is_some() {
        return "postcode";
    }
    match cell.split_whitespace().count() {
        _ if is_number(cell.trim()) => "number",
        _ if cell.contains('@') => "email",
        1 => "a word",
        2 | 3 => "a few words",
        _ => "text",
    }
}

/// The lines to write under `letters:`.
fn lines(
    found: &BTreeMap<&str, Column>,
    proposed: &BTreeMap<String, Vec<usize>>,
    table: &Table,
    wanted: &Wanted,
) -> String {
    let mut map: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let names = |at: &[usize]| {
        at.iter()
            .map(|index| table.header[*index].as_str())
            .collect()
    };
    for (ours, column) in found {
        let theirs: Vec<&str> = names(&column.at);
        if theirs.len() > 1 || bare(theirs[0]) != bare(ours) {
            map.insert(ours, theirs);
        }
    }
    for (ours, at) in proposed {
        map.insert(ours, names(at));
    }
    let order = |ours: &str| {
        let ours = bare(ours);
        let mut all = [NAME].into_iter().chain(ADDRESS).chain(REQUIRED);
        all.position(|known| bare(known) == ours)
            .unwrap_or(usize::MAX)
    };
    let mut map: Vec<(&str, Vec<&str>)> = map.into_iter().collect();
    map.sort_by_key(|(ours, _)| order(ours));
    let mut text = String::new();
    if wanted.settings.dates().is_none() && has_dates_either_way(found, table) {
        text.push_str("dates: day-first\n");
    }
    if !map.is_empty() {
        text.push_str("columns:\n");
    }
    for (ours, theirs) in map {
        let theirs: Vec<String> = theirs.iter().map(|name| quoted(name)).collect();
        let theirs = match theirs.as_slice() {
            [only] => only.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        text.push_str(&format!("  {ours}: {theirs}\n"));
    }
    text
}

fn has_dates_either_way(found: &BTreeMap<&str, Column>, table: &Table) -> bool {
    let date = found.get(APPOINTMENT_DATE);
    date.is_some_and(|date| {
        let mut rows = table.rows.iter();
        rows.any(|row| Moments::is_either_way(&date.text(row)))
    })
}

/// A name as YAML has to have it.
fn quoted(name: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || " _/().-".contains(letter);
    let starts = name.starts_with(char::is_alphabetic);
    let is_word = ["yes", "no", "true", "false", "null", "on", "off"];
    if starts && name.chars().all(plain) && !is_word.contains(&name.to_lowercase().as_str()) {
        name.to_owned()
    } else {
        format!("{name:?}")
    }
}

impl fmt::Display for ReadAs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ours(ours) => formatter.write_str(ours),
            Self::Proposed(ours) => write!(formatter, "{ours}, once it is written below"),
            Self::NotUsed => formatter.write_str("not used"),
        }
    }
}
