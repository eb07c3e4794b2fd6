//! Looks for what would embarrass a service or hurt a reader.
//!
//! A [`Rule`] looks at a [`Subject`], one publication with everything it was made
//! from, some at its pages as well, and says every place that breaks it. `rules` holds them, a file each;
//! [`examine`] asks them all and leaves out what people have said is meant to be
//! so. Knows nothing of how anything is printed.

mod editor;
mod english;
pub mod ipdas;
mod options;
pub mod output;
mod phones;
pub mod report;
mod rule;
pub mod rules;
mod silence;
mod subject;

use report::Readability;
pub use rule::{Check, Rule};
pub use silence::{Choice, misspelt};
pub use subject::{Subject, Translation};

use jiff::civil::Date;

use crate::diagnostics::{Problem, Severity, once};
use crate::read::Service;
use crate::tailor::colour_problem;
use crate::typeset::Pages;

/// How a publication reads, and how far it is a decision aid: numbers to put the work in
/// order by. They fail nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The guide and its language.
    pub title: String,
    /// How it reads.
    pub reading: Readability,
    /// How far it is a decision aid; no rows where it has no options.
    pub options: Vec<ipdas::Row>,
}

impl Report {
    /// What there is to report of a publication.
    pub fn of(subject: &Subject) -> Self {
        let publication = subject.publication;
        Self {
            title: format!("{} ({})", publication.guide, publication.language.tag),
            reading: report::readability(subject),
            options: ipdas::report(subject),
        }
    }
}

/// The rules that are asked about a publication: those that somebody wants to hear of, and
/// those to which its guide has an exception, which is of use all the same.
fn asked<'a>(
    subject: &'a Subject,
    choice: &'a Choice,
) -> impl Iterator<Item = &'static Rule> + use<'a> {
    let exceptions = &subject.guide.except;
    let excepted = |rule: &Rule| {
        let mut exceptions = exceptions.iter();
        exceptions.any(|except| except.rule.value == rule.code())
    };
    let all = rules::ALL.iter().copied();
    all.filter(move |rule| choice.wants(rule.code()) || excepted(rule))
}

/// What rules say of a service's settings alone, where nothing can be made of them: how long
/// ago contacts were checked, and whether the colour can be read.
pub fn of_settings(service: &Service, today: Date) -> Vec<Problem> {
    let mut said = rules::of_contacts(service, today);
    said.extend(colour_problem(service));
    said
}

/// Everything that breaks a rule, in the order of the rules, after what was `said`
/// already while the publication was made: that may be silenced as well. Where nothing
/// is laid out, rules about pages are not asked.
pub fn examine(
    subject: &Subject,
    pages: Option<&Pages>,
    said: Vec<Problem>,
    choice: &Choice,
) -> Vec<Problem> {
    let mut found = once(said);
    for rule in asked(subject, choice) {
        for problem in rule.findings(subject, pages) {
            // The same name or number may be printed in many places.
            if !found.contains(&problem) {
                found.push(problem);
            }
        }
    }
    let mut heard = silence::silence(found, subject);
    // What is no rule's finding is said all the same; a mere note only to whoever chose none.
    heard.retain(|problem| match problem.code() {
        Some(code) => choice.wants(code),
        None => choice.select.is_empty() || problem.severity != Severity::Note,
    });
    heard
}
