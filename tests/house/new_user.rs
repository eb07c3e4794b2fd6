//! Somebody who has just installed the program, and tries it.

use sha2::{Digest, Sha256};

use crate::support::{Desk, Pdf, snapshot};

#[test]
fn prints_the_example_where_there_is_no_service() {
    let desk = Desk::empty();
    let told = desk.done(&["build"]);
    snapshot("new-user/build-the-example", &told.story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let wanted = [
        "invitation.sample.pdf",
        "pain-and-mood.desk.pdf",
        "pain-and-mood.pdf",
        "your-options.desk.pdf",
        "your-options.pdf",
    ];
    assert_eq!(files, wanted);
}

#[test]
fn starts_a_service_and_prints_everything() {
    let desk = Desk::empty();
    let told = desk.done(&["new", "my-service"]);
    snapshot("new-user/new", &told.story());
    for line in told.out.lines() {
        assert!(desk.exists(line), "{line} was promised");
    }
    let list = desk.done(&["list", "--service", "my-service"]);
    snapshot("new-user/list", &list.story());
    let pictures = desk.done(&["list", "--pictures", "--service", "my-service"]);
    snapshot("new-user/pictures", &pictures.story());
    let build = desk.done(&["build", "--service", "my-service"]);
    snapshot("new-user/build-a-service", &build.story());
    for line in build.out.lines() {
        let (path, _) = line.split_once("  ").expect("a path and what it is");
        assert!(desk.read(path).starts_with(b"%PDF-"), "{path}");
    }
}

#[test]
fn prints_one_leaflet_in_another_tone_elsewhere() {
    let desk = Desk::own_service();
    let told = desk.done(&[
        "build",
        "pain-and-mood",
        "--tone",
        "mental-health",
        "--out",
        "else/where",
    ]);
    snapshot("new-user/build-elsewhere", &told.story());
    assert!(!desk.exists("out"));
    let pdf = Pdf::open(&desk.read("else/where/pain-and-mood.mental-health.pdf"));
    assert!(pdf.running_text().contains("Pain and your mental health"));
}

/// What is left of the example is on every page, and reaches nobody by post.
#[test]
fn details_of_the_example_reach_no_patient() {
    let desk = Desk::new_service();
    let letters = ["letters", "invitation", "--people", "people.csv"];
    let told = desk.run(&letters);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("new-user/letters-of-the-example", &told.story());
    let check = desk.run(&["check"]);
    assert_eq!(check.status, 1, "{}", check.story());
    assert!(check.out.contains("LW068 example-details"), "{}", check.out);
    desk.done(&["build", "--target", "all"]);
    for (name, bytes) in desk.files("out") {
        if name.ends_with(".pdf") {
            let pdf = Pdf::open(&bytes);
            for (number, page) in (1..).zip(pdf.pages()) {
                let across = pdf.words_across(page);
                let marked = across.contains("Example: fill in service.yaml");
                assert!(marked, "{name}, page {number}: {across}");
            }
        }
    }
    // One that is left is enough.
    let own = Desk::own_service();
    own.change("service.yaml", "Jo Saltern", "jo  EXAMPLE");
    let told = own.run(&letters);
    assert_eq!(told.status, 1, "{}", told.story());
    assert_eq!(told.err.matches("LW068").count(), 1, "{}", told.err);
    assert!(!own.exists("out"));
    let own = Desk::own_service();
    let told = own.done(&["build", "--target", "all"]);
    assert!(!told.err.contains("LW068"), "{}", told.err);
    let told = own.done(&letters);
    assert!(!told.err.contains("invented"), "{}", told.err);
    own.write("people.csv", desk.read("people.csv"));
    let told = own.done(&[&letters[..], &["--replace"]].concat());
    snapshot("new-user/letters-to-the-examples-people", &told.story());
}

/// Whoever sees the program without a service sees the example as it is.
#[test]
fn the_example_itself_is_no_draft() {
    let desk = Desk::empty();
    desk.done(&["build"]);
    for (name, bytes) in desk.files("out") {
        let pdf = Pdf::open(&bytes);
        let across = pdf.pages().into_iter().map(|page| pdf.words_across(page));
        assert_eq!(across.collect::<String>(), "", "{name}");
    }
}

#[test]
fn prints_a_letter_for_each_person() {
    let desk = Desk::own_service();
    let told = desk.done(&["letters", "invitation", "--people", "people.csv"]);
    snapshot("new-user/letters", &told.story());
    let files = desk.files("out/invitation");
    let manifest = desk.read_text("out/invitation/manifest.csv");
    let mut rows = csv::Reader::from_reader(manifest.as_bytes());
    let header: Vec<&str> = rows.headers().unwrap().iter().collect();
    assert_eq!(
        header,
        [
            "row",
            "file",
            "page from",
            "pages",
            "sheets",
            "bytes",
            "sha256",
            "status"
        ]
    );
    let records: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 5);
    assert_eq!(
        files.len(),
        7,
        "five letters, their manifest and their record"
    );
    for (number, record) in (1..).zip(&records) {
        assert_eq!(record[0], (number + 1).to_string(), "the header is row 1");
        let pdf = &files[&record[1]];
        assert_eq!(record[3], Pdf::open(pdf).pages().len().to_string());
        let digest = Sha256::digest(pdf);
        let sum: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(record[5], pdf.len().to_string());
        assert_eq!(record[6], sum, "{}", &record[1]);
        assert_eq!([&record[2], &record[7]], ["1", "printed"]);
    }
}

#[cfg(unix)]
#[test]
fn keeps_letters_from_everybody_else() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::own_service();
    let mode = |path: &str| {
        let metadata = std::fs::metadata(desk.path(path)).expect(path);
        format!("{:o}", metadata.permissions().mode() & 0o777)
    };
    desk.done(&["letters", "invitation", "--people", "people.csv"]);
    assert_eq!(mode("out/invitation"), "700");
    for file in desk.files("out/invitation").keys() {
        assert_eq!(mode(&format!("out/invitation/{file}")), "600", "{file}");
    }
    desk.done(&["new", "another"]);
    assert_eq!(mode("another/people.csv"), "600");
}

#[test]
fn each_letter_is_for_its_own_person() {
    let desk = Desk::own_service();
    desk.done(&["letters", "invitation", "--people", "people.csv"]);
    let people = [
        ("RPW-1001", "LD96 4FG", "Monday 7 December 2026", "9:30am"),
        ("RPW-1002", "LD97 5HJ", "Tuesday 8 December 2026", "11am"),
        (
            "RPW-1003",
            "LD96 6LN",
            "Wednesday 9 December 2026",
            "2:15pm",
        ),
        ("RPW-1004", "LD98 7PQ", "Thursday 10 December 2026", "10am"),
        ("RPW-1005", "LD99 8RS", "Friday 11 December 2026", "3:30pm"),
    ];
    for (row, own) in (2..).zip(people) {
        let path = format!("out/invitation/{row:06}.pdf");
        let text = Pdf::open(&desk.read(path)).running_text();
        for part in [own.0, own.1, own.2, own.3] {
            assert!(text.contains(part), "{row}: {part} in\n{text}");
        }
        let others = people.iter().filter(|other| **other != own);
        for other in others {
            assert!(!text.contains(other.0), "{row} names {}", other.0);
            assert!(!text.contains(other.1), "{row} names {}", other.1);
        }
    }
}

#[test]
fn quiet_says_nothing() {
    let desk = Desk::own_service();
    desk.change(
        "service.yaml",
        "contacts-valid-for: 6 months",
        "contacts-valid-for: 6 months\ncrisis-checked: {on: 2026-11-02, by: Team secretary, numbers: [\"999\", \"111\", \"116 123\", \"85258\"]}",
    );
    let told = desk.done(&["build", "pain-and-mood", "--quiet"]);
    assert_eq!(told.said(), "");
    assert!(desk.exists("out/pain-and-mood.pdf"));
    let letters = ["letters", "invitation", "--people", "people.csv", "-q"];
    assert_eq!(desk.done(&letters).said(), "");
    assert!(desk.exists("out/invitation/000006.pdf"));
}

/// A folder's name may be of several words: what is to be typed next can be pasted.
#[test]
fn the_next_step_can_be_pasted() {
    let told = Desk::empty().done(&["new", "Physio Dept"]);
    assert!(
        told.err.contains("\n  cd \"Physio Dept\"\n"),
        "{}",
        told.err
    );
}

#[test]
fn new_changes_nothing_that_is_there() {
    let desk = Desk::empty();
    desk.done(&["new", "my-service"]);
    desk.write("my-service/service.yaml", "mine");
    let before = desk.files("my-service");
    let told = desk.run(&["new", "my-service"]);
    snapshot("new-user/new-twice", &told.story());
    assert!(desk.files("my-service") == before);
}

#[test]
fn help_reads_well() {
    let desk = Desk::empty();
    let version = desk.done(&["--version"]);
    assert_eq!(
        version.out,
        format!("leafwright {}\n", env!("CARGO_PKG_VERSION"))
    );
    snapshot("new-user/help", &desk.done(&["--help"]).story());
    for verb in ["new", "list", "build", "letters", "gather", "desk-test"] {
        let told = desk.run_exactly(&[verb, "--help"]);
        snapshot(&format!("new-user/help-{verb}"), &told.story());
    }
    snapshot("new-user/nothing-typed", &desk.run_exactly(&[]).story());
    snapshot("new-user/unknown-verb", &desk.run(&["print"]).story());
}
