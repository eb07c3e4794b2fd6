//! LW05x: how a text reads. Notes, nearly all of them: advice for whoever writes,
//! never a reason not to print. They know English only.

pub mod block_capitals;
pub mod heading_style;
pub mod jargon;
pub mod long_list;
pub mod long_paragraph;
pub mod long_sentence;
pub mod long_word;
pub mod passive_voice;
mod pieces;
pub mod unfinished_text;

use crate::check::Subject;
use crate::check::english::words_of;
use crate::tailor::{PrintedText, Role};

/// The running texts of an English publication, and a service's answers; none where it is in another language.
fn english_prose<'a>(subject: &'a Subject) -> impl Iterator<Item = &'a PrintedText> {
    let english = subject.is_english();
    let texts = subject.publication.texts.iter();
    let is_read = |role: Role| role.is_prose() || role == Role::Answer;
    texts.filter(move |text| english && is_read(text.role))
}

/// Running texts, and the short ones that stand round them: headings, cells, labels.
fn english_wording<'a>(subject: &'a Subject) -> impl Iterator<Item = &'a PrintedText> {
    let english = subject.is_english();
    let short = |role: Role| {
        matches!(
            role,
            Role::Title
                | Role::Heading
                | Role::OptionName(_)
                | Role::Cell
                | Role::Label
                | Role::Answer
        )
    };
    let texts = subject.publication.texts.iter();
    texts.filter(move |text| english && (text.role.is_prose() || short(text.role)))
}

/// Whether the tone avoids these words: then it has said what is better already.
fn avoided_by_tone(subject: &Subject, words: &str) -> bool {
    let wanted: Vec<String> = words_of(words).into_iter().map(|word| word.text).collect();
    let phrases = subject.tone.avoid.iter().flat_map(|avoid| &avoid.words);
    phrases
        .map(|phrase| words_of(&phrase.value))
        .any(|phrase| phrase.iter().map(|word| &word.text).eq(&wanted))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn of_other_languages_nothing_is_said() {
        let sections = "  - id: who\n    heading: WHO WE ARE.\n    blocks:\n      - text: WE WILL COMMENCE. One. Two. Three. Four. We listen to all of you who come and see us here, and we ask what matters to you, and you tell us what you want to talk about when you come, and we write it down for you, and you take it home with you on a card. Prior to five, you will be seen by a musculoskeletal team that has very many words to say in one go.\n";
        for code in [
            "LW050", "LW051", "LW052", "LW053", "LW054", "LW055", "LW057",
        ] {
            assert_ne!(Story::leaflet(sections).says(code), "", "{code}");
        }
        let welsh = Story::leaflet(sections).in_language("cy");
        for code in [
            "LW050", "LW051", "LW052", "LW053", "LW054", "LW055", "LW057",
        ] {
            assert_eq!(welsh.says(code), "", "{code}");
        }
    }
}
