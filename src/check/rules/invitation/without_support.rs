use super::what_it_says::Invitation;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// An invitation says what support there is.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutSupport,
    severity: Severity::Warning,
    asks: "An invitation says what helps to get there and to take part: somebody to come along, an interpreter, a quiet room, a call in place of the journey.",
    why: "People cannot ask for what they do not know of. Pain, low mood and worry can each make a first visit harder.",
    before: "We look forward to seeing you.",
    after: "You are welcome to bring someone with you. Tell us if you would like an interpreter.",
    source: "our own list of what an invitation says; that the Accessible Information Standard, DAPB1605, asks for the communication part is widely known",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    if invitation.says(&subject.words.invitations.support) {
        return Vec::new();
    }
    vec![
        invitation
            .finding(rule, "this invitation does not say what support there is")
            .help("say what you can offer, as in `You are welcome to bring someone with you. Tell us if you would like an interpreter.`"),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;

    const SUPPORT: &str = "Tell us if you need an interpreter.";

    #[test]
    fn an_invitation_without_a_hand_is_found() {
        let story = instead(SUPPORT, "We are near the harbour.");
        insta::assert_snapshot!(story.says("LW026"), @"
        warning[LW026 invitation-without-support]: this invitation does not say what support there is
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say what you can offer, as in `You are welcome to bring someone with you. Tell us if you would like an interpreter.`
        ");
    }

    #[test]
    fn a_heading_alone_is_no_hand() {
        let text = format!("      - text: {SUPPORT}\n");
        let heading = "  - id: support\n    heading: Support we can offer\n    blocks:\n      - text: We are near the harbour.\n";
        assert_ne!(instead(&text, heading).says("LW026"), "");
    }

    #[test]
    fn any_kind_of_support_will_do() {
        let kinds = [
            "You can bring a friend.",
            "There are quiet rooms.",
            "What would help you to come? Tell us.",
            "Ask us about transport.",
        ];
        for kind in kinds {
            assert_eq!(instead(SUPPORT, kind).says("LW026"), "", "{kind}");
        }
    }
}
