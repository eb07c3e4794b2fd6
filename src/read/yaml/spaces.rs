//! Spaces that are none to YAML: a line that begins with one stands elsewhere than it
//! seems to, and a word after one belongs to the word before it.

use std::ops::Range;

use crate::diagnostics::{Place, Problem, SourceId};

/// Lines that begin with a space that YAML does not know as one, or have one where a
/// setting ends, but for those within `texts`: there it is a part of what is printed.
pub(super) fn odd(source: SourceId, text: &str, texts: &[Range<usize>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_within = texts.iter().any(|text| text.contains(&start));
        let odd = [in_front(line), after_colon(line)];
        let odd = odd.into_iter().flatten().next();
        if let Some((at, character)) = odd
            && !is_within
        {
            let place = Place {
                source,
                start: start + at,
                end: start + at + character.len_utf8(),
            };
            problems.push(problem(character, at == indent(line), place));
        }
        start += line.len();
    }
    problems
}

/// Where a parser lost its way: the last line before, in which a space is missing after a
/// colon or a dash, or a tab stands in its place. A parser sees that only further down.
pub(super) fn missing(
    source: SourceId,
    text: &str,
    texts: &[Range<usize>],
    lost_at: usize,
) -> Option<Problem> {
    let mut start = 0;
    let mut cause = None;
    for line in text.split_inclusive('\n') {
        if start > lost_at {
            break;
        }
        let is_within = texts.iter().any(|text| text.contains(&start));
        if let (Some((at, what)), false) = (glued(line), is_within) {
            let place = Place {
                source,
                start: start + at,
                end: start + at + line[at..].chars().next().map_or(0, char::len_utf8),
            };
            let problem = Problem::error(format!("a space is missing after this {what}"));
            let help = match what {
                "dash" => "begin an entry of a list with a hyphen and a space: - one",
                _ => "write `:` and a space, typed with the space bar and never the tab key",
            };
            cause = Some(problem.at(place).help(help));
        }
        start += line.len();
    }
    cause
}

/// Where a colon or dash stands without the space after it, and which it is.
fn glued(line: &str) -> Option<(usize, &'static str)> {
    let start = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[start..];
    let is_word = |c: char| c.is_ascii_alphanumeric();
    if let Some(after) = rest.strip_prefix(['-', '–', '—']) {
        let is_glued = after.starts_with(is_word) || !rest.starts_with('-');
        return is_glued.then_some((start, "dash"));
    }
    let is_name = |c: char| is_word(c) || matches!(c, '-' | '_');
    let name = rest.find(|c| !is_name(c)).filter(|length| *length > 0)?;
    let at = start + name;
    let after = line[at..]
        .strip_prefix(':')
        .or_else(|| line[at..].strip_prefix('：'))?;
    let is_wide = line[at..].starts_with('：');
    // `https://` and 09:30 are texts.
    let is_glued = after.starts_with(is_word) && !rest.starts_with(|c: char| c.is_ascii_digit());
    (is_wide || is_glued || after.starts_with('\t')).then_some((at, "colon"))
}

fn problem(character: char, in_front: bool, place: Place) -> Problem {
    let name = match character {
        '\u{a0}' => "a no-break space",
        '\u{3000}' => "a wide space",
        _ => "an unusual space",
    };
    let stands = if in_front {
        "in front of this line"
    } else {
        "after this colon"
    };
    let number = u32::from(character);
    Problem::error(format!("{name} (U+{number:04X}) stands {stands}, where only an ordinary one counts"))
        .at(place)
        .help("delete the spaces here and type them again with the space bar; such spaces come along when text is pasted")
}

/// How many ordinary spaces a line begins with, in bytes.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// The first odd space in front of a line's first word.
fn in_front(line: &str) -> Option<(usize, char)> {
    let at = indent(line);
    odd_at(line, at)
}

/// The odd space after the colon of a setting: a line such as `name:\u{a0}…`.
fn after_colon(line: &str) -> Option<(usize, char)> {
    let start = indent(line);
    let rest = &line[start..];
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = rest.find(|c| !is_name(c)).filter(|length| *length > 0)?;
    let after = rest[name..].strip_prefix(':')?;
    odd_at(line, line.len() - after.len())
}

fn odd_at(line: &str, at: usize) -> Option<(usize, char)> {
    let character = line[at..].chars().next()?;
    let is_odd = character.is_whitespace() && !character.is_ascii();
    is_odd.then_some((at, character))
}
