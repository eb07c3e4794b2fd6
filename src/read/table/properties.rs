//! What holds for every file, tried on many that nobody would think of.

use proptest::collection::vec;
use proptest::prelude::*;

use super::read;
use super::tests::{good, utf_16};

/// Wide enough that no cell below holds as many delimiters as a row.
const WIDTH: usize = 14;

/// Cells of all sorts; the first of a row holds something, so that no row is blank.
fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-z0-9 éŷЖ',;.\"\n\t]{0,12}";
    let row = ("[a-zé][,;\" ]{0,3}", vec(cell, WIDTH - 1)).prop_map(|(first, mut rest)| {
        rest.insert(0, first);
        rest
    });
    vec(row, 1..8)
}

/// Cells as programs write them without quotes; there are two rows at least.
fn plain_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = ("[a-zé]{1,4}", vec("[a-z0-9][a-z0-9 é'.]{0,8}|", WIDTH - 1)).prop_map(
        |(first, mut rest)| {
            rest.insert(0, first);
            rest
        },
    );
    vec(row, 2..8)
}

fn written(
    rows: &[Vec<String>],
    delimiter: u8,
    end: csv::Terminator,
    quotes: csv::QuoteStyle,
) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(end)
        .quote_style(quotes)
        .from_writer(Vec::new());
    let header: Vec<String> = (0..WIDTH).map(|index| format!("column {index}")).collect();
    writer
        .write_record(&header)
        .expect("memory takes everything");
    for row in rows {
        writer.write_record(row).expect("memory takes everything");
    }
    let bytes = writer.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("only text was written")
}

fn delimiter() -> impl Strategy<Value = u8> {
    prop_oneof![Just(b','), Just(b';'), Just(b'\t')]
}

fn end() -> impl Strategy<Value = csv::Terminator> {
    prop_oneof![
        Just(csv::Terminator::CRLF),
        Just(csv::Terminator::Any(b'\n'))
    ]
}

fn quotes() -> impl Strategy<Value = csv::QuoteStyle> {
    prop_oneof![
        Just(csv::QuoteStyle::Necessary),
        Just(csv::QuoteStyle::Always)
    ]
}

/// The file with one quote more, somewhere between two of its characters.
fn with_one_quote_more(text: &str, at: prop::sample::Index) -> String {
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    let (before, after) = text.split_at(places[at.index(places.len())]);
    format!("{before}\"{after}")
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in rows(), delimiter in delimiter(), end in end(), quotes in quotes(), shape in 0..4,
    ) {
        let text = written(&rows, delimiter, end, quotes);
        let table = good(match shape {
            0 => text.into_bytes(),
            1 => format!("\u{FEFF}{text}").into_bytes(),
            _ => utf_16(&text, shape == 2),
        });
        let mut line = 2;
        prop_assert_eq!(table.rows.len(), rows.len());
        for (index, (read, typed)) in table.rows.iter().zip(&rows).enumerate() {
            prop_assert_eq!(&read.cells, typed);
            prop_assert_eq!(read.number, index + 2);
            prop_assert_eq!(read.line, line);
            line += 1 + typed.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        }
    }

    #[test]
    fn one_quote_too_many_never_loses_a_person(
        rows in rows(), delimiter in delimiter(), end in end(), quotes in quotes(), at: prop::sample::Index,
    ) {
        let text = written(&rows, delimiter, end, quotes);
        prop_assert!(read("people.csv", with_one_quote_more(&text, at).as_bytes()).is_err());
    }

    #[test]
    fn one_quote_too_few_never_loses_a_person(
        rows in rows(), delimiter in delimiter(), end in end(), at: prop::sample::Index,
    ) {
        let mut text = written(&rows, delimiter, end, csv::QuoteStyle::Always);
        let places: Vec<usize> = text.match_indices('"').map(|(place, _)| place).collect();
        text.remove(places[at.index(places.len())]);
        prop_assert!(read("people.csv", text.as_bytes()).is_err());
    }

    /// One person's cell opens with a quote that closes in another's: the file has an even
    /// number of quotes, and every one of them stands where a quote may stand.
    #[test]
    fn two_quotes_too_many_never_put_two_people_into_one_row(
        rows in plain_rows(), delimiter in delimiter(), end in end(),
        opens: prop::sample::Index, closes: prop::sample::Index, first: prop::sample::Index,
        empty_from in 0..=WIDTH,
    ) {
        let mut rows = rows;
        // The last columns of a list are often empty.
        for row in &mut rows {
            row.iter_mut().skip(empty_from.max(1)).for_each(String::clear);
        }
        let people = rows.len();
        let first = first.index(people - 1);
        rows[first][opens.index(WIDTH)].insert(0, '"');
        rows[first + 1][closes.index(WIDTH)].push('"');
        let text = written(&rows, delimiter, end, csv::QuoteStyle::Never);
        let read = read("people.csv", text.as_bytes());
        prop_assert!(read.is_err(), "{} of {people} people", read.map_or(0, |table| table.rows.len()));
    }

    /// The same with cells that were in quotes: one lost its second quote, another one of
    /// another row its first.
    #[test]
    fn two_quotes_too_few_never_put_two_people_into_one_row(
        rows in plain_rows(), delimiter in delimiter(), end in end(),
        one: prop::sample::Index, other: prop::sample::Index,
    ) {
        let mut text = written(&rows, delimiter, end, csv::QuoteStyle::Always);
        for at in [one, other] {
            let places: Vec<usize> = text.match_indices('"').map(|(place, _)| place).collect();
            if !places.is_empty() {
                text.remove(places[at.index(places.len())]);
            }
        }
        if let Ok(table) = read("people.csv", text.as_bytes()) {
            prop_assert!(table.rows.len() >= rows.len(), "{} of {}", table.rows.len(), rows.len());
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in vec(any::<u8>(), 0..300)) {
        let _ = read("people.csv", &bytes);
    }

    /// Texts made of what a spreadsheet is made of. Where there are no quotes, every line
    /// with a letter in it is a row.
    #[test]
    fn any_text_is_refused_or_keeps_every_row(text in "[ab ,;\"\n\r\u{FEFF}]{0,80}") {
        if let Ok(table) = read("people.csv", text.as_bytes()) {
            if !text.contains('"') {
                let lines = text.split(['\r', '\n']).filter(|line| line.contains(['a', 'b'])).count();
                prop_assert!(table.rows.len() + 1 >= lines);
            }
            for pair in table.rows.windows(2) {
                prop_assert!(pair[0].number < pair[1].number && pair[0].line < pair[1].line);
            }
            for row in &table.rows {
                prop_assert_eq!(row.cells.len(), table.header.len());
            }
        }
    }
}
