//! Some words within a place.

/// Some words within a place: a room that has no files cannot say where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words, as they are printed.
    pub written: String,
    /// How often the same words stand before these.
    pub before: usize,
}

impl Words {
    /// Where they stand in a text as it was typed, start and length in bytes.
    /// Markdown curls quotation marks, runs lines together and takes stars away
    /// before anything is printed: none of that tells words apart.
    pub(super) fn find_in(&self, text: &str) -> Option<(usize, usize)> {
        let mut left = self.before;
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            match length(rest, &self.written) {
                Some(length) if left == 0 => return Some((at, length)),
                Some(length) => {
                    left -= 1;
                    at += length;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        None
    }
}

/// How many bytes at the start of a typed text say these printed words.
fn length(typed: &str, printed: &str) -> Option<usize> {
    let mut rest = typed;
    let mut wanted = printed.chars().peekable();
    wanted.peek()?;
    while let Some(character) = wanted.next() {
        if rest.len() < typed.len() && character != '*' {
            rest = rest.trim_start_matches('*');
        }
        if character.is_whitespace() {
            let after = rest.trim_start();
            if after.len() == rest.len() {
                return None;
            }
            while wanted.next_if(|next| next.is_whitespace()).is_some() {}
            rest = after;
            continue;
        }
        let first = rest.chars().next()?;
        if straight(first) != straight(character) {
            return None;
        }
        rest = &rest[first.len_utf8()..];
    }
    Some(typed.len() - rest.len())
}

/// A quotation mark as a keyboard has it.
fn straight(character: char) -> char {
    match character {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    }
}

/// The beginning of a text, short enough to be said in a message.
pub fn beginning(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    match cut.rsplit_once(' ') {
        Some((words, _)) => format!("{words} …"),
        None => format!("{cut}…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, written: &str, before: usize) -> Option<String> {
        let words = Words {
            written: written.to_owned(),
            before,
        };
        let (start, length) = words.find_in(text)?;
        Some(text[start..start + length].to_owned())
    }

    #[test]
    fn printed_words_are_found_as_they_were_typed() {
        let found = |text, written| find(text, written, 0);
        assert_eq!(found("We don't mind", "don’t").as_deref(), Some("don't"));
        assert_eq!(
            found("Around **5 in\n  10** people", "5 in 10 people").as_deref(),
            Some("5 in\n  10** people")
        );
        assert_eq!(found("2 * 3", "2 * 3").as_deref(), Some("2 * 3"));
        assert_eq!(found("Ring 0", "Ring 01"), None);
        assert_eq!(found("anything", ""), None);
    }

    #[test]
    fn the_same_words_before_are_passed_over() {
        assert_eq!(
            find("no, don't, don’t", "don’t", 1).as_deref(),
            Some("don’t")
        );
        assert_eq!(find("don't", "don’t", 1), None);
    }
}
