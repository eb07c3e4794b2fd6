//! Letters put together from what all letters share, beside the same letters written in full:
//! the same words, the same tags, the same ink.

use std::fs;
use std::path::Path;

use leafwright::{Edition, LetterOptions, Options, PeopleFile, Setting, Workspace};

use crate::support::TODAY;
use crate::support::pdf::Pdf;
use crate::support::rendering::rendered;
use crate::support::standards::assert_conforms;

/// A hundred dots to the inch.
const DOTS: f32 = 100.0 / 25.4;

/// A service of the library and whom it invites.
struct Office {
    workspace: Workspace,
    letter: &'static str,
    people: Vec<u8>,
}

impl Office {
    /// An example by its name, with these settings.
    fn example(name: &str, letter: &'static str, settings: &[(&str, &str)]) -> Self {
        let settings = settings.iter().map(|(key, value)| Setting {
            key: (*key).into(),
            value: (*value).into(),
            from: (*key).into(),
        });
        let options = Options {
            settings: settings.collect(),
            date: Some(TODAY.parse().expect("a day")),
            ..Options::default()
        };
        let examples = Workspace::examples(&options).expect("examples that open");
        let mut found = examples.into_iter().filter(|(of, _)| *of == name);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let people = root.join("content/examples").join(name).join("people.csv");
        Self {
            workspace: found.next().expect("an example of that name").1,
            letter,
            people: fs::read(people).expect("people"),
        }
    }

    /// A service of the tests that prints in two languages, with these settings.
    fn in_two_languages(post: &str) -> Self {
        let options = Options {
            settings: vec![Setting {
                key: "letters.post".into(),
                value: post.into(),
                from: "letters.post".into(),
            }],
            date: Some(TODAY.parse().expect("a day")),
            ..Options::default()
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/services/two-languages");
        let people = "name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference\n\
             Siân Enghraifft,4 Stryd y Bont,Glan yr Afon,LD95 2AB,2026-12-07,09:30,clinic,GYA-0012\n\
             Tom Sample,Flat 3,12 Long Lane,LD95 1AB,2026-12-09,14:00,clinic,GYA-0013\n";
        Self {
            workspace: Workspace::open_with(Some(&folder), options).expect("a service"),
            letter: "gwahoddiad",
            people: people.into(),
        }
    }

    /// The letter of a row, both ways: poured, and in full.
    fn both(&self, row: usize, edition: Edition) -> [Vec<u8>; 2] {
        let letters = self.workspace.publications_of(self.letter);
        let letter = letters.expect("a letter").swap_remove(0);
        let people = PeopleFile::new("people.csv", self.people.clone());
        let options = LetterOptions::new(letter.in_edition(edition), people, "nowhere");
        [false, true].map(|in_full| {
            let options = LetterOptions {
                in_full,
                ..options.clone()
            };
            let run = self.workspace.letters(options).expect("a letter for them");
            match run.preview(row) {
                Ok(file) => file,
                Err(error) => panic!("{error}"),
            }
        })
    }
}

/// The same for whoever reads it, hears it or sees it.
#[track_caller]
fn assert_same(what: &str, [poured, in_full]: &[Vec<u8>; 2]) {
    let (one, other) = (Pdf::open(poured), Pdf::open(in_full));
    assert_eq!(one.text(), other.text(), "{what}: the words");
    assert_eq!(
        one.tags().outline(),
        other.tags().outline(),
        "{what}: the tags"
    );
    assert_eq!(one.sizes(), other.sizes(), "{what}: the paper");
    assert!(
        rendered(poured, DOTS) == rendered(in_full, DOTS),
        "{what}: the ink"
    );
}

const EDITIONS: [Edition; 2] = [Edition::Standard, Edition::LargePrint];

#[test]
fn for_every_way_of_posting_in_every_edition_and_tone() {
    for post in ["none", "dl", "c5", "notify", "nhs-notify"] {
        for edition in EDITIONS {
            for tone in ["wellbeing", "mental-health"] {
                let settings = [("letters.post", post), ("tone", tone)];
                let office = Office::example("riverside", "invitation", &settings);
                let both = office.both(4, edition);
                let what = format!("{post}, {edition:?}, {tone}");
                assert!(both[0] != both[1], "{what}: it was not poured");
                assert_same(&what, &both);
                assert_conforms(&what, &both[0]);
            }
        }
    }
}

#[test]
fn for_the_letters_of_other_services() {
    let offices = [
        ("hospital-physiotherapy", "invitation"),
        ("hospital-physiotherapy", "invitation-new-date"),
        ("talking-therapies", "invitation"),
        ("welsh-health-board", "invitation"),
    ];
    for (name, letter) in offices {
        let office = Office::example(name, letter, &[]);
        for edition in EDITIONS {
            for row in [2, 3] {
                let both = office.both(row, edition);
                assert_same(&format!("{name}, {letter}, row {row}, {edition:?}"), &both);
            }
        }
    }
}

#[test]
fn for_letters_in_two_languages() {
    for post in ["dl", "none"] {
        let office = Office::in_two_languages(post);
        for edition in EDITIONS {
            for row in [2, 3] {
                let both = office.both(row, edition);
                let what = format!("{post}, row {row}, {edition:?}");
                assert!(both[0] != both[1], "{what}: it was not poured");
                assert_same(&what, &both);
                assert_conforms(&what, &both[0]);
            }
        }
    }
}

#[test]
fn a_name_whose_letters_depend_on_each_other_is_written_in_full() {
    let office = Office::example("riverside", "invitation", &[]);
    let [poured, in_full] = office.both(2, Edition::Standard);
    assert!(poured == in_full, "one in Arabic");
    let both = office.both(3, Edition::Standard);
    assert!(both[0] != both[1], "Welsh is poured, with its own letters");
    assert_same("Welsh", &both);
}
