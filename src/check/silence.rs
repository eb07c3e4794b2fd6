//! What people do not want to hear: rules that a service ignores or takes more or
//! less seriously, and findings that a guide says are meant to be so.

use super::rules::{self, ALL};
use super::{Rule, Subject};
use crate::diagnostics::{Help, Place, Problem, RuleId, SourceKind, Way, did_you_mean};
use crate::read::{Checks, Exception, Text, is_unfilled};

/// Which rules are asked for, by codes or their beginnings.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only these; all where there is none.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
    /// Whether to say how a publication reads as well.
    pub report: bool,
}

impl Choice {
    /// Whether a rule of this code is asked for.
    pub fn wants(&self, code: &str) -> bool {
        let is_in = |list: &[String]| list.iter().any(|wanted| belongs(code, wanted));
        let ignored = is_in(&self.ignore) && can_be_silenced(code);
        (self.select.is_empty() || is_in(&self.select)) && !ignored
    }

    /// What is not the code of any rule, nor the beginning of one, or cannot be
    /// ignored.
    pub fn unknown(&self) -> Vec<Problem> {
        let selected = self.select.iter().filter_map(|code| unknown(code));
        let ignored = self.ignore.iter().filter_map(|code| not_to_silence(code));
        let asked = selected.chain(ignored).map(|problem| Problem {
            origin: Some(SourceKind::Argument),
            ..problem
        });
        asked.collect()
    }
}

/// The shortest code that means something: that of a family, `LW01`.
const SHORTEST: usize = "LW01".len();

/// Whether a code is this one or of this family, whatever its case.
fn belongs(code: &str, wanted: &str) -> bool {
    let wanted = wanted.trim().to_uppercase();
    wanted.len() >= SHORTEST && code.starts_with(&wanted)
}

fn can_be_silenced(code: &str) -> bool {
    rules::rule(code).is_some_and(Rule::can_be_silenced)
}

/// What is wrong with a code that somebody does not want to hear of: there is no
/// such rule, or its breach can harm somebody.
fn not_to_silence(code: &str) -> Option<Problem> {
    let wanted = code.trim().to_uppercase();
    let is_one = ALL.iter().any(|rule| rule.code() == wanted);
    if is_one && !can_be_silenced(&wanted) {
        let problem = Problem::error(format!("`{code}` cannot be silenced"));
        let why = Help::from(Way::ExplainRule(wanted)).then(" why it is there");
        return Some(problem.help(why));
    }
    unknown(code)
}

fn unknown(code: &str) -> Option<Problem> {
    let known = || ALL.iter().map(|rule| rule.code());
    let found = known().any(|known| belongs(known, code));
    (!found).then(|| {
        let meant = meant(code).map(|meant| format!("did you mean `{meant}`?"));
        let near = || did_you_mean(code, known()).filter(|_| code.contains(char::is_numeric));
        Problem::error(format!("there is no rule `{code}`"))
            .maybe_help(meant.or_else(near))
            .help(Help::from(Way::Explain).then(" every rule"))
    })
}

/// What somebody meant who knows a rule by its name, took a letter for a figure, or
/// left out a 0.
fn meant(code: &str) -> Option<String> {
    if let Some(rule) = rules::rule(&code.to_lowercase()) {
        return Some(rule.code().to_owned());
    }
    let digits = code.trim().to_uppercase();
    let digits = digits.strip_prefix("LW")?.replace(['L', 'I'], "1");
    let digits = digits.replace('O', "0");
    let tries = [format!("LW{digits}"), format!("LW0{digits}")];
    let is_known = |tried: &String| ALL.iter().any(|rule| belongs(rule.code(), tried));
    tries.into_iter().find(is_known)
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
        .filter_map(|(code, place)| {
            let problem = not_to_silence(code)?;
            Some(problem.at(place).rule(RuleId::UnknownRule))
        })
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
        if !can_be_silenced(code) {
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
        // A rule's own level comes before that of its family.
        let levels = checks.severity.iter();
        let levels = levels.filter(|(wanted, _)| belongs(code, wanted));
        if let Some((_, level)) = levels.max_by_key(|(wanted, _)| wanted.len()) {
            finding.severity = level.value.into();
        }
        heard.push(finding);
    }
    let unused = exceptions.iter().zip(used).filter(|(except, used)| {
        // Texts of a tone that this one is based on may stand here or not.
        let mut about = except.tone.iter();
        let has_reason = !is_unfilled(&except.reason.value);
        !used && has_reason && about.all(|tone| tone.value == subject.publication.tone)
    });
    let empty = exceptions
        .iter()
        .filter(|except| is_unfilled(&except.reason.value));
    heard.extend(empty.map(|except| {
        rules::rule_of(RuleId::ExceptionWithoutEffect)
            .finding("this reason says nothing, so this exception does nothing")
            .at(except.reason.place)
            .help("write why the words are right here")
    }));
    heard.extend(unused.map(|(except, _)| {
        match not_to_silence(&except.rule.value) {
            Some(problem) => problem.at(except.rule.place).rule(RuleId::UnknownRule),
            None => rules::rule_of(RuleId::ExceptionWithoutEffect)
                .finding(format!(
                    "nothing breaks `{}` here, so this exception does nothing",
                    except.rule.value
                ))
                .at(except.rule.place)
                .maybe_help(narrowed(except))
                .help("take it out, if nothing is misspelt"),
        }
    }));
    heard
}

/// What an exception is only about, where it says so.
fn narrowed(except: &Exception) -> Option<String> {
    let parts = [
        ("words", &except.words),
        ("section", &except.section),
        ("tone", &except.tone),
    ];
    let said = parts.into_iter().filter_map(|(key, text)| {
        let text = text.as_ref()?;
        Some(format!("{key} `{}`", text.value))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| format!("it is only about {}", said.join(", ")))
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
        && !is_unfilled(&except.reason.value)
        && about_words
        && same(&except.section, section)
        && except
            .tone
            .as_ref()
            .is_none_or(|tone| subject.tone.speaks.contains(&tone.value))
}

/// The section in which something stands.
fn section_of<'a>(subject: &'a Subject, place: Place) -> Option<&'a str> {
    let texts = subject.publication.texts.iter();
    let mut here = texts.filter(|text| text.place == place);
    here.find_map(|text| text.section.as_deref())
}
