//! Answers in a service's settings held against what all guides ask.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{Answer, GuideAnswers, Need, Said};
use crate::diagnostics::{Place, Problem, did_you_mean, one_of};
use crate::read::guide::Guide;
use crate::read::overrides::Overrides;
use crate::read::service::Service;
use crate::read::yaml::Placed;

/// What one guide asks, in every language it is written in, and its options, with those
/// that the service adds.
#[derive(Default)]
pub struct AskedBy {
    /// The guide, in each of its languages.
    pub guides: Vec<Guide>,
    /// The ids of its options.
    pub options: BTreeSet<String>,
}

impl AskedBy {
    /// The guide in one more language.
    pub fn hear(&mut self, guide: Guide, overrides: &Overrides) {
        let own = guide.options().flat_map(|(options, _)| options);
        let added = overrides.added_options();
        let ids = own.chain(added).map(|option| option.id.value.clone());
        self.options.extend(ids.collect::<Vec<_>>());
        self.guides.push(guide);
    }

    fn needs(&self) -> impl Iterator<Item = (&str, &Need)> + Clone {
        let all = self.guides.iter().flat_map(|guide| &guide.needs);
        all.map(|(key, need)| (key.as_str(), need))
    }

    fn option_needs(&self) -> impl Iterator<Item = (&str, &Need)> + Clone {
        let all = self.guides.iter().flat_map(|guide| &guide.option_needs);
        all.map(|(key, need)| (key.as_str(), need))
    }
}

/// Every answer that fits no question. `asked` holds the guides that could be read, `known`
/// the ids of all there are.
pub fn misanswered(
    service: &Service,
    asked: &IndexMap<String, AskedBy>,
    known: &[&str],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let prints = |id: &str| match &service.prints {
        Some(prints) => prints.iter().any(|guide| guide.value == id),
        None => true,
    };
    let all_read = known.iter().all(|id| asked.contains_key(*id));
    for (key, answer) in &service.about {
        let everywhere = || asked.values().flat_map(AskedBy::needs);
        if !everywhere().any(|(name, _)| name == key) {
            if all_read {
                let keys = everywhere().map(|(key, _)| key);
                problems.push(unasked("no guide asks", key, answer.place, keys));
            }
            continue;
        }
        let printed = asked.iter().filter(|(id, _)| prints(id));
        let needs = printed.flat_map(|(_, asked)| asked.needs());
        let wrong = judge(key, answer, needs.clone(), service).into_iter();
        let fits_some = needs
            .filter(|(name, _)| name == key)
            .any(|(_, need)| need.given(key, answer, service).is_ok());
        problems.extend(wrong.map(|problem| match fits_some {
            true => problem.help(format!(
                "guides ask for `{key}` in different ways: answer each under `guides:` instead"
            )),
            false => problem,
        }));
    }
    for (id, own) in &service.guides {
        if !known.contains(&id.as_str()) {
            let problem = Problem::error(format!("there is no guide `{id}`")).at(own.place);
            problems.push(problem.help_known(id, "the guides are", known.iter().copied()));
        } else if let Some(asked) = asked.get(id) {
            problems.extend(of_guide(id, own, asked, service));
        }
    }
    problems
}

fn of_guide(
    id: &str,
    own: &Placed<GuideAnswers>,
    asked: &AskedBy,
    service: &Service,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let who = format!("`{id}` does not ask");
    for (key, answer) in &own.value.answers {
        let keys = asked.needs().map(|(key, _)| key);
        if keys.clone().any(|known| known == key) {
            problems.extend(judge(key, answer, asked.needs(), service));
        } else {
            problems.push(unasked(&who, key, answer.place, keys));
        }
    }
    for (option, answers) in &own.value.options {
        let known = asked.options.iter().map(String::as_str);
        if !asked.options.contains(option) {
            let what = format!("`{id}` has no option `{option}`");
            let problem = Problem::error(what).at(answers.place);
            problems.push(problem.help_known(option, "its options are", known));
            continue;
        }
        for (key, answer) in &answers.value {
            let keys = asked.option_needs().map(|(key, _)| key);
            if keys.clone().any(|known| known == key) {
                problems.extend(judge(key, answer, asked.option_needs(), service));
            } else {
                let who = format!("`{id}` does not ask its options");
                problems.push(unasked(&who, key, answer.place, keys));
            }
        }
    }
    problems
}

/// What is wrong with an answer to those of `needs` that are called so.
fn judge<'a>(
    key: &str,
    answer: &Answer,
    needs: impl Iterator<Item = (&'a str, &'a Need)>,
    service: &Service,
) -> Vec<Problem> {
    let same = needs.filter(|(name, _)| *name == key);
    let wrong = same.filter_map(|(_, need)| need.given(key, answer, service).err());
    // One guide, two languages: the same question, and the same mistake.
    let mut wrong: Vec<Problem> = wrong.take(1).collect();
    wrong.extend(unprinted(answer, service));
    wrong
}

/// Words in a language that the service does not print.
fn unprinted(answer: &Answer, service: &Service) -> Vec<Problem> {
    let own = service.own.languages.iter().map(String::as_str);
    let now = service.languages.iter().map(|tag| tag.value.as_str());
    let known: BTreeSet<&str> = own.chain(now).collect();
    match &answer.said {
        Said::List(items) => items
            .iter()
            .flat_map(|item| unprinted(item, service))
            .collect(),
        Said::ByLanguage(texts) => {
            let strange = texts
                .iter()
                .filter(|(tag, _)| !known.contains(tag.as_str()));
            let problems = strange.map(|(tag, text)| {
                Problem::error(format!("this service does not print `{tag}`"))
                    .at(text.place)
                    .help_known(tag, "its languages are", known.iter().copied())
            });
            problems.collect()
        }
        _ => Vec::new(),
    }
}

fn unasked<'a>(
    who: &str,
    key: &str,
    place: Place,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let known: BTreeSet<&str> = known.collect();
    let problem = Problem::error(format!("{who} for `{key}`")).at(place);
    match did_you_mean(key, known.iter().copied()) {
        Some(help) => problem.help(help),
        None if known.is_empty() => problem.help("take the line out"),
        None => problem.help(format!("what is asked: {}", one_of(known))),
    }
}
