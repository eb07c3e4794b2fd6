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
            "people.csv:2: column B opens with a quote (\") and holds what looks like the next row",
            2,
        ),
        (
            "name,town,code\nAnn,\"Leeds\" x,y\n",
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

/// The second person stands in the first one's address, and the file has as many quotes
/// as it should.
#[test]
fn a_quote_that_opens_in_one_row_and_closes_in_the_next_is_an_error_where_it_opens() {
    let ann = "Ann Bell,\"1 Mill Lane,Riverside,LD91 2AB,2026-12-07,09:30,clinic,R-1,";
    for bo in [
        // It closes in the column it opened in, a later one, an earlier one.
        "Bo Cole,2 Mill Lane\",Riverside,LD91 2AB,2026-12-07,10:30,clinic,R-2,",
        "Bo Cole,2 Mill Lane,Riverside\",LD91 2AB,2026-12-07,10:30,clinic,R-2,",
        "Bo Cole\",2 Mill Lane,Riverside,LD91 2AB,2026-12-07,10:30,clinic,,",
        // Without the last, empty cells.
        "Bo Cole\",2 Mill Lane,Riverside,LD91 2AB,2026-12-07",
    ] {
        let columns = "name,address line 1,address line 2,postcode,appointment date,\
                       appointment time,place,reference,interpreter";
        let text = format!("{columns}\nCy Dee,,,,,,,,\n{ann}\n{bo}\n");
        let problem = &wrong(&text)[0];
        assert_eq!(
            problem.message,
            "people.csv:3: column B opens with a quote (\") and holds what looks like the next row"
        );
        assert!(
            problem.help[0]
                .to_string()
                .starts_with("line 3 of the file")
        );
    }
    // The column names may swallow the first person.
    assert_eq!(
        said("name,\"town,code\nAnn,Leeds\",L\nBob,York,Y\n"),
        ["people.csv:1: column B opens with a quote (\") and holds what looks like the next row"]
    );
}

#[test]
fn an_address_or_a_note_of_several_lines_is_one_cell() {
    for cell in [
        "Flat 2, The Mill,\n1 Mill Lane, Riverside,\nLD91 2AB",
        "1 Mill Lane\nRiverside",
        "rang on 2026-12-01,\nwants a morning",
    ] {
        let table = good(format!(
            "name,address,date\nAnn Bell,\"{cell}\",2026-12-07\n"
        ));
        assert_eq!(table.rows[0].cells[1], cell);
    }
    assert_eq!(
        good("name,\"Appointment\ndate\"\nAnn,2026-12-07\n").header,
        ["name", "Appointment date"]
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

/// The first person must not become a part of the column names.
#[test]
fn the_column_names_swallow_nobody() {
    let expected =
        "people.csv:1: column C opens with a quote (\") and holds what looks like the next row";
    for first in [
        "name,town,\"code\nAnn\",Leeds,x",
        "name,town,\"code\nAnn,Leeds,x\"",
    ] {
        let text = format!("{first}\nBob,York,y\nCat,Hull,z\n");
        assert_eq!(said(text), [expected], "{first}");
    }
    assert_eq!(
        good("name,town,\"the\ncode\"\nBob,York,y\n").header[2],
        "the code"
    );
}
