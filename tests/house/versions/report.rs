//! The report, as somebody holds it who knows no statistics.

use crate::support::picture::changed;
use crate::support::rendering::rendered;

use super::{Desk, HEAD, Pdf, assert_conforms, copies, desk, snapshot};

/// A desk on which a round came back.
fn counted(copies_printed: &str, answers: impl Fn(usize, &str) -> String) -> (Desk, String) {
    let desk = desk();
    desk.done(&[
        "versions",
        "print",
        "--copies",
        copies_printed,
        "--seed",
        "7",
    ]);
    let rows: Vec<String> = copies(&desk)
        .iter()
        .enumerate()
        .map(|(number, (code, version))| format!("{code},{}", answers(number, version)))
        .collect();
    desk.write("answers.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    desk.write(
        "tally.csv",
        "place,offered,declined,given,returned\nFront desk,20,6,14,9\nCafeteria,9,5,4,3\n",
    );
    let told = desk.done(&["versions", "answers", "answers.csv", "--tally", "tally.csv"]);
    (desk, told.story())
}

/// A round of six people a version.
#[test]
fn a_round_shows_problems_and_no_proportions() {
    let (desk, story) = counted("18", |number, version| match (number % 6, version) {
        (5, _) => "Front desk,handed back,,,,,,,,".to_owned(),
        (4, _) => "Front desk,taken,,,,,,,,no".to_owned(),
        (_, "full") => {
            "Front desk,taken,in part,yes,no,yes,no,“Too many pages for me.” 😞,yes,no".to_owned()
        }
        (0, _) => {
            "Cafeteria,taken,yes,yes,yes,no,yes,I felt blamed by the word lazy,yes,yes".to_owned()
        }
        _ => "Front desk,taken,yes,yes,no,no,yes,,yes,yes".to_owned(),
    });
    snapshot("versions__counted", &story);
    let pdf = desk.read("out/your-options.report.pdf");
    assert_conforms("report", &pdf);
    let changed = changed("test-report", &rendered(&pdf, 40.0 / 25.4));
    assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
    let pages = Pdf::open(&pdf).text();
    snapshot("versions__report", &pages.join("\n-----\n"));
    assert_eq!(pages.len(), 2, "one page, and what people wrote");
    assert!(
        pages[0].contains("about 93 people a version"),
        "{}",
        pages[0]
    );
    assert!(!pages.join("").to_lowercase().contains("significant"));
    // What people wrote may tell who they are.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = desk.path("out/your-options.report.pdf");
        let mode = std::fs::metadata(path)
            .expect("the report")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // Counted again, it is counted once.
    desk.done(&["versions", "answers", "answers.csv", "--tally", "tally.csv"]);
    let list = desk.done(&["versions"]);
    snapshot("versions__listed", &list.story());
}

/// A hundred for each: now a difference can be told, with how large it may be.
#[test]
fn many_answers_tell_versions_apart() {
    let desk = desk();
    desk.done(&[
        "versions", "print", "short", "full", "--copies", "200", "--seed", "7",
    ]);
    let mut counts = std::collections::BTreeMap::new();
    let rows: Vec<String> = copies(&desk)
        .iter()
        .map(|(code, version)| {
            let number = counts.entry(version.clone()).or_insert(0);
            *number += 1;
            let yes = if *number <= if version == "short" { 80 } else { 50 } {
                "yes"
            } else {
                "no"
            };
            format!("{code},Hall,taken,{yes},yes,no,no,{yes},,,")
        })
        .collect();
    desk.write("answers.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    let told = desk.done(&["versions", "answers", "answers.csv"]);
    assert!(
        told.out
            .contains("More people said yes with short than with full: by 16 to 42 in 100."),
        "{}",
        told.story()
    );
    assert!(
        told.out.contains("full and short may be alike"),
        "{}",
        told.story()
    );
}
