//! Before the post goes: a rehearsal, a proof to approve, and a run that leaves out
//! the rows that cannot be printed.

use super::{HEADER, PEOPLE, PRIVATE, letter, sheet};
use crate::support::desk::Told;
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

/// Types `letters` with these words. Nobody is named, whatever comes of it.
fn typed(desk: &Desk, people: &str, words: &[&str]) -> Told {
    desk.write("people.csv", people);
    let told = desk.run(&[&["letters", "invitation", "--people", "people.csv"], words].concat());
    for private in PRIVATE {
        assert!(
            !told.said().contains(private),
            "{private} in\n{}",
            told.story()
        );
    }
    told
}

/// Six people: three good rows, a blank one, and three that cannot be printed, the
/// last of them only because its address is wider than the window.
fn mixed() -> String {
    let [ruth, zoe, bryn] = PEOPLE;
    let wide = ruth.replace("8 Net Loft Lane", &"Long".repeat(30));
    sheet(&[
        ruth,
        &zoe.replace("2026-12-08", "8 December")
            .replace("pier", "peer"),
        ",,,,,,,",
        zoe,
        &bryn.replace("LD99 4FG", "nowhere"),
        &wide,
        bryn,
    ])
}

#[test]
fn with_keep_going_only_the_bad_rows_are_left_out() {
    let desk = Desk::with("harbour");
    let told = typed(&desk, &mixed(), &["--keep-going"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("people/keep-going", &told.story());
    let rejected = desk.read_text("out/invitation/rejected.csv");
    assert_eq!(
        rejected,
        "row,column,code\n3,appointment date,not-a-date\n3,place,unknown-place\n\
         6,postcode,not-a-real-uk-postcode\n7,,does-not-fit\n"
    );
    let manifest = desk.read_text("out/invitation/manifest.csv");
    let rows_that = |status: &str| -> Vec<&str> {
        let lines = manifest.lines().filter(|line| line.ends_with(status));
        lines.filter_map(|line| line.split(',').next()).collect()
    };
    assert_eq!(rows_that(",printed"), ["2", "5", "8"]);
    assert_eq!(rows_that(",rejected"), ["3", "6", "7"]);
    assert!(letter(&desk, 5).contains("Dear Zoë Fairweather,"));

    // The folder is still leafwright's own: the next run takes its place.
    let told = typed(&desk, &sheet(&PEOPLE), &["--replace"]);
    assert_eq!(told.status, 0, "{}", told.story());
    assert!(!desk.exists("out/invitation/rejected.csv"));
}

#[cfg(unix)]
#[test]
fn lists_and_proofs_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("harbour");
    typed(&desk, &mixed(), &["--keep-going"]);
    typed(&desk, &sheet(&PEOPLE), &["--proof"]);
    let mode = |path: &str| {
        let metadata = std::fs::metadata(desk.path(path));
        metadata.expect(path).permissions().mode() & 0o777
    };
    assert_eq!(mode("out/invitation/rejected.csv"), 0o600);
    assert_eq!(mode("out/invitation.proofs"), 0o700);
    for name in desk.files("out/invitation.proofs").into_keys() {
        assert_eq!(
            mode(&format!("out/invitation.proofs/{name}")),
            0o600,
            "{name}"
        );
    }
}

/// A folder of no letters would take the place of the letters of an earlier run.
#[test]
fn where_no_row_is_good_nothing_is_printed() {
    let desk = Desk::with("harbour");
    typed(&desk, &sheet(&PEOPLE), &[]);
    let before = desk.files("out");
    for bad in [("pier", "peer"), ("8 Net Loft Lane", &"Long".repeat(30))] {
        let people = sheet(&PEOPLE[..1]).replace(bad.0, bad.1);
        let told = typed(&desk, &people, &["--keep-going"]);
        assert_eq!(
            (told.status, told.out.as_str()),
            (1, ""),
            "{}",
            told.story()
        );
        assert!(desk.files("out") == before);
    }
}

#[test]
fn a_list_of_somebody_else_is_not_thrown_away() {
    let desk = Desk::with("harbour");
    desk.write("out/invitation/rejected.csv", "name,why\n");
    let told = typed(&desk, &sheet(&PEOPLE), &[]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(
        told.err
            .contains("`rejected.csv`, which leafwright did not make"),
        "{}",
        told.err
    );
}

#[test]
fn a_rehearsal_says_what_would_be_printed_and_writes_nothing() {
    let desk = Desk::with("harbour");
    let good = typed(&desk, &sheet(&PEOPLE), &["--dry-run"]);
    assert_eq!(good.status, 0, "{}", good.story());
    let [ruth, zoe, _] = PEOPLE;
    let another_day = ruth.replace("2026-12-07", "2026-12-14");
    let doubtful = sheet(&[ruth, &zoe.replace("7702", "7701"), &another_day]);
    let doubtful = typed(&desk, &doubtful, &["--dry-run"]);
    assert_eq!(doubtful.status, 0, "{}", doubtful.story());
    let bad = typed(&desk, &mixed(), &["--dry-run"]);
    assert_eq!(bad.status, 1, "{}", bad.story());
    assert!(!desk.exists("out"));
    let said = [good.story(), doubtful.story(), bad.story()].concat();
    snapshot("people/rehearsal", &said);
}

/// The rows that are longest and shortest are shown as they are: nobody can approve a
/// letter to one person that greets another.
#[test]
fn proofs_are_letters_of_real_rows_and_say_so_on_every_page() {
    let desk = Desk::with("harbour");
    let people = sheet(&PEOPLE)
        .replace("reference\n", "reference,interpreter\n")
        .replace("Capstan Court", "Capstan Court West")
        .replace("7701\n", "7701,Welsh\n")
        .replace("7702\n", "7702-and-more,\n");
    // Somebody had approved another spreadsheet.
    desk.write("out/invitation.proofs/proof-row-000009.pdf", "old");
    let told = typed(&desk, &people, &["--proof"]);
    assert_eq!(told.status, 0, "{}", told.story());
    snapshot("people/proof", &told.story());
    assert!(
        !desk.exists("out/invitation"),
        "no letter among the letters"
    );
    let proofs = desk.files("out/invitation.proofs");
    assert!(!proofs.contains_key("proof-row-000009.pdf"));
    for (name, pdf) in &proofs {
        assert_conforms(name, pdf);
        let pages = Pdf::open(pdf).text();
        assert!(pages.len() > 1);
        for page in pages {
            assert!(page.contains("Proof, not to be sent"), "{name}: {page}");
        }
    }
    // Everything of a row stands together.
    let text = |name: &str| {
        let pdf = desk.read(format!("out/invitation.proofs/{name}"));
        Pdf::open(&pdf).running_text()
    };
    for (row, words) in [
        (
            2,
            [
                "Dear Ruth",
                "8 Net Loft Lane",
                "HPS-7701",
                "interpreter on the day: Welsh",
            ],
        ),
        (
            3,
            [
                "Dear Zoë Fairweather,",
                "Capstan Court West",
                "HPS-7702-and-more",
                "Zoë",
            ],
        ),
        (
            4,
            [
                "Dear Bryn Tegid,",
                "Tŷ Coed",
                "2026 midday, for up to 1 hour",
                "HPS-7703",
            ],
        ),
    ] {
        let text = text(&format!("proof-row-{row:06}.pdf"));
        for words in words {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
    // Beside them stand the people whom the guide invents.
    let (short, long) = (
        text("proof-sample-short.pdf"),
        text("proof-sample-long.pdf"),
    );
    assert!(
        short.contains("Dear Jo Ng,") && !short.contains("interpreter on the day"),
        "{short}"
    );
    assert!(
        long.contains("on the day: Brazilian Portuguese or Cape"),
        "{long}"
    );
    // Letters are no proofs, and when they are there, names do not stay behind.
    assert_eq!(typed(&desk, &sheet(&PEOPLE), &[]).status, 0);
    assert!(!letter(&desk, 2).contains("not to be sent"));
    assert!(!desk.exists("out/invitation.proofs"));
}

#[test]
fn a_proof_that_does_not_fit_is_not_written() {
    let desk = Desk::with("harbour");
    let wide = sheet(&PEOPLE).replace("8 Net Loft Lane", &"Long".repeat(30));
    let told = typed(&desk, &wide, &["--proof"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(told.err.contains("people.csv, row 2: "), "{}", told.err);
    assert!(!desk.exists("out"));
}

/// A letter that asks for a choice and an NHS number.
const CALL: &str = "\
fields:
  visit: {type: choice, choices: [by phone, at home], required: true, about: How we meet}
  nhs-number: {type: nhs-number, about: NHS number}
sections:
  - id: first
    heading: A call
    blocks:
      - text: Dear {{ person.name }}, we will meet {{ person.visit }}.
      - text: Your NHS number is {{ person.nhs_number }}.
        when: person.nhs_number
";

fn call(desk: &Desk, rows: &[String]) -> Told {
    desk.write("content/guides/call/en-GB.yaml", super::call(CALL));
    let people = format!("{HEADER},visit,NHS number\n{}\n", rows.join("\n"));
    desk.write("people.csv", people);
    desk.run(&["letters", "call", "--people", "people.csv"])
}

#[test]
fn a_field_takes_what_the_guide_says_and_nothing_else() {
    let desk = Desk::with("notice-board");
    let person = PEOPLE[0];
    let told = call(
        &desk,
        &[
            format!("{person},By-Phone,999 000 0018"),
            format!("{},at home,", PEOPLE[1]),
        ],
    );
    assert_eq!(told.status, 0, "{}", told.story());
    let text = |row: usize| Pdf::open(&desk.read(format!("out/call/{row:06}.pdf"))).running_text();
    assert!(text(2).contains("we will meet by phone."), "{}", text(2));
    assert!(
        text(2).contains("Your NHS number is 999 000 0018."),
        "{}",
        text(2)
    );
    assert!(text(3).contains("we will meet at home."), "{}", text(3));
    assert!(!text(3).contains("NHS number"), "{}", text(3));

    let told = call(
        &desk,
        &[
            format!("{person},by letter,9990000017"),
            format!("{person},,none"),
        ],
    );
    assert_eq!(told.status, 1, "{}", told.story());
    let column = desk.read_text("people.csv").replace(",visit,", ",visits,");
    desk.write("people.csv", column);
    let missing = desk.run(&["letters", "call", "--people", "people.csv"]);
    snapshot("people/fields", &[told.story(), missing.story()].concat());
}

#[test]
fn a_guide_whose_choices_make_no_sense_is_refused() {
    let desk = Desk::with("notice-board");
    let guide = CALL
        .replace("choices: [by phone, at home], ", "")
        .replace("{type: nhs-number,", "{type: nhs-number, choices: [one],");
    desk.write("content/guides/call/en-GB.yaml", super::call(&guide));
    snapshot("people/choices", &desk.run(&["build", "call"]).story());
}

/// People for the letter above: the short one has a mistake in every line.
const SAMPLES: &str = "\
samples:
  short:
    name: \"7\"
    address: [1 Elm Row, Riverside, somewhere]
    fields: {visit: by letter, visits: at home}
  medium: {name: Jo Ng, address: [1 Elm Row, Riverside, LD91 1AA]}
  long:
    name: Angharad Tŵr-Pryce
    address: [1 Elm Row, Riverside, LD91 1AA]
    fields: {visit: at home, nhs-number: 999 000 0017}
";

#[test]
fn the_people_a_guide_invents_are_judged_like_any_row() {
    let desk = Desk::with("notice-board");
    let guide = CALL.replace("sections:", &format!("{SAMPLES}sections:"));
    desk.write("content/guides/call/en-GB.yaml", super::call(&guide));
    let told = desk.run(&["build", "call"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("people/samples", &told.story());
}

#[test]
fn check_says_where_the_longest_sample_does_not_fit() {
    let desk = Desk::with("notice-board");
    let samples = "\
samples:
  short: {name: Jo Ng, address: [1 Elm Row, Riverside, LD91 1AA], fields: {visit: at home}}
  medium: {name: Jo Ng, address: [1 Elm Row, Riverside, LD91 1AA], fields: {visit: at home}}
  long:
    name: Angharad Tŵr-Pryce
    address: [LONG, Riverside, LD91 1AA]
    fields: {visit: at home, nhs-number: 999 000 0018}
";
    for (line, wanted) in [("Elm Row".to_owned(), false), ("Long".repeat(30), true)] {
        let samples = samples.replace("LONG", &line);
        let guide = CALL.replace("sections:", &format!("{samples}sections:"));
        desk.write("content/guides/call/en-GB.yaml", super::call(&guide));
        let told = desk.run(&["check", "call", "--select", "LW070"]);
        let said = told
            .out
            .contains("LW070 text-too-long]: the long sample: `call`: ");
        assert_eq!(said, wanted, "{}", told.story());
        assert!(!told.out.contains("the short sample"), "{}", told.story());
    }
}
