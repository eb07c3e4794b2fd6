//! What every rule's own tests tell their stories with, and what holds for all
//! rules.

mod story;

pub use story::{Story, options};

use story::drawn;

use super::{ALL, rule};
use crate::assets::Assets;
use crate::check::Choice;
use crate::diagnostics::Sources;
use crate::publish::Workspace;
use crate::read::{Edition, Setting};

/// What is built in breaks no rule, in any tone and edition.
#[test]
fn the_built_in_content_is_clean() {
    for tone in ["wellbeing", "mental-health"] {
        for edition in [Edition::Standard, Edition::LargePrint] {
            let tone = Setting {
                key: "tone".into(),
                value: tone.into(),
                from: "--tone".into(),
            };
            let workspace =
                Workspace::with(Assets::example(), options(vec![tone]), Sources::default());
            let workspace = workspace.expect("the example opens");
            for id in workspace.publications().expect("guides") {
                let id = id.in_edition(edition);
                let found = workspace
                    .check(&id, &Choice::default())
                    .expect("it is printed");
                let said = drawn(&found.findings, workspace.sources());
                assert_eq!(said, "", "{}", id.describe());
            }
        }
    }
}

#[test]
fn codes_are_in_order_and_nobody_shares_one() {
    let codes: Vec<&str> = ALL.iter().map(|rule| rule.code()).collect();
    assert!(
        codes.is_sorted_by_key(|code| (code.len(), *code)),
        "{codes:?}"
    );
    for pair in codes.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
    for code in codes {
        let digits = code.strip_prefix("LW").expect("LW in front");
        assert!(
            matches!(digits.len(), 3 | 4) && digits.parse::<u16>().is_ok(),
            "{code}"
        );
        assert_eq!(
            rule(&code.to_lowercase()).map(|rule| rule.code()),
            Some(code)
        );
    }
}

#[test]
fn every_rule_explains_itself() {
    for rule in ALL {
        let texts = [rule.asks, rule.why, rule.before, rule.after, rule.source];
        for text in texts {
            assert!(!text.trim().is_empty(), "{}", rule.id);
            assert_eq!(text, text.trim(), "{}", rule.id);
        }
        assert_ne!(rule.before, rule.after, "{}", rule.id);
        assert_eq!(rule.name(), rule.name().to_lowercase(), "{}", rule.id);
    }
}
