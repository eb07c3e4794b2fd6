//! What a run of letters came to, in lines.

use std::collections::BTreeMap;

use crate::diagnostics::plural;
use crate::letters::{Counts, Enclosed, Tally};
use crate::tailor::PublicationId;

/// A sheet of A4, m²: letters are on nothing else.
const A4_SQUARE_METRES: f64 = 0.21 * 0.297;

/// "3 letters, 6 pages, 3 sheets", "3 letters, 6 pages, 3 sheets and 1 separator sheet"
pub fn counted(tally: &Tally) -> String {
    let sheets = plural(tally.sheets(), "sheet");
    let sheets = match tally.separators {
        0 => sheets,
        separators => format!("{sheets} and {}", plural(separators, "separator sheet")),
    };
    [
        plural(tally.letters, "letter"),
        plural(tally.pages, "page"),
        sheets,
    ]
    .join(", ")
}

/// "row 418, 2 pages", "rows 2 to 501, 500 letters, 1000 pages, 500 sheets"
pub fn in_words(letters: &[Enclosed]) -> String {
    let rows = || letters.iter().map(|letter| letter.row);
    let tally = Tally::of(letters);
    match (letters, rows().min(), rows().max()) {
        ([letter], ..) if tally.separators == 0 => {
            format!("row {}, {}", letter.row, plural(letter.pages, "page"))
        }
        (_, Some(first), Some(last)) if first == last => {
            format!("row {first}, {}", counted(&tally))
        }
        (_, Some(first), Some(last)) => {
            format!("rows {first} to {last}, {}", counted(&tally))
        }
        _ => String::new(),
    }
}

/// "envelopes: 498 with 1 sheet (5 g), 2 with 2 sheets (10 g)": the weight of the
/// paper alone, of so many g/m². `duplex`: it is printed on both sides.
pub fn envelopes(tally: &Tally, gsm: u16, duplex: bool) -> String {
    let envelopes = tally.by_sheets.iter().map(|(sheets, count)| {
        #[expect(clippy::cast_precision_loss, reason = "a letter has few sheets")]
        let grams = *sheets as f64 * A4_SQUARE_METRES * f64::from(gsm);
        format!("{count} with {} ({grams:.0} g)", plural(*sheets, "sheet"))
    });
    let envelopes: Vec<String> = envelopes.collect();
    let sides = if duplex { "both sides" } else { "one side" };
    format!(
        "envelopes: {}, printed on {sides}, without the envelope's own weight",
        envelopes.join(", ")
    )
}

/// "500 letters in 1 file, nothing missing; 2 rows left out"
pub fn whole(counts: &Counts) -> String {
    let by_hand = (counts.by_hand > 0).then(|| by_hand(counts.by_hand));
    let all = format!(
        "{} in {}, nothing missing or changed",
        plural(counts.letters, "letter"),
        plural(counts.files, "file")
    );
    let left_out = (counts.rejected > 0).then(|| left_out(counts.rejected));
    let parts = [Some(all), left_out, by_hand];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "35 standard, 1 large-print": how many letters there are of each kind, in what tells
/// them apart; nothing where there is one kind.
pub fn kinds(by_kind: &BTreeMap<PublicationId, usize>) -> Option<String> {
    let (first, _) = by_kind.first_key_value()?;
    if by_kind.len() == 1 {
        return None;
    }
    let differ =
        |of: fn(&PublicationId) -> String| by_kind.keys().any(|kind| of(kind) != of(first));
    let parts: [fn(&PublicationId) -> String; 3] = [
        |kind| kind.guide.clone(),
        |kind| kind.languages.join(" and "),
        |kind| kind.edition.id().to_owned(),
    ];
    let kinds = by_kind.iter().map(|(kind, count)| {
        let told = parts.iter().filter(|part| differ(**part));
        let told: Vec<String> = told.map(|part| part(kind)).collect();
        format!("{count} {}", told.join(" "))
    });
    Some(kinds.collect::<Vec<_>>().join(", "))
}

/// "4 rows to see to by hand"
pub fn by_hand(rows: usize) -> String {
    format!("{} to see to by hand", plural(rows, "row"))
}

/// Rows that got no letter, counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct RowsWithout {
    /// Those that cannot be printed.
    pub bad: usize,
    /// Those that ask for something that is not printed here.
    pub asked: usize,
    /// Those that hold nothing.
    pub blank: usize,
}

/// What came of the rows that got no letter, after what was counted first.
pub fn with_rows(first: String, rows: &RowsWithout) -> String {
    let RowsWithout { bad, asked, blank } = *rows;
    let left_out = (bad > 0).then(|| left_out(bad));
    let by_hand = (asked > 0).then(|| by_hand(asked));
    let passed_over = || format!("{} passed over", plural(blank, "blank row"));
    let parts = [
        Some(first),
        left_out,
        by_hand,
        (blank > 0).then(passed_over),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "2 rows left out"
pub fn left_out(rows: usize) -> String {
    format!("{} left out", plural(rows, "row"))
}
