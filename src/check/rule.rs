//! What a rule is.

use super::Subject;
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::typeset::Pages;

/// Rules that nobody may silence: breaking them can harm somebody, or hide what does.
const ALWAYS_HEARD: [RuleId; 13] = [
    RuleId::ExceptionWithoutEffect,
    RuleId::UnknownRule,
    RuleId::OptionsDifferInParts,
    RuleId::UnknownSource,
    RuleId::CrisisLineNotRung,
    RuleId::ExampleDetails,
    RuleId::TextTooLong,
    RuleId::NoCrisisHelp,
    RuleId::CrisisHelpWithoutNumber,
    RuleId::DraftNotSaid,
    RuleId::SlipTakesText,
    RuleId::OffThePage,
    RuleId::MedicineOr999,
];

/// A rule: what it asks for, why, who says so, and how it is seen.
pub struct Rule {
    /// Its code and its name: `LW012 word-to-avoid`.
    pub id: RuleId,
    /// How bad it is to break it, where a service says nothing else.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub asks: &'static str,
    /// Why, in a sentence or a few.
    pub why: &'static str,
    /// A text that breaks it.
    pub before: &'static str,
    /// The same text, better.
    pub after: &'static str,
    /// Who says so, and how well that is known.
    pub source: &'static str,
    /// How it is seen to be broken. None for a rule that is kept while files are read
    /// or pages are laid out, because nothing can be printed against it.
    pub check: Option<Check>,
}

/// What a rule looks at, to find everything that breaks it.
#[derive(Clone, Copy)]
pub enum Check {
    /// The words of a publication, and what it was made from.
    Words(fn(&Rule, &Subject) -> Vec<Problem>),
    /// Its laid-out pages as well.
    Pages(fn(&Rule, &Subject, &Pages) -> Vec<Problem>),
}

impl Rule {
    /// Its code: `LW012`.
    pub fn code(&self) -> &'static str {
        self.id.code()
    }

    /// Its name: `word-to-avoid`.
    pub fn name(&self) -> &'static str {
        self.id.name()
    }

    /// Everything that breaks it. A rule about pages finds nothing where there are none.
    pub fn findings(&self, subject: &Subject, pages: Option<&Pages>) -> Vec<Problem> {
        match (self.check, pages) {
            (Some(Check::Words(check)), _) => check(self, subject),
            (Some(Check::Pages(check)), Some(pages)) => check(self, subject, pages),
            (Some(Check::Pages(_)), None) | (None, _) => Vec::new(),
        }
    }

    /// Whether a service or a guide may say that it does not want to hear of it. What
    /// stops a file from being read or a page from being laid out stays an error.
    pub fn can_be_silenced(&self) -> bool {
        let stops = self.check.is_none() && self.severity == Severity::Error;
        !(stops || ALWAYS_HEARD.contains(&self.id))
    }

    /// Something that breaks it.
    pub fn finding(&self, message: impl Into<String>) -> Problem {
        Problem::note(message).severity(self.severity).rule(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule = Rule {
        id: RuleId::LongSentence,
        severity: Severity::Error,
        asks: "",
        why: "",
        before: "",
        after: "",
        source: "",
        check: Some(Check::Words(|_, _| Vec::new())),
    };

    #[test]
    fn what_harms_and_what_stops_everything_is_always_heard() {
        assert!(RULE.can_be_silenced());
        let harms = Rule {
            id: RuleId::NoCrisisHelp,
            ..RULE
        };
        assert!(!harms.can_be_silenced());
        let stops = Rule {
            check: None,
            ..RULE
        };
        assert!(!stops.can_be_silenced());
        let severity = Severity::Warning;
        assert!(Rule { severity, ..stops }.can_be_silenced());
    }
}
