use crate::check::phones::phones_in;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::PhoneWords;
use crate::read::reach::{self, dialled};

/// Every number could be dialled.
pub static RULE: Rule = Rule {
    id: RuleId::PhoneThatCannotBe,
    severity: Severity::Error,
    asks: "Every phone number has a beginning and a length that numbers have, and is not one that costs a caller much or works only from inside.",
    why: "One digit too few is a reader who hears a dead line.",
    before: "phone: 07700 90012",
    after: "phone: 07700 900123",
    source: "Ofcom's National Telephone Numbering Plan, widely known; areas with numbers of 10 digits: libphonenumber 9.0.43 of November 2026, read in its Python port",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let known = &subject.words.phones;
    let mut problems: Vec<Problem> = subject
        .phones()
        .filter_map(|(phone, place)| doubt(rule, phone, place, known))
        .collect();
    for text in subject.own_texts() {
        let plain = text.written();
        for range in phones_in(&plain) {
            let written = &plain[range.clone()];
            let wrong = reach::phone(written);
            let wrong = wrong.map(|(message, help)| rule.finding(message).help(help));
            let problem = wrong.or_else(|| doubt(rule, written, text.place, known));
            problems.extend(problem.map(|problem| {
                problem
                    .at(text.place)
                    .on_words(&plain, range.start, written)
            }));
        }
    }
    problems
}

/// A number that somebody could dial, and may be sorry for it.
fn doubt(rule: &Rule, phone: &str, place: Place, known: &PhoneWords) -> Option<Problem> {
    let number = dialled(phone);
    if let Some(problem) = too_short(rule, phone, &number, known) {
        return Some(problem.at(place).on_words("", 0, phone));
    }
    let mut costly = known.costly.iter();
    let costly = costly.find(|costly| number.starts_with(&costly.begins.value));
    let (message, help) = if let Some(costly) = costly {
        (
            format!("`{phone}` costs a caller a lot"),
            costly.why.value.as_str(),
        )
    } else if !is_reachable(&number, known) {
        (
            format!("`{phone}` is not a number that can be dialled from everywhere"),
            "if it is an extension, write the number from outside, and the extension into the hours",
        )
    } else {
        return None;
    };
    let problem = rule.finding(message).severity(Severity::Warning);
    Some(problem.at(place).on_words("", 0, phone).help(help))
}

/// A number of 10 digits where numbers have 11: one was lost. Where an area has some of
/// both, and none of 10 that begin so, it may have been.
fn too_short(rule: &Rule, phone: &str, number: &str, known: &PhoneWords) -> Option<Problem> {
    let (area, rest) = number.split_at_checked(5)?;
    if number.len() != 10 || !number.starts_with("01") {
        return None;
    }
    let help = "is one missing? look the number up where it is used";
    match known.ten_digits.get(area) {
        None => Some(
            rule.finding(format!(
                "`{phone}` has 10 digits, and numbers that begin with {area} have 11"
            ))
            .help(help),
        ),
        Some(locals) if !locals.contains(rest.get(..2)?) => Some(
            rule.finding(format!(
                "no number of 10 digits is known that begins as `{phone}` does"
            ))
            .severity(Severity::Warning)
            .help(help),
        ),
        Some(_) => None,
    }
}

/// Whether a number works outside the building it was written in.
fn is_reachable(number: &str, known: &PhoneWords) -> bool {
    let whole = number.starts_with(['0', '+']);
    let helpline = number.len() == 6 && (number.starts_with("116") || number.starts_with("118"));
    let texts = number.len() == 5 && number.starts_with(['5', '6', '7', '8']);
    whole || helpline || texts || known.short.contains(number)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn phone(number: &str) -> String {
        let story = Story::leaflet(
            "  - id: who\n    heading: Talk to us\n    blocks:\n      - contacts: all\n",
        );
        story
            .settings("phone: 01632 960111", &format!("phone: {number}"))
            .says("LW064")
    }

    fn text(text: &str) -> String {
        Story::with_text(text).says("LW064")
    }

    #[test]
    fn a_contact_that_cannot_be_rung_is_refused_when_it_is_read() {
        insta::assert_snapshot!(phone("07700 90012"), @r#"
        error[LW064 phone-that-cannot-be]: `07700 90012` has 10 digits
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: 07700 90012, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^
          │
          = help: a number that begins so has 11; is one missing or written twice?
        "#);
        insta::assert_snapshot!(phone("04632 960111"), @r#"
        error[LW064 phone-that-cannot-be]: no phone number in the UK begins with 046, as `04632 960111` does
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: 04632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^^
          │
          = help: they begin with 01, 02, 03, 07 or 08; look the number up where it is used
        "#);
    }

    #[test]
    fn numbers_that_cost_a_lot_or_work_only_inside_are_doubted() {
        insta::assert_snapshot!(phone("0909 879 0123"), @r#"
        warning[LW064 phone-that-cannot-be]: `0909 879 0123` costs a caller a lot
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: 0909 879 0123, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^^^
          │
          = help: numbers that begin with 09 are for services that charge
        "#);
        insta::assert_snapshot!(phone("\"4512\""), @r#"
        warning[LW064 phone-that-cannot-be]: `4512` is not a number that can be dialled from everywhere
          ┌─ service.yaml:6:36
          │
        6 │   desk: {name: Front desk, phone: "4512", hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                    ^^^^
          │
          = help: if it is an extension, write the number from outside, and the extension into the hours
        "#);
    }

    /// A digit is lost, and the number looks like those of another town.
    #[test]
    fn ten_digits_are_a_number_in_some_areas_only() {
        insta::assert_snapshot!(phone("01632 96011"), @r#"
        error[LW064 phone-that-cannot-be]: `01632 96011` has 10 digits, and numbers that begin with 01632 have 11
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: 01632 96011, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^
          │
          = help: is one missing? look the number up where it is used
        "#);
        insta::assert_snapshot!(phone("01204 52345"), @r#"
        warning[LW064 phone-that-cannot-be]: no number of 10 digits is known that begins as `01204 52345` does
          ┌─ service.yaml:6:35
          │
        6 │   desk: {name: Front desk, phone: 01204 52345, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                   ^^^^^^^^^^^
          │
          = help: is one missing? look the number up where it is used
        "#);
        assert_ne!(text("Ring 0121 496 012 or write."), "");
        assert_ne!(text("Ring +44 1632 96011 or write."), "");
        for number in ["01204 61234", "016977 2345", "01204 523456", "0800 123456"] {
            assert_eq!(phone(number), "", "{number}");
        }
    }

    #[test]
    fn a_number_in_a_text_is_looked_at_as_well() {
        insta::assert_snapshot!(text("Ring 07700 900 1234 or 01632 960 123 now."), @"
        error[LW064 phone-that-cannot-be]: `07700 900 1234` has 12 digits
           ┌─ content/guides/story/en-GB.yaml:16:20
           │
        16 │       - text: Ring 07700 900 1234 or 01632 960 123 now.
           │                    ^^^^^^^^^^^^^^
           │
           = help: a number that begins so has 11; is one missing or written twice?
        ");
    }

    #[test]
    fn the_rows_of_local_services_are_looked_at_when_they_are_read() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Help\n    blocks:\n      - signposts: {topic: mood}\n",
        );
        let story = story.file(
            "local-services.csv",
            "name,topic,phone,checked\nTea Club,mood,01632 9607,2026-11-02\n",
        );
        insta::assert_snapshot!(story.says("LW064"), @"
        error[LW064 phone-that-cannot-be]: `01632 9607` has 9 digits
          ┌─ local-services.csv:2:1
          │
        2 │ Tea Club,mood,01632 9607,2026-11-02
          │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: a number in the UK has 10 or 11; is one missing or written twice?
        ");
    }

    #[test]
    fn numbers_that_can_be_dialled_are_fine() {
        for number in [
            "\"111\"",
            "116 123",
            "\"85258\"",
            "0800 1111",
            "+44 (0)20 7946 0123",
            "18001 01632 960111",
        ] {
            assert_eq!(phone(number), "", "{number}");
        }
        assert_eq!(text("On 01/02/2026, 0800 83 85 87 was free."), "");
    }
}
