//! What came back, as somebody typed it: a row for each copy, and a tally of places.

use std::collections::HashMap;

use super::answer_files::AnswerFiles;
use super::answer_sheet::{
    BOOKED, CAME, CODE, FATES, HANDED_OUT, OWN_WORDS, PLACE, QUESTIONS, REPLIES, TALLY, YES_NO,
    columns,
};
use super::code::{Code, NoCode};
use super::print_list::PrintList;
use super::tally::{Tallied, tallied};
use crate::diagnostics::{Help, Problem, SourceKind, one_of};
use crate::read::table::{self, Asked, Row, Table};

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody has had it yet.
    Kept,
    /// Somebody was offered it and did not want it.
    Declined,
    /// Somebody took it.
    Taken,
}

/// How somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reply {
    Yes,
    InPart,
    No,
}

/// A row: what came back of one copy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    /// Its place in the list of copies.
    pub copy: usize,
    pub place: Option<String>,
    pub fate: Fate,
    pub replies: [Option<Reply>; QUESTIONS.len()],
    pub own_words: Option<String>,
    pub came: Option<bool>,
    pub booked: Option<bool>,
}

impl Answer {
    /// Whether a slip came back.
    pub(super) fn is_returned(&self) -> bool {
        self.own_words.is_some() || self.replies.iter().any(Option::is_some)
    }
}

/// All that came back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answers {
    pub rows: Vec<Answer>,
    pub tally: Vec<Tallied>,
    /// What somebody may want to know.
    pub notes: Vec<Problem>,
}

/// Reads what came back of these copies.
///
/// # Errors
/// Every row that cannot be believed.
pub(super) fn read(files: &AnswerFiles, list: &PrintList) -> Result<Answers, Vec<Problem>> {
    let table = table::survey(&files.name, &files.bytes, &Asked::default())?;
    let is_sheet = |name: &&String| name.eq_ignore_ascii_case(TALLY);
    let has_tally = table.sheets.as_ref();
    let has_tally = has_tally.is_some_and(|sheets| sheets.others.iter().any(|it| is_sheet(&it)));
    let mut problems = Vec::new();
    let mut reading = Reading::of(&table, &mut problems);
    let (rows, notes) = reading.rows(list);
    let tally = match &files.tally {
        Some((name, bytes)) => Some(table::survey(name, bytes, &Asked::default())),
        None if has_tally => {
            let asked = Asked {
                sheet: Some(TALLY),
                include_struck_out: false,
            };
            Some(table::survey(&files.name, &files.bytes, &asked))
        }
        None => None,
    };
    let tally = match tally.transpose() {
        Ok(tally) => tally.map(|tally| tallied(&tally, &mut problems)),
        Err(more) => {
            problems.extend(more);
            None
        }
    };
    if problems.is_empty() {
        Ok(Answers {
            rows,
            tally: tally.unwrap_or_default(),
            notes,
        })
    } else {
        Err(table::at_most_twenty(&files.name, problems))
    }
}

/// A table being read: where its columns are, and what is wrong with it.
struct Reading<'a> {
    table: &'a Table,
    columns: HashMap<&'static str, usize>,
    problems: &'a mut Vec<Problem>,
}

/// A column's name as people may have changed it: `Too much?`, `own_words`.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where the columns of these names are.
pub(super) fn found(table: &Table, known: &[&'static str]) -> HashMap<&'static str, usize> {
    let places = known.iter().filter_map(|name| {
        let mut header = table.header.iter();
        let at = header.position(|head| plain(head) == plain(name))?;
        Some((*name, at))
    });
    places.collect()
}

/// An error in one row.
pub(super) fn in_row(name: &str, row: usize, what: &str) -> Problem {
    Problem {
        origin: Some(SourceKind::Spreadsheet),
        ..Problem::error(format!("{name}:{row}: {what}"))
    }
}

impl<'a> Reading<'a> {
    fn of(table: &'a Table, problems: &'a mut Vec<Problem>) -> Self {
        let columns = found(table, &columns());
        let faults = table.faults.iter().map(|fault| fault.problem.clone());
        problems.extend(faults);
        // A cell that is not what it seems is believed nowhere.
        for (name, at) in &columns {
            let suspects = table.suspects.iter().filter(|it| it.column == *at);
            problems.extend(suspects.map(|it| it.fault(&table.name, name).problem));
        }
        if !columns.contains_key(CODE) {
            let what = format!("no column is called `{CODE}`");
            problems.push(
                in_row(&table.name, table.header_row, &what)
                    .help("its columns are named as in the file that `versions print` made")
                    .help(format!("they are {}", one_of(self::columns()))),
            );
        }
        Self {
            table,
            columns,
            problems,
        }
    }

    fn rows(&mut self, list: &PrintList) -> (Vec<Answer>, Vec<Problem>) {
        let mut rows = Vec::new();
        if !self.columns.contains_key(CODE) {
            return (rows, Vec::new());
        }
        let known: HashMap<&Code, usize> = list
            .copies
            .iter()
            .enumerate()
            .map(|(number, copy)| (&copy.code, number))
            .collect();
        let mut seen: HashMap<usize, usize> = HashMap::new();
        for row in &self.table.rows {
            let Some(copy) = self.copy(row, &known, list) else {
                continue;
            };
            if let Some(first) = seen.insert(copy, row.number) {
                let what = format!("its code stands in row {first} already");
                self.wrong(
                    row,
                    &what,
                    "two slips have no code in common: look at both again",
                );
                continue;
            }
            rows.push(self.answer(row, copy));
        }
        (rows, self.not_read())
    }

    /// Columns that nobody reads: no answer gets lost in silence.
    fn not_read(&self) -> Vec<Problem> {
        let header = self.table.header.iter().enumerate();
        let others = header.filter(|(at, name)| {
            !name.is_empty() && self.columns.values().all(|column| column != at)
        });
        let others: Vec<String> = others.map(|(_, name)| format!("`{name}`")).collect();
        if others.is_empty() {
            return Vec::new();
        }
        let what = format!("{}: not counted: {}", self.table.name, others.join(", "));
        vec![Problem::note(what).help(format!("what is counted: {}", columns().join(", ")))]
    }

    fn cell(&self, row: &Row, column: &str) -> Option<String> {
        let cell = row.cells.get(*self.columns.get(column)?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn wrong(&mut self, row: &Row, what: &str, help: impl Into<Help>) {
        let problem = in_row(&self.table.name, row.number, what);
        self.problems.push(problem.help(help));
    }

    /// Which copy a row is about.
    fn copy(
        &mut self,
        row: &Row,
        known: &HashMap<&Code, usize>,
        list: &PrintList,
    ) -> Option<usize> {
        let Some(typed) = self.cell(row, CODE) else {
            self.wrong(
                row,
                "it has no code",
                "a slip whose code is lost cannot be counted: leave it out",
            );
            return None;
        };
        let what = match Code::read(&typed) {
            Ok(code) => {
                let Some(number) = known.get(&code) else {
                    let help = "it is of another guide, or of a round that was thrown away";
                    self.wrong(row, "no copy with this code is in the list", help);
                    return None;
                };
                return Some(*number);
            }
            Err(NoCode::Check) => {
                "its code is mistyped: a character is wrong, or two have changed places"
            }
            Err(NoCode::Shape) => "it has no code of a copy in its column `code`",
        };
        let help = match nearest(&typed, list) {
            Some(code) => format!("look at the slip again: is it `{code}`?"),
            None => "look at the slip again: its code stands beside a small square".to_owned(),
        };
        self.wrong(row, what, help);
        None
    }

    fn answer(&mut self, row: &Row, copy: usize) -> Answer {
        let replies = QUESTIONS.map(|question| {
            self.choice(row, question.column, &REPLIES)
                .map(|it| [Reply::Yes, Reply::InPart, Reply::No][it])
        });
        let own_words = self.cell(row, OWN_WORDS);
        let came = self.choice(row, CAME, &YES_NO).map(|it| it == 0);
        let booked = self.choice(row, BOOKED, &YES_NO).map(|it| it == 0);
        let fate = self.choice(row, HANDED_OUT, &FATES);
        let mut answer = Answer {
            copy,
            place: self.cell(row, PLACE),
            fate: match fate {
                Some(0) => Fate::Taken,
                Some(1) => Fate::Declined,
                _ => Fate::Kept,
            },
            replies,
            own_words,
            came,
            booked,
        };
        if answer.is_returned() {
            if fate == Some(1) {
                let help = "whoever handed it back filled in no slip: mend one of the two";
                self.wrong(row, "it was handed back unused, and has answers", help);
            }
            // Whoever answers had a copy.
            answer.fate = Fate::Taken;
        }
        answer
    }

    /// Which of these words a cell holds.
    fn choice(&mut self, row: &Row, column: &str, words: &[&str]) -> Option<usize> {
        let cell = plain(&self.cell(row, column)?);
        let short = |word: &str| {
            plain(word)
                .chars()
                .next()
                .is_some_and(|it| cell == it.to_string())
        };
        let is = |word: &&str| plain(word) == cell || short(word);
        let found = words.iter().position(is);
        // What people write instead.
        let others = [
            (REPLIES[1], "partly part some abit alittle"),
            (FATES[1], "declined refused"),
        ];
        let other = others
            .iter()
            .find(|(_, said)| said.split(' ').any(|it| it == cell));
        let found = found.or_else(|| {
            words
                .iter()
                .position(|it| Some(*it) == other.map(|it| it.0))
        });
        if found.is_none() {
            let what = format!(
                "`{column}` says something else than {}",
                one_of(words.iter().copied())
            );
            self.wrong(row, &what, "write one of these, or leave it blank");
        }
        found
    }
}

/// The one code that differs in a single character, or by two that have changed places; none
/// where there are several, or none.
fn nearest(typed: &str, list: &PrintList) -> Option<String> {
    let plain = |text: &str| text.to_uppercase().replace(['-', ' '], "");
    let typed = plain(typed);
    let codes = list.copies.iter().map(|copy| copy.code.to_string());
    let mut near = codes.filter(|code| strsim::osa_distance(&plain(code), &typed) == 1);
    let first = near.next()?;
    near.next().is_none().then_some(first)
}
