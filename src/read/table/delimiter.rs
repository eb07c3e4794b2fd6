//! What stands between the cells: a comma, a semicolon or a tab.

use super::characters;
use crate::diagnostics::Problem;

/// How a text is laid out.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    /// The byte between two cells.
    pub(super) delimiter: u8,
    /// The rows, without a `sep=` line.
    pub(super) body: &'t str,
    /// The line of the file on which `body` starts.
    pub(super) first_line: usize,
    /// What to tell the reader, where it is not a comma.
    pub(super) note: Option<Problem>,
}

const KNOWN: [(u8, &str); 3] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs")];

/// Finds the delimiter: the one a `sep=` line names, otherwise the one that the
/// first row holds most of.
pub(super) fn find<'t>(name: &str, text: &'t str) -> Result<Layout<'t>, Box<Problem>> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let (delimiter, body, first_line) = match stated(first) {
        Some(mark) => {
            let delimiter = known(mark).ok_or_else(|| unknown(name))?;
            (
                delimiter,
                rest.trim_start_matches(characters::is_zero_width),
                2,
            )
        }
        None => (most_frequent(text), text, 1),
    };
    Ok(Layout {
        delimiter,
        body,
        first_line,
        note: note(name, delimiter),
    })
}

/// What follows `sep=` on a first line that is nothing else. Excel reads such a
/// line and does not count it as a row.
fn stated(line: &str) -> Option<&str> {
    let line = line.strip_prefix('"').unwrap_or(line);
    let line = line.strip_suffix('"').unwrap_or(line);
    let start = line.get(..4)?;
    start
        .eq_ignore_ascii_case("sep=")
        .then(|| line.get(4..).unwrap_or_default())
}

fn known(mark: &str) -> Option<u8> {
    KNOWN
        .iter()
        .map(|(byte, _)| *byte)
        .find(|byte| mark.as_bytes() == [*byte])
}

/// The delimiter the first row that holds anything has most of, outside quotes.
/// A comma where there is none: a single column.
fn most_frequent(text: &str) -> u8 {
    let mut counts = [0_usize; KNOWN.len()];
    let mut quoted = false;
    let first = text.trim_start_matches(|character: char| {
        (character.is_whitespace() && character != '\t') || characters::is_zero_width(character)
    });
    for byte in first.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (count, (known, _)) in counts.iter_mut().zip(KNOWN) {
                    *count += usize::from(byte == known);
                }
            }
        }
    }
    let mut best = (0, b',');
    for (count, (byte, _)) in counts.into_iter().zip(KNOWN) {
        if count > best.0 {
            best = (count, byte);
        }
    }
    best.1
}

fn note(name: &str, delimiter: u8) -> Option<Problem> {
    let (_, word) = KNOWN.iter().find(|(byte, _)| *byte == delimiter)?;
    (delimiter != b',').then(|| {
        Problem::note(format!("{name} has {word} between its cells, not commas"))
            .help("nothing to do: it was read that way")
    })
}

fn unknown(name: &str) -> Problem {
    Problem::error(format!(
        "{name} says in its first line, after `sep=`, what stands between the cells, \
         and it is none of comma, semicolon and tab"
    ))
    .help("save it again with commas: choose Save As, then \"CSV UTF-8\"")
}
