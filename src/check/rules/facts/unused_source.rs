use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::SourceEntry;

/// A source is there for something.
pub static RULE: Rule = Rule {
    id: RuleId::UnusedSource,
    severity: Severity::Warning,
    asks: "Every source of a guide is cited in one of its texts. Where a service drops the text that cites one, that is no breach.",
    why: "What is cited nowhere is printed nowhere: somebody meant to cite it, or forgot to take it out.",
    before: "sources: [{id: roddy, text: Roddy and others}], and no `[^roddy]`",
    after: "Around 5 in 10 people sleep badly.[^roddy]",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let sources = subject.guide.sources.iter();
    let unused = sources.filter(|source| {
        let id = &source.id.value;
        !subject.guide.cites(id) && !subject.written.cites(id)
    });
    unused
        .map(|SourceEntry { id, .. }| {
            rule.finding(format!("no text cites the source `{}`", id.value))
                .at(id.place)
                .help(format!(
                    "put `[^{}]` after what comes from it, or take it out of `sources`",
                    id.value
                ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SOURCES: &str = "sources: [{id: field, text: Field and others}]";

    fn cited() -> Story {
        let story = Story::saying("Around 1 in 3 adults live with pain.[^field]");
        story.guide("sources: []", SOURCES)
    }

    #[test]
    fn a_source_that_nothing_cites_is_shown() {
        let story = Story::saying("Many adults live with pain.").guide("sources: []", SOURCES);
        insta::assert_snapshot!(story.says("LW042"), @"
        warning[LW042 unused-source]: no text cites the source `field`
           ┌─ content/guides/story/en-GB.yaml:11:16
           │
        11 │ sources: [{id: field, text: Field and others}]
           │                ^^^^^
           │
           = help: put `[^field]` after what comes from it, or take it out of `sources`
        ");
    }

    #[test]
    fn what_a_service_leaves_out_is_not_the_authors_fault() {
        assert_eq!(cited().says("LW042"), "");
        let changed = "sections: {who: {blocks: [{text: Many people live with pain.}]}}\n";
        let story = cited().file("overrides/story.yaml", changed);
        assert_eq!(story.says("LW042"), "");
    }
}
