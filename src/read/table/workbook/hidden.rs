//! Rows that nobody sees: hidden by hand, or by a filter.
//!
//! Whoever filtered a list sees ten people and expects ten letters, so that rows which
//! hold something and are hidden have to be known.

use crate::diagnostics::Problem;
use crate::read::table::rows_in_words;

/// What is said of a list of which a part cannot be seen. `rows` are the numbers the
/// spreadsheet shows.
pub(super) fn refuse(name: &str, rows: &[usize]) -> Problem {
    let (which, is, them) = match rows {
        [_] => (rows_in_words(rows), "is hidden and is", "it"),
        _ => (rows_in_words(rows), "are hidden and are", "them"),
    };
    Problem::error(format!("{name}: {which} {is} not blank"))
        .help(format!(
            "to use {them} too, show {them} in the spreadsheet program (Data, Clear filter; or select all rows and choose Unhide), and save"
        ))
        .help("to use only the rows you see, copy them into a new spreadsheet, and save that")
}
