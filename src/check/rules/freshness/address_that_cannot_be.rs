use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::reach::{self, Mistake};
use crate::tailor::PrintedText;

/// Every email and web address could be used.
pub static RULE: Rule = Rule {
    id: RuleId::AddressThatCannotBe,
    severity: Severity::Error,
    asks: "Every email address and every web address has the parts that such an address has, and no spaces.",
    why: "A reader types an address from paper, letter by letter. Where it leads nowhere, they blame themselves.",
    before: "email: bookings@riverside",
    after: "email: bookings@riverside.example",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = subject.own_texts();
    texts.flat_map(|text| addresses_in(rule, text)).collect()
}

fn addresses_in(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let plain = text.written();
    let mut problems = Vec::new();
    for written in words_with_at(&plain) {
        let start = plain.find(written).unwrap_or_default();
        problems.extend(reach::email(written).map(|(message, help)| {
            let problem = rule.finding(message).at(text.place);
            problem.on_words(&plain, start, written).help(help)
        }));
    }
    for (url, _) in text.links() {
        problems.extend(wrong_link(url).map(|(message, help)| {
            let problem = rule.finding(message).at(text.place);
            // The address stands in the file, not in the words that are printed.
            problem.on_words("", 0, url).help(help)
        }));
    }
    problems
}

/// The words that are meant as email addresses: something stands before the `@`.
fn words_with_at(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace();
    let around = |character: char| !character.is_alphanumeric();
    let words = words.map(move |word| word.trim_matches(around));
    words.filter(|word| {
        let name = word.split_once('@').map(|(name, _)| name);
        name.is_some_and(|name| name.chars().any(char::is_alphanumeric))
    })
}

fn wrong_link(url: &str) -> Option<Mistake> {
    if let Some(address) = url.strip_prefix("mailto:") {
        reach::email(address)
    } else if let Some(number) = url.strip_prefix("tel:") {
        reach::phone(number)
    } else {
        reach::website(url)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn text(text: &str) -> String {
        Story::with_text(&format!("{text:?}")).says("LW065")
    }

    fn contact(line: &str) -> String {
        let story = Story::leaflet(
            "  - id: who\n    heading: Talk to us\n    blocks:\n      - contacts: all\n",
        );
        story
            .settings(
                "phone: 01632 960111",
                &format!("phone: 01632 960111, {line}"),
            )
            .says("LW065")
    }

    #[test]
    fn an_address_in_the_settings_is_refused_when_it_is_read() {
        insta::assert_snapshot!(contact("email: desk@harbour"), @r#"
        error[LW065 address-that-cannot-be]: `desk@harbour` is not an email address
          ┌─ service.yaml:6:56
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, email: desk@harbour, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                                        ^^^^^^^^^^^^
          │
          = help: write it as in bookings@riverside.example, without spaces
        "#);
        insta::assert_snapshot!(contact("website: harbour health.example"), @r#"
        error[LW065 address-that-cannot-be]: `harbour health.example` is not a web address
          ┌─ service.yaml:6:58
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, website: harbour health.example, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                                          ^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write it as in riverside.example/pain, without spaces
        "#);
        insta::assert_snapshot!(contact("website: desk@harbour.example"), @r#"
        error[LW065 address-that-cannot-be]: `desk@harbour.example` is not a web address
          ┌─ service.yaml:6:58
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, website: desk@harbour.example, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                                                          ^^^^^^^^^^^^^^^^^^^^
          │
          = help: it is an email address, which has a line of its own: `email: …`
        "#);
    }

    #[test]
    fn an_address_in_a_text_is_looked_at_as_well() {
        insta::assert_snapshot!(text("Write to desk@harbour, or see [our page](htp://harbour.example)."), @r#"
        error[LW065 address-that-cannot-be]: `desk@harbour` is not an email address
           ┌─ content/guides/story/en-GB.yaml:16:25
           │
        16 │       - text: "Write to desk@harbour, or see [our page](htp://harbour.example)."
           │                         ^^^^^^^^^^^^
           │
           = help: write it as in bookings@riverside.example, without spaces

        error[LW065 address-that-cannot-be]: `htp://harbour.example` is not a web address
           ┌─ content/guides/story/en-GB.yaml:16:57
           │
        16 │       - text: "Write to desk@harbour, or see [our page](htp://harbour.example)."
           │                                                         ^^^^^^^^^^^^^^^^^^^^^
           │
           = help: begin it with https://, or with its name alone
        "#);
    }

    #[test]
    fn addresses_that_work_and_other_words_are_fine() {
        assert_eq!(contact("website: \"https://harbour.example/pain?a=1\""), "");
        assert_eq!(
            text(
                "Write to desk@harbour.example. Find @harbour at [our page](https://harbour.example) or <desk@harbour.example>."
            ),
            ""
        );
    }

    #[test]
    fn the_page_for_feedback_is_an_address_too() {
        let page = |address: &str| {
            let settings = format!("tone: wellbeing\nfeedback-page: {address}");
            let story = Story::saying("Come in.").settings("tone: wellbeing", &settings);
            story.says("LW065")
        };
        assert_eq!(page("harbour.example/tell-us"), "");
        insta::assert_snapshot!(page("harbour health/tell-us"), @"
        error[LW065 address-that-cannot-be]: `harbour health/tell-us` is not a web address
          ┌─ service.yaml:3:16
          │
        3 │ feedback-page: harbour health/tell-us
          │                ^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write it as in riverside.example/pain, without spaces
        ");
    }
}
