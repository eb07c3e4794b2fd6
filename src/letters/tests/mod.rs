//! A run whose poured letters are not what they should be.

mod alike;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostics::Severity;
use crate::press::{Look, spoiled};
use crate::publish::{Options, Workspace};

/// So many people: the letter of every hundredth row is looked at.
fn people(count: usize) -> String {
    let mut people = "name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference\n".to_owned();
    for number in 1..=count {
        let _ = writeln!(
            people,
            "Ann Sample,{number} Net Loft Lane,Harbour,LD99 2BB,2026-12-07,09:30,pier,HPS-{number}"
        );
    }
    people
}

fn printed(out: &Path, print_run: bool) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/services/harbour");
    let options = Options {
        date: Some("2026-11-22".parse().expect("a day")),
        ..Options::default()
    };
    let workspace = Workspace::open_with(Some(&folder), options).expect("a service");
    let letter = workspace.letter("invitation").expect("a letter");
    let people = PeopleFile::new("people.csv", people(104));
    let mut options = LetterOptions::new(letter, people, out);
    if print_run {
        options.packing.print_run = Some(PrintRun {
            per_file: 60,
            separator: false,
        });
    }
    let run = workspace.letters(options).expect("a run");
    let mut warnings = Vec::new();
    let report = run.print(|event| {
        if let Event::Noted(problem) = event
            && problem.severity == Severity::Warning
            && problem.code().is_none()
        {
            warnings.push(problem.message.clone());
        }
    });
    match report {
        Ok(report) => assert_eq!(report.tally.letters, 104),
        Err(error) => panic!("{error}"),
    }
    warnings
}

/// Everything in a folder but the record of the run, which says when it was.
fn files(out: &Path) -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(out.join("invitation")).expect("letters");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|it| it == "pdf"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("a letter"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn where_one_that_is_looked_at_differs_none_is_kept_and_all_are_written_in_full() {
    for print_run in [false, true] {
        let [right, wrong] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
        let said = printed(right.path(), print_run);
        assert!(
            !said.iter().any(|it| it.contains("did not look")),
            "{said:?}"
        );
        let spoiled = spoiled::begin();
        let said = printed(wrong.path(), print_run);
        drop(spoiled);
        let times = said
            .iter()
            .filter(|it| it.contains("did not look as it does"));
        assert_eq!(times.count(), 1, "{said:?}");
        let (right, wrong) = (files(right.path()), files(wrong.path()));
        assert!(
            right
                .iter()
                .map(|(name, _)| name)
                .eq(wrong.iter().map(|(name, _)| name))
        );
        for ((name, right), (_, wrong)) in right.iter().zip(&wrong) {
            assert!(right != wrong, "{name} is poured when nothing is wrong");
            let look = Look::at(right).expect("a PDF");
            assert!(look.shows(1, wrong).expect("a PDF"), "{name}");
        }
    }
}
