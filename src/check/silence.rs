//! What people do not want to hear: rules that a service ignores or takes more or
//! less seriously, and findings that a guide says are meant to be so.

use super::Subject;
use super::rules::{self, ALL};
use crate::problem::{Place, Problem, did_you_mean};
use crate::read::{Checks, Exception, Text};

/// Which rules are asked for on the command line, by codes or their beginnings.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only these; all where there is none.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

impl Choice {
    /// Whether a rule of this code is asked for.
    pub fn wants(&self, code: &str) -> bool {
        let is_in = |list: &[String]| list.iter().any(|wanted| belongs(code, wanted));
        (self.select.is_empty() || is_in(&self.select)) && !is_in(&self.ignore)
    }

    /// What is not the code of any rule, nor the beginning of one.
    pub fn unknown(&self) -> Vec<Problem> {
        let written = self.select.iter().chain(&self.ignore);
        written.filter_map(|code| unknown(code)).collect()
    }
}

/// Whether a code is this one or of this family, whatever its case.
fn belongs(code: &str, wanted: &str) -> bool {
    let wanted = wanted.trim().to_uppercase();
    wanted.len() >= "LW".len() && code.starts_with(&wanted)
}

fn unknown(code: &str) -> Option<Problem> {
    let known = || ALL.iter().map(|rule| rule.code());
    let found = known().any(|known| belongs(known, code));
    // Somebody may know it by its name.
    let meant = rules::rule(code).map(|rule| format!("did you mean `{}`?", rule.code()));
    (!found).then(|| {
        Problem::error(format!("there is no rule `{code}`"))
            .maybe_help(meant.or_else(|| did_you_mean(code, known())))
            .help("`leafwright explain` lists every rule")
    })
}

/// What a service says about rules that do not exist.
pub fn misspelt(checks: &Checks) -> Vec<Problem> {
    let severities = checks.severity.iter();
    let levels = severities.map(|(code, level)| (code.as_str(), level.place));
    let ignored = checks
        .ignore
        .iter()
        .map(|text| (text.value.as_str(), text.place));
    let written = ignored.chain(levels);
    written
        .filter_map(|(code, place)| Some(unknown(code)?.at(place).rule(rules::UNKNOWN_RULE.id)))
        .collect()
}

/// The findings as bad as the service takes them, without those it does not want
/// to hear and those that are meant to be so; and every exception that was of no
/// use.
pub fn silence(findings: Vec<Problem>, subject: &Subject) -> Vec<Problem> {
    let checks = &subject.service.check;
    let exceptions = &subject.guide.except;
    let mut used = vec![false; exceptions.len()];
    let mut heard = Vec::new();
    for mut finding in findings {
        let code = finding.code().unwrap_or_default();
        if rules::rule(code).is_none_or(|rule| !rule.can_be_silenced()) {
            heard.push(finding);
            continue;
        }
        let meant = exceptions
            .iter()
            .position(|except| covers(except, &finding, subject));
        if let Some(number) = meant {
            used[number] = true;
            continue;
        }
        if checks
            .ignore
            .iter()
            .any(|ignored| belongs(code, &ignored.value))
        {
            continue;
        }
        if let Some(level) = checks.severity.get(code) {
            finding.severity = level.value.into();
        }
        heard.push(finding);
    }
    let unused = exceptions.iter().zip(used).filter(|(except, used)| {
        let about = |wanted: &Option<Text>, now: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted.value == now)
        };
        !used && about(&except.tone, &subject.publication.tone)
    });
    heard.extend(unused.map(|(except, _)| {
        match unknown(&except.rule.value) {
            Some(problem) => problem.at(except.rule.place).rule(rules::UNKNOWN_RULE.id),
            None => rules::EXCEPTION_WITHOUT_EFFECT
                .finding(format!(
                    "nothing breaks `{}` here, so this exception does nothing",
                    except.rule.value
                ))
                .at(except.rule.place)
                .help("take it out"),
        }
    }));
    heard
}

/// Whether a finding is meant to be so.
fn covers(except: &Exception, finding: &Problem, subject: &Subject) -> bool {
    let same = |wanted: &Option<Text>, now: Option<&str>| {
        wanted
            .as_ref()
            .is_none_or(|wanted| Some(wanted.value.as_str()) == now)
    };
    let written = finding
        .words
        .as_ref()
        .map(|words| words.written.to_lowercase());
    let about_words = except.words.as_ref().is_none_or(|words| {
        let wanted = words.value.to_lowercase();
        written.is_some_and(|written| written.contains(&wanted) || wanted.contains(&written))
    });
    let place = finding.place.as_ref().map(|(place, _)| *place);
    let section = place.and_then(|place| section_of(subject, place));
    Some(except.rule.value.as_str()) == finding.code()
        && about_words
        && same(&except.section, section)
        && same(&except.tone, Some(&subject.publication.tone))
}

/// The section in which something stands.
fn section_of<'a>(subject: &'a Subject, place: Place) -> Option<&'a str> {
    let texts = subject.publication.texts.iter();
    let mut here = texts.filter(|text| text.place == place);
    here.find_map(|text| text.section.as_deref())
}
