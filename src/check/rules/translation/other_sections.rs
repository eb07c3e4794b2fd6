use super::compare::{Pair, described, pairs};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::{Content, Section, Text};

/// The same parts in every language.
pub static RULE: Rule = Rule {
    id: RuleId::OtherSections,
    severity: Severity::Warning,
    asks: "A translation has the sections, options and blocks of its original, in the same order.",
    why: "Whoever reads the translation gets the same help. And what a service changes by the id of a section is changed in every language.",
    before: "A translation without the section `crisis-help`",
    after: "A translation with all of them",
    source: "our own; Welsh is to be treated no less favourably than English (widely known)",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let pairs = pairs(subject);
    pairs
        .iter()
        .flat_map(|pair| differences(rule, pair))
        .collect()
}

fn differences(rule: &Rule, pair: &Pair) -> Vec<Problem> {
    let originals: Vec<&Text> = pair
        .original
        .sections
        .iter()
        .map(|section| &section.id)
        .collect();
    let translated: Vec<&Text> = pair
        .translation
        .sections
        .iter()
        .map(|section| &section.id)
        .collect();
    let here = pair.translation.guide.place;
    let mut problems = other_ids(rule, pair, "section", &originals, &translated, here);
    for (original, translation) in pair.sections() {
        let [wanted, found] = [original, translation].map(options);
        problems.extend(other_ids(
            rule,
            pair,
            "option",
            &wanted,
            &found,
            translation.id.place,
        ));
        problems.extend(other_blocks(rule, pair, original, translation));
    }
    problems
}

/// Ids that are missing, too many, or in another order.
fn other_ids(
    rule: &Rule,
    pair: &Pair,
    what: &str,
    original: &[&Text],
    translation: &[&Text],
    here: Place,
) -> Vec<Problem> {
    let (from, language) = (pair.from, pair.language);
    let among = |id: &Text, all: &[&Text]| all.iter().any(|other| other.value == id.value);
    let missing = original
        .iter()
        .filter(|id| !among(id, translation))
        .map(|id| {
            let problem =
                rule.finding(format!("`{language}` leaves out the {what} `{}`", id.value));
            let problem = problem
                .at(here)
                .also(id.place, format!("it stands here in `{from}`"));
            problem.help(format!(
                "translate it, with the same id: `id: {}`",
                id.value
            ))
        });
    let extra = translation
        .iter()
        .filter(|id| !among(id, original))
        .map(|id| {
            let problem = rule.finding(format!("`{from}` has no {what} `{}`", id.value));
            problem.at(id.place).help(format!(
                "add it to `{from}` as well, take it out here, or give it the id it has there"
            ))
        });
    let mut problems: Vec<Problem> = missing.chain(extra).collect();
    let common = |ids: &[&Text], others: &[&Text]| -> Vec<(String, Place)> {
        let both = ids.iter().filter(|id| among(id, others));
        both.map(|id| (id.value.clone(), id.place)).collect()
    };
    let wanted = common(original, translation);
    let found = common(translation, original);
    let mut rows = wanted.iter().zip(&found);
    if let Some(((wanted, there), (found, place))) = rows.find(|((a, _), (b, _))| a != b) {
        let problem = rule.finding(format!(
            "the {what} `{found}` stands where `{from}` has `{wanted}`"
        ));
        let problem = problem
            .at(*place)
            .also(*there, format!("this comes first in `{from}`"));
        problems.push(problem.help(format!("put each {what} in the order of `{from}`")));
    }
    problems
}

/// The ids of the options in a section.
fn options(section: &Section) -> Vec<&Text> {
    let blocks = section.blocks.iter();
    let options = blocks.filter_map(|block| match &block.value.content {
        Content::Options(options) => Some(options),
        _ => None,
    });
    options.flatten().map(|option| &option.id).collect()
}

/// Another row of blocks, or blocks for other people.
fn other_blocks(
    rule: &Rule,
    pair: &Pair,
    original: &Section,
    translation: &Section,
) -> Option<Problem> {
    let [wanted, found] = [original, translation].map(described);
    let problem = rule.finding(format!(
        "the section `{}` has other blocks than in `{}`",
        original.id.value, pair.from
    ));
    (wanted != found).then(|| {
        problem
            .at_saying(translation.id.place, format!("here: {}", found.join(", ")))
            .also(original.id.place, format!("there: {}", wanted.join(", ")))
            .help("give it the same blocks in the same order")
    })
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTIONS: &str = "  - id: who
    heading: Who we are
    blocks:
      - text: Come in.
      - contacts: all
  - id: what
    heading: What we do
    blocks:
      - text: We listen.
  - id: where
    heading: Where we are
    blocks:
      - text: By the sea.
  - id: crisis-help
    blocks:
      - crisis
";

    #[test]
    fn a_section_that_is_left_out_or_added_is_found() {
        let story = Story::leaflet(SECTIONS).translated(
            "cy",
            &[
                ("  - id: crisis-help\n    blocks:\n      - crisis\n", ""),
                ("id: what", "id: beth"),
            ],
        );
        insta::assert_snapshot!(story.says("LW100"), @"
        warning[LW100 other-sections]: `cy` leaves out the section `what`
           ┌─ content/guides/story/cy.yaml:1:8
           │
         1 │ guide: story
           │        ^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:18:9
           │
        18 │   - id: what
           │         ---- it stands here in `en-GB`
           │
           = help: translate it, with the same id: `id: what`

        warning[LW100 other-sections]: `cy` leaves out the section `crisis-help`
           ┌─ content/guides/story/cy.yaml:1:8
           │
         1 │ guide: story
           │        ^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:26:9
           │
        26 │   - id: crisis-help
           │         ----------- it stands here in `en-GB`
           │
           = help: translate it, with the same id: `id: crisis-help`

        warning[LW100 other-sections]: `en-GB` has no section `beth`
           ┌─ content/guides/story/cy.yaml:18:9
           │
        18 │   - id: beth
           │         ^^^^
           │
           = help: add it to `en-GB` as well, take it out here, or give it the id it has there
        ");
    }

    #[test]
    fn another_order_and_other_blocks_are_found() {
        let story = Story::leaflet(SECTIONS).translated(
            "cy",
            &[
                ("id: what", "id: other"),
                ("id: where", "id: what"),
                ("id: other", "id: where"),
                ("      - contacts: all\n", ""),
            ],
        );
        insta::assert_snapshot!(story.says("LW100"), @"
        warning[LW100 other-sections]: the section `where` stands where `en-GB` has `what`
           ┌─ content/guides/story/cy.yaml:17:9
           │
        17 │   - id: where
           │         ^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:18:9
           │
        18 │   - id: what
           │         ---- this comes first in `en-GB`
           │
           = help: put each section in the order of `en-GB`

        warning[LW100 other-sections]: the section `who` has other blocks than in `en-GB`
           ┌─ content/guides/story/cy.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ here: text
           │
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: who
           │         --- there: text, contacts
           │
           = help: give it the same blocks in the same order
        ");
    }

    #[test]
    fn options_are_compared_by_their_ids() {
        let part = "what-it-is: A., what-it-is-like: B., how-it-may-help: C., what-may-be-hard: D., time-and-place: E., how-to-start: F.";
        let sections = format!(
            "  - id: choose\n    blocks:\n      - options:\n          - {{id: walk, name: Walk, summary: Go., {part}}}\n          - {{id: rest, name: Rest, summary: Stay., {part}}}\n"
        );
        let story = Story::booklet(&sections).translated("cy", &[("id: rest", "id: gorffwys")]);
        insta::assert_snapshot!(story.says("LW100"), @"
        warning[LW100 other-sections]: `cy` leaves out the option `rest`
           ┌─ content/guides/story/cy.yaml:13:9
           │
        13 │   - id: choose
           │         ^^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:17:18
           │
        17 │           - {id: rest, name: Rest, summary: Stay., what-it-is: A., what-it-is-like: B., how-it-may-help: C., what-may-be-hard: D., time-and-place: E., how-to-start: F.}
           │                  ---- it stands here in `en-GB`
           │
           = help: translate it, with the same id: `id: rest`

        warning[LW100 other-sections]: `en-GB` has no option `gorffwys`
           ┌─ content/guides/story/cy.yaml:17:18
           │
        17 │           - {id: gorffwys, name: Rest, summary: Stay., what-it-is: A., what-it-is-like: B., how-it-may-help: C., what-may-be-hard: D., time-and-place: E., how-to-start: F.}
           │                  ^^^^^^^^
           │
           = help: add it to `en-GB` as well, take it out here, or give it the id it has there
        ");
    }

    #[test]
    fn other_words_are_what_a_translation_is_for() {
        let story = Story::leaflet(SECTIONS).translated(
            "cy",
            &[
                ("Who we are", "Siarad am hyn"),
                ("Come in.", "Eich nodiadau."),
            ],
        );
        assert_eq!(story.says("LW100"), "");
    }
}
