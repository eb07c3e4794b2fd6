//! The words that are a person's.

/// What a letter says of a person that it does not say of everybody.
#[derive(Debug, Default)]
pub struct PersonalTexts {
    /// Nobody else has them: a name, a reference.
    pub telling: Vec<String>,
    /// Others may have them too, and the letter may say them of something else: a time.
    pub shared: Vec<String>,
    /// Lines of an address. They are the person's where they stand alone: a town may be in
    /// the name of the service.
    pub lines: Vec<String>,
}

impl PersonalTexts {
    /// Whether these words are, or hold, something personal.
    pub(super) fn are_in(&self, words: &str) -> bool {
        let mut within = self.telling.iter().chain(&self.shared);
        within.any(|text| is_in(text, words)) || self.lines.iter().any(|line| is(line, words))
    }

    /// Whether something is in these words that nobody else has.
    pub(super) fn tell_who_it_is(&self, words: &str) -> bool {
        self.telling.iter().any(|text| is_in(text, words))
    }
}

fn is(line: &str, words: &str) -> bool {
    line.split_whitespace().eq(words.split_whitespace())
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
