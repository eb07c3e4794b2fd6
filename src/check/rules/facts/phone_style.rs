use super::phone_number::{better, numbers_in};
use super::slip::{self, Slip};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Phone numbers stand in the groups in which people say them.
pub static RULE: Rule = Rule {
    id: RuleId::PhoneStyle,
    severity: Severity::Warning,
    asks: "Phone numbers are parted by blanks after the area code: `020 7450 4000`, `01632 960123`, `116 123`, without brackets or dashes. So in contacts, in local services and in texts.",
    why: "Eleven figures in a row cannot be kept in mind between the page and the phone.",
    before: "(01632)960123, 0207 450 4000",
    after: "01632 960123, 020 7450 4000",
    source: "NHS service manual; the area codes are widely known",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let numbers = subject.phones();
    let mut problems: Vec<Problem> = numbers
        .filter_map(|(phone, place)| {
            let problem = finding(rule, phone, &better(phone)?);
            Some(problem.at(place).on_words(phone, 0, phone))
        })
        .collect();
    let texts = subject.publication.texts.iter();
    let texts = texts.filter(|text| slip::is_worded(text.role));
    problems.extend(texts.flat_map(|text| slip::in_text(rule, text, find)));
    problems
}

fn finding(rule: &Rule, phone: &str, better: &str) -> Problem {
    rule.finding(format!("`{phone}` is hard to say and to dial"))
        .help(format!("write `{better}`"))
}

fn find(line: &str) -> Vec<Slip> {
    let places = numbers_in(line).into_iter();
    places
        .filter_map(|place| {
            let phone = &line[place.clone()];
            let better = better(phone)?;
            let message = format!("`{phone}` is hard to say and to dial");
            Some(Slip::better(place, message, &better))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SERVICES: &str = "name,topic,what,when,phone,email,website,checked
Tea Club,mood,Tea and a chat,Monday,0207 450 4000,,,2026-11-01
Owl Club,sleep,Owls,Monday,02074504000,,,2026-11-01
";

    const SECTION: &str = "  - id: help
    heading: Help near you
    blocks:
      - contacts: all
      - signposts: {topic: mood}
";

    #[test]
    fn numbers_of_contacts_and_printed_local_services_are_looked_at() {
        let story = Story::leaflet(SECTION)
            .settings("01632 960111", "(01632)960111")
            .file("local-services.csv", SERVICES);
        insta::assert_snapshot!(story.says("LW047"), @r#"
        warning[LW047 phone-style]: `(01632)960111` is hard to say and to dial
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: (01632)960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^^^
          │
          = help: write `01632 960111`

        warning[LW047 phone-style]: `0207 450 4000` is hard to say and to dial
          ┌─ local-services.csv:2:37
          │
        2 │ Tea Club,mood,Tea and a chat,Monday,0207 450 4000,,,2026-11-01
          │                                     ^^^^^^^^^^^^^
          │
          = help: write `020 7450 4000`
        "#);
    }

    #[test]
    fn numbers_in_a_text_are_looked_at() {
        let story = Story::saying("Ring 01632960111 or 116123.");
        insta::assert_snapshot!(story.says("LW047"), @"
        warning[LW047 phone-style]: `01632960111` is hard to say and to dial
           ┌─ content/guides/story/en-GB.yaml:17:16
           │
        17 │           Ring 01632960111 or 116123.
           │                ^^^^^^^^^^^
           │
           = help: write `01632 960111`

        warning[LW047 phone-style]: `116123` is hard to say and to dial
           ┌─ content/guides/story/en-GB.yaml:17:31
           │
        17 │           Ring 01632960111 or 116123.
           │                               ^^^^^^
           │
           = help: write `116 123`
        ");
    }

    #[test]
    fn numbers_that_can_be_said_are_fine() {
        let story = Story::saying(
            "Ring {{ contact.desk.phone }}, 0800 83 85 87, 111 or 116 123. Text 85258.",
        );
        assert_eq!(story.says("LW047"), "");
    }
}
