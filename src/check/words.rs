//! Words and sentences of English text: what many rules look for.

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

/// Words in lower case; a hyphen parts words, an apostrophe does not.
pub fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (start, character) in text.char_indices() {
        let part = character.is_alphanumeric() || matches!(character, '\'' | '’');
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

/// All words the same, the last one in any of its inflections.
fn is_phrase(window: &[Word], wanted: &[Word]) -> bool {
    let (Some((last, first)), Some((wanted_last, wanted_first))) =
        (window.split_last(), wanted.split_last())
    else {
        return false;
    };
    let same = |(a, b): (&Word, &Word)| a.text == b.text;
    first.len() == wanted_first.len()
        && first.iter().zip(wanted_first).all(same)
        && is_inflection(&last.text, &wanted_last.text)
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

/// The same words with straight apostrophes, whichever they were written with.
fn straight(mut words: Vec<Word>) -> Vec<Word> {
    for word in &mut words {
        word.text = word.text.replace('’', "'");
    }
    words
}

/// Every place of a phrase in a text, its last word in any inflection, in bytes.
pub fn places_of(phrase: &str, text: &str) -> Vec<std::ops::Range<usize>> {
    let words = straight(words_of(text));
    let wanted = straight(words_of(phrase));
    if wanted.is_empty() {
        return Vec::new();
    }
    let windows = words.windows(wanted.len());
    let found = windows.filter(|window| is_phrase(window, &wanted));
    found
        .map(|window| window[0].start..window[window.len() - 1].end)
        .collect()
}

/// The sentences of a paragraph: each ends with a full stop, a question mark or an
/// exclamation mark before a blank and a capital, a figure or a quotation mark.
pub fn sentences(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let marks = paragraph
        .char_indices()
        .filter(|(_, mark)| matches!(mark, '.' | '?' | '!'));
    for (at, mark) in marks {
        let end = at + mark.len_utf8();
        let after = &paragraph[end..];
        let rest = after.trim_start_matches(['”', '’', '"', ')']);
        let closing = after.len() - rest.len();
        let next = rest.trim_start();
        let opens = |first: char| {
            first.is_uppercase() || first.is_numeric() || matches!(first, '“' | '‘' | '"' | '(')
        };
        if next.len() < rest.len() && next.starts_with(opens) {
            sentences.push(paragraph[start..end + closing].trim());
            start = end + closing;
        }
    }
    sentences.push(paragraph[start..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        let text = "Call us at 9.30am. We listen! Is it “all in the mind”? 5 in 10 say no.";
        let wanted = [
            "Call us at 9.30am.",
            "We listen!",
            "Is it “all in the mind”?",
            "5 in 10 say no.",
        ];
        assert_eq!(sentences(text), wanted);
        assert_eq!(sentences("No stop at the end"), ["No stop at the end"]);
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn a_phrase_is_found_wherever_it_stands() {
        let text = "Mental-health teams. A mental health problem, two mental health problems.";
        let found = places_of("mental health problem", text);
        let words: Vec<&str> = found.into_iter().map(|place| &text[place]).collect();
        assert_eq!(words, ["mental health problem", "mental health problems"]);
    }

    #[test]
    fn an_apostrophe_may_be_straight_or_curly() {
        let end = |phrase, text| places_of(phrase, text).pop().map(|place| place.end);
        assert_eq!(end("if you don't", "Ring us if you don’t."), Some(22));
        assert_eq!(end("if you don’t", "Ring us if you don't."), Some(20));
    }

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
}
