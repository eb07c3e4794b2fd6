//! What a run of letters came to, in lines.

use std::collections::BTreeMap;

use crate::press::plural;

/// A sheet of A4, m²: letters are on nothing else.
const A4_SQUARE_METRES: f64 = 0.21 * 0.297;

/// The letters of a run, counted.
#[derive(Debug, Default)]
pub struct Summary {
    letters: usize,
    pages: usize,
    /// How many letters have so many sheets.
    packs: BTreeMap<usize, usize>,
}

impl Summary {
    /// One letter more, of so many pages on so many sheets.
    pub fn add(&mut self, pages: usize, sheets: usize) {
        self.letters += 1;
        self.pages += pages;
        *self.packs.entry(sheets).or_default() += 1;
    }

    /// How many letters there are.
    pub fn letters(&self) -> usize {
        self.letters
    }

    /// "3 letters, 6 pages, 3 sheets"
    pub fn counted(&self) -> String {
        let sheets: usize = self
            .packs
            .iter()
            .map(|(sheets, count)| sheets * count)
            .sum();
        [
            plural(self.letters, "letter"),
            plural(self.pages, "page"),
            plural(sheets, "sheet"),
        ]
        .join(", ")
    }

    /// "envelopes: 498 with 1 sheet (5 g), 2 with 2 sheets (10 g)": the weight of the
    /// paper alone, of so many g/m². `duplex`: it is printed on both sides.
    pub fn envelopes(&self, gsm: u16, duplex: bool) -> String {
        let packs = self.packs.iter().map(|(sheets, count)| {
            #[expect(clippy::cast_precision_loss, reason = "a letter has few sheets")]
            let grams = *sheets as f64 * A4_SQUARE_METRES * f64::from(gsm);
            format!("{count} with {} ({grams:.0} g)", plural(*sheets, "sheet"))
        });
        let packs: Vec<String> = packs.collect();
        let sides = match duplex {
            true => "both sides",
            false => "one side",
        };
        format!(
            "envelopes: {}, printed on {sides}, without the envelope's own weight",
            packs.join(", ")
        )
    }
}

/// What came of the rows that got no letter, after what was counted first.
pub fn with_rows(first: String, left_out_rows: usize, blank: usize) -> String {
    let mut parts = vec![first];
    if left_out_rows > 0 {
        parts.push(left_out(left_out_rows));
    }
    if blank > 0 {
        parts.push(format!("{} passed over", plural(blank, "blank row")));
    }
    parts.join(", ")
}

/// "2 rows left out"
pub fn left_out(rows: usize) -> String {
    format!("{} left out", plural(rows, "row"))
}
