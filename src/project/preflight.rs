//! The people of a spreadsheet, judged before any letter is set.

use super::letter_run::Workers;
use super::letters::{BadRows, Letters, PeopleList, TONGUE};
use super::packs::Packing;
use super::{Made, Project};
use crate::problem::{Failure, Problem, Sources};
use crate::read::Guide;
use crate::read::people::{self, People, PersonRow, Wanted};
use crate::read::table::{self, RowFault, problems_of};
use crate::tailor::{Person, person};
use crate::typeset;

impl Project {
    /// Judges the people of a letter, lays out every letter and keeps none. Says what
    /// is doubtful, and whose letter does not fit.
    ///
    /// # Errors
    /// As for [`Project::letters`], but for what is wrong with the guide's own pages.
    pub fn preflight(
        &self,
        id: &str,
        list: &PeopleList,
        workers: &Workers,
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let made = self.letter(id, sources)?;
        let people = self.people(&made, list)?.whole()?;
        let mut found = people.said();
        let letters = Letters::new(made, people, BadRows::LeaveOut, list);
        let packing = Packing::default();
        let packs = self.packs(&letters, &packing, workers)?;
        let said = self.print_packs(&letters, &packs, &packing, workers, |_| Ok(()))?;
        found.extend(problems_of(list.file, &said.faults));
        Ok(found)
    }

    /// The people whose rows are good, ready to print, in the order of the file; what
    /// is wrong with the other rows is in [`People::faults`].
    ///
    /// # Errors
    /// What is wrong with the spreadsheet as a whole.
    pub(super) fn people(&self, made: &Made, list: &PeopleList) -> Result<People, Failure> {
        let places: Vec<String> = self.parts.service.places.keys().cloned().collect();
        let table = table::survey(list.file, list.bytes)?;
        let wanted = Wanted {
            declared: &made.guide.declared(),
            places: &places,
            name_by: list.name_by,
        };
        let mut people = people::read(table, &wanted)?;
        let impossible = people.impossible(self.options.date);
        people.leave_out(impossible);
        let unprintable = self.unprintable(&people, &made.guide);
        people.leave_out(unprintable);
        people.doubts = people.doubtful(self.options.date);
        Ok(people)
    }

    /// The person of a row, ready to print. Made anew each time: a hundred thousand of
    /// them would fill the memory.
    pub(super) fn person(&self, row: &PersonRow, guide: &Guide) -> Person {
        person(
            row,
            &self.parts.service,
            &self.parts.tongues[TONGUE],
            guide.fields.keys(),
        )
    }

    fn unprintable(&self, people: &People, guide: &Guide) -> Vec<RowFault> {
        people.rows.iter().flat_map(|row| {
            let person = self.person(row, guide);
            let said = typeset::unprintable_in_person(&person, &self.parts.fonts).into_iter();
            said.map(move |(field, said)| {
                RowFault::new(&people.name, row.row, &field, "character-without-typeface", &said).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                )
            })
        })
        .collect()
    }
}
