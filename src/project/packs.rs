//! Which letters go into which file, and in what order.

use super::file_names::file_names;
use crate::press::plural;
use crate::read::people::PersonRow;

/// How the letters of a run are put into files.
#[derive(Debug, Clone, Default)]
pub struct Packing {
    /// How many go into one file for a printer; none where each is a file of its own.
    pub print_run: Option<PrintRun>,
    /// Which comes first.
    pub sorting: Sorting,
}

/// How letters are put together for a printer.
#[derive(Debug, Clone, Copy)]
pub struct PrintRun {
    /// How many letters a file holds at most; 1 at least.
    pub per_file: usize,
    /// Whether they are printed on both sides of the paper.
    pub duplex: bool,
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

/// One file of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Counted from 1.
    pub number: usize,
    /// Its name, without a folder.
    pub name: String,
    /// Which letters are in it, counted from 0 in the order of the rows.
    pub letters: Vec<usize>,
}

impl Packing {
    /// The files of a run. `pages` says how many pages each letter has, where they are
    /// sorted by that.
    pub(super) fn packs(&self, people: &[PersonRow], pages: &[usize]) -> Vec<Pack> {
        let order = self.order(people, pages);
        let Some(run) = self.print_run else {
            let mut names = file_names(people);
            let files = (1..).zip(order);
            return files
                .map(|(number, letter)| Pack {
                    number,
                    name: std::mem::take(&mut names[letter]),
                    letters: vec![letter],
                })
                .collect();
        };
        let files = (1..).zip(order.chunks(run.per_file.max(1)));
        files
            .map(|(number, letters)| Pack {
                number,
                name: format!("run-{number:04}.pdf"),
                letters: letters.to_vec(),
            })
            .collect()
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

    /// What it says, for the record of a run.
    pub(super) fn said(&self) -> Vec<(&'static str, String)> {
        let sorted = match self.sorting {
            Sorting::Rows => "rows",
            Sorting::Postcode => "postcode",
            Sorting::Pages => "pages",
        };
        let files = match self.print_run {
            None => "one a letter".to_owned(),
            Some(run) => [
                Some(format!("{} each", plural(run.per_file, "letter"))),
                run.duplex.then(|| "both sides".to_owned()),
                run.separator.then(|| "separator sheets".to_owned()),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        };
        vec![("files", files), ("sort", sorted.to_owned())]
    }
}

/// A postcode in the order of the places it stands for: `LD9` comes before `LD10`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Postcode {
    /// British forces' numbers come last.
    is_other: bool,
    area: String,
    district: u32,
    rest: String,
}

fn postcode(person: &PersonRow) -> Postcode {
    let last = person.address.last().map_or("", String::as_str);
    let letters = last.bytes().take_while(u8::is_ascii_uppercase).count();
    let (area, rest) = last.split_at(letters);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (district, rest) = rest.split_at(digits);
    Postcode {
        is_other: last.starts_with("BFPO"),
        area: area.to_owned(),
        district: district.parse().unwrap_or_default(),
        rest: rest.to_owned(),
    }
}
