//! Spreadsheets of people, as staff really save them. Nothing about a person is
//! ever said on the terminal, and nobody gets a letter of somebody else.

mod file_names;
mod folder;
#[cfg(unix)]
mod machine;
mod names;
mod offices;
mod preflight;
mod print_run;
#[cfg(target_os = "linux")]
mod privacy;
#[cfg(unix)]
mod running;
mod seen_whole;
#[cfg(unix)]
mod shards;
mod sorted;
#[cfg(unix)]
mod stopped;
mod verified;
mod waiting;
mod workbook;
#[cfg(unix)]
mod workers;

use crate::support::desk::Told;
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

const HEADER: &str =
    "name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference";

/// People with names and addresses that stand nowhere else.
const PEOPLE: [&str; 3] = [
    "Ruth Ashdown,8 Net Loft Lane,Quayside,LD99 2BB,2026-12-07,09:30,pier,HPS-7701",
    "Zoë Fairweather,Flat 2,Capstan Court,LD99 3DE,2026-12-08,14:00,pier,HPS-7702",
    "Bryn Tegid,Tŷ Coed,Halyard Hill,LD99 4FG,2026-12-09,12:00,pier,HPS-7703",
];

/// What tells who somebody is.
const PRIVATE: [&str; 14] = [
    "Ruth",
    "Ashdown",
    "Net Loft",
    "LD99 2BB",
    "7701",
    "Zo",
    "Fairweather",
    "Capstan",
    "LD99 3DE",
    "7702",
    "Tegid",
    "Coed",
    "Halyard",
    "7703",
];

/// So many people, each with an address and a reference of their own.
fn crowd(count: usize) -> String {
    let row = |number| {
        format!(
            "Ruth Ashdown,{number} Net Loft Lane,Quayside,LD99 2BB,2026-12-07,09:30,pier,HPS-7701-{number}"
        )
    };
    let rows: Vec<String> = (1..=count).map(row).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn sheet(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// A letter guide of a service's own, with these fields and sections.
fn call(rest: &str) -> String {
    format!(
        "guide: call\nkind: letter\nformat: a4-letter\ntitle: A call\nsummary: We will call\n\
         audience: patients\nversion: 1\nreviewed: 2026-11-01\n\
         next-review: 2028-11-01\n{rest}"
    )
}

/// Types `letters` with these bytes as the spreadsheet. Whatever comes of it,
/// nobody's name, address or reference is said.
fn letters(desk: &Desk, people: impl AsRef<[u8]>) -> Told {
    desk.write("people.csv", people);
    let told = desk.run(&["letters", "invitation", "--people", "people.csv"]);
    for words in PRIVATE {
        assert!(!told.said().contains(words), "{words} in\n{}", told.story());
    }
    for name in desk.files(".").keys() {
        assert!(!PRIVATE.iter().any(|words| name.contains(words)), "{name}");
    }
    told
}

/// A spreadsheet that must not be printed from.
fn refused(people: impl AsRef<[u8]>) -> String {
    let desk = Desk::with("harbour");
    let told = letters(&desk, people);
    assert_eq!(told.status, 1, "{}", told.story());
    assert_eq!(told.out, "", "a file was promised");
    assert!(!desk.exists("out"), "something was left behind");
    told.err
}

fn letter(desk: &Desk, row: usize) -> String {
    let bytes = desk.read(format!("out/invitation/{row:06}.pdf"));
    assert_conforms("a letter", &bytes);
    Pdf::open(&bytes).running_text()
}

/// The same three people, whatever program saved the file.
#[test]
fn every_way_to_save_a_spreadsheet_prints_the_same_letters() {
    let plain = sheet(&PEOPLE);
    let plain_desk = Desk::with("harbour");
    assert_eq!(letters(&plain_desk, &plain).status, 0);
    assert!(letter(&plain_desk, 3).contains("Dear Zoë Fairweather, You are invited"));
    let wanted = plain_desk.files("out");
    let western = plain.replace("Tŷ Coed", "Ty Coed");
    let windows: Vec<u8> = western.chars().map(|letter| letter as u8).collect();
    let utf_16: Vec<u8> = format!("\u{feff}{plain}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let ways = [
        ("semicolons", plain.replace(',', ";").into_bytes()),
        ("tabs", plain.replace(',', "\t").into_bytes()),
        ("crlf", plain.replace('\n', "\r\n").into_bytes()),
        ("a byte order mark", format!("\u{feff}{plain}").into_bytes()),
        ("utf-16", utf_16),
        (
            "every cell in quotes",
            plain.lines().map(quoted).collect::<String>().into_bytes(),
        ),
        (
            "blank rows and columns",
            plain.replace('\n', ",,\n,,,,,,,,,\n").into_bytes(),
        ),
        ("windows-1252", windows),
    ];
    let mut said = String::new();
    for (way, bytes) in ways {
        let desk = Desk::with("harbour");
        let told = letters(&desk, bytes);
        assert_eq!(told.status, 0, "{way}: {}", told.story());
        said.push_str(&format!("=== {way}\n{}", told.err));
        let files = desk.files("out");
        if way == "blank rows and columns" {
            // A file is called after its row, and says so inside.
            let text = |desk: &Desk, row| letter(desk, row);
            assert_eq!(text(&desk, 7), text(&plain_desk, 4));
            continue;
        }
        for name in [
            "invitation/000002.pdf",
            "invitation/000003.pdf",
            "invitation/000004.pdf",
        ] {
            let other = way == "windows-1252" && name.contains("000004");
            assert!(
                other || files[name] == wanted[name],
                "{way}: {name} differs"
            );
        }
    }
    snapshot("people/ways-to-save", &said);
}

fn quoted(line: &str) -> String {
    let cells: Vec<String> = line.split(',').map(|cell| format!("\"{cell}\"")).collect();
    cells.join(",") + "\n"
}

#[test]
fn what_cannot_be_printed_is_said_by_row() {
    let [ruth, zoe, bryn] = PEOPLE;
    let with = |from: &str, to: &str| sheet(&[ruth, &zoe.replace(from, to), bryn]);
    let cases = [
        (
            "unclosed quote",
            with("Zoë Fairweather", "\"Zoë Fairweather"),
        ),
        ("stray quote", with("HPS-7702", "HPS-7702\"")),
        (
            "missing column",
            sheet(&PEOPLE).replace(",postcode", ",code"),
        ),
        (
            "misspelt column",
            sheet(&PEOPLE).replace("appointment time", "apointment time"),
        ),
        (
            "repeated column",
            sheet(&PEOPLE).replace("postcode", "name"),
        ),
        ("no rows", format!("{HEADER}\n")),
        ("empty", String::new()),
        ("unknown place", with("pier", "peer")),
        ("british date", with("2026-12-08", "08/12/2026")),
        ("no such day", with("2026-12-08", "2026-02-30")),
        ("no time", with("14:00", "")),
        ("no name", with("Zoë Fairweather", " ")),
        ("no postcode", with("LD99 3DE", "nowhere")),
        ("one cell too many", with("HPS-7702", "HPS-7702,more")),
        ("no fixed abode", with("Flat 2", "No fixed abode")),
        ("turned text", with("Zoë", "Zoë\u{202e}")),
        ("a picture of a face", with("Zoë", "Zoë 😀")),
        ("a rune in an address", with("Flat 2", "Flat \u{16a0}")),
        (
            "a spreadsheet program's own file",
            "PK\u{3}\u{4}xl/workbook.xml".to_owned(),
        ),
    ];
    let mut said = String::new();
    for (name, people) in cases {
        said.push_str(&format!("=== {name}\n{}", refused(people)));
    }
    snapshot("people/refused", &said);
}

#[test]
fn the_row_is_the_one_the_spreadsheet_shows() {
    let [ruth, zoe, bryn] = PEOPLE;
    let bad = bryn.replace("pier", "peer");
    let zoe = zoe.replace("Flat 2", "\"Flat 2\r\nLeft door\"");
    let said = refused(
        sheet(&[ruth, "", &zoe, &bad])
            .replace('\n', "\r\n")
            .replace("\r\r", "\r"),
    );
    assert!(said.contains("people.csv:5:"), "{said}");
    let said = refused(sheet(&[ruth, ruth, &bad]));
    assert!(said.contains("people.csv:4:"), "{said}");
}

#[test]
fn one_thing_wrong_in_many_rows_is_said_once_and_of_many_things_twenty() {
    let bad = PEOPLE[0].replace("pier", "peer");
    let said = refused(sheet(&[bad.as_str(); 30]));
    assert_eq!(said.matches("error").count(), 1, "{said}");
    assert!(said.contains("(it says `peer`): rows 2 to 31"), "{said}");
    // A reference of each length is a fault of its own.
    let long = |row: usize| PEOPLE[0].replace("7701", &"7".repeat(40 + row));
    let rows: Vec<String> = (1..=30).map(long).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let said = refused(sheet(&rows));
    assert_eq!(
        said.matches("error[too-long]: people.csv:").count(),
        20,
        "{said}"
    );
    assert!(said.contains("people.csv:21:"), "{said}");
    assert!(!said.contains("people.csv:22:"), "{said}");
    assert!(said.contains("and 10 more"), "{said}");
}
