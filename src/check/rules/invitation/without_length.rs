use super::what_it_says::Invitation;
use crate::check::english::{says, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Content, InvitationWords, needs_in};
use crate::tailor::Block;

/// An invitation says how long it takes.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutLength,
    severity: Severity::Warning,
    asks: "An invitation says how long the appointment takes.",
    why: "Somebody who lives with pain has to know how long they will sit, and somebody who works or cares for others how long they will be away.",
    before: "Your appointment is at 10am.",
    after: "Your appointment is at 10am. It takes up to 1 hour.",
    source: "our own list of what an invitation says",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    let known = &subject.words.invitations;
    let mut texts = invitation.texts.iter();
    if invitation.has_block(says_length) || texts.any(|text| has_length(text, known)) {
        return Vec::new();
    }
    let finding = invitation.finding(rule, "this invitation does not say how long it takes");
    vec![match asked_for(subject) {
        Some(key) => {
            let guide = &subject.guide.guide.value;
            let help = format!(
                "answer it in service.yaml: `guides: {{{guide}: {{{key}: …}}}}`, with your own length"
            );
            finding.help(help)
        }
        None if invitation.shows_appointment() => {
            finding.help("say it in the box, with your own length: `- appointment: {length: …}`")
        }
        None => finding.help("say it with your own length: `It takes …`"),
    }]
}

fn says_length(block: &Block) -> bool {
    matches!(block, Block::Appointment { length, .. } if !length.is_empty())
}

/// The answer that the length of the appointment waits for.
fn asked_for<'a>(subject: &'a Subject) -> Option<&'a str> {
    let mut lengths = subject
        .written_blocks()
        .filter_map(|block| match &block.value.content {
            Content::Appointment(appointment) => appointment.length.as_ref(),
            _ => None,
        });
    lengths.find_map(|length| needs_in(length).first().copied())
}

/// "45 minutes", "an hour", "half a day"
fn has_length(text: &str, known: &InvitationWords) -> bool {
    let words = words_of(text);
    let number = |word: &str| known.length_numbers.contains(word) || word.parse::<u16>().is_ok();
    let together = |word: &str| {
        let figures = word.trim_end_matches(char::is_alphabetic);
        !figures.is_empty() && ["min", "mins", "hr", "hrs"].contains(&&word[figures.len()..])
    };
    let pairs = words.windows(2);
    let mut pairs = pairs.map(|pair| (pair[0].text.as_str(), pair[1].text.as_str()));
    says(&known.length_days, text)
        || pairs.any(|(first, second)| number(first) && known.length_units.contains(second))
        || words.iter().any(|word| together(&word.text))
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;
    use super::has_length;
    use crate::read::WordLists;

    const BLOCK: &str = "      - appointment: {length: Up to 1 hour}\n";

    #[test]
    fn an_invitation_without_an_end_is_found() {
        let story = instead(BLOCK, "");
        insta::assert_snapshot!(story.says("LW023"), @"
        warning[LW023 invitation-without-length]: this invitation does not say how long it takes
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it with your own length: `It takes …`
        ");
    }

    #[test]
    fn a_box_without_a_length_says_what_to_do() {
        let story = instead(BLOCK, "      - appointment: {}\n");
        let said = story.says("LW023");
        assert!(said.contains("`- appointment: {length: …}`"), "{said}");
        let length = "      - appointment: {length: \"{{ needs.length }}\"}\n";
        let asked = "needs:\n  length: {type: text, ask: How long is it?}\nsections:\n";
        let story = instead(BLOCK, length).guide("sections:\n", asked);
        let said = story.says("LW023");
        assert!(said.contains("guides: {story: {length: …}}"), "{said}");
        let told = "tone: wellbeing\nguides: {story: {length: Up to 1 hour}}\n";
        assert_eq!(story.settings("tone: wellbeing\n", told).says("LW023"), "");
    }

    #[test]
    fn the_length_may_be_said_in_a_text() {
        let story = instead(BLOCK, "      - text: Please allow about 90 minutes.\n");
        assert_eq!(story.says("LW023"), "");
        let known = WordLists::built_in().invitations;
        for text in ["half an hour", "45mins", "2 hours", "a whole day"] {
            assert!(has_length(text, &known), "{text}");
        }
        for text in ["this day", "at any hour", "another day", "within 7 days"] {
            assert!(!has_length(text, &known), "{text}");
        }
    }
}
