use super::what_it_says::Invitation;
use crate::check::english::dates::named_days;
use crate::check::english::words_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, listed};
use crate::read::people::FieldType;

/// An invitation says when and where.
pub static RULE: Rule = Rule {
    id: RuleId::InvitationWithoutWhenAndWhere,
    severity: Severity::Warning,
    asks: "An invitation shows the weekday and date, the time, and the place or how to join.",
    why: "It is what people look for first, and what they stick to the fridge.",
    before: "We would like to see you soon.",
    after: "- appointment: {length: Up to 1 hour}\n\nwhich prints the day, the time and the place of each person",
    source: "our own list of what an invitation says",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(invitation) = Invitation::of(subject) else {
        return Vec::new();
    };
    if invitation.shows_appointment() {
        return Vec::new();
    }
    let parts = [
        (has_day(&invitation, subject), "the weekday and date"),
        (has_time(&invitation, subject), "the time"),
        (has_place(&invitation, subject), "the place"),
    ];
    let missing = parts.iter().filter(|(is_said, _)| !is_said);
    let missing: Vec<&str> = missing.map(|(_, part)| *part).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let missing = listed(&missing, "or");
    vec![
        invitation
            .finding(rule, format!("this invitation does not say {missing}"))
            .help("add a block `- appointment: {length: …}`: it prints the day, the time and the place of each person"),
    ]
}

fn has_day(invitation: &Invitation, subject: &Subject) -> bool {
    let written = |text: &String| !named_days(text).is_empty();
    fills_in(invitation, subject, "appointment_date", FieldType::Date)
        || invitation.all_words().any(written)
}

fn has_time(invitation: &Invitation, subject: &Subject) -> bool {
    fills_in(invitation, subject, "appointment_time", FieldType::Time)
        || invitation.says(["midday", "noon"])
        || invitation.all_words().any(|text| has_clock_time(text))
}

/// "9am", "9:30am", "9.30 am", "14:30"
fn has_clock_time(text: &str) -> bool {
    let words = words_of(text);
    let is_number = |text: &str, below: u8| text.parse::<u8>().is_ok_and(|number| number < below);
    let is_half = |word: &str| matches!(word, "am" | "pm");
    let together = words.iter().any(|word| {
        let end = word.text.len().saturating_sub(2);
        let (number, half) = word.text.split_at_checked(end).unwrap_or_default();
        is_half(half) && is_number(number, 60)
    });
    let apart = words.windows(2).any(|pair| {
        let between = &text[pair[0].end..pair[1].start];
        let minutes =
            matches!(between, ":" | ".") && pair[1].text.len() == 2 && is_number(&pair[1].text, 60);
        is_number(&pair[0].text, 24) && (minutes || is_half(&pair[1].text))
    });
    together || apart
}

fn has_place(invitation: &Invitation, subject: &Subject) -> bool {
    let places = subject.service.places.values();
    let mut names = places.map(|place| place.name.value.as_str());
    let named = |name: &str| invitation.all_words().any(|text| text.contains(name));
    invitation.fills_in(|field| field == "place_name")
        || invitation.says(&subject.words.invitations.elsewhere)
        || named("https://")
        || names.any(named)
}

/// Whether it fills in this field, or one the guide declares of this type.
fn fills_in(invitation: &Invitation, subject: &Subject, name: &str, wanted: FieldType) -> bool {
    let declared = subject.guide.fields.iter();
    let declared = declared.filter(|(_, field)| field.r#type.value == wanted);
    let declared: Vec<String> = declared.map(|(key, _)| key.replace('-', "_")).collect();
    invitation.fills_in(|field| field == name || declared.iter().any(|key| key == field))
}

#[cfg(test)]
mod tests {
    use super::super::tests::instead;
    use super::has_clock_time;

    const BLOCK: &str = "      - appointment: {length: Up to 1 hour}\n";

    #[test]
    fn an_invitation_to_nowhere_is_found() {
        let story = instead(BLOCK, "");
        insta::assert_snapshot!(story.says("LW021"), @"
        warning[LW021 invitation-without-when-and-where]: this invitation does not say the weekday and date, the time or the place
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: add a block `- appointment: {length: …}`: it prints the day, the time and the place of each person
        ");
        let story = instead(
            BLOCK,
            "      - text: We will see you at Pier House at 9:30am.\n",
        );
        insta::assert_snapshot!(story.says("LW021"), @"
        warning[LW021 invitation-without-when-and-where]: this invitation does not say the weekday and date
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: An invitation about your pain
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: add a block `- appointment: {length: …}`: it prints the day, the time and the place of each person
        ");
    }

    #[test]
    fn it_may_be_said_in_a_text() {
        let texts = [
            "Come to Pier House on Tuesday 8 December 2026 at 9:30am.",
            "We will phone you on {{ person.appointment_date }} at {{ person.appointment_time }}.",
            "Come to **{{ person.place_name }}**, {{ person.appointment_date }}, 14:30.",
        ];
        for text in texts {
            let story = instead(BLOCK, &format!("      - text: \"{text}\"\n"));
            assert_eq!(story.says("LW021"), "", "{text}");
        }
    }

    #[test]
    fn times_are_known_in_every_form() {
        for text in ["9am", "9:30am", "9.30 am", "9 am", "14:30", "at 12:15pm"] {
            assert!(has_clock_time(text), "{text}");
        }
        for text in ["I am here", "7 pages", "12,345", "01632 960123", "team"] {
            assert!(!has_clock_time(text), "{text}");
        }
    }

    #[test]
    fn a_letter_about_something_else_invites_nobody() {
        let story = instead(BLOCK, "");
        let story = story.guide("An invitation about your pain", "Your results");
        assert_eq!(story.says("LW021"), "");
    }
}
