use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nothing of the built-in example reaches a reader.
pub static RULE: Rule = Rule {
    id: RuleId::ExampleDetails,
    severity: Severity::Error,
    asks: "A service's own folder holds no name, number, address, signature or logo of the built-in example. Letters are not printed with one; leaflets and booklets say on each page that they are drafts.",
    why: "The example is invented: nobody answers its numbers, and nobody is at its addresses.",
    before: "phone: 01632 960123",
    after: "phone: the number that your own service answers",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let details = subject.invented();
    let problems = details.map(|detail| {
        let (what, written) = (detail.what, &detail.written);
        rule.finding(format!("{what} is still the example's: `{written}`"))
            .at(detail.place)
            .on_words("", 0, written)
            .help(match detail.row {
                None => "write your own; if it is right as it stands, add to it what tells it from the example, such as the town",
                Some(_) => "write one near you, or delete the row",
            })
    });
    problems.collect()
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

    #[test]
    fn each_detail_of_the_example_is_named_with_its_line() {
        let story = Story::leaflet(SECTION)
            .settings("Harbour Pain Service", "Riverside Pain and Wellbeing Service")
            .settings("01632 960111", "+44 1632 960456")
            .settings("LD91 4AB", "ld91 3de")
            .settings("Sam Field", "Jo Example")
            .file(
                "local-services.csv",
                "name,topic,phone,email,checked\n\
                 Tea Club,mood,01632 960771,hello@talkinggroup.example,2026-11-02\n\
                 Band,music,07700 900123,,2026-11-02\n",
            );
        insta::assert_snapshot!(story.says("LW068"));
    }

    #[test]
    fn words_that_are_right_for_many_are_no_details() {
        let story = Story::leaflet(SECTION)
            .settings("Front desk", "Bookings team")
            .settings("Monday to Friday, 9am to 4pm", "Monday to Friday, 9am to 5pm")
            .settings("3 Pier Road, Harbour", "1 Mill Lane, Harbour");
        assert_eq!(story.says("LW068"), "");
    }

    #[test]
    fn nobody_can_silence_it() {
        let story = Story::leaflet(SECTION)
            .settings("Harbour Health", "Riverside Community Health")
            .settings("tone: wellbeing", "tone: wellbeing\ncheck: {ignore: [LW068]}");
        assert_ne!(story.says("LW068"), "");
    }
}
