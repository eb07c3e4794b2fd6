use super::{contents, letters, pictures};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Content, Text};
use crate::tailor::{Block, Role};

/// Whatever is drawn is said in words as well.
pub static RULE: Rule = Rule {
    id: RuleId::DrawingWithoutWords,
    severity: Severity::Error,
    asks: "Every picture, logo, drawn figure and QR code has words of its own, of three letters or more.",
    why: "Somebody who cannot see it hears these words, or nothing.",
    before: "picture: {file: garden.jpg, alt: \"-\", width: 60}",
    after: "picture: {file: garden.jpg, alt: The garden behind the clinic, width: 60}",
    source: "WCAG 2.2, success criterion 1.1.1 (widely known)",
    check: Some(Check::Words(check)),
};

/// Fewer letters say nothing.
const FEWEST: usize = 3;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let pictures = pictures(subject).into_iter();
    let pictures = pictures.map(|(file, words)| (format!("`{}` shows", file.value), words));
    let codes = contents(subject).filter_map(|content| match content {
        Content::Qr(qr) => {
            let words = qr.text.in_tone(subject.tone)?;
            Some(("the code leads to".to_owned(), words))
        }
        _ => None,
    });
    let mut problems: Vec<Problem> = pictures
        .chain(codes)
        .filter_map(|(what, words)| silent(rule, &what, words))
        .collect();
    problems.extend(silent_facts(rule, subject));
    problems
}

fn silent(rule: &Rule, what: &str, words: &Text) -> Option<Problem> {
    (letters(&words.value) < FEWEST).then(|| {
        rule.finding(format!("`{}` does not say what {what}", words.value))
            .at(words.place)
            .help("say in a few words what somebody sees there, or finds there")
    })
}

/// What is said of a drawn figure stands among the labels.
fn silent_facts(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let blocks = subject.printed_blocks();
    let spoken = blocks.filter_map(|block| match block {
        Block::Fact { alt, .. } => Some(alt),
        _ => None,
    });
    let texts = subject.publication.texts.iter();
    let sentences = texts.filter(|text| text.role == Role::Fact);
    let silent = spoken
        .zip(sentences)
        .filter(|(alt, _)| letters(alt) < FEWEST);
    silent
        .map(|(alt, sentence)| {
            rule.finding(format!(
                "`{alt}` does not say what the drawing of this figure shows"
            ))
            .at(sentence.place)
            .help("it comes from `people-alt` among the labels: say there what is drawn")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn picture(alt: &str) -> Story {
        let section = format!(
            "  - id: who\n    heading: Where we meet\n    blocks:\n      - picture: {{file: garden.png, alt: {alt}, width: 30}}\n"
        );
        Story::leaflet(&section).picture("garden.png", 400, 300)
    }

    #[test]
    fn a_picture_and_a_code_need_words() {
        insta::assert_snapshot!(picture("\"—\"").says("LW081"), @r#"
        error[LW081 drawing-without-words]: `—` does not say what `garden.png` shows
           ┌─ content/guides/story/en-GB.yaml:16:42
           │
        16 │       - picture: {file: garden.png, alt: "—", width: 30}
           │                                          ^^^
           │
           = help: say in a few words what somebody sees there, or finds there
        "#);
        let code = "  - id: who\n    heading: Who\n    blocks:\n      - qr: {link: \"https://harbour.example\", text: \"->\"}\n";
        insta::assert_snapshot!(Story::leaflet(code).says("LW081"), @r#"
        error[LW081 drawing-without-words]: `->` does not say what the code leads to
           ┌─ content/guides/story/en-GB.yaml:16:53
           │
        16 │       - qr: {link: "https://harbour.example", text: "->"}
           │                                                     ^^^^
           │
           = help: say in a few words what somebody sees there, or finds there
        "#);
    }

    #[test]
    fn a_logo_needs_words_before_anything_is_printed() {
        let story = picture("The garden").settings(
            "languages: [en-GB]",
            "languages: [en-GB]\nbrand: {logo: garden.png}",
        );
        insta::assert_snapshot!(story.says("LW081"), @"
        error[LW081 drawing-without-words]: the logo has no words
          ┌─ service.yaml:4:15
          │
        4 │ brand: {logo: garden.png}
          │               ^^^^^^^^^^
          │
          = help: add `logo-alt: …` inside the braces: what stands in the logo, for people who cannot see it
        ");
    }

    #[test]
    fn a_drawn_figure_needs_words() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - fact: {number: 5, of: 10, text: Around 5 in 10 people}\n",
        );
        assert_eq!(story.says("LW081"), "");
        let story = story.label("people-alt", "{number}/{of}");
        insta::assert_snapshot!(story.says("LW081"), @"
        error[LW081 drawing-without-words]: `5/10` does not say what the drawing of this figure shows
           ┌─ content/guides/story/en-GB.yaml:16:41
           │
        16 │       - fact: {number: 5, of: 10, text: Around 5 in 10 people}
           │                                         ^^^^^^^^^^^^^^^^^^^^^
           │
           = help: it comes from `people-alt` among the labels: say there what is drawn
        ");
    }

    #[test]
    fn short_words_are_fine() {
        assert_eq!(picture("Map").says("LW081"), "");
    }
}
