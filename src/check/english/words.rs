//! Words: where they stand, what their endings are, and how many there are.

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In lower case.
    pub text: String,
    /// The byte it starts at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// What may stand in a word and is not seen: soft hyphens, as pages of the web have them,
/// and joiners.
const INVISIBLE: [char; 5] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}'];

/// Words in lower case; a hyphen parts words, an apostrophe and what is not seen do not.
pub fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (start, character) in text.char_indices() {
        let is_invisible = INVISIBLE.contains(&character);
        let part = character.is_alphanumeric() || matches!(character, '\'' | '’');
        if is_invisible && open {
            continue;
        }
        if part {
            if !open {
                words.push(Word {
                    text: String::new(),
                    start,
                    end: start,
                });
            }
            if let Some(word) = words.last_mut() {
                word.text.extend(character.to_lowercase());
                word.end = start + character.len_utf8();
            }
        }
        open = part;
    }
    words
}

/// Whether an English word is another with an ending: "suffers", "suffering".
pub fn is_inflection(word: &str, stem: &str) -> bool {
    const ENDINGS: [&str; 9] = ["", "s", "es", "'s", "’s", "ed", "d", "ing", "er"];
    if let Some(ending) = word.strip_prefix(stem)
        && ENDINGS.contains(&ending)
    {
        return true;
    }
    let without_e = stem.strip_suffix('e');
    let with_i = stem.strip_suffix('y').map(|stem| format!("{stem}i"));
    without_e.is_some_and(|stem| matches!(word.strip_prefix(stem), Some("ing" | "ed")))
        || with_i.is_some_and(|stem| matches!(word.strip_prefix(stem.as_str()), Some("es" | "ed")))
}

/// The words of a text, as a person counts them: "one-to-one" is one, and so is a
/// phone number, of which the first figures stand for all.
pub fn counted_words(text: &str) -> Vec<&str> {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let is_figures = |word: &str| !word.chars().any(char::is_alphabetic);
    let words: Vec<&str> = text.split_whitespace().filter(is_word).collect();
    let groups = words.chunk_by(|before, after| is_figures(before) && is_figures(after));
    groups.filter_map(|group| group.first().copied()).collect()
}

/// How many words a text has.
pub fn count_words(text: &str) -> usize {
    counted_words(text).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_count_and_look_alikes_do_not() {
        for word in ["suffer", "suffers", "suffered", "suffering"] {
            assert!(is_inflection(word, "suffer"), "{word}");
        }
        assert!(is_inflection("denied", "deny"));
        assert!(is_inflection("using", "use"));
        for word in ["insufferable", "useful", "claimant"] {
            assert!(!is_inflection(word, "suffer"), "{word}");
            assert!(!is_inflection(word, "use"), "{word}");
            assert!(!is_inflection(word, "claim"), "{word}");
        }
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        assert_eq!(count_words("One-to-one help – on 01632 960\u{a0}123."), 4);
        assert_eq!(count_words("5 in 10"), 3);
        assert_eq!(count_words(" – "), 0);
    }
}
