//! The texts of one publication: tone chosen, placeholders filled, Markdown read.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::content::{Condition, Inline, Node};
use super::needs::Spoken;
use super::placeholders::Placeholders;
use super::printed::{PrintedText, Role, plain};
use super::{Materials, appointment, markdown};
use crate::diagnostics::{Help, Place, Problem, one_of};
use crate::read::{Answers, ByTone, Guide, Kind, MAIN_CONTACT, Scope, SourceEntry, Text};

/// The fields every letter has, beside those of an appointment.
const PERSON: [&str; 2] = ["name", "reference"];

/// The condition that somebody has approved the guide as it is: what waits for that may
/// leave room for something else.
const APPROVED: &str = "approved";

/// A guide on its way to a publication: makes its texts, and keeps what was wrong with
/// them.
pub struct Tailoring<'a> {
    pub(super) guide: &'a Guide,
    pub(super) materials: &'a Materials<'a>,
    /// What the service answers to what the guide asks.
    pub(super) answers: Answers<'a>,
    placeholders: Placeholders<'a>,
    /// Where answers stand that were noted already.
    answered: BTreeSet<Place>,
    texts: Vec<PrintedText>,
    section: Option<String>,
    problems: Vec<Problem>,
}

impl<'a> Tailoring<'a> {
    /// This guide, before anything is made of it.
    pub fn new(guide: &'a Guide, materials: &'a Materials<'a>) -> Self {
        let fields = (guide.kind.value == Kind::Letter).then(|| {
            let declared = guide.fields.keys().map(|key| key.replace('-', "_"));
            let own = PERSON.into_iter().chain(appointment::FIELDS);
            own.map(str::to_owned).chain(declared)
        });
        let answers = Answers::of(guide, materials.service, materials.locale.tag());
        Self {
            guide,
            materials,
            answers,
            answered: BTreeSet::new(),
            placeholders: Placeholders {
                values: values(materials),
                spoken: Spoken::of(&answers, Scope::Guide, materials.locale),
                fields: fields.map(Iterator::collect),
                sources: &guide.sources,
                cited: RefCell::default(),
                tone: materials.tone,
                language: materials.locale.tag(),
            },
            texts: Vec::new(),
            section: None,
            problems: Vec::new(),
        }
    }

    /// A text of several paragraphs.
    pub fn rich(&mut self, by_tone: &ByTone, role: Role) -> Vec<Node> {
        let Some(text) = self.choose(by_tone) else {
            return Vec::new();
        };
        let (taken, problems) = self.placeholders.take_out(text);
        self.problems.extend(problems);
        let (nodes, problems) = markdown::nodes(text, &taken);
        self.problems.extend(problems);
        let nodes = self.placeholders.spread(nodes);
        self.note(text.place, role, nodes.clone());
        self.note_answers(&taken.answers);
        nodes
    }

    /// The service's own words in a text, each once, at their place in its settings.
    fn note_answers(&mut self, names: &[String]) {
        let written = names.iter().filter_map(|name| {
            let written = self.placeholders.spoken.written.get(name)?;
            Some(written.clone())
        });
        for (place, text) in written.collect::<Vec<_>>().concat() {
            if self.answered.insert(place) {
                self.note_line(place, &text, Role::Answer);
            }
        }
    }

    /// Texts of one paragraph. One that is nothing but a list of the service's becomes as
    /// many as that has items.
    pub fn lines(&mut self, items: &[ByTone], role: Role) -> Vec<Vec<Inline>> {
        let lines: Vec<Vec<Inline>> = items.iter().map(|item| self.line(item, role)).collect();
        let lines = lines.into_iter();
        lines
            .flat_map(|line| self.placeholders.items(line))
            .collect()
    }

    /// The same of several things that are wrong.
    pub fn refuse_all<T>(&mut self, problems: Vec<Problem>) -> Option<T> {
        self.problems.extend(problems);
        None
    }

    /// What is made from here on means the answers for this option.
    pub fn speak_of(&mut self, scope: Scope) {
        self.placeholders.spoken = Spoken::of(&self.answers, scope, self.materials.locale);
    }

    /// A text of one paragraph.
    pub fn line(&mut self, by_tone: &ByTone, role: Role) -> Vec<Inline> {
        let nodes = self.rich(by_tone, role);
        match <[Node; 1]>::try_from(nodes) {
            Ok([Node::Paragraph(words)]) => words,
            Ok(_) => self.refuse_more(by_tone, "a list"),
            Err(nodes) if nodes.is_empty() => Vec::new(),
            Err(_) => self.refuse_more(by_tone, "a second paragraph"),
        }
    }

    /// A text without any markup.
    pub fn plain(&mut self, by_tone: &ByTone, role: Role) -> String {
        let words = self.line(by_tone, role);
        if words
            .iter()
            .any(|inline| matches!(inline, Inline::Field(_) | Inline::Note(_)))
        {
            self.problems.push(
                Problem::error("a person or a source cannot be named here")
                    .at(by_tone.place())
                    .help("say it in a text below"),
            );
        }
        plain(&words)
    }

    fn refuse_more(&mut self, by_tone: &ByTone, what: &str) -> Vec<Inline> {
        let problem = Problem::error(format!("{what} cannot stand here")).at(by_tone.place());
        self.problem(problem.help("keep it to one paragraph"));
        Vec::new()
    }

    /// For whom a section or a block is printed. `None` where it is for nobody.
    pub fn condition(&mut self, when: Option<&Text>) -> Option<Option<Condition>> {
        let Some(when) = when else {
            return Some(None);
        };
        let written = when.value.trim();
        let (not, name) = match written.strip_prefix("not ") {
            Some(rest) => (true, rest.trim()),
            None => (false, written),
        };
        if name == APPROVED {
            return (self.materials.approval.holds() != not).then_some(None);
        }
        let said = match self.placeholders.field(name) {
            Some(field) => field.map(|field| Some(Some(Condition { field, not }))),
            None => {
                let says = self.placeholders.says(name);
                says.map(|says| (says != not).then_some(None))
            }
        };
        said.unwrap_or_else(|problem| self.refuse(problem.at(when.place)))
    }

    /// Something is wrong.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Something is so wrong that nothing is made of it.
    pub fn refuse<T>(&mut self, problem: Problem) -> Option<T> {
        self.problems.push(problem);
        None
    }

    /// What is made from here on stands in this section.
    pub fn enter(&mut self, section: Option<&str>) {
        self.section = section.map(str::to_owned);
    }

    /// A text that is printed as it was written.
    pub fn note_text(&mut self, text: &Text, role: Role) {
        self.note_line(text.place, &text.value, role);
    }

    /// A line of a file that is printed as it was written.
    pub fn note_line(&mut self, place: Place, text: &str, role: Role) {
        let words = vec![Inline::Text(text.to_owned())];
        self.note(place, role, vec![Node::Paragraph(words)]);
    }

    fn note(&mut self, place: Place, role: Role, nodes: Vec<Node>) {
        self.texts.push(PrintedText {
            place,
            role,
            section: self.section.clone(),
            nodes,
        });
    }

    /// The sources that the texts cite, in the order of their numbers.
    pub fn cited(&self) -> Vec<&'a SourceEntry> {
        let cited = self.placeholders.cited.borrow();
        let sources = &self.guide.sources;
        cited
            .iter()
            .filter_map(|index| sources.get(*index))
            .collect()
    }

    /// Every text that was made, and everything that was wrong.
    pub fn finish(self) -> (Vec<PrintedText>, Vec<Problem>) {
        (self.texts, self.problems)
    }

    fn choose<'b>(&mut self, by_tone: &'b ByTone) -> Option<&'b Text> {
        let Materials { tone, tones, .. } = self.materials;
        for (tone, text) in by_tone.by_tone() {
            let known = tones.iter().map(|tone| tone.tone.value.as_str());
            if !known.clone().any(|known| known == tone) {
                self.problem(
                    Problem::error(format!("there is no tone `{tone}`"))
                        .at(text.place)
                        .help_known(tone, "the tones are", known),
                );
            }
        }
        let text = by_tone.in_tone(tone);
        if text.is_none() {
            let tone = &tone.tone.value;
            let tones = by_tone.by_tone().map(|(tone, _)| tone.as_str());
            self.problem(
                Problem::error(format!("this says nothing in the tone `{tone}`"))
                    .at(by_tone.place())
                    .help(format!("it has words for {}", one_of(tones)))
                    .help(Help::add_setting(format!("`{tone}: …`"))),
            );
        }
        text
    }
}

/// What placeholders may name, and what each says.
fn values(materials: &Materials) -> BTreeMap<String, String> {
    let service = materials.service;
    let mut values = BTreeMap::new();
    let mut put = |name: String, said: &str| values.insert(name, said.to_owned());
    put("service.name".into(), &service.service.name.value);
    put(
        "service.organisation".into(),
        &service.service.organisation.value,
    );
    for (name, locales) in &materials.tone.terms {
        if let Some(term) = locales.get(materials.locale.tag()) {
            put(format!("term.{name}"), &term.value);
        }
    }
    let main = service.contact(MAIN_CONTACT);
    let main = main.map(|contact| (MAIN_CONTACT, contact)).into_iter();
    let all = service.contacts.iter();
    for (id, contact) in main.chain(all.map(|(id, contact)| (id.as_str(), contact))) {
        for (part, text) in contact.parts() {
            let Some(text) = text else { continue };
            let name = format!("contact.{id}.{part}");
            match part {
                "phone" => put(name, &super::phone(&text.value)),
                _ => put(name, &text.value),
            };
        }
    }
    values
}
