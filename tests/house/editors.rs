//! Somebody who changes guides in an editor: schemas, a guide shown, a guide copied.

use std::fs;

use serde_json::Value;

use crate::support::{Desk, snapshot};

/// The schema that the first line of a file leads to.
fn schema_of(desk: &Desk, path: &str) -> Value {
    let text = desk.read_text(path);
    let first = text.lines().next().expect("a line");
    let to = first.strip_prefix("# yaml-language-server: $schema=");
    let from = desk.path(path);
    let place = from.parent().expect("a folder").join(to.expect(first));
    serde_json::from_slice(&fs::read(place).expect("a schema")).expect("JSON")
}

#[test]
fn every_file_of_a_new_service_leads_to_its_schema() {
    let desk = Desk::new_service();
    for (path, title) in [
        ("service.yaml", "leafwright service"),
        ("overrides/your-options.yaml", "leafwright override"),
    ] {
        assert_eq!(schema_of(&desk, path)["title"], title, "{path}");
    }
    // The line is a note like any other.
    desk.done(&["build", "pain-and-mood", "--target", "screen"]);
}

#[test]
fn schemas_know_the_names_of_the_service_after_the_next_run() {
    let desk = Desk::own_service();
    let tones = |desk: &Desk| schema_of(desk, "service.yaml")["$defs"]["ToneName"].to_string();
    assert!(!tones(&desk).contains("gentle"));
    let tone = include_str!("../../content/tones/wellbeing.yaml");
    desk.write(
        "content/tones/gentle.yaml",
        tone.replace("tone: wellbeing", "tone: gentle"),
    );
    desk.done(&["build", "pain-and-mood", "--target", "screen"]);
    assert!(tones(&desk).contains("gentle"));
    // Whoever took the folder away wants none.
    fs::remove_dir_all(desk.path(".leafwright")).expect("taken away");
    desk.done(&["build", "pain-and-mood", "--target", "screen"]);
    assert!(!desk.exists(".leafwright"));
    desk.done(&["schema"]);
    assert!(tones(&desk).contains("gentle"));
}

#[test]
fn a_schema_is_printed() {
    let told = Desk::empty().done(&["schema", "guide"]);
    let schema: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(schema["title"], "leafwright guide");
    let told = Desk::empty().run(&["schema"]);
    assert_eq!(told.status, 2);
    snapshot("editors/no-folder", &told.story());
}

#[test]
fn a_guide_is_shown_with_what_may_be_changed() {
    let desk = Desk::own_service();
    desk.write(
        "content/guides/walks/en-GB.yaml",
        include_str!("../services/formats/content/guides/walk-page/en-GB.yaml")
            .replace("guide: walk-page", "guide: walks"),
    );
    let told = desk.done(&["show", "walks"]);
    snapshot("editors/show", &told.story());
    // It is the guide: what stands between the notes is what stands in the file.
    let told = desk.done(&["show", "your-options"]);
    let lines = told
        .out
        .lines()
        .filter(|line| !line.trim_start().starts_with("#>"));
    let guide = include_str!("../../content/guides/your-options/en-GB.yaml");
    assert_eq!(
        lines.skip(1).collect::<Vec<_>>(),
        guide.lines().collect::<Vec<_>>()
    );
    for wrong in [
        &["show", "your-option"][..],
        &["show", "invitation", "--language", "fr"],
    ] {
        let told = desk.run(wrong);
        assert_eq!(told.status, 2, "{}", told.story());
        snapshot(
            &format!("editors/{}", wrong.join("-").replace("--", "")),
            &told.story(),
        );
    }
}

#[test]
fn a_guide_is_copied_once() {
    let desk = Desk::own_service();
    let told = desk.done(&["copy", "pain-and-mood"]);
    snapshot("editors/copy", &told.story());
    let path = "content/guides/pain-and-mood/en-GB.yaml";
    assert_eq!(schema_of(&desk, path)["title"], "leafwright guide");
    desk.change(
        path,
        "wellbeing: Pain and how you feel",
        "wellbeing: Pain and feelings",
    );
    desk.done(&["build", "pain-and-mood", "--target", "screen"]);
    let told = desk.run(&["copy", "pain-and-mood"]);
    assert_eq!(told.status, 1);
    assert!(desk.read_text(path).contains("Pain and feelings"));
    snapshot("editors/copy-again", &told.story());
    let told = Desk::empty().run(&["copy", "pain-and-mood"]);
    assert_eq!(told.status, 2);
    snapshot("editors/copy-into-nothing", &told.story());
}
