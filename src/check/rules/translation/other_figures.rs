use super::compare::{Pair, Part, pairs};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Content, Fact, Section, Text};

/// The same figures in every language.
pub static RULE: Rule = Rule {
    id: RuleId::OtherFigures,
    severity: Severity::Warning,
    asks: "Each section of a translation holds the figures of its original: how many in how many, years, phone numbers. A `fact` drawn otherwise is an error. The figure 1 is left alone: it is often a word.",
    why: "A slip in a figure reads as smoothly as the right one. Two people with the same leaflet would be told different things.",
    before: "en-GB: Around 5 in 10 people …\ncy: Tua 6 o bob 10 …",
    after: "en-GB: Around 5 in 10 people …\ncy: Tua 5 o bob 10 …",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let tone = subject.tone;
    let mut problems = Vec::new();
    for pair in pairs(subject) {
        let parts = pair.parts(tone);
        problems.extend(
            parts
                .iter()
                .flat_map(|part| other_figures(rule, &pair, part)),
        );
        let sections = pair.sections();
        problems.extend(sections.flat_map(|(a, b)| other_facts(rule, &pair, a, b)));
    }
    problems
}

/// A figure: as it is compared, where it stands in its text, and as it is written.
struct Figure<'a> {
    value: String,
    start: usize,
    written: &'a str,
}

fn other_figures(rule: &Rule, pair: &Pair, part: &Part) -> Vec<Problem> {
    let (there, originals) = &part.original;
    let (here, translated) = &part.translation;
    let (from, language) = (pair.from, pair.language);
    let has = |texts: &[&Text], value: &str| {
        texts.iter().any(|text| {
            figures(&text.value)
                .iter()
                .any(|figure| figure.value == value)
        })
    };
    let mut seen: Vec<String> = Vec::new();
    let mut first = |value: &str| {
        let new = !seen.iter().any(|other| other == value);
        seen.push(value.to_owned());
        new
    };
    let mut problems = Vec::new();
    for text in translated {
        for figure in figures(&text.value) {
            if !has(originals, &figure.value) && first(&figure.value) {
                let problem = rule.finding(format!(
                    "`{}` stands in `{language}`, and not in `{from}`",
                    figure.written
                ));
                let problem =
                    problem
                        .at(text.place)
                        .on_words(&text.value, figure.start, figure.written);
                problems.push(
                    problem
                        .also(*there, format!("this part in `{from}`"))
                        .help("see which of the two is right"),
                );
            }
        }
    }
    for text in originals {
        for figure in figures(&text.value) {
            if !has(translated, &figure.value) && first(&figure.value) {
                let problem = rule.finding(format!(
                    "`{}` stands in `{from}`, and not in `{language}`",
                    figure.written
                ));
                let problem = problem.at_saying(*here, "it is missing in this part");
                problems.push(
                    problem
                        .also(text.place, "it stands here")
                        .help("put it into the translation, in figures"),
                );
            }
        }
    }
    problems
}

/// The figures of a text, placeholders and sources left out.
fn figures(text: &str) -> Vec<Figure<'_>> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        let skipped = [("{{", "}}"), ("[^", "]")]
            .iter()
            .find_map(|(opening, closing)| {
                let inside = rest.strip_prefix(opening)?;
                Some(inside.find(closing)? + opening.len() + closing.len())
            });
        if let Some(length) = skipped {
            at += length;
        } else if next.is_ascii_digit() {
            let written = figure(rest);
            let value = written.replace(',', "").replace(':', ".");
            if value != "1" {
                figures.push(Figure {
                    value,
                    start: at,
                    written,
                });
            }
            at += written.len();
        } else {
            at += next.len_utf8();
        }
    }
    figures
}

/// The figure a text begins with: "2,000", "9:30".
fn figure(text: &str) -> &str {
    let mut end = 0;
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let joins = |at: usize| matches!(bytes.get(at), Some(b',' | b'.' | b':')) && is_digit(at + 1);
    while is_digit(end) || joins(end) {
        end += 1;
    }
    &text[..end]
}

/// Facts that are drawn otherwise: no reading of a text can excuse that.
fn other_facts(
    rule: &Rule,
    pair: &Pair,
    original: &Section,
    translation: &Section,
) -> Vec<Problem> {
    let [wanted, found] = [original, translation].map(facts);
    wanted
        .iter()
        .zip(found)
        .filter(|(wanted, found)| (wanted.number, wanted.of) != (found.number, found.of))
        .map(|(wanted, found)| {
            let problem = rule.finding(format!(
                "{} in {} is drawn in `{}`, and {} in {} in `{}`",
                found.number, found.of, pair.language, wanted.number, wanted.of, pair.from
            ));
            let problem = problem.severity(Severity::Error).at(found.text.place());
            problem
                .also(wanted.text.place(), "it stands here")
                .help("see which of the two is right")
        })
        .collect()
}

fn facts(section: &Section) -> Vec<&Fact> {
    let blocks = section.blocks.iter();
    let facts = blocks.filter_map(|block| match &block.value.content {
        Content::Fact(fact) => Some(fact),
        _ => None,
    });
    facts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    const SECTIONS: &str = "  - id: who
    heading: Who we are
    blocks:
      - fact: {number: 5, of: 10, text: \"Around 5 in 10 people.\"}
      - text: |
          In 2019, we met 2,000 people. Choose 1 thing.
";

    #[test]
    fn a_slip_in_a_figure_is_found() {
        let story = Story::leaflet(SECTIONS).translated("cy", &[("2,000 people", "200 people")]);
        insta::assert_snapshot!(story.says("LW101"), @"
        warning[LW101 other-figures]: `200` stands in `cy`, and not in `en-GB`
           ┌─ content/guides/story/cy.yaml:18:27
           │
        18 │           In 2019, we met 200 people. Choose 1 thing.
           │                           ^^^
           │
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: who
           │         --- this part in `en-GB`
           │
           = help: see which of the two is right

        warning[LW101 other-figures]: `2,000` stands in `en-GB`, and not in `cy`
           ┌─ content/guides/story/cy.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ it is missing in this part
           │
           ┌─ content/guides/story/en-GB.yaml:18:11
           │
        18 │           In 2019, we met 2,000 people. Choose 1 thing.
           │           --------------------------------------------- it stands here
           │
           = help: put it into the translation, in figures
        ");
    }

    #[test]
    fn a_fact_that_is_drawn_otherwise_is_an_error() {
        let story = Story::leaflet(SECTIONS).translated("cy", &[("number: 5", "number: 6")]);
        insta::assert_snapshot!(story.says("LW101"), @r#"
        error[LW101 other-figures]: 6 in 10 is drawn in `cy`, and 5 in 10 in `en-GB`
           ┌─ content/guides/story/cy.yaml:16:41
           │
        16 │       - fact: {number: 6, of: 10, text: "Around 5 in 10 people."}
           │                                         ^^^^^^^^^^^^^^^^^^^^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:16:41
           │
        16 │       - fact: {number: 5, of: 10, text: "Around 5 in 10 people."}
           │                                         ------------------------ it stands here
           │
           = help: see which of the two is right
        "#);
    }

    #[test]
    fn another_way_to_write_the_same_figure_is_fine() {
        let story = Story::leaflet(SECTIONS).translated(
            "cy",
            &[
                ("2,000 people", "2000 o bobl"),
                ("Choose 1 thing", "Un peth"),
            ],
        );
        assert_eq!(story.says("LW101"), "");
    }

    #[test]
    fn figures_end_where_the_sentence_does() {
        let text = "At 9:30am, 2,000 of {{ contact.line2.phone }}[^note3] in 2019.";
        let found: Vec<String> = figures(text)
            .into_iter()
            .map(|figure| figure.value)
            .collect();
        assert_eq!(found, ["9.30", "2000", "2019"]);
    }
}
