use crate::check::english::{Sentence, count_words, opening, sentences_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::WordList;
use crate::tailor::PrintedText;

/// The most words of a sentence (NHS service manual).
const MOST: usize = 20;

/// Sentences of twenty words at most.
pub static RULE: Rule = Rule {
    id: RuleId::LongSentence,
    severity: Severity::Note,
    asks: "No sentence has more than 20 words.",
    why: "Whoever is tired, in pain or worried has lost the beginning of a long sentence before they come to its end.",
    before: "If you find that the day we have chosen does not suit you, or the journey is hard, you can phone us to talk about another one.",
    after: "Does the day not suit you, or is the journey hard? Phone us, and we will find another one with you.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = super::english_prose(subject);
    let turns = &subject.words.sentences.turns;
    texts
        .flat_map(|text| long_ones(rule, text, turns))
        .collect()
}

fn long_ones(rule: &Rule, text: &PrintedText, turns: &WordList) -> Vec<Problem> {
    let plain = text.plain();
    sentences_of(&plain)
        .into_iter()
        .filter_map(|sentence| long(rule, text, &plain, sentence, turns))
        .collect()
}

fn long(
    rule: &Rule,
    text: &PrintedText,
    plain: &str,
    sentence: Sentence,
    turns: &WordList,
) -> Option<Problem> {
    let count = count_words(sentence.words);
    let found = opening(sentence.words);
    (count > MOST).then(|| {
        rule.finding(format!("this sentence has {count} words"))
            .at(text.place)
            .on_words(plain, sentence.start, found)
            .help(match turning_point(sentence.words, turns) {
                Some(words) => format!("make it 2 sentences, perhaps before `{words}`"),
                None => format!("make it 2 sentences: {MOST} words are enough for one"),
            })
    })
}

/// The words before which a second sentence could begin: those after the comma that
/// is nearest to the middle.
fn turning_point<'a>(sentence: &'a str, turns: &WordList) -> Option<&'a str> {
    let after_commas = sentence
        .match_indices(", ")
        .map(|(at, comma)| at + comma.len());
    let places = after_commas.filter(|at| {
        let word = sentence[*at..].split_whitespace().next();
        word.is_some_and(|word| turns.contains(word)) && count_words(&sentence[*at..]) > 3
    });
    let at = places.min_by_key(|at| at.abs_diff(sentence.len() / 2))?;
    Some(opening(&sentence[at..]))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_long_sentence_is_shown_where_it_begins() {
        let story = Story::saying(
            "We listen. If the day does not suit you, or the journey is hard, you can phone us, and we will find another day with you.",
        );
        insta::assert_snapshot!(story.says("LW050"), @"
        note[LW050 long-sentence]: this sentence has 24 words
           ┌─ content/guides/story/en-GB.yaml:17:22
           │
        17 │           We listen. If the day does not suit you, or the journey is hard, you can phone us, and we will find another day with you.
           │                      ^^^^^^^^^^^^^^^
           │
           = help: make it 2 sentences, perhaps before `and we will find`
        ");
        let story = Story::saying(
            "Everyone in our small and friendly team wants to hear what a good day with much less pain looks like for you.",
        );
        insta::assert_snapshot!(story.says("LW050"), @"
        note[LW050 long-sentence]: this sentence has 22 words
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           Everyone in our small and friendly team wants to hear what a good day with much less pain looks like for you.
           │           ^^^^^^^^^^^^^^^^^^^^^
           │
           = help: make it 2 sentences: 20 words are enough for one
        ");
    }

    #[test]
    fn twenty_words_are_fine_and_a_phone_number_is_one_of_them() {
        let story = Story::saying(
            "If the day does not suit you, phone {{ contact.main.phone }} or write, and we will find another one together with you.",
        );
        assert_eq!(story.says("LW050"), "");
        let story = Story::saying(
            "If the day does not suit you, phone {{ contact.main.phone }} or write, and we will find another one together with you soon.",
        );
        assert_ne!(story.says("LW050"), "");
    }

    #[test]
    fn a_list_is_no_sentence() {
        let story = Story::saying(
            "It is worth telling someone in our team about it if you often:\n\n- feel sad, flat or without any hope\n- sleep badly, or much more than before",
        );
        assert_eq!(story.says("LW050"), "");
    }
}
