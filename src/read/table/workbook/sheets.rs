//! Which sheet of a workbook is read.

use calamine::{Reader as _, Sheet, SheetType, SheetVisible, XlsxError};

use super::cells::holds_something;
use super::{Workbook, damaged};
use crate::diagnostics::{Help, Problem, Way, listed, one_of, plural};
use crate::read::table::report;

/// Which sheet of several was read. Their names may be shown: whoever has the file types
/// them to choose one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// The sheet that was read.
    pub read: String,
    /// The others that hold something.
    pub others: Vec<String>,
    is_chosen: bool,
}

/// The sheet to read.
pub(super) struct Chosen {
    /// Its place in the workbook, counted from 0.
    pub(super) index: usize,
    pub(super) name: String,
    /// What is said of it, where there are others.
    pub(super) sheets: Option<Sheets>,
}

/// The sheet that was asked for; the first that holds something, where none was.
pub(super) fn choose(
    file: &str,
    workbook: &mut Workbook,
    asked: Option<&str>,
) -> Result<Chosen, Vec<Problem>> {
    let damaged = |_: XlsxError| vec![damaged(file)];
    let sheets = workbook.sheets_metadata().to_vec();
    let mut filled = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let is_shown = sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
        if is_shown && holds_something(workbook, &sheet.name).map_err(damaged)? {
            filled.push((index, sheet.name.as_str()));
        }
    }
    let names = filled.iter().map(|(_, name)| *name);
    let wanted = match asked {
        Some(asked) => names.clone().find(|name| is_called(name, asked)),
        None => names.clone().next(),
    };
    let found = filled.iter().find(|(_, name)| Some(*name) == wanted);
    let Some((index, name)) = found else {
        return Err(vec![match asked {
            Some(asked) => not_there(file, asked, &sheets, names),
            None => report::empty(file),
        }]);
    };
    let others: Vec<String> = names
        .filter(|other| other != name)
        .map(str::to_owned)
        .collect();
    Ok(Chosen {
        index: *index,
        name: (*name).to_owned(),
        sheets: (!others.is_empty()).then(|| Sheets {
            read: (*name).to_owned(),
            others,
            is_chosen: asked.is_some(),
        }),
    })
}

/// Excel knows no two sheets that differ in case alone.
fn is_called(name: &str, asked: &str) -> bool {
    name.trim().to_lowercase() == asked.trim().to_lowercase()
}

fn not_there<'s>(
    file: &str,
    asked: &str,
    sheets: &[Sheet],
    filled: impl Iterator<Item = &'s str> + Clone,
) -> Problem {
    let known = sheets.iter().find(|sheet| is_called(&sheet.name, asked));
    match known {
        Some(sheet) if sheet.visible != SheetVisible::Visible => Problem::not_there(format!(
            "{file}: the sheet `{asked}` is hidden"
        ))
        .help("show it in the spreadsheet program (right-click a sheet's name, Unhide), and save"),
        Some(_) => Problem::not_there(format!("{file}: the sheet `{asked}` is empty"))
            .help(format!("what holds something is {}", one_of(filled))),
        None => Problem::not_there(format!("{file} has no sheet `{asked}`")).help_known(
            asked,
            "its sheets are",
            filled,
        ),
    }
}

impl Sheets {
    /// What is said before anything is printed.
    pub(super) fn note(&self, file: &str) -> Problem {
        let sheets = plural(self.others.len() + 1, "sheet");
        let message = format!(
            "{file} has {sheets} that hold something: `{}` was read",
            self.read
        );
        if self.is_chosen {
            return Problem::note(message).help("nothing to do: it is the one you chose");
        }
        Problem::warning(message).help(self.choose())
    }

    /// What else may be wrong where the sheet is not as it should be.
    pub(crate) fn explain(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        if let Some(first) = problems.first_mut() {
            let read = format!("the sheet `{}` was read; ", self.read);
            first.help.push(Help::from(read).then_all(self.choose()));
        }
        problems
    }

    fn choose(&self) -> Help {
        let others: Vec<String> = self.others.iter().map(|name| format!("`{name}`")).collect();
        let others = listed(&others, "or");
        Help::from(format!("if the people are in {others}, choose that")).by(Way::Sheet)
    }
}
