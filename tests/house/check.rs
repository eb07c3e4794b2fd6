//! `leafwright check`: what is found, how it is said, what silences
//! it, and the exit status that says whether there is something to do.

use serde_json::Value;

use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

/// A service with something to find in every file that its author may change: its
/// settings, its spreadsheet, a guide of its own and its changes to another.
fn careless() -> Desk {
    Desk::with("careless")
}

/// The rules that this service breaks, and those alone: every new one would find
/// something here as well.
const BROKEN: [&str; 2] = ["--select", "LW012,LW060"];

fn status(desk: &Desk, arguments: &[&str], wanted: i32) -> Told {
    let told = desk.run(&[&["check"], arguments].concat());
    assert_eq!(told.status, wanted, "{}", told.story());
    assert!(!desk.exists("out"), "something was written");
    told
}

fn json(told: &Told) -> Vec<Value> {
    serde_json::from_str(&told.out).unwrap_or_else(|error| panic!("{error}: {}", told.story()))
}

#[test]
fn all_there_is_to_say_about_the_example_is_that_nobody_looked_at_its_crisis_lines() {
    for tone in ["wellbeing", "mental-health", "pain-first"] {
        let told = status(&Desk::empty(), &["--tone", tone], 1);
        let found = |what: &str| told.out.matches(what).count();
        let only = found("LW067") == 1 && found("warning[") == 1 && found("error") == 0;
        assert!(only, "{}", told.story());
    }
}

#[test]
fn everything_is_found_where_it_was_written() {
    let told = status(&careless(), &BROKEN, 1);
    snapshot("check/careless", &told.story());
    for place in [
        "service.yaml:",
        "local-services.csv:",
        "overrides/pain-and-mood.yaml:",
        "content/guides/notice/en-GB.yaml:",
    ] {
        assert!(told.out.contains(place), "{place} in\n{}", told.out);
    }
    // The advice line stands in both guides, and is one finding.
    let times = told
        .out
        .matches("the tone `wellbeing` avoids `Triage`")
        .count();
    assert_eq!(times, 1, "{}", told.out);
}

#[test]
fn a_guide_that_was_named_is_looked_at_alone() {
    let told = status(&careless(), &["notice"], 1);
    assert!(!told.out.contains("overrides/"), "{}", told.out);
    assert!(told.err.ends_with("in 1 guide\n"), "{}", told.err);
    let told = status(&careless(), &["notise"], 2);
    assert!(told.err.contains("did you mean `notice`?"), "{}", told.err);
}

#[test]
fn other_programs_are_told_the_same() {
    let desk = careless();
    let human = status(&desk, &BROKEN, 1).out;
    let told = |format| status(&desk, &[&BROKEN[..], &["--format", format]].concat(), 1);
    let found = json(&told("json"));
    assert_eq!(found.len(), human.matches("┌─").count());
    for finding in &found {
        let message = finding["message"].as_str().expect("a message");
        assert!(human.contains(message), "{message}");
        let file = finding["file"].as_str().expect("a file");
        let place = format!("{file}:{}:{}\n", finding["line"], finding["column"]);
        assert!(human.contains(&place), "{place} in\n{human}");
    }
    snapshot("check/github", &told("github").out);
    let sarif: Value = serde_json::from_str(&told("sarif").out).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), found.len());
    for (result, finding) in results.iter().zip(&found) {
        assert_eq!(result["ruleId"], finding["code"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], finding["file"]);
        assert_eq!(place["region"]["startLine"], finding["line"]);
    }
}

/// In another folder than the service's, files are named from that folder, however
/// the service was named.
#[test]
fn files_are_named_from_where_somebody_is() {
    let desk = Desk::empty();
    let careless = careless();
    for (name, bytes) in careless.files(".") {
        desk.write(format!("a b/{name}"), bytes);
    }
    let whole = desk.path("a b").canonicalize().expect("a folder");
    for folder in ["a b", &whole.display().to_string()] {
        let typed = ["--service", folder, "--format", "json"];
        let found = json(&status(&desk, &[&typed[..], &BROKEN].concat(), 1));
        let own = |finding: &&Value| {
            finding["file"]
                .as_str()
                .is_some_and(|f| f.starts_with("a b/") || f.starts_with("built-in/"))
        };
        assert_eq!(found.iter().filter(own).count(), found.len(), "{found:?}");
    }
    let sarif = status(&desk, &["--service", "a b", "--format", "sarif"], 1);
    assert!(sarif.out.contains("\"uri\": \"a%20b/service.yaml\""));
}

#[test]
fn a_service_chooses_what_it_hears() {
    let desk = careless();
    let count = |arguments: &[&str], wanted: i32| {
        let typed = [arguments, &["--format", "json"]].concat();
        json(&status(&desk, &typed, wanted)).len()
    };
    let all = count(&[], 1);
    let words = count(&["--select", "lw012"], 1);
    let contacts = count(&["--select", "LW06"], 1);
    assert!(words > 0 && contacts > 0);
    assert_eq!(count(&["--select", "LW012,LW06"], 1), words + contacts);
    assert_eq!(count(&["--ignore", "LW012"], 1), all - words);
    assert_eq!(count(&["--select", "LW012", "--ignore", "LW012"], 0), 0);
    desk.write(
        "service.yaml",
        desk.read_text("service.yaml") + "check: {ignore: [LW06], severity: {LW012: note}}\n",
    );
    // Notes are said, and fail nothing.
    let told = status(&desk, &["--select", "LW012,LW060"], 0);
    assert!(
        told.out.contains("note[LW012 word-to-avoid]"),
        "{}",
        told.out
    );
    assert!(!told.out.contains("warning"), "{}", told.out);
    let told = status(&desk, &["--select", "LW012,LW060", "--quiet"], 0);
    assert_eq!(told.said(), "");
}

#[test]
fn unknown_rules_are_a_mistake_of_the_command() {
    let desk = careless();
    let mut said = String::new();
    for typed in [
        ["--select", "LW0l2"],
        ["--ignore", "word-to-avoid"],
        ["--select", ""],
    ] {
        said.push_str(&status(&desk, &typed, 2).story());
    }
    snapshot("check/unknown-rules", &said);
}

#[test]
fn a_guide_says_what_is_meant_to_be_so() {
    let desk = careless();
    let guide = "content/guides/notice/en-GB.yaml";
    let except = "except:\n  - {rule: LW012, words: suffer, reason: A line of a poem}\n";
    desk.write(guide, desk.read_text(guide) + except);
    let told = status(&desk, &["notice", "--select", "LW012"], 1);
    assert!(!told.out.contains("suffer"), "{}", told.out);
    // It is of use also to somebody who does not want to hear of the rule.
    let told = status(&desk, &["notice", "--select", "LW00,LW06"], 1);
    assert!(!told.out.contains("LW001"), "{}", told.out);
    // What it excepts has gone: the exception has to go as well.
    desk.change(guide, "people who suffer from pain", "people with pain");
    let told = status(&desk, &["notice", "--select", "LW00"], 1);
    snapshot("check/exception-without-effect", &told.story());
}

/// What is wrong with one guide is found in it, and hides nothing of the other.
#[test]
fn a_guide_that_cannot_be_read_hides_no_other() {
    let desk = careless();
    let before = json(&status(&desk, &["pain-and-mood", "--format", "json"], 1));
    desk.change(
        "content/guides/notice/en-GB.yaml",
        "kind: sheet",
        "knd: sheet",
    );
    let found = json(&status(&desk, &["--format", "json"], 1));
    for finding in &before {
        assert!(found.contains(finding), "{finding}");
    }
    let mistake = |finding: &Value| finding["file"] == "content/guides/notice/en-GB.yaml";
    assert!(found.iter().any(mistake));
}

#[test]
fn settings_that_cannot_be_read_are_what_was_found() {
    let desk = careless();
    desk.change("service.yaml", "nation: england", "nation: engelland");
    let told = status(&desk, &["--format", "json"], 1);
    let found = json(&told);
    // What else can be judged of them is judged as well.
    assert_eq!(
        (found[0]["line"].as_u64(), found[0]["column"].as_u64()),
        (Some(4), Some(11))
    );
    assert!(
        told.err
            .ends_with(", because of which no guide was looked at\n"),
        "{}",
        told.err
    );
}

#[test]
fn people_are_looked_at_and_never_named() {
    let desk = Desk::with("harbour");
    let people = desk.read_text("people.csv").replace("pier", "peer");
    let people = people.replace("LD99 2BB", "nowhere");
    desk.write("people.csv", &people);
    let mut said = String::new();
    for format in ["human", "json", "sarif", "github"] {
        let typed = ["invitation", "--people", "people.csv", "--format", format];
        let told = status(&desk, &[&typed[..], &["--select", "LW060"]].concat(), 1);
        for words in ["Ruth", "Ashdown", "Net Loft", "HPS-77"] {
            assert!(!told.said().contains(words), "{words} in\n{}", told.story());
        }
        // The rules it carries along would be said again with every new one.
        if format != "sarif" {
            said.push_str(&told.story());
        }
    }
    snapshot("check/people", &said);
    // All guides: those that are no letters need no people.
    let told = status(&desk, &["--people", "people.csv"], 1);
    assert!(told.out.contains("people.csv:2: "), "{}", told.out);
}

#[test]
fn people_need_a_letter_and_a_file() {
    let desk = Desk::with("harbour");
    let told = status(&desk, &["your-options", "--people", "people.csv"], 2);
    assert!(
        told.err.contains("none of these guides is a letter"),
        "{}",
        told.err
    );
    let told = status(&desk, &["--people", "persons.csv"], 2);
    assert!(
        told.err.contains("there is no file `persons.csv`"),
        "{}",
        told.err
    );
}

/// Errors stop whatever is printed; warnings are said on the way.
#[test]
fn nothing_is_printed_over_an_error() {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", "checked: 2026-11-02", "checked: 2024-11-02");
    let limit = "contacts-valid-for: 6 months\n";
    desk.write("service.yaml", desk.read_text("service.yaml") + limit);
    let letters = ["letters", "invitation", "--people", "people.csv"];
    for typed in [&["build", "invitation"][..], &letters] {
        let told = desk.run(typed);
        assert_eq!(told.status, 1, "{}", told.story());
        assert!(
            told.err.contains("error[LW060 contact-not-checked]"),
            "{}",
            told.err
        );
        assert!(!desk.exists("out"));
    }
    desk.change("service.yaml", "checked: 2024-11-02", "checked: 2026-03-02");
    for typed in [&["build", "invitation"][..], &letters] {
        let told = desk.done(typed);
        let times = told
            .err
            .matches("warning[LW060 contact-not-checked]")
            .count();
        assert_eq!(times, 1, "{}", told.err);
    }
}

#[test]
fn a_report_says_how_each_part_reads() {
    let desk = careless();
    let told = status(&desk, &["notice", "--report", "--select", "LW012"], 1);
    let (_, report) = told.out.split_once("notice (en-GB): ").expect("a report");
    snapshot("check/report", report);
    let told = status(&desk, &["--report", "--format", "json"], 2);
    assert!(
        told.err.contains("`--report` is for people to read"),
        "{}",
        told.err
    );
}

#[test]
fn a_broken_translation_is_a_finding_and_hides_nothing_of_the_guide() {
    let desk = careless();
    let guide = desk.read_text("content/guides/notice/en-GB.yaml");
    let welsh = guide.replace("guide: notice", "guide: notice\nknid: sheet");
    desk.write("content/guides/notice/cy.yaml", welsh);
    let told = status(&desk, &[&["notice"], &BROKEN[..]].concat(), 1);
    for said in ["`knid` is not a setting here", "[LW012 word-to-avoid]"] {
        assert!(told.out.contains(said), "{said} in {}", told.story());
    }
}

#[test]
fn a_page_for_an_editor_stands_alone() {
    let arguments = ["notice", "--format", "html", "--select", "LW012"];
    let told = status(&careless(), &arguments, 1);
    assert!(told.out.starts_with("<!DOCTYPE html>"), "{}", told.out);
    for part in [
        "<h2>What was found</h2>",
        "<mark>",
        "<h2>How each part reads</h2>",
        "<h2>Why</h2>",
    ] {
        assert!(told.out.contains(part), "{part} in\n{}", told.out);
    }
    for from_elsewhere in ["<script", "src=", "http"] {
        assert!(
            !told.out.contains(from_elsewhere),
            "{from_elsewhere} in\n{}",
            told.out
        );
    }
}
