use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::check::english::dates::{NamedDay, day_name, full_name, named_days, weekday_name};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::{PrintedText, Role};

/// A weekday and the date beside it are the same day.
pub static RULE: Rule = Rule {
    id: RuleId::WeekdayAndDate,
    severity: Severity::Error,
    asks: "Where a text names a weekday and a date, the date is on that weekday. Where it names no year, it is on that weekday this year or next.",
    why: "Some readers go by the weekday and some by the date, so some of them come on a day when nobody expects them.",
    before: "The group starts on Monday 8 December 2026.",
    after: "The group starts on Tuesday 8 December 2026.",
    source: "our own; dates are written as the NHS service manual does: 6 August 2018",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    // What somebody said, or a source is called, is not ours to mend.
    let texts = subject.publication.texts.iter();
    let texts =
        texts.filter(|text| !matches!(text.role, Role::Quote | Role::QuotedBy | Role::Source));
    texts
        .flat_map(|text| wrong_days(rule, subject.today, text))
        .collect()
}

fn wrong_days(rule: &Rule, today: Date, text: &PrintedText) -> Vec<Problem> {
    let plain = text.written();
    let named = named_days(&plain).into_iter();
    let wrong = named.filter_map(|named| {
        let problem = wrong_day(rule, today, &named)?;
        let found = &plain[named.place.clone()];
        Some(
            problem
                .at(text.place)
                .on_words(&plain, named.place.start, found),
        )
    });
    wrong.collect()
}

fn wrong_day(rule: &Rule, today: Date, named: &NamedDay) -> Option<Problem> {
    let (day, month) = (named.day, named.month);
    let name = day_name(day, month, named.year);
    let years = match named.year {
        Some(year) => vec![year],
        None => vec![today.year(), today.year().saturating_add(1)],
    };
    let dates = years.iter().map(|year| Date::new(*year, month, day));
    let dates: Vec<Date> = dates.flatten().collect();
    if dates.is_empty() {
        // 29 February is in the calendar, though not this year or next.
        let sometimes = named.year.is_none() && (day, month) == (29, 2);
        let problem = rule.finding(format!("there is no {name}"));
        return (!sometimes).then(|| problem.help("look the day up, and write it again"));
    }
    if dates.iter().any(|date| date.weekday() == named.weekday) {
        return None;
    }
    let is = weekday_name(named.weekday);
    match (named.year, dates.as_slice()) {
        (Some(_), [date, ..]) => Some(
            rule.finding(format!(
                "{name} is a {}, not a {is}",
                weekday_name(date.weekday())
            ))
            .help(format!(
                "write `{}` or `{}`, whichever is meant",
                full_name(*date),
                full_name(nearest(*date, named.weekday))
            )),
        ),
        _ => Some(
            rule.finding(format!("{name} is not a {is}: {}", in_years(&dates)))
                .severity(Severity::Warning)
                .help("mend the weekday or the date, and write the year as well"),
        ),
    }
}

/// "a Monday in 2026, a Tuesday in 2027"
fn in_years(dates: &[Date]) -> String {
    let each = dates.iter().map(|date| {
        let weekday = weekday_name(date.weekday());
        format!("a {weekday} in {}", date.year())
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The day of this weekday that is nearest to a date.
fn nearest(date: Date, weekday: Weekday) -> Date {
    let days = [-3, -2, -1, 1, 2, 3].map(|days: i64| date.saturating_add(days.days()));
    let mut days = days.into_iter();
    days.find(|day| day.weekday() == weekday).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn story(text: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: group\n    heading: Our group\n    blocks:\n      - text: {text}\n"
        ))
    }

    #[test]
    fn a_date_on_another_weekday_is_found_with_the_right_one() {
        let story = story("The group starts on **Monday 8 December 2026** at 9am.");
        insta::assert_snapshot!(story.says("LW020"), @"
        error[LW020 weekday-and-date]: 8 December 2026 is a Tuesday, not a Monday
           ┌─ content/guides/story/en-GB.yaml:16:37
           │
        16 │       - text: The group starts on **Monday 8 December 2026** at 9am.
           │                                     ^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: write `Tuesday 8 December 2026` or `Monday 7 December 2026`, whichever is meant
        ");
    }

    #[test]
    fn a_day_that_does_not_exist_is_found() {
        let story = story("We are closed on Tuesday 31 November.");
        insta::assert_snapshot!(story.says("LW020"), @"
        error[LW020 weekday-and-date]: there is no 31 November
           ┌─ content/guides/story/en-GB.yaml:16:32
           │
        16 │       - text: We are closed on Tuesday 31 November.
           │                                ^^^^^^^^^^^^^^^^^^^
           │
           = help: look the day up, and write it again
        ");
    }

    #[test]
    fn without_a_year_this_one_and_the_next_are_tried() {
        let wrong = story("We meet again on Friday 7 January.");
        insta::assert_snapshot!(wrong.says("LW020"), @"
        warning[LW020 weekday-and-date]: 7 January is not a Friday: a Wednesday in 2026, a Thursday in 2027
           ┌─ content/guides/story/en-GB.yaml:16:32
           │
        16 │       - text: We meet again on Friday 7 January.
           │                                ^^^^^^^^^^^^^^^^
           │
           = help: mend the weekday or the date, and write the year as well
        ");
        for text in [
            "We meet on Wednesday 7 January.",
            "We meet on Thursday 7 January.",
            "We meet on Tuesday 29 February.",
        ] {
            assert_eq!(story(text).says("LW020"), "", "{text}");
        }
    }

    #[test]
    fn a_service_may_be_wrong_in_its_own_files() {
        let story = story("Come and see us.").settings(
            "hours: \"Monday to Friday, 9am to 4pm\"",
            "hours: \"Open from Mon 8 Dec 2026\"",
        );
        let story = story.guide(
            "      - text: Come",
            "      - contacts: all\n      - text: Come",
        );
        let story = story.file(
            "overrides/story.yaml",
            "add:\n  - after: group\n    section:\n      id: open\n      heading: Open day\n      blocks:\n        - text: Sunday, 1st of March 2027, for all.\n",
        );
        insta::assert_snapshot!(story.says("LW020"), @r#"
        error[LW020 weekday-and-date]: 8 December 2026 is a Tuesday, not a Monday
          ┌─ service.yaml:6:67
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Open from Mon 8 Dec 2026", checked: 2026-11-02}
          │                                                                   ^^^^^^^^^^^^^^
          │
          = help: write `Tuesday 8 December 2026` or `Monday 7 December 2026`, whichever is meant

        error[LW020 weekday-and-date]: 1 March 2027 is a Monday, not a Sunday
          ┌─ overrides/story.yaml:7:17
          │
        7 │         - text: Sunday, 1st of March 2027, for all.
          │                 ^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write `Monday 1 March 2027` or `Sunday 28 February 2027`, whichever is meant
        "#);
    }

    #[test]
    fn a_right_day_is_fine_in_any_form() {
        let texts = [
            "Tuesday 8 December 2026, Tue 08/12/2026, Tuesday the 8th of December.",
            "Monday to Friday, 9am to 4pm, from 8 December 2026.",
        ];
        for text in texts {
            let story = story(&format!("\"{text}\""));
            assert_eq!(story.says("LW020"), "", "{text}");
        }
    }
}
