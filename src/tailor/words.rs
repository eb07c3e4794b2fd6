//! The words of one publication: tone chosen, placeholders filled, Markdown read.

use std::collections::BTreeMap;

use minijinja::Value;

use super::placeholders::Placeholders;
use super::publication::{Condition, Inline, Node};
use super::{Materials, markdown, tones_of};
use crate::problem::{Place, Problem, one_of};
use crate::read::{Guide, Kind, MAIN_CONTACT, Text, Toned};

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
    placeholders: Placeholders,
    texts: Vec<(Place, String)>,
    problems: Vec<Problem>,
}

impl<'a> Words<'a> {
    /// The words of this guide.
    pub fn new(guide: &Guide, materials: &Materials<'a>) -> Self {
        let (values, known) = values(materials);
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
            placeholders: Placeholders::new(
                values,
                known,
                fields,
                sources.map(|source| source.id.value.clone()).collect(),
            ),
            texts: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// A text of several paragraphs.
    pub fn rich(&mut self, toned: &Toned) -> Vec<Node> {
        let Some(text) = self.choose(toned) else {
            return Vec::new();
        };
        let (taken, problems) = self.placeholders.take_out(text);
        self.problems.extend(problems);
        let (nodes, problems) = markdown::nodes(text, &taken);
        self.problems.extend(problems);
        self.texts.push((text.place, plain_nodes(&nodes)));
        nodes
    }

    /// A text of one paragraph.
    pub fn line(&mut self, toned: &Toned) -> Vec<Inline> {
        let nodes = self.rich(toned);
        match <[Node; 1]>::try_from(nodes) {
            Ok([Node::Paragraph(words)]) => words,
            Ok(_) => self.refuse_more(toned, "a list"),
            Err(nodes) if nodes.is_empty() => Vec::new(),
            Err(_) => self.refuse_more(toned, "a second paragraph"),
        }
    }

    /// A text without any markup.
    pub fn plain(&mut self, toned: &Toned) -> String {
        let words = self.line(toned);
        plain(&words)
    }

    fn refuse_more(&mut self, toned: &Toned, what: &str) -> Vec<Inline> {
        self.problems.push(
            Problem::error(format!("{what} cannot stand here"))
                .at(toned.place())
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
            None => match self.placeholders.holds(when) {
                Ok(true) => return Some(None),
                Ok(false) => {}
                Err(problem) => self.problems.push(problem),
            },
        }
        None
    }

    /// Something is wrong.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// A text that somebody else wrote and that is printed as it is.
    pub fn note_text(&mut self, place: Place, text: &str) {
        self.texts.push((place, text.to_owned()));
    }

    /// Every text that was made, and everything that was wrong.
    pub fn finish(self) -> (Vec<(Place, String)>, Vec<Problem>) {
        (self.texts, self.problems)
    }

    fn choose<'b>(&mut self, toned: &'b Toned) -> Option<&'b Text> {
        let text = toned.in_tone(self.tone);
        if text.is_none() {
            self.problems.push(
                Problem::error(format!("this says nothing in the tone `{}`", self.tone))
                    .at(toned.place())
                    .help(format!("it has words for {}", one_of(tones_of(toned))))
                    .help(format!("add a line `{}: …`", self.tone)),
            );
        }
        text
    }
}

/// What placeholders may name, and the dotted names of it all.
fn values(materials: &Materials) -> (Value, Vec<String>) {
    let identity = &materials.service.service;
    let text = |text: &Text| Value::from(text.value.as_str());
    let group = |pairs: Vec<(String, Value)>| {
        Value::from(pairs.into_iter().collect::<BTreeMap<String, Value>>())
    };
    let mut known = vec!["service.name".to_owned(), "service.organisation".to_owned()];
    let identity = group(vec![
        ("name".to_owned(), text(&identity.name)),
        ("organisation".to_owned(), text(&identity.organisation)),
    ]);
    let language = materials.tongue.tag();
    let mut terms = Vec::new();
    for (name, tongues) in &materials.tone.terms {
        if let Some(term) = tongues.get(language) {
            known.push(format!("term.{name}"));
            terms.push((name.clone(), text(term)));
        }
    }
    let mut contacts = Vec::new();
    let service = materials.service;
    let main = (MAIN_CONTACT, service.contact(MAIN_CONTACT));
    let all = service
        .contacts
        .iter()
        .map(|(id, contact)| (id.as_str(), Some(contact)));
    for (id, contact) in std::iter::once(main).chain(all) {
        let Some(contact) = contact else { continue };
        let phone = contact
            .phone
            .as_ref()
            .map(|phone| super::phone(&phone.value));
        let parts = [
            ("name", Some(text(&contact.name))),
            ("phone", phone.map(Value::from)),
            ("email", contact.email.as_ref().map(text)),
            ("website", contact.website.as_ref().map(text)),
            ("hours", contact.hours.as_ref().map(text)),
        ];
        let parts: Vec<(String, Value)> = parts
            .into_iter()
            .filter_map(|(part, value)| Some((part.to_owned(), value?)))
            .collect();
        known.extend(parts.iter().map(|(part, _)| format!("contact.{id}.{part}")));
        contacts.push((id.to_owned(), group(parts)));
    }
    let values = group(vec![
        ("service".to_owned(), identity),
        ("term".to_owned(), group(terms)),
        ("contact".to_owned(), group(contacts)),
    ]);
    (values, known)
}

/// The words without markup.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Value(text) => text.clone(),
            Inline::Strong(words) | Inline::Link { words, .. } => plain(words),
            Inline::Break => " ".to_owned(),
            Inline::Field(_) | Inline::Note(_) => String::new(),
        })
        .collect()
}

fn plain_nodes(nodes: &[Node]) -> String {
    let lines: Vec<String> = nodes
        .iter()
        .flat_map(|node| match node {
            Node::Paragraph(words) => vec![plain(words)],
            Node::Bullets(items) | Node::Numbered(items) => {
                items.iter().map(|item| plain(item)).collect()
            }
        })
        .collect();
    lines.join("\n")
}
