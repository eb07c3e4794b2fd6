//! The answers of a service to one guide, in one language.

use super::lines;
use super::{Answer, Given, Need, NeedCondition, NeedType, Needs, conditions};
use crate::diagnostics::{Help, Problem, RuleId, Way};
use crate::read::guide::Guide;
use crate::read::service::Service;
use crate::read::yaml::Text;

/// The answers of a service to one guide, in one language.
#[derive(Clone, Copy)]
pub struct Answers<'a> {
    guide: &'a Guide,
    service: &'a Service,
    language: &'a str,
}

/// Whose answers a text means.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// Those to the guide.
    Guide,
    /// Those to this option, and for what is not asked of options those to the guide.
    Option(&'a str),
}

impl<'a> Answers<'a> {
    /// Of this service to this guide.
    pub fn of(guide: &'a Guide, service: &'a Service, language: &'a str) -> Self {
        Self {
            guide,
            service,
            language,
        }
    }

    /// The id of the guide.
    pub fn guide_id(&self) -> &'a str {
        &self.guide.guide.value
    }

    /// The ids of the options of which something is asked.
    pub fn option_ids(&self) -> impl Iterator<Item = &'a str> {
        let options = self.guide.options().flat_map(|(options, _)| options);
        let options = options.filter(|option| !option.asks_nothing);
        options.map(|option| option.id.value.as_str())
    }

    /// The names of what texts may say.
    pub fn keys(&self, scope: Scope) -> impl Iterator<Item = &'a str> {
        let own = matches!(scope, Scope::Option(_)).then_some(&self.guide.option_needs);
        let needs = own.into_iter().chain([&self.guide.needs]);
        needs.flat_map(|needs| needs.keys().map(String::as_str))
    }

    /// What is asked of each option.
    pub fn option_needs(&self) -> &'a Needs {
        &self.guide.option_needs
    }

    /// What is asked under a name.
    pub fn need(&self, key: &str, scope: Scope) -> Option<&'a Need> {
        let of_option = match scope {
            Scope::Option(_) => self.guide.option_needs.get(key),
            Scope::Guide => None,
        };
        of_option.or_else(|| self.guide.needs.get(key))
    }

    /// The answer, where there is one that fits and says something in this language.
    pub fn given(&self, key: &str, scope: Scope) -> Option<Given<'a>> {
        let need = self.need(key, scope)?;
        let given = need.given(key, self.answer(key, scope)?, self.service);
        given.ok().filter(|given| given.says_in(self.language))
    }

    /// Whether a part of a guide is printed, by the answers to its needs. `None` where its
    /// condition speaks of something else.
    pub fn allow(&self, when: Option<&Text>, scope: Scope) -> Option<bool> {
        let all = conditions(&when?.value)?;
        Some(all.iter().all(|condition| self.holds(condition, scope)))
    }

    /// Every need, and for whom it is asked: for the guide, or for one of its options.
    pub fn asked(&self) -> impl Iterator<Item = (&'a str, &'a Need, Scope<'a>)> {
        let guide = self.guide;
        let needs = guide.needs.iter();
        let of_guide = needs.map(|(key, need)| (key.as_str(), need, Scope::Guide));
        let of_options = self.option_ids().flat_map(move |id| {
            let needs = guide.option_needs.iter();
            needs.map(move |(key, need)| (key.as_str(), need, Scope::Option(id)))
        });
        of_guide.chain(of_options)
    }

    /// Those that have no answer.
    pub fn open(&self) -> Vec<(&'a str, &'a Need, Scope<'a>)> {
        let all = self.asked();
        all.filter(|(key, _, scope)| self.answer(key, *scope).is_none())
            .collect()
    }

    /// Those that have no answer, and that the guide is not printed without.
    pub fn missing(&self) -> Vec<(&'a str, &'a Need, Scope<'a>)> {
        let mut open = self.open();
        open.retain(|(_, need, _)| need.required);
        open
    }

    /// Why the guide is not printed: required needs without an answer, with the lines to
    /// paste, and answers that do not fit.
    pub fn unmet(&self) -> Vec<Problem> {
        let mut problems = self.unfit();
        let missing = self.missing();
        let Some((_, first, _)) = missing.first() else {
            return problems;
        };
        let guide = &self.guide.guide.value;
        let what = match missing.len() {
            1 => "1 question about the service is answered".to_owned(),
            more => format!("{more} questions about the service are answered"),
        };
        let problem = Problem::error(format!("`{guide}` is not printed before {what}"));
        let problem = match self.service.guides.get(guide) {
            Some(own) => problem.at_saying(own.place, "the answers go in here"),
            None => problem.at_saying(first.ask.place, "it is asked here"),
        };
        problems.push(
            problem
                .rule(RuleId::UnansweredNeed)
                .help(lines::to_paste(&missing, guide, self.service))
                .help(Help::from(Way::Needs(guide.clone())).then(" all that it asks")),
        );
        problems
    }

    /// Answers to required needs that are of another type, or say nothing in this language.
    fn unfit(&self) -> Vec<Problem> {
        let required = self.asked().filter(|(_, need, _)| need.required);
        let unfit = required.filter_map(|(key, need, scope)| {
            let answer = self.answer(key, scope)?;
            let given = match need.given(key, answer, self.service) {
                Ok(given) => given,
                Err(problem) => return Some(problem),
            };
            let language = self.language;
            let problem = Problem::error(format!(
                "the answer to `{key}` says nothing in `{language}`"
            ));
            let problem = problem.at(answer.place).rule(RuleId::UnansweredNeed);
            let problem = problem.help(Help::add_setting(format!("`{language}: …`")));
            (!given.says_in(language)).then_some(problem)
        });
        unfit.collect()
    }

    /// What was answered, whatever it is.
    pub fn answer(&self, key: &str, scope: Scope) -> Option<&'a Answer> {
        let guide = self.guide.guide.value.as_str();
        match scope {
            Scope::Option(option) if self.guide.option_needs.contains_key(key) => {
                self.service.answer_for_option(guide, option, key)
            }
            _ => self.service.answer(guide, key),
        }
    }

    fn holds(&self, condition: &NeedCondition, scope: Scope) -> bool {
        let given = self.given(condition.key, scope);
        let holds = match (&given, condition.is) {
            (None, _) => false,
            (Some(Given::YesNo(said)), None) => *said,
            (Some(Given::YesNo(said)), Some(word)) => *said == (word == "yes"),
            (Some(Given::Choice(choice)), Some(word)) => *choice == word,
            (Some(_), Some(_)) => false,
            (Some(given), None) => given.has(condition.part),
        };
        holds != condition.not
    }
}

impl Given<'_> {
    /// Whether it has this part: a contact may have no phone.
    pub fn has(&self, part: Option<&str>) -> bool {
        match (self, part) {
            (Self::Place(place), Some("access")) => place.access.is_some(),
            (Self::Contact(contact), Some(part)) => {
                let mut parts = contact.parts().into_iter();
                parts.any(|(name, text)| name == part && text.is_some())
            }
            _ => true,
        }
    }
}

impl NeedType {
    /// Whether an answer to it can stand in a text.
    pub fn is_printed(self) -> bool {
        self != Self::YesNo
    }
}
