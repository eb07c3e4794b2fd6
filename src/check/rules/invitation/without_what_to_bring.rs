use super::what_it_says::Invitation;
use crate::check::english::{places_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::WordList;

/// An invitation says what to bring.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutWhatToBring,
    severity: Severity::Warning,
    asks: "An invitation says what to bring, or that nothing is needed.",
    why: "Somebody who forgets their glasses or their list of medicines may have to come a second time, and the journey can be hard.",
    before: "We look forward to seeing you.",
    after: "Bring your glasses and a list of your medicines. You need nothing else.",
    source: "our own list of what an invitation says",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    let known = &subject.words.invitations;
    let brings = invitation
        .texts
        .iter()
        .any(|text| brings_things(text, &known.company));
    let headed = |words: &str| brings_things(words, &known.company);
    if brings || invitation.says(&known.bring) || invitation.heads_a_list(headed) {
        return Vec::new();
    }
    vec![
        invitation
            .finding(rule, "this invitation does not say what to bring")
            .help("say it as in `Bring your glasses and a list of your medicines.`")
            .help("or say that nothing is needed: `You do not need to bring anything.`"),
    ]
}

/// Whether "bring" is followed by a thing: `company` is none.
fn brings_things(text: &str, company: &WordList) -> bool {
    let places = places_of("bring", text).into_iter();
    let mut after = places.map(|place| &text[place.end..]);
    after.any(|after| {
        let end = after.find(['.', ',', ';', '\n']).unwrap_or(after.len());
        let words = words_of(&after[..end]);
        let people =
            |text: &str| company.contains(text) || company.contains(text.trim_end_matches('s'));
        !words.iter().take(4).any(|word| people(&word.text))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;

    #[test]
    fn an_invitation_with_empty_hands_is_found() {
        let story = instead(
            "Bring a list of your medicines.",
            "You are welcome to bring a family member or friend.",
        );
        insta::assert_snapshot!(story.says("LW024"), @"
        warning[LW024 invitation-without-what-to-bring]: this invitation does not say what to bring
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it as in `Bring your glasses and a list of your medicines.`
          = help: or say that nothing is needed: `You do not need to bring anything.`
        ");
    }

    #[test]
    fn a_heading_says_it_only_above_a_list() {
        let text = "      - text: Bring a list of your medicines.\n";
        let below = |blocks: &str| {
            let section =
                format!("  - id: what-to-bring\n    heading: What to bring\n    blocks:\n{blocks}");
            instead(text, &section).says("LW024")
        };
        assert_ne!(below("      - text: We are near the harbour.\n"), "");
        assert_eq!(below("      - checklist: [Your glasses]\n"), "");
        assert_eq!(
            below("      - text: |\n          - Your glasses\n          - Your medicines\n"),
            ""
        );
    }

    #[test]
    fn things_or_nothing_at_all_say_it() {
        let texts = [
            "You do not need to bring anything.",
            "\"What to bring: your glasses.\"",
            "Have a list of your medicines ready, or have with you what you take.",
        ];
        for text in texts {
            let story = instead("Bring a list of your medicines.", text);
            assert_eq!(story.says("LW024"), "", "{text}");
        }
    }
}
