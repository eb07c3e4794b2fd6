//! The law of letters of which only what is personal is set, for many people at once: each is
//! the letter that is set whole, to the byte, whoever came before and with it.

use std::cell::RefCell;
use std::sync::Arc;

use proptest::prelude::*;

use crate::Setting;
use crate::letters::printer::{Addressed, LetterPrinter};
use crate::publish::{Options, Workspace};
use crate::read::Edition;
use crate::tailor::Person;

/// How many people get letters at once.
const PEOPLE: u32 = 16;

/// Who sets the letters: several at once, and each whole.
struct Offices {
    at_once: LetterPrinter,
    whole: LetterPrinter,
}

/// Letters that differ in what is personal in them: how they are posted, in what size, and
/// whose they are.
const LETTERS: [(&str, &str, Edition, &str); 5] = [
    ("riverside", "invitation", Edition::Standard, "dl"),
    ("riverside", "invitation", Edition::LargePrint, "c5"),
    ("riverside", "invitation", Edition::Standard, "nhs-notify"),
    (
        "hospital-physiotherapy",
        "invitation-new-date",
        Edition::Standard,
        "none",
    ),
    ("talking-therapies", "invitation", Edition::Standard, "c5"),
];

impl Offices {
    fn of((example, letter, edition, post): (&str, &str, Edition, &str)) -> Self {
        let options = Options {
            settings: vec![Setting {
                key: "letters.post".into(),
                value: post.into(),
                from: "letters.post".into(),
            }],
            date: Some("2026-11-22".parse().expect("a day")),
            ..Options::default()
        };
        let examples = Workspace::examples(&options).expect("examples that open");
        let mut found = examples.into_iter().filter(|(of, _)| *of == example);
        let workspace = found.next().expect("an example of that name").1;
        let ids = workspace.publications_of(letter).expect("a letter");
        let id = ids[0].clone().in_edition(edition);
        let letters = [Arc::new(workspace.prepare(&id).expect("a letter"))];
        let printer = || LetterPrinter::new(&workspace, &letters).expect("its typefaces");
        Self {
            at_once: printer(),
            whole: printer(),
        }
    }

    /// The files of these people's letters, or what is wrong with them.
    fn at_once(&mut self, people: &[Person]) -> Vec<Result<Vec<u8>, String>> {
        let each: Vec<&Person> = people.iter().collect();
        let fragments = self.at_once.fragments(0, &each);
        let letters = people.iter().zip(&fragments);
        letters
            .map(|(person, fragments)| {
                let it = Addressed {
                    letter: 0,
                    person,
                    fragments: fragments.as_ref(),
                };
                made(&mut self.at_once, it)
            })
            .collect()
    }

    fn whole(&mut self, person: &Person) -> Result<Vec<u8>, String> {
        let it = Addressed {
            letter: 0,
            person,
            fragments: None,
        };
        made(&mut self.whole, it)
    }
}

fn made(printer: &mut LetterPrinter, it: Addressed) -> Result<Vec<u8>, String> {
    let made = printer.alone(it, &it.person.reference);
    made.map(|made| made.pdf)
        .map_err(|failure| format!("{failure:?}"))
}

thread_local! {
    static OFFICES: RefCell<[Option<Offices>; LETTERS.len()]> = RefCell::default();
}

/// Somebody with a name and an address of any length and script, for whom more or less is
/// known.
fn somebody() -> impl Strategy<Value = Person> {
    let words = prop_oneof![
        20 => "[A-Z][a-z]{1,11} [A-Z][a-z'-]{1,14}",
        6 => "[A-Z][a-z' -]{0,69}",
        4 => "[A-Z][a-zŴÉÅŁĄà-ž]{1,12}",
        1 => "([Α-ω]{1,30}|[А-я]{1,30}|[\\u{5d0}-\\u{5ea}]{1,20}|[ء-ي]{1,20})",
        1 => "[A-Z]{25,70}",
    ];
    let lines = proptest::collection::vec("[0-9]{0,2} ?[A-Z][a-z ]{2,50}|[A-Z][a-z]{3,9}", 1..7);
    let day = prop_oneof![
        5 => Just(("Monday 7 December 2026", "9am")),
        5 => Just(("Wednesday 23 December 2026", "11:30am")),
        1 => Just(("", "")),
    ];
    let place = prop_oneof![
        5 => Just(("Riverside Clinic", vec!["1 Mill Lane", "Riverside", "LD9 2AB"], "Step-free, with a bell at the door.")),
        5 => Just(("Netherby Health Centre", vec!["Market Square", "Netherby", "LD12 3XY"], "")),
        1 => Just(("", Vec::new(), "")),
    ];
    let known = ("[A-Z]{2,4}[ -][0-9]{3,6}|", "Polish|Brazilian Portuguese|");
    (words, lines, day, place, known).prop_map(|(name, lines, day, place, known)| Person {
        address: std::iter::once(name.clone()).chain(lines).collect(),
        name,
        appointment_date: day.0.into(),
        appointment_time: day.1.into(),
        place_name: place.0.into(),
        place_address: place.1.into_iter().map(String::from).collect(),
        place_access: place.2.into(),
        reference: known.0,
        fields: [("interpreter".to_owned(), known.1)].into(),
        further: Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_set_for_many_is_what_is_set_for_one(
        people in proptest::collection::vec(somebody(), PEOPLE as usize),
        letter in 0..LETTERS.len(),
        turn in 0..PEOPLE as usize,
    ) {
        OFFICES.with_borrow_mut(|offices| {
            let offices = offices[letter].get_or_insert_with(|| Offices::of(LETTERS[letter]));
            let there = offices.at_once(&people);
            let mut turned = people.clone();
            turned.rotate_left(turn);
            let mut turned = offices.at_once(&turned);
            turned.rotate_right(turn);
            let back: Vec<Person> = people.iter().rev().cloned().collect();
            let mut back = offices.at_once(&back);
            back.reverse();
            for (number, person) in people.iter().enumerate() {
                let whole = offices.whole(person);
                prop_assert!(whole == there[number], "{person:?}");
                prop_assert!(whole == turned[number], "{person:?}, in another order");
                prop_assert!(whole == back[number], "{person:?}, the other way round");
            }
            Ok(())
        })?;
    }
}
