use super::compare::{Pair, Part, pairs};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Text;

/// The same placeholders and sources in every language.
pub static RULE: Rule = Rule {
    id: RuleId::OtherPlaceholders,
    severity: Severity::Warning,
    asks: "Each section of a translation fills in what its original does, and cites the same sources, in any order. Terms of a tone may differ: a language may need another form of them.",
    why: "A phone number that is left out of a translation is missed by nobody but the reader.",
    before: "en-GB: Phone us on {{ contact.main.phone }}.\ncy: Ffoniwch ni.",
    after: "en-GB: Phone us on {{ contact.main.phone }}.\ncy: Ffoniwch ni ar {{ contact.main.phone }}.",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let tone = subject.tone;
    let pairs = pairs(subject);
    pairs
        .iter()
        .flat_map(|pair| {
            let parts = pair.parts(tone).into_iter();
            let found = parts.flat_map(|part| differences(rule, pair, &part));
            found.collect::<Vec<_>>()
        })
        .collect()
}

/// A placeholder or a source: as it is compared, its place, and as it is written.
struct Mark<'a> {
    name: String,
    start: usize,
    written: &'a str,
}

fn differences(rule: &Rule, pair: &Pair, part: &Part) -> Vec<Problem> {
    let (there, originals) = &part.original;
    let (here, translated) = &part.translation;
    let (from, language) = (pair.from, pair.language);
    let mut problems = Vec::new();
    for (text, mark) in unmatched(translated, originals) {
        let problem = rule.finding(format!(
            "`{}` stands in `{language}`, and not in `{from}`",
            mark.name
        ));
        let problem = problem
            .at(text.place)
            .on_words(&text.value, mark.start, mark.written);
        problems.push(
            problem
                .also(*there, format!("this part in `{from}`"))
                .help(format!("add it to `{from}` too, or take it out here")),
        );
    }
    for (text, mark) in unmatched(originals, translated) {
        let problem = rule.finding(format!(
            "`{}` stands in `{from}`, and not in `{language}`",
            mark.name
        ));
        problems.push(
            problem
                .at_saying(*here, "it is missing in this part")
                .also(text.place, "it stands here")
                .help("put it where it belongs in the translation"),
        );
    }
    problems
}

/// What stands in some texts and not in the others, each once.
fn unmatched<'a>(texts: &[&'a Text], others: &[&Text]) -> Vec<(&'a Text, Mark<'a>)> {
    let known: Vec<String> = others
        .iter()
        .flat_map(|text| marks(&text.value))
        .map(|mark| mark.name)
        .collect();
    let mut found: Vec<(&Text, Mark)> = Vec::new();
    for text in texts {
        for mark in marks(&text.value) {
            let seen = found.iter().any(|(_, other)| other.name == mark.name);
            if !known.contains(&mark.name) && !seen {
                found.push((text, mark));
            }
        }
    }
    found
}

/// The placeholders and sources of a text, terms of a tone left out.
fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    for (opening, closing) in [("{{", "}}"), ("[^", "]")] {
        for (start, _) in text.match_indices(opening) {
            let inside = &text[start + opening.len()..];
            let Some(end) = inside.find(closing) else {
                continue;
            };
            // `| start` is a matter of where the word stands in its sentence.
            let name = inside[..end].split('|').next().unwrap_or_default().trim();
            let written = &text[start..start + opening.len() + end + closing.len()];
            let name = match opening {
                "{{" if name.starts_with("term.") => continue,
                "{{" => format!("{{{{ {name} }}}}"),
                _ => format!("[^{name}]"),
            };
            marks.push(Mark {
                name,
                start,
                written,
            });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTIONS: &str = "  - id: who
    heading: Who we are
    blocks:
      - text: |
          {{ term.low_mood | start }} is common.[^study] Phone {{ contact.main.phone }}.
";

    fn story() -> Story {
        Story::leaflet(SECTIONS).guide("sources: []", "sources: [{id: study, text: A study}]")
    }

    #[test]
    fn a_number_or_a_source_that_is_left_out_is_found() {
        let story = story().translated(
            "cy",
            &[
                ("common.[^study]", "common."),
                ("contact.main.phone", "contact.desk.phone"),
            ],
        );
        insta::assert_snapshot!(story.says("LW102"), @"
        warning[LW102 other-placeholders]: `{{ contact.desk.phone }}` stands in `cy`, and not in `en-GB`
           ┌─ content/guides/story/cy.yaml:17:56
           │
        17 │           {{ term.low_mood | start }} is common. Phone {{ contact.desk.phone }}.
           │                                                        ^^^^^^^^^^^^^^^^^^^^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: who
           │         --- this part in `en-GB`
           │
           = help: add it to `en-GB` too, or take it out here

        warning[LW102 other-placeholders]: `{{ contact.main.phone }}` stands in `en-GB`, and not in `cy`
           ┌─ content/guides/story/cy.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ it is missing in this part
           │
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           {{ term.low_mood | start }} is common.[^study] Phone {{ contact.main.phone }}.
           │           ------------------------------------------------------------------------------ it stands here
           │
           = help: put it where it belongs in the translation

        warning[LW102 other-placeholders]: `[^study]` stands in `en-GB`, and not in `cy`
           ┌─ content/guides/story/cy.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ it is missing in this part
           │
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           {{ term.low_mood | start }} is common.[^study] Phone {{ contact.main.phone }}.
           │           ------------------------------------------------------------------------------ it stands here
           │
           = help: put it where it belongs in the translation
        ");
    }

    #[test]
    fn another_order_and_another_form_of_a_term_are_fine() {
        let text = "{{ term.low_mood | start }} is common.[^study] Phone {{ contact.main.phone }}.";
        let other = "Ffoniwch {{contact.main.phone}}. Hwyliau isel.[^study]";
        let story = story().translated("cy", &[(text, other)]);
        assert_eq!(story.says("LW102"), "");
    }
}
