use super::slip::{self, Slip};
use super::{calendar, clock};
use crate::check::english::{place_of, tokens, word_before};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, one_of};
use crate::read::TimeWords;

/// Dates and times are written in one way.
pub static RULE: Rule = Rule {
    id: RuleId::DateAndTimeStyle,
    severity: Severity::Warning,
    asks: "Times are written `5pm`, `5:30pm` and `midday`, dates `6 August 2018`, and ranges with `to`: in texts, in the hours of contacts and in local services.",
    why: "Some people misread 17:30, and 06/08 is June to some and August to others. Somebody who reads it wrong misses their appointment.",
    before: "Mon-Fri, 09.00-17.00, from 06/08/2018",
    after: "Monday to Friday, 9am to 5pm, from 6 August 2018",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let find = |line: &str| find(line, &subject.words.times);
    let mut problems = slip::in_texts(rule, subject, slip::is_worded, find);
    if subject.is_english() {
        // A text may name the hours of any contact.
        let contacts = subject.service.contacts.values();
        let hours = contacts.filter_map(|contact| contact.hours.as_ref());
        problems.extend(hours.flat_map(|text| slip::in_words(rule, text.place, &text.value, find)));
    }
    problems
}

fn find(line: &str, known: &TimeWords) -> Vec<Slip> {
    let tokens = tokens(line);
    let mut slips = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let date = calendar::misspelt(rest);
        let date = date.map(|(length, better)| (length, vec![better], "date"));
        let found = date.or_else(|| {
            let time = clock::misspelt(line, rest, &word_before(&tokens, at), known)?;
            Some((time.length, time.better, "time"))
        });
        let Some((length, better, what)) = found else {
            at += 1;
            continue;
        };
        let place = place_of(&rest[..length]);
        let words = &line[place.clone()];
        let (message, help) = said(words, &better, what);
        slips.push(Slip {
            place,
            message,
            help,
        });
        at += length;
    }
    slips
}

/// What is wrong with these words, and what to do.
fn said(words: &str, better: &[String], what: &str) -> (String, String) {
    let help = match better {
        [] => "write both times with `am` or `pm`, and `to` between them".to_owned(),
        better => format!("write {}", one_of(better.iter().map(String::as_str))),
    };
    let is_range = words.contains(['-', '–', '—']) && better.iter().any(|way| way.contains(" to "));
    let letters = words.chars().any(char::is_alphabetic);
    let wrong = if better.len() != 1 {
        "does not say whether it is morning or afternoon".to_owned()
    } else if is_range {
        "is a range with a dash".to_owned()
    } else if letters {
        format!("is not how a {what} is written here")
    } else if what == "date" {
        "is a date in figures, which people read in different ways".to_owned()
    } else {
        "is on the 24-hour clock, which some people misread".to_owned()
    };
    (format!("`{words}` {wrong}"), help)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn dates_and_times_in_a_text_are_found_at_their_words() {
        let story = Story::saying(
            "Come on 6th August at 5 p.m. or on 07/08/2026 at 17:30.\n\nWe open at 9:30.",
        );
        insta::assert_snapshot!(story.says("LW044"), @"
        warning[LW044 date-and-time-style]: `6th August` is not how a date is written here
           ┌─ content/guides/story/en-GB.yaml:17:19
           │
        17 │           Come on 6th August at 5 p.m. or on 07/08/2026 at 17:30.
           │                   ^^^^^^^^^^
           │
           = help: write `6 August`

        warning[LW044 date-and-time-style]: `5 p.m.` is not how a time is written here
           ┌─ content/guides/story/en-GB.yaml:17:33
           │
        17 │           Come on 6th August at 5 p.m. or on 07/08/2026 at 17:30.
           │                                 ^^^^^^
           │
           = help: write `5pm`

        warning[LW044 date-and-time-style]: `07/08/2026` is a date in figures, which people read in different ways
           ┌─ content/guides/story/en-GB.yaml:17:46
           │
        17 │           Come on 6th August at 5 p.m. or on 07/08/2026 at 17:30.
           │                                              ^^^^^^^^^^
           │
           = help: write `7 August 2026`

        warning[LW044 date-and-time-style]: `17:30` is on the 24-hour clock, which some people misread
           ┌─ content/guides/story/en-GB.yaml:17:60
           │
        17 │           Come on 6th August at 5 p.m. or on 07/08/2026 at 17:30.
           │                                                            ^^^^^
           │
           = help: write `5:30pm`

        warning[LW044 date-and-time-style]: `9:30` does not say whether it is morning or afternoon
           ┌─ content/guides/story/en-GB.yaml:19:22
           │
        19 │           We open at 9:30.
           │                      ^^^^
           │
           = help: write `9:30am` or `9:30pm`
        ");
    }

    #[test]
    fn hours_of_contacts_and_of_local_services_count_as_well() {
        let story = Story::leaflet(
            "  - id: help\n    heading: Help near you\n    blocks:\n      - contacts: all\n      - signposts: {topic: mood}\n",
        );
        let story = story
            .settings("Monday to Friday, 9am to 4pm", "Mon-Fri, 9am-4pm")
            .file(
                "local-services.csv",
                "name,topic,what,when,phone,email,website,checked\nTea Club,mood,Tea and a chat,\"Thursdays, 14:00\",01632 960777,,,2026-11-01\n",
            );
        insta::assert_snapshot!(story.says("LW044"), @r#"
        warning[LW044 date-and-time-style]: `Mon-Fri` is a range with a dash
          ┌─ service.yaml:6:57
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Mon-Fri, 9am-4pm", checked: 2026-11-02}
          │                                                         ^^^^^^^
          │
          = help: write `Monday to Friday`

        warning[LW044 date-and-time-style]: `9am-4pm` is a range with a dash
          ┌─ service.yaml:6:66
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Mon-Fri, 9am-4pm", checked: 2026-11-02}
          │                                                                  ^^^^^^^
          │
          = help: write `9am to 4pm`

        warning[LW044 date-and-time-style]: `14:00` is on the 24-hour clock, which some people misread
          ┌─ local-services.csv:2:42
          │
        2 │ Tea Club,mood,Tea and a chat,"Thursdays, 14:00",01632 960777,,,2026-11-01
          │                                          ^^^^^
          │
          = help: write `2pm`
        "#);
    }

    #[test]
    fn what_is_right_is_left_alone() {
        let story = Story::saying(
            "Come on Monday 6 August 2026 at 5:30pm, or from 9:30 to 11am. Ring {{ contact.desk.phone }} by midday.",
        );
        assert_eq!(story.says("LW044"), "");
    }

    #[test]
    fn what_is_filled_in_for_a_person_is_not_the_authors() {
        let story = Story::letter(
            "  - id: when\n    blocks:\n      - text: Come on {{ person.appointment_date }} at {{ person.appointment_time }}.\n",
        );
        assert_eq!(story.says("LW044"), "");
    }
}
