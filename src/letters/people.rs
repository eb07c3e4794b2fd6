//! A letter and the people of a spreadsheet, judged before any letter is set: every row
//! that is left is known to be good.

use std::collections::BTreeSet;

use super::event::Event;
use super::options::BadRows;
use super::run::LetterRun;
use crate::diagnostics::{Failure, Help, Problem, RowCode, Way};
use crate::read::people::{self, People, PersonRow, Wanted};
use crate::read::table::{self, Asked, RowFault};
use crate::tailor::{Person, person};
use crate::typeset;

/// In how many rows something is wrong.
pub(super) fn rows_of<'f>(faults: impl IntoIterator<Item = &'f RowFault>) -> usize {
    let rows: BTreeSet<usize> = faults.into_iter().map(|fault| fault.row).collect();
    rows.len()
}

impl LetterRun {
    /// Judges the letter, set for somebody invented, and then the people it is for:
    /// columns, addresses, dates, places and characters, before any letter is set.
    ///
    /// # Errors
    /// Every error in the letter; every mistake of one kind in the spreadsheet, where
    /// bad rows are refused or no row is good.
    pub(super) fn judge(
        &self,
        bad_rows: BadRows,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<People, Failure> {
        let pages = self.workspace.set(&self.prepared)?;
        let mut notes = self.workspace.refuse_errors(&self.prepared, &pages)?;
        // They are said again with the letters.
        notes.retain(|note| !pages.warnings.contains(note));
        let people = self.people_or_refusal(bad_rows)?;
        notes.extend(people.said());
        if self.workspace.is_example() {
            // Said however quiet it is to be: somebody may be about to post these.
            notes.push(
                Problem::warning(
                    "these letters come from the invented example service, not from yours",
                )
                .help(
                    Help::from("go to the folder that holds your `service.yaml`").by(Way::Service),
                ),
            );
        }
        for note in &notes {
            on_event(Event::Noted(note));
        }
        for person in &people.rows {
            on_event(Event::RowJudged { row: person.row });
        }
        for fault in &people.faults {
            on_event(Event::LeftOut(fault));
        }
        Ok(people)
    }

    /// The people, judged.
    ///
    /// # Errors
    /// As [`LetterRun::judge`], but for the letter itself.
    pub(super) fn people_or_refusal(&self, bad_rows: BadRows) -> Result<People, Failure> {
        let people = self.people()?;
        if bad_rows == BadRows::Refuse || people.rows.is_empty() {
            Ok(people.whole()?)
        } else {
            Ok(people)
        }
    }

    /// The people whose rows are good, ready to print, in the order of the file; what
    /// is wrong with the other rows is in [`People::faults`].
    ///
    /// # Errors
    /// What is wrong with the spreadsheet as a whole.
    fn people(&self) -> Result<People, Failure> {
        let service = self.workspace.service();
        let places: Vec<String> = service.places.keys().cloned().collect();
        let file = &self.options.people;
        let asked = Asked {
            sheet: file.sheet.as_deref(),
            include_struck_out: file.include_struck_out,
        };
        let table = table::survey(&file.name, &file.bytes, &asked)?;
        let wanted = Wanted {
            declared: &self.prepared.guide.declared(),
            places: &places,
            name_by: self.options.name_by.as_deref(),
        };
        let mut people = people::read(table, &wanted)?;
        let today = self.workspace.date();
        people.leave_out(people.impossible(today));
        people.leave_out(self.unprintable(&people)?);
        people.doubts = people.doubtful(today);
        Ok(people)
    }

    /// The person of a row, ready to print. Made anew each time: a hundred thousand of
    /// them would fill the memory.
    pub(super) fn person(&self, row: &PersonRow) -> Result<Person, Failure> {
        let (_, locale) = self.workspace.language(&self.prepared.id)?;
        let fields = self.prepared.guide.fields.keys();
        Ok(person(row, self.workspace.service(), locale, fields))
    }

    fn unprintable(&self, people: &People) -> Result<Vec<RowFault>, Failure> {
        let mut faults = Vec::new();
        for row in &people.rows {
            let person = self.person(row)?;
            let said = typeset::unprintable_in_person(&person, &self.workspace.context.fonts);
            faults.extend(said.into_iter().map(|(field, said)| {
                let code = RowCode::CharacterWithoutTypeface;
                RowFault::new(&people.name, row.row, &field, code, &said).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                )
            }));
        }
        Ok(faults)
    }
}
