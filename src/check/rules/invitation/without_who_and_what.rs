use super::what_it_says::Invitation;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// An invitation says who one meets and what happens.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutWhoAndWhat,
    severity: Severity::Warning,
    asks: "An invitation says who the person will meet, and what will happen.",
    why: "People stay away from what they cannot picture. A letter that says what to expect, sent before a first appointment, cut missed ones from 101 of 376 to 79 of 388 in a trial.",
    before: "We look forward to seeing you.",
    after: "You will meet a physiotherapist. We will talk about what matters to you.",
    source: "our own list of what an invitation says; the trial is Leeds PROMPTS, of a letter 24 to 48 hours before a first psychiatric appointment",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    let known = &subject.words.invitations;
    let who = (
        &known.who,
        "this invitation does not say who the person will meet",
        "say it as in `You will meet a nurse from our team.`",
    );
    let what = (
        &known.what,
        "this invitation does not say what will happen",
        "say it as in `We will talk about what matters to you.`",
    );
    let parts = [who, what].into_iter();
    let missing = parts.filter(|(phrases, ..)| !invitation.says(*phrases));
    missing
        .map(|(_, message, help)| invitation.finding(rule, message).help(help))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;

    #[test]
    fn an_invitation_into_the_dark_is_found() {
        let story = instead(
            "You will meet a nurse from our team.",
            "We are at the pier.",
        );
        insta::assert_snapshot!(story.says("LW022"), @"
        warning[LW022 invitation-without-who-and-what]: this invitation does not say who the person will meet
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it as in `You will meet a nurse from our team.`
        ");
        let story = instead("We will talk about what matters to you.", "It is free.");
        insta::assert_snapshot!(story.says("LW022"), @"
        warning[LW022 invitation-without-who-and-what]: this invitation does not say what will happen
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it as in `We will talk about what matters to you.`
        ");
    }

    #[test]
    fn a_heading_alone_says_nothing() {
        let text = "      - text: We will talk about what matters to you.\n";
        let heading = "  - id: what-happens\n    heading: What happens on the day\n    blocks:\n      - text: It is free.\n";
        assert_ne!(instead(text, heading).says("LW022"), "");
    }

    #[test]
    fn other_words_say_it_as_well() {
        let story = instead(
            "You will meet a nurse from our team.",
            "\"Your appointment is with Sam, a physiotherapist.\"",
        );
        let story = story.guide(
            "We will talk about what matters to you.",
            "Sam will ask how your days are.",
        );
        assert_eq!(story.says("LW022"), "");
    }
}
