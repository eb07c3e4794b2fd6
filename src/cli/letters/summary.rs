//! What a run of letters came to, in lines.

use crate::diagnostics::plural;
use crate::letters::{Counts, Enclosed, Tally};

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
    let all = format!(
        "{} in {}, nothing missing or changed",
        plural(counts.letters, "letter"),
        plural(counts.files, "file")
    );
    match counts.rejected {
        0 => all,
        rows => format!("{all}, {}", left_out(rows)),
    }
}

/// What came of the rows that got no letter, after what was counted first.
pub fn with_rows(first: String, left_out_rows: usize, blank: usize) -> String {
    let left_out = (left_out_rows > 0).then(|| left_out(left_out_rows));
    let passed_over = || format!("{} passed over", plural(blank, "blank row"));
    let parts = [Some(first), left_out, (blank > 0).then(passed_over)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "2 rows left out"
pub fn left_out(rows: usize) -> String {
    format!("{} left out", plural(rows, "row"))
}
