//! Tables and paragraphs for a terminal of 80 characters.

use std::borrow::Cow;

use textwrap::WordSplitter;

/// How wide a line of running text may be.
const WIDTH: usize = 80;

/// A column: what stands at its top, and whether it holds numbers.
pub struct Column {
    title: Cow<'static, str>,
    numbers: bool,
}

/// A column of words.
pub const fn words(title: &'static str) -> Column {
    Column {
        title: Cow::Borrowed(title),
        numbers: false,
    }
}

/// A column of words below a name that is known only now.
pub const fn named(title: String) -> Column {
    Column {
        title: Cow::Owned(title),
        numbers: false,
    }
}

impl Column {
    /// The same, of numbers.
    pub fn of_numbers(self) -> Self {
        Self {
            numbers: true,
            ..self
        }
    }
}

/// A column of numbers, which stand one below the other.
pub const fn numbers(title: &'static str) -> Column {
    Column {
        title: Cow::Borrowed(title),
        numbers: true,
    }
}

/// The rows below the titles, each column as wide as it has to be.
pub fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let titles: Vec<String> = columns.iter().map(|it| it.title.to_string()).collect();
    let all = || std::iter::once(&titles).chain(rows);
    let width = |index: usize| {
        let cells = all().filter_map(|row| row.get(index));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let mut text = String::new();
    for row in all() {
        let cells = row.iter().zip(columns).zip(&widths);
        let cells = cells.map(|((cell, column), width)| {
            if column.numbers {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Running text in lines, each below the other with this many blanks before it. Its
/// own lines stay.
pub fn paragraph(text: &str, indent: usize) -> String {
    text.lines().map(|own| wrapped(own, indent)).collect()
}

fn wrapped(own: &str, indent: usize) -> String {
    // What is set in is set in for a reason: it is YAML.
    let inner = own.len() - own.trim_start().len();
    let blanks = " ".repeat(indent + inner);
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(&blanks)
        .subsequent_indent(&blanks)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let lines = textwrap::fill(own.trim_start(), options);
    format!("{}\n", lines.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_below_each_other() {
        let rows = [("Tŷ", "7"), ("A longer one", "1,234")];
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|(name, count)| vec![name.into(), count.into()])
            .collect();
        let text = table(&[words("part"), numbers("words")], &rows);
        insta::assert_snapshot!(text, @"
        part          words
        Tŷ                7
        A longer one  1,234
        ");
    }

    #[test]
    fn lines_are_short_and_yaml_stays_yaml() {
        let long = "word ".repeat(40);
        insta::assert_snapshot!(paragraph(&format!("{long}\nexcept:\n  - one"), 2), @"
          word word word word word word word word word word word word word word word
          word word word word word word word word word word word word word word word
          word word word word word word word word word word
          except:
            - one
        ");
    }
}
