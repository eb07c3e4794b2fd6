use crate::check::english::places_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::WordList;
use crate::tailor::{PrintedText, plain};

/// A link says where it leads.
pub static RULE: Rule = Rule {
    id: RuleId::LinkWithoutWords,
    severity: Severity::Warning,
    asks: "The words of a link name what one finds there: not `here`, `this link` or `read more`. Nothing says `click here`.",
    why: "People who cannot see the page go from link to link and hear nothing but these words. On paper there is nothing to click.",
    before: "[Click here](https://harbour.example/pain) to read more.",
    after: "Read [our page about pain](https://harbour.example/pain).",
    source: "WCAG 2.2, success criterion 2.4.4 (widely known)",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let english = subject.is_english();
    let known = english.then_some(&subject.words.pictures_and_links.empty_links);
    let texts = subject.own_texts();
    texts
        .flat_map(|text| {
            let mut problems = empty_links(rule, text, known);
            if english && problems.is_empty() {
                problems.extend(clicks(rule, text));
            }
            problems
        })
        .collect()
}

/// `known`: English words that say nothing, where the text is English.
fn empty_links(rule: &Rule, text: &PrintedText, known: Option<&WordList>) -> Vec<Problem> {
    let whole = text.plain();
    let empty = text.links().filter_map(|(url, words)| {
        let words = plain(words);
        let said = words.to_lowercase();
        let said = said.trim_matches(|character: char| !character.is_alphanumeric());
        if said.is_empty() {
            let problem = rule.finding(format!("the link to `{url}` has no words"));
            return Some(problem.at(text.place).on_words("", 0, url));
        }
        known.is_some_and(|known| known.contains(said)).then(|| {
            let start = whole.find(&words).unwrap_or_default();
            rule.finding(format!("`{words}` does not say where the link leads"))
                .at(text.place)
                .on_words(&whole, start, &words)
        })
    });
    let help = "name what one finds there, as in [our page about pain](https://…)";
    empty.map(|problem| problem.help(help)).collect()
}

fn clicks(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let whole = text.plain();
    let found = places_of("click here", &whole).into_iter();
    let problems = found.map(|place| {
        let written = &whole[place.clone()];
        rule.finding(format!("`{written}` means nothing on paper"))
            .at(text.place)
            .on_words(&whole, place.start, written)
            .help("write the address out, or what to look for")
    });
    problems.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn text(text: &str) -> String {
        Story::with_text(&format!("{text:?}")).says("LW083")
    }

    #[test]
    fn words_that_lead_nowhere_are_found() {
        insta::assert_snapshot!(text("Read more [here](https://harbour.example), or **[Find out more](https://harbour.example/b).**"), @r#"
        warning[LW083 link-without-words]: `here` does not say where the link leads
           ┌─ content/guides/story/en-GB.yaml:16:27
           │
        16 │       - text: "Read more [here](https://harbour.example), or **[Find out more](https://harbour.example/b).**"
           │                           ^^^^
           │
           = help: name what one finds there, as in [our page about pain](https://…)

        warning[LW083 link-without-words]: `Find out more` does not say where the link leads
           ┌─ content/guides/story/en-GB.yaml:16:65
           │
        16 │       - text: "Read more [here](https://harbour.example), or **[Find out more](https://harbour.example/b).**"
           │                                                                 ^^^^^^^^^^^^^
           │
           = help: name what one finds there, as in [our page about pain](https://…)
        "#);
        insta::assert_snapshot!(text("See [](https://harbour.example)."), @r#"
        warning[LW083 link-without-words]: the link to `https://harbour.example` has no words
           ┌─ content/guides/story/en-GB.yaml:16:23
           │
        16 │       - text: "See [](https://harbour.example)."
           │                       ^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: name what one finds there, as in [our page about pain](https://…)
        "#);
        insta::assert_snapshot!(text("On our website, click here."), @r#"
        warning[LW083 link-without-words]: `click here` means nothing on paper
           ┌─ content/guides/story/en-GB.yaml:16:32
           │
        16 │       - text: "On our website, click here."
           │                                ^^^^^^^^^^
           │
           = help: write the address out, or what to look for
        "#);
    }

    #[test]
    fn words_that_say_where_and_bare_addresses_are_fine() {
        assert_eq!(
            text(
                "Come here. Read [more about pain](https://harbour.example/a) or <https://harbour.example/b>. Click the link we send you."
            ),
            ""
        );
    }
}
