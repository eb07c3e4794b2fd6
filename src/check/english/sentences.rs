//! Sentences, and the lines they stand in.

/// A sentence, and the byte it starts at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its words.
    pub words: &'a str,
    /// Where it starts in the text it was taken from.
    pub start: usize,
}

/// Every sentence of a plain text, a paragraph or an item a line.
pub fn sentences_of(plain: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for (line_start, line) in lines_at(plain) {
        let mut from = 0;
        for words in sentences(line) {
            let at = line[from..].find(words).unwrap_or_default() + from;
            found.push(Sentence {
                words,
                start: line_start + at,
            });
            from = at + words.len();
        }
    }
    found
}

/// The sentences of a paragraph: each ends with a full stop, a question mark or an
/// exclamation mark before a blank and a capital, a figure or a quotation mark.
fn sentences(paragraph: &str) -> Vec<&str> {
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

/// The paragraphs and items of a text, each with the byte it starts at.
pub fn lines_at(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let lines = text.split('\n');
    lines
        .map(|line| {
            let here = start;
            start += line.len() + 1;
            (here, line)
        })
        .collect()
}

/// Whether somebody else's words stand at this byte of a paragraph: between quotation
/// marks, double or single. A mark that nothing closes, or that stands for inches, opens
/// none.
pub fn is_quoted(paragraph: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (paragraph.get(..at), paragraph.get(at..)) else {
        return false;
    };
    let opens = |open: char| {
        let mut marks = before.rmatch_indices(open);
        let (at, mark) = marks.next()?;
        let is_inch = before[..at].ends_with(char::is_alphanumeric);
        (!is_inch).then(|| &before[at + mark.len()..])
    };
    opens('“').is_some_and(|quoted| !quoted.contains('”') && after.contains('”'))
        || opens('‘').is_some_and(|quoted| !closes(quoted) && closes(after))
}

/// Whether a single quotation mark ends in a text: an apostrophe has a letter after it.
fn closes(text: &str) -> bool {
    let mut marks = text.match_indices('’');
    marks.any(|(at, mark)| !text[at + mark.len()..].starts_with(char::is_alphanumeric))
}

/// How many words show where a sentence stands.
const SHOWN: usize = 4;

/// The first words of a sentence: enough to find it by.
pub fn opening(sentence: &str) -> &str {
    let mut ends = sentence
        .char_indices()
        .filter(|(_, character)| character.is_whitespace());
    let end = ends.nth(SHOWN - 1).map_or(sentence.len(), |(end, _)| end);
    sentence[..end].trim_end_matches(|mark: char| !mark.is_alphanumeric())
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
    fn sentences_know_where_they_start() {
        let text = "One. Two.\nThree";
        let found = sentences_of(text).into_iter();
        let found: Vec<(usize, &str)> = found.map(|found| (found.start, found.words)).collect();
        assert_eq!(found, [(0, "One."), (5, "Two."), (10, "Three")]);
    }

    #[test]
    fn words_in_quotation_marks_are_somebody_elses() {
        let text = "They said “I can’t” and I can’t.";
        assert!(is_quoted(text, text.find("can’t").unwrap_or_default()));
        assert!(!is_quoted(text, text.rfind("can’t").unwrap_or_default()));
    }

    #[test]
    fn the_opening_is_a_few_words_without_the_comma() {
        assert_eq!(opening("When we ask you, we mean it."), "When we ask you");
        assert_eq!(opening("Go now."), "Go now");
    }
}
