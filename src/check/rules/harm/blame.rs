use crate::check::editor::{Editor, Others, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nobody is blamed.
pub static RULE: Rule = Rule {
    id: RuleId::Blame,
    severity: Severity::Warning,
    asks: "No text blames its reader, or people like them, for pain, for what they did not do, or for what others had to bear.",
    why: "Shame keeps people away. What looks like no effort from outside is often pain, low mood, work or money, and nobody who writes a leaflet knows which.",
    before: "You have not done your exercises.",
    after: "Many people find it hard to keep exercises up. Start again where you left off, or ask us for others.",
    source: "Cox and Fritz, quoted by others: words that blame people and belittle them; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let right = Right {
        said_by_others: Others::Right,
        ..Right::WHERE_NOT_MEANT
    };
    Editor::of(subject, &subject.words.blame, right).found(rule)
}
