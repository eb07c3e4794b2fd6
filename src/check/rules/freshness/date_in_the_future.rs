use jiff::civil::Date;

use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};

/// Nothing was checked on a day that is still to come.
pub static RULE: Rule = Rule {
    id: RuleId::DateInTheFuture,
    severity: Severity::Warning,
    asks: "`checked` and `reviewed` have come already. A guide whose `next-review` comes before its `reviewed` is an error.",
    why: "A slip in the year makes something look fresh for years that nobody has looked at.",
    before: "checked: 2062-11-02",
    after: "checked: 2026-11-02",
    source: "our own; Open Referral files with impossible dates are in use",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let guide = subject.guide;
    let contacts = subject.service.contacts.iter();
    let contacts = contacts.map(|(id, contact)| {
        let what = format!("`{id}` was checked");
        (what, contact.checked.value, contact.checked.place)
    });
    let printed = subject.printed_local_services();
    let signposts = printed.map(|service| {
        let what = format!("`{}` was checked", service.name);
        (what, service.checked, service.place)
    });
    let reviewed = (
        "this guide was reviewed".to_owned(),
        guide.reviewed.value,
        guide.reviewed.place,
    );
    let settings = subject.service.crisis_checked.as_ref();
    let settings = settings.map(|said| ("the crisis lines were checked".to_owned(), said.on));
    let records = subject.crisis.lines().filter_map(|line| {
        let checked = line.checked.as_ref()?;
        Some((format!("`{}` was checked", line.number.value), checked.on))
    });
    let crisis = settings.into_iter().chain(records);
    let crisis = crisis.map(|(what, on)| (what, on.value, on.place));
    let all = contacts.chain(crisis).chain(signposts).chain([reviewed]);
    let mut problems: Vec<Problem> = all
        .filter_map(|(what, day, place)| to_come(rule, subject.today, &what, day, place))
        .collect();
    problems.extend(backwards(rule, subject));
    problems
}

fn to_come(rule: &Rule, today: Date, what: &str, day: Date, place: Place) -> Option<Problem> {
    (day > today).then(|| {
        rule.finding(format!("{what} on a day that has not come yet, `{day}`"))
            .at(place)
            .on_words("", 0, &day.to_string())
            .help(format!(
                "today is {today}: write the day somebody really looked at it"
            ))
    })
}

fn backwards(rule: &Rule, subject: &Subject) -> Option<Problem> {
    let (reviewed, next) = (subject.guide.reviewed, subject.guide.next_review);
    (next.value < reviewed.value).then(|| {
        rule.finding(format!(
            "the next review, `{}`, comes before the last one",
            next.value
        ))
        .severity(Severity::Error)
        .at(next.place)
        .also(reviewed.place, "the last one")
        .help("look at the years: one of the two is a slip")
    })
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

    fn with_group(checked: &str) -> Story {
        let row = format!(
            "name,topic,phone,checked\nTea Club,mood,01632 960777,{checked}\nBand,activity,01632 960778,2099-01-01\n"
        );
        Story::leaflet(SECTION).file("local-services.csv", &row)
    }

    #[test]
    fn a_day_to_come_is_doubted_wherever_it_stands() {
        let story = with_group("2027-01-05").settings("checked: 2026-11-02", "checked: 2062-11-02");
        let story = story.guide("reviewed: 2026-11-01\n", "reviewed: 2026-12-01\n");
        insta::assert_snapshot!(story.says("LW062"), @r#"
        warning[LW062 date-in-the-future]: `desk` was checked on a day that has not come yet, `2062-11-02`
          ┌─ service.yaml:6:97
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2062-11-02}
          │                                                                                                 ^^^^^^^^^^
          │
          = help: today is 2026-11-22: write the day somebody really looked at it

        warning[LW062 date-in-the-future]: `Tea Club` was checked on a day that has not come yet, `2027-01-05`
          ┌─ local-services.csv:2:28
          │
        2 │ Tea Club,mood,01632 960777,2027-01-05
          │                            ^^^^^^^^^^
          │
          = help: today is 2026-11-22: write the day somebody really looked at it

        warning[LW062 date-in-the-future]: this guide was reviewed on a day that has not come yet, `2026-12-01`
          ┌─ content/guides/story/en-GB.yaml:9:11
          │
        9 │ reviewed: 2026-12-01
          │           ^^^^^^^^^^
          │
          = help: today is 2026-11-22: write the day somebody really looked at it
        "#);
    }

    #[test]
    fn a_review_before_the_last_one_is_an_error() {
        let story =
            with_group("2026-11-02").guide("next-review: 2028-11-01", "next-review: 2026-10-01");
        insta::assert_snapshot!(story.says("LW062"), @"
        error[LW062 date-in-the-future]: the next review, `2026-10-01`, comes before the last one
           ┌─ content/guides/story/en-GB.yaml:10:14
           │
         9 │ reviewed: 2026-11-01
           │           ---------- the last one
        10 │ next-review: 2026-10-01
           │              ^^^^^^^^^^
           │
           = help: look at the years: one of the two is a slip
        ");
    }

    #[test]
    fn today_has_come_and_what_is_not_printed_does_not_matter() {
        let story = with_group("2026-11-22").settings("checked: 2026-11-02", "checked: 2026-11-22");
        assert_eq!(story.says("LW062"), "");
    }
}
