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
