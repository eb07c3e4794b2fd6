//! The people of a spreadsheet, judged before any letter is set.

use super::letters::TONGUE;
use super::{Made, Project};
use crate::problem::Failure;
use crate::read::Guide;
use crate::read::people::{self, People, PersonRow};
use crate::read::table::{self, RowFault};
use crate::tailor::{Person, person};
use crate::typeset;

impl Project {
    /// The people whose rows are good, ready to print, in the order of the file; what
    /// is wrong with the other rows is in [`People::faults`].
    ///
    /// # Errors
    /// What is wrong with the spreadsheet as a whole.
    pub(super) fn people(
        &self,
        made: &Made,
        file: &str,
        bytes: &[u8],
    ) -> Result<(People, Vec<Person>), Failure> {
        let places: Vec<String> = self.parts.service.places.keys().cloned().collect();
        let table = table::survey(file, bytes)?;
        let mut people = people::read(table, &made.guide.declared(), &places)?;
        let impossible = people.impossible(self.options.date);
        people.leave_out(impossible);
        let mut persons = self.persons(&people, &made.guide);
        let unprintable = self.unprintable(&people, &persons);
        if !unprintable.is_empty() {
            people.leave_out(unprintable);
            persons = self.persons(&people, &made.guide);
        }
        people.doubts = people.doubtful(self.options.date);
        Ok((people, persons))
    }

    fn persons(&self, people: &People, guide: &Guide) -> Vec<Person> {
        let rows = people.rows.iter();
        rows.map(|row| self.person(row, guide)).collect()
    }

    fn person(&self, row: &PersonRow, guide: &Guide) -> Person {
        person(
            row,
            &self.parts.service,
            &self.parts.tongues[TONGUE],
            guide.fields.keys(),
        )
    }

    fn unprintable(&self, people: &People, persons: &[Person]) -> Vec<RowFault> {
        let rows = people.rows.iter().zip(persons);
        rows.flat_map(|(row, person)| {
            let said = typeset::unprintable_in_person(person, &self.parts.fonts).into_iter();
            said.map(move |(field, said)| {
                RowFault::new(&people.name, row.row, &field, "character-without-typeface", &said).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                )
            })
        })
        .collect()
    }
}
