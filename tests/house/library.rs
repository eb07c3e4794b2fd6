//! What another program can do with leafwright: all that a person can, with nothing but
//! what the library gives everybody.

use std::fs;
use std::path::Path;

use leafwright::Edition;
use leafwright::diagnostics::Problem;
use leafwright::letters::{Enclosed, Start, Stop, WorkerCommand, Workers, verify};
use leafwright::{Choice, Event, LetterOptions, PeopleFile, Target, Workspace};
use tempfile::tempdir;

use crate::support::Desk;

const PEOPLE: &str = "\
name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference
Ada Moss,3 Long Lane,Riverside,LD91 1AA,2027-03-01,09:30,clinic,R-1
Bea Hill,4 Long Lane,Riverside,LD91 1AB,2027-03-02,10:30,clinic,R-2
Kit Dale,5 Long Lane,Riverside,LD91 1AD,2027-03-03,11:30,clinic,R-3
";

/// Letters for three people, each in a file of its own.
fn letters(workspace: &Workspace, out: &Path) -> LetterOptions {
    let people = PeopleFile::new("people.csv", PEOPLE);
    let letter = workspace.letter("invitation").expect("a letter");
    LetterOptions::new(letter, people, out)
}

#[test]
fn a_service_is_opened_published_and_checked() {
    let desk = Desk::with("harbour");
    let workspace = Workspace::open(desk.folder()).expect("a service");
    let ids = workspace.publications().expect("what it prints");
    let id = ids.into_iter().find(|id| id.guide == "pain-and-mood");
    let id = id.expect("it prints that").in_edition(Edition::LargePrint);
    let checked = workspace.check(&id, &Choice::default()).expect("pages");
    let codes: Vec<_> = checked.findings.iter().map(Problem::code).collect();
    // Crisis lines that nobody has rung, a box that waits for approval, and a topic
    // without a service nearby.
    assert_eq!(codes, [Some("LW067"), None, None]);
    let out = desk.folder().join("out");
    let published = workspace.publish(&id, &[Target::Screen]).expect("a PDF");
    for file in published {
        let path = file.write_into(&out).expect("room on the disk");
        assert_eq!(path, out.join("pain-and-mood.large-print.pdf"));
        assert!(fs::read(path).expect("a file").starts_with(b"%PDF"));
    }
}

#[test]
fn what_is_wrong_says_where() {
    let desk = Desk::with("wrong-settings");
    let error = Workspace::open(desk.folder()).err().expect("mistakes");
    let place = format!("{}/service.yaml:", desk.folder().display());
    for line in error
        .to_string()
        .lines()
        .filter(|line| line.contains("error"))
    {
        assert!(line.starts_with(&place), "{line}");
    }
    let nowhere = Workspace::open(Path::new("no/such/folder")).err();
    let said = nowhere.expect("no folder").to_string();
    assert!(
        !said.contains("--") && !said.contains("leafwright "),
        "{said}"
    );
}

#[test]
fn letters_are_printed_stopped_and_gone_on_with() {
    let home = tempdir().expect("a folder");
    let workspace = Workspace::example().expect("the example");

    // Undisturbed, in this process: what happens, in words.
    let run = workspace.letters(letters(&workspace, &home.path().join("whole")));
    let run = run.expect("a letter");
    let mut heard = Vec::new();
    let report = run
        .print(|event| heard.extend(in_words(&event)))
        .expect("letters");
    assert_eq!(
        heard,
        [
            "row 2 is good",
            "row 3 is good",
            "row 4 is good",
            "3 letters in 3 files, 0 of them finished",
            "row 2 has a letter of 3 pages",
            "000002.pdf holds 1",
            "row 3 has a letter of 3 pages",
            "000003.pdf holds 1",
            "row 4 has a letter of 3 pages",
            "000004.pdf holds 1",
        ]
    );
    assert_eq!(
        (report.tally.letters, report.tally.pages, report.files),
        (3, 9, 3)
    );
    assert_eq!(verify(&run.folder()).expect("whole").counts.letters, 3);

    // Stopped after its first file, by processes this time.
    let stop = Stop::default();
    let command = WorkerCommand {
        program: env!("CARGO_BIN_EXE_leafwright").into(),
        arguments: vec!["set-letters".into()],
    };
    let options = LetterOptions {
        workers: Some(Workers::new(command)),
        stop: stop.clone(),
        ..letters(&workspace, &home.path().join("stopped"))
    };
    let stopped = workspace.letters(options.clone()).expect("a letter");
    let error = stopped.print(|event| {
        if let Event::FileFinished(_) = event {
            stop.stop();
        }
    });
    let said = error.expect_err("it was stopped").to_string();
    assert!(
        said.starts_with("error: stopped before the end: 1 letter is finished"),
        "{said}"
    );
    assert!(!stopped.folder().exists());

    let resumed = workspace.letters(LetterOptions {
        start: Start::Resume,
        stop: Stop::default(),
        ..options
    });
    let resumed = resumed.expect("a letter");
    let mut finished = None;
    resumed
        .print(|event| {
            if let Event::Begun {
                finished: before, ..
            } = event
            {
                finished = Some(before);
            }
        })
        .expect("the others");
    assert_eq!(finished, Some(1));
    for name in [
        "000002.pdf",
        "000003.pdf",
        "000004.pdf",
        "manifest.csv",
        "run.json",
    ] {
        let read = |folder: &Path| fs::read(folder.join(name)).expect("a file");
        assert!(read(&run.folder()) == read(&resumed.folder()), "{name}");
    }
    let letter = run.preview(3).expect("row 3");
    assert!(letter == fs::read(run.folder().join("000003.pdf")).expect("a file"));
}

fn in_words(event: &Event) -> Option<String> {
    Some(match event {
        // Whose example these letters come from.
        Event::Noted(_) => return None,
        Event::RowJudged { row } => format!("row {row} is good"),
        Event::LeftOut(fault) => format!("row {} is left out", fault.row),
        Event::Begun {
            files,
            letters,
            finished,
        } => format!("{letters} letters in {files} files, {finished} of them finished"),
        Event::LetterFinished(Enclosed { row, pages, .. }) => {
            format!("row {row} has a letter of {pages} pages")
        }
        Event::FileFinished(file) => format!("{} holds {}", file.name, file.letters.len()),
    })
}
