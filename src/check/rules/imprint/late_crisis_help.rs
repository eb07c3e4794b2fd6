use super::on_pages::{CrisisBox, crisis_boxes};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Kind, Panel};
use crate::typeset::Pages;

/// Help in a crisis stands where somebody finds it who looks for nothing else.
pub static RULE: Rule = Rule {
    id: RuleId::LateCrisisHelp,
    severity: Severity::Warning,
    asks: "Help in a crisis stands in the first half of the pages, on an outer panel, or at the very end.",
    why: "In a crisis nobody reads page 14. People look at the cover, the back and the first pages.",
    before: "The crisis box on page 13 of 16",
    after: "The crisis box in the last section, so that it stands on the back cover",
    source: "our own",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    // A letter is read from beginning to end.
    if subject.publication.kind == Kind::Letter {
        return Vec::new();
    }
    let boxes = crisis_boxes(subject, pages);
    let count = pages.document.pages().len();
    if boxes
        .iter()
        .any(|found| is_easy_to_find(subject, found, count))
    {
        return Vec::new();
    }
    let first = boxes
        .iter()
        .find_map(|found| Some((found.page?, found.place)));
    first
        .map(|(page, place)| {
            rule.finding(format!(
                "help in a crisis stands on page {page} of {count}, where few people look"
            ))
            .at(place)
            .help(remedy(subject))
        })
        .into_iter()
        .collect()
}

fn remedy(subject: &Subject) -> String {
    let panels = subject.publication.paper.panels.iter();
    match panels
        .map(|panel| panel.name)
        .rfind(|panel| is_outer(*panel))
    {
        Some(panel) => format!("give its section an outer panel: `panel: {}`", panel.id()),
        None => "move it into the first half, or make it the last section".to_owned(),
    }
}

/// Whether a panel is seen while the leaflet is folded.
fn is_outer(panel: Panel) -> bool {
    matches!(
        panel,
        Panel::Front
            | Panel::FrontLeft
            | Panel::FrontRight
            | Panel::OutsideLeft
            | Panel::OutsideMiddle
            | Panel::Back
    )
}

fn is_easy_to_find(subject: &Subject, found: &CrisisBox, pages: usize) -> bool {
    let Some(page) = found.page else {
        // On two pages: another rule says so.
        return true;
    };
    let panels = &subject.publication.paper.panels;
    let outer = panels
        .get(page - 1)
        .is_some_and(|panel| is_outer(panel.name));
    // Half of the pages, and the one beside the last of them when it is open.
    page <= pages / 2 + 1 || page == pages || outer || (panels.is_empty() && found.closes)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn page(number: usize) -> String {
        format!(
            "  - id: page-{number}\n    heading: Page {number}\n    blocks:\n      - page-break\n      - text: Rest here.\n"
        )
    }

    const CRISIS: &str = "  - id: crisis-help\n    blocks:\n      - crisis\n";

    #[test]
    fn late_in_a_booklet_it_is_not_found() {
        let before: String = (1..=5).map(page).collect();
        let story = Story::booklet(&format!("{before}{CRISIS}{}", page(6)));
        insta::assert_snapshot!(story.says("LW095"), @"
        warning[LW095 late-crisis-help]: help in a crisis stands on page 6 of 8, where few people look
           ┌─ content/guides/story/en-GB.yaml:40:9
           │
        40 │       - crisis
           │         ^^^^^^
           │
           = help: move it into the first half, or make it the last section
        ");
    }

    #[test]
    fn early_or_on_the_back_it_is() {
        let pages: String = (1..=5).map(page).collect();
        let story = Story::booklet(&format!("{}{CRISIS}{pages}", page(6)));
        assert_eq!(story.says("LW095"), "");
        let story = Story::booklet(&format!("{pages}{CRISIS}"));
        assert_eq!(story.says("LW095"), "");
    }

    #[test]
    fn deep_inside_a_folded_leaflet_it_is_not_found() {
        let panels = ["inside-left", "flap", "inside-middle", "back"];
        let other: String = panels
            .iter()
            .map(|panel| format!("  - id: {panel}\n    heading: Rest\n    panel: {panel}\n    blocks:\n      - text: Rest here.\n"))
            .collect();
        let crisis = CRISIS.replace("    blocks", "    panel: inside-right\n    blocks");
        let story = Story::leaflet(&format!("{other}{crisis}"))
            .guide("format: a4\n", "format: a4-roll-fold\n");
        insta::assert_snapshot!(story.says("LW095"), @"
        warning[LW095 late-crisis-help]: help in a crisis stands on page 5 of 6, where few people look
           ┌─ content/guides/story/en-GB.yaml:36:9
           │
        36 │       - crisis
           │         ^^^^^^
           │
           = help: give its section an outer panel: `panel: back`
        ");
    }

    #[test]
    fn on_a_folded_leaflet_the_outer_panels_are_easy_to_find() {
        let sections = |crisis: &str| {
            let panels = [
                "inside-left",
                "inside-right",
                "outside-left",
                "outside-middle",
            ];
            let other: String = panels
                .iter()
                .map(|panel| format!("  - id: {panel}\n    heading: Rest\n    panel: {panel}\n    blocks:\n      - text: Rest here.\n"))
                .collect();
            let crisis = CRISIS.replace("    blocks", &format!("    panel: {crisis}\n    blocks"));
            format!("{crisis}{other}")
        };
        let folded = |crisis: &str| {
            Story::leaflet(&sections(crisis)).guide("format: a4\n", "format: a4-z-fold\n")
        };
        assert_eq!(folded("outside-left").says("LW095"), "");
        assert_eq!(folded("inside-middle").says("LW095"), "");
    }
}
