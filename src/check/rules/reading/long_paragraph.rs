use super::pieces::{Piece, pieces};
use crate::check::english::{count_words, opening, sentences_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::PrintedText;

/// The most sentences of a paragraph (NHS service manual).
const MOST: usize = 3;

/// A paragraph of no more words than three sentences may have is no burden, however many
/// full stops are in it.
const SHORT: usize = MOST * 20;

/// Paragraphs of three sentences at most.
pub static RULE: Rule = Rule {
    id: RuleId::LongParagraph,
    severity: Severity::Note,
    asks: "No paragraph has more than 3 sentences, unless it is 60 words or fewer.",
    why: "A solid block of text looks like hard work, and people skip it. The gap after a short paragraph is where they take breath.",
    before: "We meet on Mondays, from 10am to midday, in the long room by the sea. You can come to any of the meetings you like, and you can leave when you have had enough. Bring a friend if you like, or come on your own and sit where you want. There is tea, there are biscuits, and nobody has to speak to anybody.",
    after: "We meet on Mondays, from 10am to midday, in the long room by the sea. You can come to any of the meetings you like, and you can leave when you have had enough.\n\nBring a friend if you like, or come on your own and sit where you want. There is tea, there are biscuits, and nobody has to speak to anybody.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = super::english_prose(subject);
    texts.flat_map(|text| long_ones(rule, text)).collect()
}

fn long_ones(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let paragraphs = pieces(text).into_iter().filter(|piece| !piece.is_item);
    paragraphs
        .filter_map(|paragraph| long(rule, text, &paragraph))
        .collect()
}

fn long(rule: &Rule, text: &PrintedText, paragraph: &Piece) -> Option<Problem> {
    let sentences = sentences_of(&paragraph.words);
    let is_long = sentences.len() > MOST && count_words(&paragraph.words) > SHORT;
    let first = sentences.first()?;
    let next = sentences.get(sentences.len().div_ceil(2))?;
    is_long.then(|| {
        rule.finding(format!("this paragraph has {} sentences", sentences.len()))
            .at(text.place)
            .on_words(&text.plain(), paragraph.start, opening(first.words))
            .help(format!(
                "put a blank line before `{}`, or say less",
                opening(next.words)
            ))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn four_sentences_are_too_many() {
        let story = Story::saying(
            "Come and see us.\n\nWe meet on Mondays, from 10am to midday, in the long room by the sea. You can come to any of the meetings you like, and you can leave when you have had enough. Bring a friend if you like, or come on your own and sit where you want. There is tea, there are biscuits, and nobody has to speak to anybody.",
        );
        insta::assert_snapshot!(story.says("LW051"), @"
        note[LW051 long-paragraph]: this paragraph has 4 sentences
           ┌─ content/guides/story/en-GB.yaml:19:11
           │
        19 │           We meet on Mondays, from 10am to midday, in the long room by the sea. You can come to any of the meetings you like, and you can leave when you have had enough. Bring a friend if you like, or…
           │           ^^^^^^^^^^^^^^^^^^
           │
           = help: put a blank line before `Bring a friend if`, or say less
        ");
    }

    #[test]
    fn three_sentences_or_a_few_words_are_fine() {
        let story = Story::saying(
            "We meet on Mondays, in the long room by the sea. You can come to any of the meetings you like. Bring a friend if that helps.",
        );
        assert_eq!(story.says("LW051"), "");
        for text in [
            "Stop. Breathe. Look out of the window. Then go on.",
            "We meet on Mondays. You can come to any of the meetings. Bring a friend if you like. There is tea, and nobody has to speak.",
        ] {
            assert_eq!(Story::saying(text).says("LW051"), "", "{text}");
        }
    }
}
