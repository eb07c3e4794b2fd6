use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nothing of the built-in example reaches a reader.
pub static RULE: Rule = Rule {
    id: RuleId::ExampleDetails,
    severity: Severity::Error,
    asks: "A service's own folder holds no name, number, address, signature or logo of the built-in example. Letters are not printed with a name, number or signature of it; leaflets and booklets say on each page that they are drafts. A place or a logo of it is a warning.",
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
            .severity(detail.severity)
            .at(detail.place)
            .on_words("", 0, written)
            .help(match detail.row {
                None if detail.may_be_so => "write your own; if it is your own as it stands, add what tells it from the example, such as the town",
                None if detail.is_picture => "put your own picture into the service's folder, or take `logo` and `logo-alt` out",
                None => "write your own",
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
            .settings(
                "Harbour Pain Service",
                "Riverside Pain and Wellbeing Service",
            )
            .settings("01632 960111", "+44 1632 960456")
            .settings("LD91 4AB", "ld91 3de")
            .settings("Sam Field", "Jo Example")
            .file(
                "local-services.csv",
                "name,topic,phone,email,checked\n\
                 Tea Club,mood,01632 960771,hello@talkinggroup.example,2026-11-02\n\
                 Band,sleep,07700 900123,,2026-11-02\n",
            );
        insta::assert_snapshot!(story.says("LW068"), @r#"
        error[LW068 example-details]: the name of the service is still the example's: `Riverside Pain and Wellbeing Service`
          ┌─ service.yaml:1:17
          │
        1 │ service: {name: Riverside Pain and Wellbeing Service, organisation: Harbour Health, nation: england}
          │                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write your own; if it is your own as it stands, add what tells it from the example, such as the town

        error[LW068 example-details]: a phone number is still the example's: `+44 1632 960456`
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: +44 1632 960456, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^^^^^
          │
          = help: write your own

        warning[LW068 example-details]: an address is still the example's: `ld91 3de`
          ┌─ service.yaml:8:62
          │
        8 │   clinic: {name: Pier House, address: [3 Pier Road, Harbour, ld91 3de]}
          │                                                              ^^^^^^^^
          │
          = help: write your own

        error[LW068 example-details]: who signs is still the example's: `Jo Example`
          ┌─ service.yaml:9:57
          │
        9 │ letters: {post: dl, reply-to: clinic, signed-by: {name: Jo Example, role: Service lead}}
          │                                                         ^^^^^^^^^^
          │
          = help: write your own; if it is your own as it stands, add what tells it from the example, such as the town

        error[LW068 example-details]: a local service is still the example's: `hello@talkinggroup.example`
          ┌─ local-services.csv:2:28
          │
        2 │ Tea Club,mood,01632 960771,hello@talkinggroup.example,2026-11-02
          │                            ^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write one near you, or delete the row
        "#);
    }

    #[test]
    fn words_that_are_right_for_many_are_no_details() {
        let story = Story::leaflet(SECTION)
            .settings("Front desk", "Bookings team")
            .settings(
                "Monday to Friday, 9am to 4pm",
                "Monday to Friday, 9am to 5pm",
            )
            .settings("3 Pier Road, Harbour", "1 Mill Lane, Harbour");
        assert_eq!(story.says("LW068"), "");
    }

    #[test]
    fn nobody_can_silence_it() {
        let story = Story::leaflet(SECTION)
            .settings("Harbour Health", "Riverside Community Health")
            .settings(
                "tone: wellbeing",
                "tone: wellbeing\ncheck: {ignore: [LW068]}",
            );
        assert_ne!(story.says("LW068"), "");
    }
}
