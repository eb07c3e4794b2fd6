//! What every rule's own tests tell their stories with, and what holds for all
//! rules.

mod editor;
mod story;
mod told;

pub use story::{Story, TODAY, drawn, only, shown};
pub use told::{SOURCES, Told};

use super::{ALL, rule};

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
