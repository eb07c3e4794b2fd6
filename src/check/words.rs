//! Words that a tone avoids.

use crate::problem::Problem;
use crate::read::{Avoid, Tone};
use crate::tailor::Publication;

/// Words of a publication that its tone avoids, wherever they came from: each a
/// warning at its place with what to say instead.
pub fn avoided_words(publication: &Publication, tone: &Tone) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (place, text) in &publication.texts {
        // The name is filled in all over, and looked at where it is written; what a
        // text says beside it counts.
        let name = &publication.service.name;
        let own_words = match text == name {
            true => text.clone(),
            false => text.replace(name.as_str(), "…"),
        };
        for (avoid, found) in avoided_in(&own_words, tone) {
            let start = text.find(found.as_str()).unwrap_or_default();
            problems.push(
                Problem::warning(format!(
                    "the tone `{}` avoids `{found}`: {}",
                    tone.tone.value, avoid.why.value
                ))
                .at(*place)
                .on_words(text, start, &found)
                .help(format!("better: {}", avoid.say.value)),
            );
        }
    }
    problems.dedup();
    problems
}

/// The avoided words in a text, as they are written there.
pub fn avoided_in<'a>(text: &str, tone: &'a Tone) -> Vec<(&'a Avoid, String)> {
    let words = words_of(text);
    let mut found = Vec::new();
    for avoid in &tone.avoid {
        for phrase in &avoid.words {
            let wanted = words_of(&phrase.value);
            for window in words.windows(wanted.len().max(1)) {
                if !wanted.is_empty() && is_phrase(window, &wanted) {
                    let (start, end) = (window[0].start, window[window.len() - 1].end);
                    found.push((avoid, text[start..end].to_owned()));
                }
            }
        }
    }
    found
}

struct Word {
    text: String,
    start: usize,
    end: usize,
}

/// Words in lower case; a hyphen parts words, an apostrophe does not.
fn words_of(text: &str) -> Vec<Word> {
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
fn is_inflection(word: &str, stem: &str) -> bool {
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
}
