//! Which letters go into which file, and in what order.

use super::archive::Enclosed;
use super::event::FinishedFile;
use super::file_names::file_names;
use crate::diagnostics::plural;
use crate::read::people::PersonRow;

/// How the letters of a run are put into files.
#[derive(Debug, Clone, Default)]
pub struct Packing {
    /// How many go into one file for a printer; none where each is a file of its own.
    pub print_run: Option<PrintRun>,
    /// Which comes first.
    pub sorting: Sorting,
    /// Whether letters are printed on both sides of the paper.
    pub duplex: bool,
}

/// How letters are put together for a printer.
#[derive(Debug, Clone, Copy)]
pub struct PrintRun {
    /// How many letters a file holds at most; 1 at least.
    pub per_file: usize,
    /// Whether each file begins with a sheet that says what is in it.
    pub separator: bool,
}

/// Which letter comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As in the spreadsheet.
    #[default]
    Rows,
    /// By postcode, so that letters for one place lie together.
    Postcode,
    /// Those with fewer pages first, so that one envelope after the other is the same.
    Pages,
}

impl Sorting {
    /// Every one there is.
    pub const ALL: [Self; 3] = [Self::Rows, Self::Postcode, Self::Pages];

    /// The word for it: `postcode`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Postcode => "postcode",
            Self::Pages => "pages",
        }
    }
}

/// One file of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunFile {
    /// Counted from 1.
    pub(super) number: usize,
    /// Its name, without a folder.
    pub(super) name: String,
    /// Which letters are in it, counted from 0 in the order of the rows.
    pub(super) letters: Vec<usize>,
}

impl RunFile {
    /// The file, with these letters in it.
    pub(super) fn finished<'e>(&'e self, letters: &'e [Enclosed]) -> FinishedFile<'e> {
        FinishedFile {
            number: self.number,
            name: &self.name,
            letters,
        }
    }
}

impl Packing {
    /// The files of a run. `pages` says how many pages each letter has, where they are
    /// sorted by that.
    pub(super) fn files(&self, people: &[PersonRow], pages: &[usize]) -> Vec<RunFile> {
        let order = self.order(people, pages);
        let names = self.print_run.is_none().then(|| file_names(people));
        let per_file = self.print_run.map_or(1, |run| run.per_file.max(1));
        let files = (1..).zip(order.chunks(per_file));
        files
            .map(|(number, letters)| RunFile {
                number,
                name: match &names {
                    Some(names) => names[letters[0]].clone(),
                    None => format!("run-{number:04}.pdf"),
                },
                letters: letters.to_vec(),
            })
            .collect()
    }

    /// Whether the order depends on how many pages each letter has.
    pub(super) fn needs_pages(&self) -> bool {
        self.sorting == Sorting::Pages
    }

    fn order(&self, people: &[PersonRow], pages: &[usize]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..people.len()).collect();
        match self.sorting {
            Sorting::Rows => {}
            Sorting::Postcode => order.sort_by_cached_key(|letter| postcode(&people[*letter])),
            Sorting::Pages => order.sort_by_key(|letter| pages.get(*letter)),
        }
        order
    }

    /// What it says, by the name of the option, for the record of a run.
    pub(super) fn record(&self) -> [(&'static str, String); 3] {
        let files = match self.print_run {
            None => "no".to_owned(),
            Some(run) => {
                let sheets = if run.separator {
                    ", separator sheets"
                } else {
                    ""
                };
                format!("{} each{sheets}", plural(run.per_file, "letter"))
            }
        };
        let duplex = if self.duplex { "yes" } else { "no" };
        [
            ("print-run", files),
            ("duplex", duplex.to_owned()),
            ("sort", self.sorting.id().to_owned()),
        ]
    }
}

/// A postcode in the order of the places it stands for, area by area and district by
/// district: `LD9` comes before `LD10`. British forces' numbers come last.
fn postcode(person: &PersonRow) -> (bool, &str, u32, &str) {
    let last = person.address.last().map_or("", String::as_str);
    let letters = last.bytes().take_while(u8::is_ascii_uppercase).count();
    let (area, rest) = last.split_at(letters);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (district, rest) = rest.split_at(digits);
    let district = district.parse().unwrap_or_default();
    (last.starts_with("BFPO"), area, district, rest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn person(row: usize, postcode: &str, filed_as: &str) -> PersonRow {
        PersonRow {
            row,
            letter: 0,
            name: String::new(),
            address: vec![postcode.to_owned()],
            appointment: None,
            reference: String::new(),
            fields: BTreeMap::new(),
            filed_as: filed_as.to_owned(),
        }
    }

    fn people(postcodes: &[&str]) -> Vec<PersonRow> {
        let rows = (2..).zip(postcodes);
        rows.map(|(row, postcode)| person(row, postcode, ""))
            .collect()
    }

    fn sorted(sorting: Sorting, people: &[PersonRow], pages: &[usize]) -> Vec<usize> {
        let packing = Packing {
            print_run: Some(PrintRun {
                per_file: 100,
                separator: false,
            }),
            sorting,
            duplex: false,
        };
        packing.files(people, pages).remove(0).letters
    }

    #[test]
    fn letters_for_one_place_lie_together() {
        let people = people(&[
            "LD10 1AA", "BFPO 57", "LD9 2AB", "LD9 1ZZ", "L1 1AA", "LD9 2AA",
        ]);
        let order = sorted(Sorting::Postcode, &people, &[]);
        let postcodes = order
            .iter()
            .map(|letter| people[*letter].address[0].as_str());
        let postcodes: Vec<&str> = postcodes.collect();
        let wanted = [
            "L1 1AA", "LD9 1ZZ", "LD9 2AA", "LD9 2AB", "LD10 1AA", "BFPO 57",
        ];
        assert_eq!(postcodes, wanted);
    }

    #[test]
    fn letters_of_one_weight_lie_together() {
        let people = people(&["LD9 1AA"; 4]);
        assert_eq!(sorted(Sorting::Pages, &people, &[3, 2, 3, 1]), [3, 1, 0, 2]);
        assert_eq!(sorted(Sorting::Rows, &people, &[3, 2, 3, 1]), [0, 1, 2, 3]);
    }

    proptest! {
        /// However they are sorted and packed, everybody's letter is in one file, once.
        #[test]
        fn every_letter_is_in_one_file(
            postcodes in proptest::collection::vec("(LD9[0-9] [0-9]AB|BFPO [0-9]|[a-zA-Z0-9 ]{0,8}|)", 1..40),
            per_file in 0..12usize,
            way in 0..3usize,
        ) {
            let people: Vec<PersonRow> = (2..)
                .zip(&postcodes)
                .map(|(row, postcode)| person(row, postcode, ""))
                .collect();
            let pages: Vec<usize> = postcodes.iter().map(String::len).collect();
            let print_run = (per_file > 0).then_some(PrintRun {
                per_file,
                separator: false,
            });
            let sorting = [Sorting::Rows, Sorting::Postcode, Sorting::Pages][way];
            let files = Packing { print_run, sorting, duplex: false }.files(&people, &pages);
            let mut letters: Vec<usize> = files.iter().flat_map(|file| file.letters.clone()).collect();
            letters.sort_unstable();
            prop_assert!(letters.into_iter().eq(0..people.len()));
            let full = files.iter().rev().skip(1);
            prop_assert!(full.clone().all(|file| file.letters.len() == per_file.max(1)));
        }

        /// Whatever stands in the column, no two files have one name, and none is a path.
        #[test]
        fn every_file_has_a_name_of_its_own(
            cells in proptest::collection::vec("(a|A|é|e\u{301}|con|000003|[ -~]{0,6}|\\PC{0,4})", 1..30),
        ) {
            let people: Vec<PersonRow> = (2..)
                .zip(&cells)
                .map(|(row, cell)| person(row, "LD9 1AA", cell))
                .collect();
            let files = Packing::default().files(&people, &[]);
            let mut names: Vec<String> = files.iter().map(|file| file.name.to_lowercase()).collect();
            for name in &names {
                prop_assert!(name.ends_with(".pdf") && !name.contains(['/', '\\', ':']), "{}", name);
                prop_assert!(!name.starts_with('.'));
            }
            names.sort();
            names.dedup();
            prop_assert_eq!(names.len(), people.len());
        }
    }
}
