use crate::check::english::figures::{Kind, figures};
use crate::check::english::{Sentence, sentences_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, one_of};
use crate::tailor::{PrintedText, Role};

/// A figure comes from somewhere, and says from where.
pub static RULE: Rule = Rule {
    id: RuleId::FigureWithoutSource,
    severity: Severity::Warning,
    asks: "A text with a figure about people (a percentage, `5 in 10`, half of people, twice as likely, the size of a study) carries a note that names its source.",
    why: "A figure without a source cannot be checked by a reader, nor by whoever has to say in 2 years whether it still holds.",
    before: "Around 5 in 10 people with pain that lasts also have low mood.",
    after: "Around 5 in 10 people with pain that lasts also have low mood.[^roddy]",
    source: "NHS service manual: keep sources; IPDASi v4: citations, a certifying item",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let texts = subject.publication.texts.iter();
    let texts = texts.filter(|text| is_looked_at(text.role) && !is_sourced(subject, text));
    texts
        .flat_map(|text| unsourced(rule, subject, text))
        .collect()
}

fn is_looked_at(role: Role) -> bool {
    role.is_prose() || role == Role::Cell
}

/// A cell has no room for a note: it may stand in any other text of its section.
fn is_sourced(subject: &Subject, text: &PrintedText) -> bool {
    let cites = |text: &PrintedText| !text.sources().is_empty();
    let mut others = subject.publication.texts.iter();
    let beside = |other: &PrintedText| other.section == text.section && cites(other);
    cites(text) || text.role == Role::Cell && others.any(beside)
}

fn unsourced(rule: &Rule, subject: &Subject, text: &PrintedText) -> Vec<Problem> {
    let written = text.written();
    let sentences = sentences_of(&written).into_iter();
    let mut found: Vec<Problem> = sentences
        .filter_map(|Sentence { words, start }| {
            let figure = figures(words, &subject.words.figures).into_iter().next()?;
            let words = &words[figure.start..figure.end];
            let message = match figure.kind {
                Kind::Study => format!("this study of `{words}` is not named"),
                _ => format!("`{words}` has no source"),
            };
            let problem = rule.finding(message).at(text.place);
            Some(problem.on_words(&written, start + figure.start, words))
        })
        .collect();
    if text.role == Role::Fact && found.is_empty() {
        found.push(
            rule.finding("the figure drawn here has no source")
                .at(text.place),
        );
    }
    let ids = subject.guide.sources.iter();
    let ids = one_of(ids.map(|source| source.id.value.as_str()));
    let first = if ids.is_empty() {
        "name where it comes from under `sources`, and put `[^id]` after the sentence".to_owned()
    } else {
        format!("put `[^id]` after the sentence; the sources are {ids}")
    };
    let found = found.into_iter();
    found
        .map(|problem| {
            problem
                .help(first.clone())
                .help("take the figure out if nobody knows where it comes from")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn figures_from_nowhere_are_found_sentence_by_sentence() {
        let story = Story::saying(
            "Pain is common: **1 in 3** adults live with it. Half of people with pain sleep badly.\n\nThey are twice as likely to feel low.",
        );
        insta::assert_snapshot!(story.says("LW040"), @"
        warning[LW040 figure-without-source]: `1 in 3` has no source
           ┌─ content/guides/story/en-GB.yaml:17:29
           │
        17 │           Pain is common: **1 in 3** adults live with it. Half of people with pain sleep badly.
           │                             ^^^^^^
           │
           = help: name where it comes from under `sources`, and put `[^id]` after the sentence
           = help: take the figure out if nobody knows where it comes from

        warning[LW040 figure-without-source]: `Half of people` has no source
           ┌─ content/guides/story/en-GB.yaml:17:59
           │
        17 │           Pain is common: **1 in 3** adults live with it. Half of people with pain sleep badly.
           │                                                           ^^^^^^^^^^^^^^
           │
           = help: name where it comes from under `sources`, and put `[^id]` after the sentence
           = help: take the figure out if nobody knows where it comes from

        warning[LW040 figure-without-source]: `twice as likely` has no source
           ┌─ content/guides/story/en-GB.yaml:19:20
           │
        19 │           They are twice as likely to feel low.
           │                    ^^^^^^^^^^^^^^^
           │
           = help: name where it comes from under `sources`, and put `[^id]` after the sentence
           = help: take the figure out if nobody knows where it comes from
        ");
    }

    #[test]
    fn a_drawn_figure_needs_a_source_whatever_its_words() {
        let story = Story::leaflet(
            "  - id: facts\n    heading: What we know\n    blocks:\n      - fact: {number: 1, of: 4, text: Some people sleep badly.}\n",
        );
        let story = story.guide(
            "sources: []",
            "sources: [{id: field, text: Field and others}]",
        );
        insta::assert_snapshot!(story.says("LW040"), @"
        warning[LW040 figure-without-source]: the figure drawn here has no source
           ┌─ content/guides/story/en-GB.yaml:16:40
           │
        16 │       - fact: {number: 1, of: 4, text: Some people sleep badly.}
           │                                        ^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: put `[^id]` after the sentence; the sources are `field`
           = help: take the figure out if nobody knows where it comes from
        ");
    }

    #[test]
    fn a_note_anywhere_in_the_text_is_a_source() {
        let story = Story::saying(
            "In a study of 2,000 people, 1 in 3 slept badly.\n\nThey were adults.[^field]",
        )
        .guide(
            "sources: []",
            "sources: [{id: field, text: Field and others}]",
        );
        assert_eq!(story.says("LW040"), "");
    }

    #[test]
    fn other_numbers_need_none() {
        let story = Story::saying(
            "Ring 01632 960123 on 6 August 2026, 9am to 5pm. A class costs £5 and has 12 places. There are 3 options. Rate your pain: 7 out of 10 is bad.",
        );
        assert_eq!(story.says("LW040"), "");
    }

    #[test]
    fn a_table_has_its_note_above() {
        let table = "      - table: {header: [Who, How many], rows: [[Adults, 1 in 3]]}\n";
        let sections = |text: &str| {
            format!(
                "  - id: facts\n    heading: What we know\n    blocks:\n      - text: {text}\n{table}"
            )
        };
        let sourced = Story::leaflet(&sections("Who has pain.[^field]")).guide(
            "sources: []",
            "sources: [{id: field, text: Field and others}]",
        );
        assert_eq!(sourced.says("LW040"), "");
        insta::assert_snapshot!(Story::leaflet(&sections("Who has pain.")).says("LW040"), @"
        warning[LW040 figure-without-source]: `1 in 3` has no source
           ┌─ content/guides/story/en-GB.yaml:17:58
           │
        17 │       - table: {header: [Who, How many], rows: [[Adults, 1 in 3]]}
           │                                                          ^^^^^^
           │
           = help: name where it comes from under `sources`, and put `[^id]` after the sentence
           = help: take the figure out if nobody knows where it comes from
        ");
    }
}
