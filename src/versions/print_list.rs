//! `versions/<guide>/print-list.csv`: every copy that was printed to be tested, by its code.

use std::collections::BTreeSet;
use std::fmt::Display;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::code::{Code, MOST_VERSIONS, prefix_of};
use crate::diagnostics::{Failure, Help, Problem, Way};
use crate::publish::Workspace;
use crate::read::{VERSIONS, table};

/// The name of the list in the folder of a guide's versions.
const FILE: &str = "print-list.csv";

/// Its columns.
const COLUMNS: [&str; 7] = [
    "code", "version", "round", "copy", "printed", "seed", "content",
];

/// For whom a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum CopyKind {
    /// Whoever takes one.
    Standard,
    /// Somebody who needs large print.
    LargePrint,
    /// Somebody with an interpreter, or for whom it is read aloud: two booklets alike.
    ReadAloud,
}

impl CopyKind {
    /// The word for it, in lists and names of files.
    pub(super) fn word(self) -> &'static str {
        self.into()
    }
}

/// A copy that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrintedCopy {
    pub code: Code,
    /// The name of its version.
    pub version: String,
    /// The round it was printed for, counted from 1.
    pub round: u32,
    pub kind: CopyKind,
    /// The day it was printed.
    pub on: Date,
    /// What chance began with.
    pub seed: u64,
    /// The code of what its version said.
    pub content: String,
}

/// All of them, in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct PrintList {
    /// The guide.
    pub guide: String,
    pub copies: Vec<PrintedCopy>,
}

/// Where the list of a guide is, in the folder of its service.
pub(super) fn path_of(guide: &str) -> String {
    format!("{VERSIONS}/{guide}/{FILE}")
}

impl Workspace {
    /// The copies of a guide that were printed to be tested; none where there is no list.
    ///
    /// # Errors
    /// Every row that is not as this program wrote it.
    pub(super) fn print_list(&self, guide: &str) -> Result<PrintList, Failure> {
        let Some(file) = self.assets.service_file(&path_of(guide))? else {
            return Ok(PrintList {
                guide: guide.to_owned(),
                copies: Vec::new(),
            });
        };
        let table = table::read(&file.name, &file.bytes)?;
        let wrong = |row: usize, what: &dyn Display| {
            Problem::error(format!("{}:{row}: {what}", file.name)).help(
                Help::from(Way::PrintVersions).then(" writes this list: put it back as it was"),
            )
        };
        if table.header != COLUMNS {
            let what = format!("its columns are not {}", COLUMNS.join(", "));
            return Err(wrong(table.header_row, &what).into());
        }
        let (mut copies, mut problems) = (Vec::new(), Vec::new());
        for row in &table.rows {
            match copy_of(&row.cells) {
                Some(copy) => copies.push(copy),
                None => problems.push(wrong(row.number, &"this is no copy that was printed")),
            }
        }
        let mut seen = BTreeSet::new();
        for (copy, row) in copies.iter().zip(&table.rows) {
            if problems.is_empty() && !seen.insert(copy.code.number()) {
                problems.push(wrong(row.number, &"this copy stands above already"));
            }
        }
        if !problems.is_empty() {
            return Err(table::at_most_twenty(&file.name, problems).into());
        }
        Ok(PrintList {
            guide: guide.to_owned(),
            copies,
        })
    }

    /// The letters by which the codes of a guide begin: those it has, or new ones that no
    /// other guide of the service has.
    pub(super) fn prefix(&self, list: &PrintList) -> Result<String, Failure> {
        if let Some(copy) = list.copies.first() {
            return Ok(copy.code.prefix().to_owned());
        }
        let mut taken = BTreeSet::new();
        for (guide, _) in self.versions_by_guide()? {
            let other = self.print_list(&guide)?;
            taken.extend(other.copies.iter().map(|it| it.code.prefix().to_owned()));
        }
        Ok(prefix_of(&list.guide, &taken))
    }
}

fn copy_of(cells: &[String]) -> Option<PrintedCopy> {
    let [code, version, round, kind, on, seed, content] = cells else {
        return None;
    };
    let mut kinds = CopyKind::VARIANTS.iter().copied();
    Some(PrintedCopy {
        code: Code::read(code).ok()?,
        version: version.clone(),
        round: round.parse().ok()?,
        kind: kinds.find(|one| one.word() == kind)?,
        on: on.parse().ok()?,
        seed: seed.parse().ok()?,
        content: content.clone(),
    })
}

impl PrintList {
    /// The last round; 0 where nothing was printed.
    pub(super) fn last_round(&self) -> u32 {
        let rounds = self.copies.iter().map(|copy| copy.round);
        rounds.max().unwrap_or_default()
    }

    /// The copies of a round.
    pub(super) fn of_round(&self, round: u32) -> impl Iterator<Item = &PrintedCopy> {
        self.copies.iter().filter(move |copy| copy.round == round)
    }

    /// The same without a round that is printed anew.
    pub(super) fn without(mut self, round: u32) -> Self {
        self.copies.retain(|copy| copy.round != round);
        self
    }

    /// The number of the copy after all of them.
    pub(super) fn next_number(&self) -> u32 {
        let numbers = self.copies.iter().map(|copy| copy.code.number());
        numbers.max().unwrap_or_default() + 1
    }

    /// How codes call each of these versions: as before, or by the next letters that are
    /// free.
    ///
    /// # Errors
    /// Where there are more versions than letters.
    pub(super) fn letters(&self, names: &[&str]) -> Result<Vec<usize>, Problem> {
        let mut known: Vec<(&str, usize)> = Vec::new();
        for copy in &self.copies {
            if !known.iter().any(|(name, _)| *name == copy.version) {
                known.push((&copy.version, copy.code.version()));
            }
        }
        let mut letters = Vec::new();
        for name in names {
            let letter = match known.iter().find(|(known, _)| known == name) {
                Some((_, letter)) => *letter,
                None => {
                    let is_free = |it: &usize| known.iter().all(|(_, letter)| letter != it);
                    let free = (0..MOST_VERSIONS).find(is_free).ok_or_else(|| {
                        Problem::error(format!(
                            "`{}` was tested in {MOST_VERSIONS} versions, and codes have no letter \
                             for another one",
                            self.guide
                        ))
                        .help("give the list of what was printed another name, and begin anew")
                    })?;
                    known.push((name, free));
                    free
                }
            };
            letters.push(letter);
        }
        Ok(letters)
    }

    /// The file.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let not_written = |error: csv::Error| {
            Failure::machine(
                format!("the list of copies cannot be written: {error}"),
                "print fewer copies at once",
            )
        };
        let mut bytes = Vec::new();
        {
            let mut writer = csv::Writer::from_writer(&mut bytes);
            writer.write_record(COLUMNS).map_err(not_written)?;
            for copy in &self.copies {
                let (round, seed) = (copy.round.to_string(), copy.seed.to_string());
                let (code, on) = (copy.code.to_string(), copy.on.to_string());
                let cells = [
                    &code,
                    &copy.version,
                    &round,
                    copy.kind.word(),
                    &on,
                    &seed,
                    &copy.content,
                ];
                writer.write_record(cells).map_err(not_written)?;
            }
            writer.flush().map_err(|error| not_written(error.into()))?;
        }
        Ok(bytes)
    }
}
