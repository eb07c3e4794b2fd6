use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;
use crate::tailor::Block;

/// A reader can say what they think, and knows where.
pub static RULE: Rule = Rule {
    id: RuleId::NoFeedback,
    severity: Severity::Warning,
    asks: "The imprint asks what readers think of it, and somewhere on the pages stands how to reach the service. A letter has no such line.",
    why: "Only readers know what a leaflet does not tell them. Asked without a number to call, nobody answers.",
    before: "Did this help you? Tell us what we could do better.\n\nwhere no page gives a phone number or an address",
    after: "The same line, and the block `- contacts: [main]` in a section",
    source: "an imprint asks for feedback (widely known); that it needs somewhere to go is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.publication.kind == Kind::Letter {
        return Vec::new();
    }
    let label = subject.labels.get("feedback");
    let label = label.filter(|label| !label.value.contains(char::is_alphabetic));
    let not_asked = label.map(|label| {
        let problem = rule.finding("this line asks nobody what they think");
        problem.at(label.place).help(
            "ask in your own words, as in `Did this help you? Tell us what we could do better.`",
        )
    });
    let unreachable = (!can_be_reached(subject)).then(|| {
        let problem =
            rule.finding("this asks people what they think, and does not say where to answer");
        problem
            .at(subject.guide.guide.place)
            .help("add the block `- contacts: [main]` to a section")
            .help("or write `formats-line: true` in `service.yaml`: it prints the main contact too")
    });
    not_asked.into_iter().chain(unreachable).collect()
}

/// Whether some way to reach the service is printed.
fn can_be_reached(subject: &Subject) -> bool {
    let publication = subject.publication;
    let has_block = subject
        .printed_blocks()
        .any(|block| matches!(block, Block::Contacts { list } if !list.is_empty()));
    let contacts = subject.service.contacts.values();
    let ways: Vec<&str> = contacts
        .flat_map(|contact| [&contact.phone, &contact.email, &contact.website])
        .flatten()
        .map(|way| way.value.trim())
        .collect();
    let mut texts = publication.texts.iter();
    let in_texts = texts.any(|text| {
        let plain = text.plain().replace('\u{a0}', " ");
        ways.iter().any(|way| plain.contains(way))
    });
    publication.imprint.formats.is_some() || has_block || in_texts
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn without_line(block: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: who\n    heading: Talk to us\n    blocks:\n      - {block}\n"
        ))
        .settings(
            "contacts-valid-for",
            "formats-line: false\ncontacts-valid-for",
        )
    }

    #[test]
    fn whoever_is_asked_knows_where_to_answer() {
        insta::assert_snapshot!(without_line("text: Come in.").says("LW093"), @"
        warning[LW093 no-feedback]: this asks people what they think, and does not say where to answer
          ┌─ content/guides/story/en-GB.yaml:1:8
          │
        1 │ guide: story
          │        ^^^^^
          │
          = help: add the block `- contacts: [main]` to a section
          = help: or write `formats-line: true` in `service.yaml`: it prints the main contact too
        ");
    }

    #[test]
    fn a_number_anywhere_will_do() {
        assert_eq!(without_line("contacts: all").says("LW093"), "");
        let story = without_line("text: \"Phone {{ contact.main.phone }}.\"");
        assert_eq!(story.says("LW093"), "");
        let story = without_line("text: Come in.").settings("formats-line: false\n", "");
        assert_eq!(story.says("LW093"), "");
    }

    #[test]
    fn a_line_of_dashes_asks_nobody() {
        let story = without_line("contacts: all").label("feedback", "–");
        insta::assert_snapshot!(story.says("LW093"), @r#"
        warning[LW093 no-feedback]: this line asks nobody what they think
          ┌─ content/labels/en-GB.yaml:1:11
          │
        1 │ feedback: "–"
          │           ^^^
          │
          = help: ask in your own words, as in `Did this help you? Tell us what we could do better.`
        "#);
    }
}
