//! Needs and answers as lines of `service.yaml`, to paste there.

use indexmap::IndexMap;

use super::{Answer, Answers, Need, NeedType, OPTIONS, Said, Scope};
use crate::diagnostics::listed;
use crate::read::service::Service;

/// The lines that answer what is missing, to be filled in. They begin where the settings
/// have none of the groups around them yet.
pub(super) fn to_paste(missing: &[(&str, &Need, Scope)], guide: &str, service: &Service) -> String {
    let own = service.guides.get(guide);
    let mut lines = Vec::new();
    let mut depth = 0;
    let (under, groups): (_, &[&str]) = match own {
        Some(_) => (format!(" under `{guide}:`"), &[]),
        None if !service.guides.is_empty() => (" under `guides:`".to_owned(), &[guide]),
        None => (
            ", where `guides:` stands once".to_owned(),
            &["guides", guide],
        ),
    };
    for group in groups {
        lines.push(line(depth, &format!("{group}:")));
        depth += 1;
    }
    let mut option = None;
    for (key, need, scope) in missing {
        if let Scope::Option(id) = scope
            && option != Some(*id)
        {
            if option.is_none() {
                lines.push(line(depth, &format!("{OPTIONS}:")));
            }
            lines.push(line(depth + 1, &format!("{id}:")));
            option = Some(*id);
        }
        let depth = depth + if option.is_some() { 2 } else { 0 };
        // Above it: behind the colon it would become part of what is written there.
        lines.push(line(depth, &format!("# {}", need.question(service))));
        lines.push(line(depth, &format!("{key}:")));
    }
    let lines = lines.join("\n");
    format!("put this into service.yaml{under}, with your answers behind the colons:\n{lines}")
}

/// Everything that guides ask of a service, with what it has answered: lines of its
/// settings, each question a note above its answer. What is missing is a note as well.
/// `only` names the guide that is meant, where it is one.
pub fn in_yaml(guides: &[Answers], only: Option<&str>, service: &Service) -> String {
    let shared = shared(guides, service);
    let is_meant = |answers: &&Answers| only.is_none_or(|only| only == answers.guide_id());
    let mut text = Group::new(0, "about");
    for (key, asked) in &shared {
        if !asked.iter().any(|answers| is_meant(&answers)) {
            continue;
        }
        let guides: Vec<&str> = asked.iter().map(|answers| answers.guide_id()).collect();
        let for_whom = format!("Asked by {}.", listed(&guides, "and"));
        let need = asked
            .iter()
            .find_map(|answers| answers.need(key, Scope::Guide));
        let required = asked.iter().any(|answers| {
            let need = answers.need(key, Scope::Guide);
            need.is_some_and(|need| need.required)
        });
        if let Some(need) = need {
            text.question(need, service);
            text.note(&for_whom);
            text.answer(key, service.about.get(*key), required);
        }
    }
    let mut all = text.finish();
    let mut of_guides = Group::new(0, "guides");
    for answers in guides.iter().filter(is_meant) {
        let group = of_guide(answers, &shared, service);
        of_guides.put(group);
    }
    all.push_str(&of_guides.finish());
    all
}

/// What one answer does for: what several guides ask under one name and of the same type,
/// and what the service answers once for all already.
fn shared<'a>(guides: &[Answers<'a>], service: &Service) -> IndexMap<&'a str, Vec<Answers<'a>>> {
    let mut shared: IndexMap<&str, Vec<Answers>> = IndexMap::new();
    for answers in guides {
        for (key, _, scope) in answers.asked() {
            if matches!(scope, Scope::Guide) {
                shared.entry(key).or_default().push(*answers);
            }
        }
    }
    shared.retain(|key, asked| {
        let mut needs = asked.iter().filter_map(|it| it.need(key, Scope::Guide));
        let first = needs.next();
        let is_for_all = asked.len() > 1 || service.about.contains_key(*key);
        is_for_all && needs.all(|need| first.is_some_and(|first| first.is_alike(need)))
    });
    // What stops a guide comes first.
    shared.sort_by_cached_key(|key, asked| {
        let mut needs = asked.iter().filter_map(|it| it.need(key, Scope::Guide));
        !needs.any(|need| need.required)
    });
    shared
}

/// What one guide asks, but for what stands under `about`.
fn of_guide(answers: &Answers, shared: &IndexMap<&str, Vec<Answers>>, service: &Service) -> Group {
    let id = answers.guide_id();
    let own = service.guides.get(id).map(|own| &own.value);
    let mut group = Group::new(1, id);
    let mut asked: Vec<_> = answers.asked().collect();
    asked.sort_by_key(|(_, need, _)| !need.required);
    for (key, need, scope) in &asked {
        let own = own.and_then(|own| own.answers.get(*key));
        if !matches!(scope, Scope::Guide) || (shared.contains_key(key) && own.is_none()) {
            continue;
        }
        group.question(need, service);
        group.answer(key, own.or_else(|| service.about.get(*key)), need.required);
    }
    let mut options = Group::new(2, OPTIONS);
    if !answers.option_needs().is_empty() {
        options.note("Asked for each option:");
    }
    for need in answers.option_needs().values() {
        options.question(need, service);
    }
    for option in answers.option_ids() {
        let scope = Scope::Option(option);
        let mut of_option = Group::new(3, option);
        for (key, need) in answers.option_needs() {
            of_option.answer(key, answers.answer(key, scope), need.required);
        }
        options.put(of_option);
    }
    group.put(options);
    group
}

/// A group of settings on its way to a text. Its own line is a note where nothing in it
/// says anything: a group without an entry is a mistake.
struct Group {
    depth: usize,
    name: String,
    lines: Vec<String>,
    says: bool,
}

impl Group {
    fn new(depth: usize, name: &str) -> Self {
        Self {
            depth,
            name: name.to_owned(),
            lines: Vec::new(),
            says: false,
        }
    }

    fn question(&mut self, need: &Need, service: &Service) {
        self.note(&need.question(service));
    }

    fn note(&mut self, words: &str) {
        self.lines.push(line(self.depth + 1, &format!("# {words}")));
    }

    fn answer(&mut self, key: &str, answer: Option<&Answer>, required: bool) {
        if answer.is_none() && required {
            self.note("Needed: nothing is printed without it.");
        }
        let text = match answer {
            Some(answer) => format!("{key}: {}", answer.in_yaml()),
            None => format!("# {key}:"),
        };
        self.says |= answer.is_some();
        self.lines.push(line(self.depth + 1, &text));
    }

    fn put(&mut self, group: Group) {
        self.says |= group.says;
        self.lines.extend(group.lines());
    }

    fn lines(self) -> Vec<String> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        let hidden = if self.says { "" } else { "# " };
        let head = line(self.depth, &format!("{hidden}{}:", self.name));
        std::iter::once(head).chain(self.lines).collect()
    }

    fn finish(self) -> String {
        let lines = self.lines().into_iter();
        lines.map(|line| line + "\n").collect()
    }
}

impl Need {
    /// Whether one answer does for both.
    fn is_alike(&self, other: &Self) -> bool {
        let words = |need: &Self| -> Vec<String> {
            need.choices
                .iter()
                .map(|choice| choice.value.clone())
                .collect()
        };
        self.r#type.value == other.r#type.value && words(self) == words(other)
    }

    /// The question, and what an answer is: "How many weeks? (a number)".
    fn question(&self, service: &Service) -> String {
        let ask: Vec<&str> = self.ask.value.split_whitespace().collect();
        let words = |keys: Vec<&str>| listed(&keys, "or");
        let answer = match self.r#type.value {
            NeedType::Text => "in words".to_owned(),
            NeedType::Number => "a number".to_owned(),
            NeedType::YesNo => "yes or no".to_owned(),
            NeedType::List => "a list: [first, second]".to_owned(),
            NeedType::Choice => {
                let choices = self.choices.iter().map(|choice| choice.value.as_str());
                words(choices.collect())
            }
            NeedType::Place => {
                let places = words(service.places.keys().map(String::as_str).collect());
                format!("one of `places`: {places}")
            }
            NeedType::Contact => {
                let contacts = words(service.contacts.keys().map(String::as_str).collect());
                format!("one of `contacts`: {contacts}")
            }
        };
        format!("{} ({answer})", ask.join(" "))
    }
}

impl Answer {
    /// As it is written, on one line.
    fn in_yaml(&self) -> String {
        match &self.said {
            Said::Text(text) => quoted(text),
            Said::Number(number) => number.to_string(),
            Said::YesNo(said) => if *said { "yes" } else { "no" }.to_owned(),
            Said::List(items) => {
                let items: Vec<String> = items.iter().map(Answer::in_yaml).collect();
                format!("[{}]", items.join(", "))
            }
            Said::ByLanguage(texts) => {
                let texts = texts.iter();
                let texts = texts.map(|(tag, text)| format!("{tag}: {}", quoted(&text.value)));
                let texts: Vec<String> = texts.collect();
                format!("{{{}}}", texts.join(", "))
            }
        }
    }
}

/// A text as YAML takes it for a text: in double quotes, unless it is a plain word.
pub(crate) fn quoted(text: &str) -> String {
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '-';
    let is_plain = text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text.chars().all(is_word)
        && !matches!(text.to_lowercase().as_str(), "true" | "false" | "null");
    if is_plain {
        return text.to_owned();
    }
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

fn line(depth: usize, text: &str) -> String {
    format!("{}{text}", "  ".repeat(depth))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::quoted;

    proptest! {
        /// Whatever stands in an answer, the lines to paste say the same.
        #[test]
        fn a_text_is_read_as_it_was_written(text in "[ -~\n\tà-ÿŵŷ’£€]{1,60}") {
            let read: Result<String, _> = serde_yaml::from_str(&quoted(&text));
            prop_assert_eq!(read.ok(), Some(text));
        }
    }
}
