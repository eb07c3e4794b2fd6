use crate::check::english::{is_denied_from_afar, places_of, says, sentences_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Audience, Kind, MoodAndPain, WordList};
use crate::tailor::{PrintedText, Role};

use super::what_it_says::Invitation;

/// Whoever speaks of somebody's pain says once that it is real.
pub static RULE: Rule = Rule {
    id: RuleId::PainNotBelieved,
    severity: Severity::Warning,
    asks: "An invitation about pain, and a leaflet or letter that speaks of pain together with feelings or mental health, says once that the pain is believed to be real: in a text, not in a heading alone.",
    why: "Many people with pain have met doubt. When a text speaks of pain and of feelings together, they can hear that it is all in the mind, and stop reading or stay away.",
    before: "We would like to talk about your pain and your mood.",
    after: "We believe your pain is real. We would like to talk about it, and about your mood.",
    source: "Q Lab and Mind, practical guide, November 2019, section 4: services that say so outright",
    check: Some(Check::Words(check)),
};

/// A text that speaks of pain less often, and in no heading, is about something
/// else.
const ABOUT_PAIN: usize = 3;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let publication = subject.publication;
    let of_kind = matches!(publication.kind, Kind::Leaflet | Kind::Letter);
    let is_for_staff = subject.guide.audience.value == Audience::Staff;
    if !subject.is_english() || !of_kind || is_for_staff {
        return Vec::new();
    }
    let texts = subject.own_texts();
    let texts = texts.filter(|text| !is_of_service(text.role));
    let texts: Vec<(&PrintedText, String)> = texts
        .map(|text| (text, subject.without_own_name(text)))
        .collect();
    let known = &subject.words.mood_and_pain;
    let speaks_of = |phrases: &WordList| texts.iter().any(|(_, words)| says(phrases, words));
    let is_invitation = Invitation::of(subject).is_some();
    if !is_about_pain(&texts)
        || texts
            .iter()
            .any(|(text, words)| believes(text, words, known))
    {
        return Vec::new();
    }
    if !is_invitation && !speaks_of(&known.feelings) {
        return Vec::new();
    }
    let what = publication.kind.id();
    vec![
        rule.finding(format!(
            "this {what} speaks of pain, and does not say that you believe it is real"
        ))
        .at(subject.guide.title.place())
        .help("say it once and outright: `We believe your pain is real.`"),
    ]
}

/// Whether a text says that pain is real, or that doubt is wrong. A heading alone promises
/// what the text below it may not keep.
fn believes(text: &PrintedText, words: &str, known: &MoodAndPain) -> bool {
    let says_so = |sentence: &str, phrases: &WordList, denied: bool| {
        let mut places = phrases
            .iter()
            .flat_map(|phrase| places_of(phrase, sentence));
        places.any(|place| is_denied_from_afar(sentence, place.start) == denied)
    };
    let sentences = sentences_of(words).into_iter();
    let mut sentences = sentences.map(|sentence| sentence.words);
    text.role.is_prose()
        && sentences.any(|sentence| {
            says_so(sentence, &known.believed, false) || says_so(sentence, &known.doubted, true)
        })
}

fn is_about_pain(texts: &[(&PrintedText, String)]) -> bool {
    let count = |words: &str| places_of("pain", words).len();
    let headings = texts
        .iter()
        .filter(|(text, _)| matches!(text.role, Role::Title | Role::Summary | Role::Heading));
    let in_headings: usize = headings.map(|(_, words)| count(words)).sum();
    let everywhere: usize = texts.iter().map(|(_, words)| count(words)).sum();
    in_headings > 0 || everywhere >= ABOUT_PAIN
}

/// What a service or another one says of itself; an answer stands in a text already.
fn is_of_service(role: Role) -> bool {
    matches!(role, Role::LocalService | Role::Practical | Role::Answer)
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;
    use crate::check::rules::tests::Story;

    const BELIEF: &str = "We believe your pain is real.";

    fn leaflet(text: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: both\n    heading: Pain and you\n    blocks:\n      - text: {text}\n"
        ))
    }

    #[test]
    fn an_invitation_about_pain_that_believes_nobody_is_found() {
        let story = instead(BELIEF, "We know a lot about pain.");
        insta::assert_snapshot!(story.says("LW027"), @"
        warning[LW027 pain-not-believed]: this letter speaks of pain, and does not say that you believe it is real
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it once and outright: `We believe your pain is real.`
        ");
    }

    #[test]
    fn a_leaflet_about_pain_and_feelings_that_believes_nobody_is_found() {
        let story = leaflet("Low mood can make pain worse.");
        insta::assert_snapshot!(story.says("LW027"), @"
        warning[LW027 pain-not-believed]: this leaflet speaks of pain, and does not say that you believe it is real
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: A short story
          │        ^^^^^^^^^^^^^
          │
          = help: say it once and outright: `We believe your pain is real.`
        ");
    }

    #[test]
    fn a_heading_or_a_section_called_so_believes_nobody() {
        for (belief, text) in [
            (
                "Your pain is real",
                "Pain is often all in the mind. It can bring low mood.",
            ),
            ("Your pain is real", "It can bring low mood."),
            (
                "Pain and you",
                "We do not believe that your pain is real. It is your mood.",
            ),
        ] {
            let story = leaflet(text).guide("id: both", "id: pain-is-real");
            let story = story.guide("Pain and you", belief);
            assert_ne!(story.says("LW027"), "", "{belief}: {text}");
        }
        for text in [
            "We do not mean that pain is all in the mind. It can bring low mood.",
            "You are not imagining your pain. It can bring low mood.",
        ] {
            assert_eq!(leaflet(text).says("LW027"), "", "{text}");
        }
    }

    #[test]
    fn pain_alone_or_in_passing_needs_no_belief() {
        let alone = leaflet("Take your tablets with food. Pain after the operation will pass.");
        assert_eq!(alone.says("LW027"), "");
        let passing = leaflet("Low mood is common. Tell us if you are in pain.");
        let passing = passing.guide("Pain and you", "Sleep and you");
        assert_eq!(passing.says("LW027"), "");
        let booklet = Story::booklet(
            "  - id: both\n    heading: Pain and mood\n    blocks:\n      - text: Pain can bring low mood.\n",
        );
        assert_eq!(booklet.says("LW027"), "");
        let believed = leaflet("Pain is never all in the mind. Low mood can come with it.");
        assert_eq!(believed.says("LW027"), "");
    }
}
