//! `leafwright explain`: a rule, a family of them, or all.

use crate::support::{Desk, snapshot};

#[test]
fn a_rule_is_explained_by_code_or_name() {
    let desk = Desk::empty();
    let by_code = desk.done(&["explain", "lw012"]);
    let by_name = desk.done(&["explain", "word-to-avoid"]);
    assert_eq!(by_code.out, by_name.out);
    let never = desk.done(&["explain", "LW001"]);
    snapshot(
        "explain/rules",
        &format!("{}{}", by_code.story(), never.story()),
    );
    let told = desk.run(&["explain", "word-to-avod"]);
    assert_eq!(told.status, 2);
    snapshot("explain/unknown", &told.story());
}

#[test]
fn all_rules_are_listed_by_family() {
    let desk = Desk::empty();
    let all = desk.done(&["explain"]).out;
    for rule in leafwright::RULES {
        assert!(
            all.contains(rule.code()) && all.contains(rule.name()),
            "{}",
            rule.id
        );
    }
    let family = desk.done(&["explain", "lw00"]).out;
    snapshot("explain/family", &family);
}
