//! Answers as somebody types them.

use super::{HEAD, copies, desk, snapshot};

/// Every mistake in a file of answers, at once, by row and column and never by what it says.
#[test]
fn mistyped_answers_are_said_all_at_once() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "8"]);
    let codes: Vec<String> = copies(&desk).into_iter().map(|(code, _)| code).collect();
    let swapped = {
        let mut letters: Vec<char> = codes[1].chars().collect();
        let last = letters.len() - 1;
        letters.swap(last - 1, last);
        letters.into_iter().collect::<String>()
    };
    let wrong = codes[2].replacen("00", "01", 1);
    let rows = [
        format!("{},desk,taken,yes,yes,no,no,yes,Fine,,", codes[0]),
        format!("{swapped},desk,taken,yes,,,,,,,"),
        format!("{wrong},desk,taken,yes,,,,,,,"),
        "RPT-A-9999,desk,taken,yes,,,,,,,".to_owned(),
        "Mary Jones,desk,taken,yes,,,,,,,".to_owned(),
        ",desk,taken,yes,,,,,,,".to_owned(),
        format!("{},desk,taken,perhaps,yes,no,no,yes,,,", codes[3]),
        format!("{},desk,declined,yes,,,,,,maybe,", codes[4]),
        format!(
            "{},desk,taken,no,,,,,,,",
            codes[0].to_lowercase().replace('-', " ")
        ),
    ];
    desk.write("answers.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    desk.write(
        "tally.csv",
        "place,offered,declined,given,returned\ndesk,5,3,4,2\n,2,,,\nhall,few,,,\n",
    );
    let told = desk.run(&["versions", "answers", "answers.csv", "--tally", "tally.csv"]);
    assert_eq!(told.status, 1);
    for secret in ["Mary", "perhaps", "maybe"] {
        assert!(!told.err.contains(secret), "{}", told.story());
    }
    assert!(!desk.exists("out/your-options.report.pdf"));
    // Which code is meant differs with the check character, and stands in the list.
    snapshot("versions__mistyped", &told.story());
}

/// Words people write in place of ours, columns in another order and with others among them.
#[test]
fn answers_are_read_as_people_write_them() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "4"]);
    let codes: Vec<String> = copies(&desk).into_iter().map(|(code, _)| code).collect();
    desk.write(
        "answers.csv",
        format!(
            "Would use?,Code,Too much,Found,Date\nY,{},N,Partly,1 Dec\nno,{},a bit,yes,2 Dec\n",
            codes[0].to_lowercase(),
            codes[1].replace('-', "")
        ),
    );
    let told = desk.done(&["versions", "answers", "answers.csv"]);
    snapshot("versions__other-words", &told.story());
}

/// The spreadsheet that is printed for the answers is one that can be read back, empty or not.
#[test]
fn the_spreadsheet_is_read_as_it_was_made() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "4"]);
    let told = desk.done(&[
        "versions",
        "answers",
        "out/your-options.round-1/answers.xlsx",
    ]);
    assert!(
        told.out.contains("Nobody has answered this yet."),
        "{}",
        told.story()
    );
    assert!(!told.err.contains("warning"), "{}", told.story());
}

/// People are counted by the tally, once; what does not agree with it is said.
#[test]
fn nobody_is_counted_twice() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "4"]);
    let rows: Vec<String> = copies(&desk)
        .iter()
        .map(|(code, _)| format!("{code},Front desk,taken,yes,yes,no,no,yes,,,"))
        .collect();
    desk.write("answers.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    desk.write(
        "tally.csv",
        "place,offered,declined,given,returned\nAt the front desk,9,3,6,5\n",
    );
    let told = desk.done(&["versions", "answers", "answers.csv", "--tally", "tally.csv"]);
    assert!(
        told.out.contains("At the front desk      9        3"),
        "{}",
        told.story()
    );
    assert!(!told.out.contains("\nFront desk"), "{}", told.story());
    for said in [
        "not in the tally: `Front desk`",
        "5 slips came back by the tally, and 4 have answers here",
    ] {
        assert!(told.err.contains(said), "{said}: {}", told.story());
    }
    // Nothing in the file: what was counted stays.
    let before = desk.read_text("versions/your-options/returned.csv");
    let list = desk.read_text("versions/your-options/print-list.csv");
    desk.write("empty.csv", list);
    let told = desk.done(&["versions", "answers", "empty.csv"]);
    assert!(
        told.err.contains("nothing has come back yet"),
        "{}",
        told.story()
    );
    assert_eq!(desk.read_text("versions/your-options/returned.csv"), before);
}

/// What was counted is about the words that people saw: others begin anew.
#[test]
fn a_version_that_was_changed_is_another() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "4"]);
    let rows: Vec<String> = copies(&desk)
        .iter()
        .map(|(code, _)| format!("{code},Desk,taken,yes,yes,no,no,yes,,,"))
        .collect();
    desk.write("answers.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    desk.done(&["versions", "answers", "answers.csv"]);
    desk.change(
        "versions/your-options/short.yaml",
        "  length: short\n",
        "  length: short\n  title: Choose\n",
    );
    let list = desk.done(&["versions"]);
    assert!(
        list.out
            .contains("short: 2 copies were printed before it was changed"),
        "{}",
        list.story()
    );
    desk.done(&[
        "versions", "print", "short", "full", "--copies", "2", "--round", "2",
    ]);
    let second: Vec<String> = copies(&desk)
        .iter()
        .skip(4)
        .map(|(code, _)| format!("{code},Desk,taken,no,,,,,,,"))
        .collect();
    desk.write(
        "both.csv",
        format!("{HEAD}\n{}\n{}\n", rows.join("\n"), second.join("\n")),
    );
    let told = desk.done(&["versions", "answers", "both.csv"]);
    for name in ["short, round 1", "short, round 2", "full "] {
        assert!(told.out.contains(name), "{}", told.story());
    }
    desk.change(
        "versions/your-options/short.yaml",
        "title: Choose",
        "title: Pick",
    );
    let told = desk.done(&["versions", "adopt", "short"]);
    assert!(
        told.err
            .contains("`short` has changed since it was printed"),
        "{}",
        told.story()
    );
    let history = desk.read_text("overrides/your-options.yaml");
    assert!(!history.contains("offered short"), "{history}");
}
