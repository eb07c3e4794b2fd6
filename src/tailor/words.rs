//! The words of one publication: tone chosen, placeholders filled, Markdown read.

use std::collections::BTreeMap;

use super::content::{Condition, Inline, Node};
use super::placeholders::{Placeholders, Terms};
use super::printed::{PrintedText, Role, plain};
use super::{Materials, markdown};
use crate::diagnostics::{Place, Problem, did_you_mean, one_of};
use crate::read::{ByTone, Guide, Kind, MAIN_CONTACT, Text};

/// The fields every letter has.
const PERSON: [&str; 5] = [
    "name",
    "reference",
    "appointment_date",
    "appointment_time",
    "place_name",
];

/// Makes texts, and keeps what was wrong with them.
pub struct Words<'a> {
    tone: &'a str,
    tones: &'a [String],
    placeholders: Placeholders,
    texts: Vec<PrintedText>,
    section: Option<String>,
    problems: Vec<Problem>,
}

impl<'a> Words<'a> {
    /// The words of this guide.
    pub fn new(guide: &Guide, materials: &Materials<'a>) -> Self {
        let fields = (guide.kind.value == Kind::Letter).then(|| {
            let declared = guide.fields.keys().map(|key| key.replace('-', "_"));
            PERSON
                .iter()
                .map(ToString::to_string)
                .chain(declared)
                .collect()
        });
        let sources = guide.sources.iter();
        Self {
            tone: &materials.tone.tone.value,
            tones: materials.tones,
            placeholders: Placeholders::new(
                values(materials),
                fields,
                sources.map(|source| source.id.value.clone()).collect(),
                Terms {
                    tone: materials.tone.tone.value.clone(),
                    language: materials.locale.tag().to_owned(),
                    names: materials.tone.terms.keys().cloned().collect(),
                },
            ),
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
        self.note(text.place, role, nodes.clone());
        nodes
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
        self.problems.push(
            Problem::error(format!("{what} cannot stand here"))
                .at(by_tone.place())
                .help("keep it to one paragraph"),
        );
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
        match self.placeholders.field(name) {
            Some(Ok(field)) => return Some(Some(Condition { field, not })),
            Some(Err(problem)) => self.problems.push(problem.at(when.place)),
            None => match self.placeholders.says(name) {
                Ok(says) => return (says != not).then_some(None),
                Err(problem) => self.problems.push(problem.at(when.place)),
            },
        }
        None
    }

    /// Something is wrong.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
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

    /// Every text that was made, and everything that was wrong.
    pub fn finish(self) -> (Vec<PrintedText>, Vec<Problem>) {
        (self.texts, self.problems)
    }

    fn choose<'b>(&mut self, by_tone: &'b ByTone) -> Option<&'b Text> {
        for (tone, text) in by_tone.by_tone() {
            if !self.tones.contains(tone) {
                let known = || self.tones.iter().map(String::as_str);
                self.problems.push(
                    Problem::error(format!("there is no tone `{tone}`"))
                        .at(text.place)
                        .maybe_help(did_you_mean(tone, known()))
                        .help(format!("the tones are {}", one_of(known()))),
                );
            }
        }
        let text = by_tone.in_tone(self.tone);
        if text.is_none() {
            let tones = by_tone.by_tone().map(|(tone, _)| tone.as_str());
            self.problems.push(
                Problem::error(format!("this says nothing in the tone `{}`", self.tone))
                    .at(by_tone.place())
                    .help(format!("it has words for {}", one_of(tones)))
                    .help(format!("add a line `{}: …`", self.tone)),
            );
        }
        text
    }
}

/// What placeholders may name, and what each says.
fn values(materials: &Materials) -> BTreeMap<String, String> {
    let service = materials.service;
    let mut values = BTreeMap::from([
        (
            "service.name".to_owned(),
            service.service.name.value.clone(),
        ),
        (
            "service.organisation".to_owned(),
            service.service.organisation.value.clone(),
        ),
    ]);
    for (name, locales) in &materials.tone.terms {
        if let Some(term) = locales.get(materials.locale.tag()) {
            values.insert(format!("term.{name}"), term.value.clone());
        }
    }
    let main = (MAIN_CONTACT, service.contact(MAIN_CONTACT));
    let all = service
        .contacts
        .iter()
        .map(|(id, contact)| (id.as_str(), Some(contact)));
    for (id, contact) in std::iter::once(main).chain(all) {
        let Some(contact) = contact else { continue };
        for (part, text) in contact.parts() {
            let Some(text) = text else { continue };
            let said = match part {
                "phone" => super::phone(&text.value),
                _ => text.value.clone(),
            };
            values.insert(format!("contact.{id}.{part}"), said);
        }
    }
    values
}
