//! Quotes and characters that would do harm.

use super::*;

#[test]
fn a_quote_out_of_place_is_found_where_it_opens() {
    for (text, expected, line) in [
        (
            "name,town\r\n\r\nAnn,\"Leeds\r\nBob,York\r\n",
            "people.csv:3: column B opens with a quote (\") and holds what looks like the next row",
            3,
        ),
        (
            "name,town,code\n\"Flat\n1\",a,b\nAnn,c,\"d\nBob,e\n",
            "people.csv:3: column C opens with a quote (\") that is never closed",
            4,
        ),
        (
            "name,town,code\nAnn,\"Leeds\"\" ,x\nBob,\"York\",y\n",
            "people.csv:2: column B opens with a quote (\") that is closed too early or too late",
            2,
        ),
        (
            "name,town\nAnn,5\" Lane\n",
            "people.csv:2: column B holds a stray quote (\")",
            2,
        ),
        (
            "name,town\nAnn, \"Leeds, York\"\n",
            "people.csv:2: column B holds a stray quote (\")",
            2,
        ),
    ] {
        let problem = &wrong(text)[0];
        assert_eq!(problem.message, expected);
        assert_eq!(
            problem.help[0].to_string(),
            format!(
                "line {line} of the file, as a text editor counts it: \
                 take the quote out, or the line breaks inside the cell"
            )
        );
    }
}

#[test]
fn two_stray_quotes_do_not_hide_the_people_between_them() {
    let text = "name,town,code\nAnn,Leeds,\"L\nBob,York,Y\nCy,Hull,H\"\n";
    assert_eq!(
        said(text),
        ["people.csv:2: column C opens with a quote (\") and holds what looks like the next row"]
    );
    let short_rows = format!(
        "name,town,code\nAnn,Leeds,\"L\n{}Cy\"\n",
        "Bob\n".repeat(30)
    );
    assert_eq!(
        said(short_rows),
        ["people.csv:2: column C opens with a quote (\") and runs over more than 20 lines"]
    );
}

#[test]
fn characters_that_would_do_harm_are_refused_by_number() {
    for (character, why) in [
        ('\u{202E}', "changes the direction of the text after it"),
        ('\u{2067}', "changes the direction of the text after it"),
        ('\u{7}', "is a command to a computer, not a letter"),
        ('\u{85}', "is a command to a computer, not a letter"),
        ('\u{F8FF}', "looks different in every font"),
        (
            '\u{FFFD}',
            "stands where a letter was lost before the file came here",
        ),
    ] {
        let code = format!("U+{:04X}", u32::from(character));
        assert_eq!(
            said(format!("town,name\nLeeds,Secret{character}\n")),
            [format!(
                "people.csv:2: column B holds the character `{code}`, which {why}"
            )]
        );
    }
}

#[test]
fn marks_of_direction_are_taken_out_and_joiners_kept() {
    let table = good("name\n\u{200F}محمد\u{200E}\nعلی\u{200C}رضا\n");
    assert_eq!(joined(&table), ["محمد", "علی\u{200C}رضا"]);
}
