use std::collections::HashSet;

use crate::check::phones::{phones_in, short_numbers_in};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::Audience;
use crate::read::reach::dialled;
use crate::tailor::{PrintedText, Role};

/// A number belongs to one name, and a name has one number.
pub static RULE: Rule = Rule {
    id: RuleId::SameNumberTwice,
    severity: Severity::Warning,
    asks: "No two contacts or local services share a number under other names, none has two numbers, and no number stands in a text that is not that of a contact, a local service or a crisis line.",
    why: "A number that was copied and not changed brings a reader to the wrong people. A number in the middle of a text is forgotten when the numbers are checked.",
    before: "text: Phone us on 01632 960123.",
    after: "text: Phone us on {{ contact.main.phone }}.",
    source: "our own",
    check: Some(Check::Words(check)),
};

/// Somebody who can be rung.
struct Entry<'a> {
    name: &'a str,
    phone: &'a str,
    place: Place,
}

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let entries = entries(subject);
    let mut problems = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let earlier = &entries[..number];
        problems.extend(clash(rule, entry, earlier));
    }
    let known = known(subject);
    let texts = subject.own_texts();
    problems.extend(texts.flat_map(|text| strangers(rule, subject, text, &known)));
    problems
}

/// Everybody with a number: contacts, then the local services that are printed.
fn entries<'a>(subject: &'a Subject) -> Vec<Entry<'a>> {
    let contacts = subject.service.contacts.values().filter_map(|contact| {
        let phone = contact.phone.as_ref()?;
        Some(Entry {
            name: &contact.name.value,
            phone: &phone.value,
            place: phone.place,
        })
    });
    let signposts = subject.printed_local_services().filter_map(|service| {
        Some(Entry {
            name: &service.name,
            phone: service.phone.as_deref()?,
            place: service.place,
        })
    });
    contacts.chain(signposts).collect()
}

/// An earlier entry with the same number or the same name, but not with both.
fn clash(rule: &Rule, entry: &Entry, earlier: &[Entry]) -> Option<Problem> {
    let same_name =
        |other: &Entry| other.name.trim().to_lowercase() == entry.name.trim().to_lowercase();
    let same_number = |other: &Entry| dialled(other.phone) == dialled(entry.phone);
    let other = earlier
        .iter()
        .find(|other| same_name(other) != same_number(other))?;
    let problem = if same_number(other) {
        rule.finding(format!(
            "`{}` has the same number as `{}`",
            entry.name, other.name
        ))
        .help("ring it: one of the two may be a copy that nobody changed")
    } else {
        rule.finding(format!(
            "`{}` has two numbers, `{}` and `{}`",
            entry.name, other.phone, entry.phone
        ))
        .help("ring both: one may be out of date; if both are right, let the names say which is which")
    };
    Some(
        problem
            .at(entry.place)
            .on_words("", 0, entry.phone)
            .also(other.place, format!("`{}`", other.name)),
    )
}

/// Every number that somebody is known to answer.
fn known(subject: &Subject) -> HashSet<String> {
    let contacts = subject.service.contacts.values();
    let contacts = contacts.filter_map(|contact| Some(contact.phone.as_ref()?.value.as_str()));
    let local = subject.local_services.iter();
    let local = local.filter_map(|service| service.phone.as_deref());
    let crisis = subject.crisis.lines();
    let crisis = crisis.map(|line| line.number.value.as_str());
    let all = contacts
        .chain(local)
        .chain(crisis)
        .chain(&subject.words.phones.for_everybody);
    all.map(dialled).collect()
}

/// The numbers in a text that nobody is known to answer.
fn strangers(
    rule: &Rule,
    subject: &Subject,
    text: &PrintedText,
    known: &HashSet<String>,
) -> Vec<Problem> {
    let is_answer = text.role == Role::Answer;
    if is_answer && subject.guide.audience.value == Audience::Staff {
        // The number that a GP rings is none of the contacts, which leaflets print.
        return Vec::new();
    }
    let help = if is_answer {
        "add it to `contacts` as well: there it is checked with the others"
    } else {
        "add it to `contacts` and write `{{ contact.….phone }}` here: then it is checked with the others"
    };
    let plain = subject.without_answers(text);
    let mut found = phones_in(&plain);
    if subject.is_english() {
        found.extend(short_numbers_in(&plain, &subject.words.phones));
    }
    let strange = found.into_iter().filter_map(|range| {
        let written = &plain[range.clone()];
        (!known.contains(&dialled(written))).then(|| {
            rule.finding(format!(
                "`{written}` is the number of no contact, no local service and no crisis line"
            ))
            .at(text.place)
            .on_words(&plain, range.start, written)
            .help(help)
        })
    });
    strange.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str = "  - id: who
    heading: Talk to us
    blocks:
      - contacts: all
      - signposts: {topic: mood}
";

    const GROUPS: &str = "name,topic,phone,checked
Tea Club,mood,01632 960777,2026-11-02
Garden Days,mood,+44 1632 960777,2026-11-02
Tea club,mood,01632 960778,2026-11-02
Band,sleep,01632 960111,2026-11-02
";

    #[test]
    fn one_number_for_two_and_two_for_one_are_doubted() {
        let story = Story::leaflet(SECTION).file("local-services.csv", GROUPS);
        insta::assert_snapshot!(story.says("LW063"), @"
        warning[LW063 same-number-twice]: `Garden Days` has the same number as `Tea Club`
          ┌─ local-services.csv:3:18
          │
        2 │ Tea Club,mood,01632 960777,2026-11-02
          │ ------------------------------------- `Tea Club`
        3 │ Garden Days,mood,+44 1632 960777,2026-11-02
          │                  ^^^^^^^^^^^^^^^
          │
          = help: ring it: one of the two may be a copy that nobody changed

        warning[LW063 same-number-twice]: `Tea club` has two numbers, `01632 960777` and `01632 960778`
          ┌─ local-services.csv:4:15
          │
        2 │ Tea Club,mood,01632 960777,2026-11-02
          │ ------------------------------------- `Tea Club`
        3 │ Garden Days,mood,+44 1632 960777,2026-11-02
        4 │ Tea club,mood,01632 960778,2026-11-02
          │               ^^^^^^^^^^^^
          │
          = help: ring both: one may be out of date; if both are right, let the names say which is which
        ");
        let other =
            "2026-11-02}\n  cancel: {name: To cancel, phone: 01632 960111, checked: 2026-11-02}";
        let story = Story::leaflet("  - id: who\n    blocks:\n      - contacts: all\n");
        insta::assert_snapshot!(story.settings("2026-11-02}", other).says("LW063"), @r#"
        warning[LW063 same-number-twice]: `To cancel` has the same number as `Front desk`
          ┌─ service.yaml:7:36
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ------------ `Front desk`
        7 │   cancel: {name: To cancel, phone: 01632 960111, checked: 2026-11-02}
          │                                    ^^^^^^^^^^^^
          │
          = help: ring it: one of the two may be a copy that nobody changed
        "#);
    }

    #[test]
    fn a_number_in_a_text_has_to_be_somebodys() {
        let text = "Ring 01632 960999 to change the day. Text HELP to 60777 if you cannot speak.";
        let story = Story::leaflet(&format!(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: {text}\n"
        ));
        insta::assert_snapshot!(story.says("LW063"), @"
        warning[LW063 same-number-twice]: `01632 960999` is the number of no contact, no local service and no crisis line
           ┌─ content/guides/story/en-GB.yaml:16:20
           │
        16 │       - text: Ring 01632 960999 to change the day. Text HELP to 60777 if you cannot speak.
           │                    ^^^^^^^^^^^^
           │
           = help: add it to `contacts` and write `{{ contact.….phone }}` here: then it is checked with the others

        warning[LW063 same-number-twice]: `60777` is the number of no contact, no local service and no crisis line
           ┌─ content/guides/story/en-GB.yaml:16:65
           │
        16 │       - text: Ring 01632 960999 to change the day. Text HELP to 60777 if you cannot speak.
           │                                                                 ^^^^^
           │
           = help: add it to `contacts` and write `{{ contact.….phone }}` here: then it is checked with the others
        ");
    }

    #[test]
    fn numbers_that_somebody_answers_may_stand_in_a_text() {
        let text = "Ring {{ contact.main.phone }}, (01632) 960111, 116 123, 0800 83 85 87 or 01632 960777. Call 111, ring 119 or dial 999. If you cannot hear, dial 18001 first. Text SHOUT to 85258.";
        let story = Story::leaflet(&format!(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: {text}\n"
        ));
        let story = story.file(
            "local-services.csv",
            "name,topic,phone,checked\nTea Club,mood,01632 960777,2026-11-02\n",
        );
        assert_eq!(story.says("LW063"), "");
    }

    /// An answer holds no `{{ contact… }}`, and what only GPs ring is no contact of leaflets.
    #[test]
    fn a_number_in_an_answer_is_one_of_the_contacts() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: Ring {{ needs.ring }}.\n",
        );
        let story = story
            .guide(
                "sections:\n",
                "needs:\n  ring: {type: text, required: true, ask: Whom may people ring?}\nsections:\n",
            )
            .settings(
                "tone: wellbeing\n",
                "tone: wellbeing\nguides: {story: {ring: our desk on 01632 960999}}\n",
            );
        insta::assert_snapshot!(story.says("LW063"), @"
        warning[LW063 same-number-twice]: `01632 960999` is the number of no contact, no local service and no crisis line
          ┌─ service.yaml:3:36
          │
        3 │ guides: {story: {ring: our desk on 01632 960999}}
          │                                    ^^^^^^^^^^^^
          │
          = help: add it to `contacts` as well: there it is checked with the others
        ");
        let staff = story.guide("audience: patients", "audience: staff");
        assert_eq!(staff.says("LW063"), "");
    }
}
