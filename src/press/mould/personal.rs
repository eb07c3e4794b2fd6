//! The words that are a person's.

/// What a letter says of a person that it does not say of everybody. Templates mark where it
/// stands; a letter that says it elsewhere is not poured.
#[derive(Debug, Default)]
pub struct PersonalTexts {
    /// Nobody else has them: a name, a reference.
    pub telling: Vec<String>,
    /// Others may have them too, and the letter may say them of something else: a time.
    pub shared: Vec<String>,
    /// Which of the things that are known of people are known of this one: what else a letter
    /// says may hang on it.
    pub given: Vec<bool>,
}

impl PersonalTexts {
    /// Whether these words hold anything personal, or something that reads like it.
    pub(super) fn may_be_in(&self, words: &[String]) -> bool {
        self.tell_who_it_is(words) || any_in(&self.shared, words)
    }

    /// Whether something is in these words that nobody else has.
    pub(super) fn tell_who_it_is(&self, words: &[String]) -> bool {
        any_in(&self.telling, words)
    }
}

fn any_in(texts: &[String], words: &[String]) -> bool {
    let is_there = |text: &String| words.iter().any(|words| is_in(text, words));
    texts.iter().any(is_there)
}

/// Whether a text is in these words, from the beginning of a word to the end of one.
fn is_in(text: &str, words: &str) -> bool {
    let in_word = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
    let text = text.trim();
    !text.is_empty()
        && words.match_indices(text).any(|(at, _)| {
            let before = words[..at].chars().next_back();
            let after = words[at + text.len()..].chars().next();
            !in_word(before) && !in_word(after)
        })
}
