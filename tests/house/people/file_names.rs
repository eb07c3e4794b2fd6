//! Files that are called after a column of the spreadsheet.

use super::{PEOPLE, sheet};
use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

fn named_by(desk: &Desk, column: &str, people: &str) -> Told {
    desk.write("people.csv", people);
    let typed = ["letters", "invitation", "--people", "people.csv"];
    desk.run(&[&typed[..], &["--name-by", column, "--replace"]].concat())
}

fn names(desk: &Desk) -> Vec<String> {
    let files = desk.files("out").into_keys();
    files.filter(|name| name.ends_with(".pdf")).collect()
}

#[test]
fn letters_are_called_after_their_reference() {
    let desk = Desk::with("harbour");
    let told = named_by(&desk, "reference", &sheet(&PEOPLE));
    assert_eq!(told.status, 0, "{}", told.story());
    let wanted = ["HPS-7701", "HPS-7702", "HPS-7703"];
    assert_eq!(
        names(&desk),
        wanted.map(|name| format!("invitation/{name}.pdf"))
    );
    let manifest = desk.read_text("out/invitation/manifest.csv");
    assert!(manifest.contains("\n3,HPS-7702.pdf,"), "{manifest}");
    // What tells who somebody is stands in the folder, and not on the terminal.
    assert!(!told.said().contains("7702"), "{}", told.story());
    let told = desk.run_exactly(&["letters", "--verify", "out/invitation"]);
    assert_eq!(told.status, 0, "{}", told.story());

    // No reference, or the same twice: then the row tells.
    let [ruth, zoe, bryn] = PEOPLE;
    let rows = [
        ruth,
        &zoe.replace("HPS-7702", ""),
        &bryn.replace("7703", "7701"),
    ];
    let told = named_by(&desk, "Reference", &sheet(&rows));
    assert_eq!(told.status, 0, "{}", told.story());
    let wanted = ["000003", "HPS-7701-000004", "HPS-7701"];
    assert_eq!(
        names(&desk),
        wanted.map(|name| format!("invitation/{name}.pdf"))
    );
}

/// Whatever somebody is called, the file lies in the folder, on any system, and no
/// letter takes the place of another.
#[test]
fn no_name_leads_out_of_the_folder() {
    let desk = Desk::with("harbour");
    let long = "W".repeat(40);
    let called = [
        "../x",
        "..",
        "CON",
        "nul.txt",
        "Zoë",
        "ZOË",
        "/etc/passwd",
        "a:b",
        "000002",
        "manifest.csv",
        "run.json",
        "proof-row-000002",
        long.as_str(),
    ];
    let rows: Vec<String> = (10..)
        .zip(called)
        .map(|(number, name)| {
            let person = PEOPLE[0].replace("8 Net", &format!("{number} Net"));
            person.replace("HPS-7701", name)
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let told = named_by(&desk, "reference", &sheet(&rows));
    assert_eq!(told.status, 0, "{}", told.story());
    let names = names(&desk);
    assert_eq!(names.len(), called.len());
    snapshot("people/file-names", &(names.join("\n") + "\n"));
    let everything = std::fs::read_dir(desk.path("out")).expect("a folder");
    assert_eq!(everything.count(), 1, "and nothing beside it");
}

#[test]
fn a_column_that_is_not_there_is_asked_for() {
    let desk = Desk::with("harbour");
    let mut said = String::new();
    for column in ["hospital number", "refrence"] {
        let told = named_by(&desk, column, &sheet(&PEOPLE));
        assert_eq!(told.status, 2, "{}", told.story());
        assert!(!desk.exists("out"));
        said.push_str(&told.story());
    }
    snapshot("people/no-such-column", &said);
}
