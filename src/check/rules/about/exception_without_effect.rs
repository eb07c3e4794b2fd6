use crate::check::Rule;
use crate::problem::Severity;

/// An exception has to except something.
pub static EXCEPTION_WITHOUT_EFFECT: Rule = Rule {
    id: "LW001 exception-without-effect",
    severity: Severity::Warning,
    asks: "An exception in a guide silences at least one finding.",
    why: "An exception that is left behind hides the next mistake of the same kind.",
    before: "except:\n  - {rule: LW012, words: risk, reason: It is the name of a study}\n\nwhere `risk` stands nowhere in the guide",
    after: "the same guide without these lines",
    source: "our own: so do the linters of programs",
    always: true,
    // Known only when every other rule has been asked.
    check: None,
};
