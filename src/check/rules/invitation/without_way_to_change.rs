use super::what_it_says::Invitation;
use crate::check::phones::phones_in;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::Block;

/// An invitation says how to change the day, with a number or an address.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutWayToChange,
    severity: Severity::Warning,
    asks: "An invitation says that another day can be found, and gives a phone number or an email address for it.",
    why: "Pain has bad days, and jobs and families have demands. Somebody who cannot change the day may not come at all, and may think that this was their only chance.",
    before: "Your appointment is on Monday.",
    after: "If this day does not suit you, phone us on {{ contact.main.phone }}. We will find another one with you.",
    source: "our own list of what an invitation says",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    let speaks = invitation.says(&subject.words.invitations.change);
    let problem = |message: &str| invitation.finding(rule, message);
    match (speaks, gives_contact(&invitation, subject)) {
        (true, true) => Vec::new(),
        (true, false) => vec![
            problem("this invitation speaks of another day, and gives no phone number or email for it")
                .help("write `phone us on {{ contact.main.phone }}`, or add a block `- contacts: [main]`"),
        ],
        (false, _) => vec![
            problem("this invitation does not say how to change the day")
                .help("say it as in `If this day does not suit you, phone us on {{ contact.main.phone }}.`"),
        ],
    }
}

/// Whether it prints a contact, or has a phone number or an email in a text.
fn gives_contact(invitation: &Invitation, subject: &Subject) -> bool {
    let contacts = subject.service.contacts.values();
    let phones = contacts.filter_map(|contact| contact.phone.as_ref());
    let phones: Vec<String> = phones.map(|phone| figures(&phone.value)).collect();
    invitation.has_block(|block| matches!(block, Block::Contacts { .. }))
        || invitation.texts.iter().any(|text| {
            let written = figures(text);
            let known = |phone: &String| !phone.is_empty() && written.contains(phone.as_str());
            text.contains('@') || phones.iter().any(known) || !phones_in(text).is_empty()
        })
}

fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;

    const CHANGE: &str = "If this day does not suit you, phone us on {{ contact.main.phone }}.";

    #[test]
    fn an_invitation_set_in_stone_is_found() {
        let story = instead(CHANGE, "We look forward to it.");
        insta::assert_snapshot!(story.says("LW025"), @"
        warning[LW025 invitation-without-way-to-change]: this invitation does not say how to change the day
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it as in `If this day does not suit you, phone us on {{ contact.main.phone }}.`
        ");
        let story = instead(CHANGE, "If this day does not suit you, let us know.");
        insta::assert_snapshot!(story.says("LW025"), @"
        warning[LW025 invitation-without-way-to-change]: this invitation speaks of another day, and gives no phone number or email for it
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write `phone us on {{ contact.main.phone }}`, or add a block `- contacts: [main]`
        ");
    }

    #[test]
    fn a_heading_alone_changes_nothing() {
        let heading = "  - id: cannot-come\n    heading: If you cannot come\n    blocks:\n      - text: If you miss this visit we discharge you.\n      - contacts: [main]\n";
        let story = instead(&format!("      - text: {CHANGE}\n"), heading);
        assert_ne!(story.says("LW025"), "");
        assert_ne!(story.says("LW144"), "");
    }

    #[test]
    fn any_way_to_reach_somebody_will_do() {
        let ways = [
            "To change it, write to {{ contact.main.email }}.",
            "To cancel, ring 01632 960 222.",
            "Would another time be better? Phone {{ contact.main.phone }}.",
        ];
        for way in ways {
            let story = instead(CHANGE, way);
            let story = story.settings("phone: 01632", "email: desk@harbour.example, phone: 01632");
            assert_eq!(story.says("LW025"), "", "{way}");
        }
        let story = instead(
            &format!("      - text: {CHANGE}\n"),
            "      - text: If you cannot come, ask us.\n      - contacts: [main]\n",
        );
        assert_eq!(story.says("LW025"), "");
    }
}
