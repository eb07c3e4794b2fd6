use jiff::civil::Date;

use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::{Service, YamlDate};

/// Somebody has to have tried every contact not long ago.
pub static RULE: Rule = Rule {
    id: RuleId::ContactNotChecked,
    severity: Severity::Warning,
    asks: "Every contact and every printed local service was checked within `contacts-valid-for`. After twice that time it is an error.",
    why: "Somebody who needs help rings a number once. If it is dead, they may not try another.",
    before: "checked: 2024-01-08",
    after: "checked: 2026-11-02, after ringing it",
    source: "Open Referral UK has an assured date for the same reason; files with dates of 2005 are in use",
    check: Some(Check::Words(check)),
};

fn check(_: &Rule, subject: &Subject) -> Vec<Problem> {
    let (service, today) = (subject.service, subject.today);
    let printed = subject.printed_local_services();
    let signposts = printed.filter_map(|it| {
        let problem = stale(service, today, "this service", it.checked, it.place)?;
        let keeper = it.keeper.as_ref();
        Some(problem.maybe_help(keeper.map(|keeper| format!("its `keeper` is {keeper}"))))
    });
    let contacts = of_contacts(service, today);
    contacts.into_iter().chain(signposts).collect()
}

/// The same of the contacts in the settings alone.
pub fn of_contacts(service: &Service, today: Date) -> Vec<Problem> {
    let contacts = service.contacts.iter();
    let stale = contacts.filter_map(|(id, contact)| {
        let YamlDate { value, place } = contact.checked;
        stale(service, today, &format!("`{id}`"), value, place)
    });
    stale.collect()
}

fn stale(
    service: &Service,
    today: Date,
    who: &str,
    checked: Date,
    place: Place,
) -> Option<Problem> {
    let oldest = service.oldest_check(today)?;
    let far_too_old = service.oldest_check(oldest)?;
    let problem = |what: &str| {
        RULE.finding(format!("{who} was checked {what} `contacts-valid-for`"))
            .at(place)
            .help("ring or write to it, then put the day into `checked`")
    };
    if checked < far_too_old {
        Some(problem("more than twice as long ago as").severity(Severity::Error))
    } else if checked < oldest {
        Some(problem("longer ago than"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str =
        "  - id: who\n    heading: Talk to us\n    blocks:\n      - contacts: all\n";

    #[test]
    fn half_a_year_is_too_long_and_twice_that_is_far_too_long() {
        let story = Story::leaflet(SECTION).settings("checked: 2026-11-02", "checked: 2026-05-21");
        insta::assert_snapshot!(story.says("LW060"), @r#"
        warning[LW060 contact-not-checked]: `desk` was checked longer ago than `contacts-valid-for`
          ┌─ service.yaml:6:97
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-05-21}
          │                                                                                                 ^^^^^^^^^^
          │
          = help: ring or write to it, then put the day into `checked`
        "#);
        let story = Story::leaflet(SECTION).settings("checked: 2026-11-02", "checked: 2025-11-21");
        insta::assert_snapshot!(story.says("LW060"), @r#"
        error[LW060 contact-not-checked]: `desk` was checked more than twice as long ago as `contacts-valid-for`
          ┌─ service.yaml:6:97
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2025-11-21}
          │                                                                                                 ^^^^^^^^^^
          │
          = help: ring or write to it, then put the day into `checked`
        "#);
    }

    #[test]
    fn half_a_year_to_the_day_is_fine() {
        let story = Story::leaflet(SECTION).settings("checked: 2026-11-02", "checked: 2026-05-22");
        assert_eq!(story.says("LW060"), "");
    }
}
