//! Rules that belong together.

use super::ALL;
use crate::check::Rule;

/// Rules that belong together: their codes begin alike.
pub struct Family {
    /// How their codes begin: `LW01`.
    pub codes: &'static str,
    /// What they are about.
    pub about: &'static str,
}

/// Every family, in the order of the codes.
pub static FAMILIES: &[Family] = &[
    family("LW00", "Rules about rules"),
    family("LW01", "The words of a tone"),
    family("LW02", "Invitations"),
    family("LW03", "Options to choose between"),
    family("LW04", "Facts, figures and dates"),
    family("LW05", "How a text reads"),
    family("LW06", "What was right once"),
    family("LW07", "Pages"),
    family("LW08", "Open to every reader"),
    family("LW09", "What everything carries"),
    family("LW10", "Translations"),
    family("LW11", "The sheets of a letter"),
    family("LW12", "What is drawn"),
    family("LW13", "What only a service can say"),
    family("LW14", "What could hurt a reader"),
    family("LW15", "What can be read two ways"),
];

const fn family(codes: &'static str, about: &'static str) -> Family {
    Family { codes, about }
}

impl Family {
    /// Its rules, in the order of their codes.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let all = ALL.iter().copied();
        all.filter(|rule| rule.code().starts_with(self.codes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_in_one_family() {
        for rule in ALL {
            let count = FAMILIES
                .iter()
                .filter(|family| rule.code().starts_with(family.codes))
                .count();
            assert_eq!(count, 1, "{}", rule.id);
        }
    }
}
