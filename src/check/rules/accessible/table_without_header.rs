use super::contents;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Content;

/// Every column of a table says what is in it.
pub static RULE: Rule = Rule {
    id: RuleId::TableWithoutHeader,
    severity: Severity::Warning,
    asks: "Every cell in the `header` of a table has a letter or a digit. A table without a header cannot be printed.",
    why: "Somebody who hears a table hears the header with every cell. Without one, a cell is a word without a question.",
    before: "header: [\"…\", Time]",
    after: "header: [Day, Time]",
    source: "WCAG 2.2, success criterion 1.3.1 (widely known); neither Typst nor veraPDF refuses such a file, as we tried",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let tables = contents(subject).filter_map(|content| match content {
        Content::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.flat_map(|table| &table.header);
    let cells = cells.filter_map(|cell| cell.in_tone(subject.tone));
    let silent = cells.filter(|cell| !cell.value.contains(char::is_alphanumeric));
    silent
        .map(|cell| {
            rule.finding(format!(
                "`{}` does not say what is in this column",
                cell.value
            ))
            .at(cell.place)
            .help("write a word or two, such as Day, What or Where")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn table(header: &str) -> String {
        let section = format!(
            "  - id: when\n    heading: When we meet\n    blocks:\n      - table: {{header: {header}, rows: [[Monday, 9am]]}}\n"
        );
        Story::leaflet(&section).says("LW082")
    }

    #[test]
    fn a_column_needs_a_word() {
        insta::assert_snapshot!(table("[\"…\", Time]"), @r#"
        warning[LW082 table-without-header]: `…` does not say what is in this column
           ┌─ content/guides/story/en-GB.yaml:16:26
           │
        16 │       - table: {header: ["…", Time], rows: [[Monday, 9am]]}
           │                          ^^^
           │
           = help: write a word or two, such as Day, What or Where
        "#);
        insta::assert_snapshot!(table("[]"), @"
        error[LW082 table-without-header]: this table is empty
           ┌─ content/guides/story/en-GB.yaml:16:9
           │
        16 │       - table: {header: [], rows: [[Monday, 9am]]}
           │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: give it a `header` and at least one of `rows`
        ");
    }

    #[test]
    fn a_word_or_a_number_is_enough() {
        assert_eq!(table("[Day, \"2026\"]"), "");
    }
}
