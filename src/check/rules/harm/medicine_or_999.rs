use crate::check::editor::{Editor, Others, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// No text says what to do with a medicine, or when to call 999.
pub static RULE: Rule = Rule {
    id: RuleId::MedicineOr999,
    severity: Severity::Error,
    asks: "No text says to take, stop or change a medicine, and none says when to call 999 or go to A&E but `in an emergency`, or when not to. The crisis box and the box `urgent` say that.",
    why: "Whoever wrote the page does not know who reads it, and nobody who prescribes has read it. A line in a leaflet can make somebody stop a medicine at once, or stay at home with chest pain.",
    before: "If you feel better, you can stop your tablets. Only call 999 if you cannot breathe.",
    after: "Ask your doctor or a pharmacist before you change any medicine. In an emergency, call 999.",
    source: "none of our sources says what to take; content/urgent.yaml is printed only with a clinician’s approval; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let right = Right {
        said_by_others: Others::Corrected,
        never_quoted: true,
        ..Right::NOWHERE
    };
    let words = subject.words;
    let lists = [&words.medicines, &words.emergencies];
    let found = lists.map(|list| Editor::of(subject, list, right).found(rule));
    found.into_iter().flatten().collect()
}
