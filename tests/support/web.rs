//! A page of HTML, parsed: strictly, as XML whose void elements need no end.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The elements that have no end (HTML, 13.1.2).
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub inside: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Words(String),
}

impl Element {
    /// The page, and in it its one element `html`.
    pub fn page(html: &str) -> Self {
        let html = html
            .strip_prefix("<!DOCTYPE html>")
            .expect("a page of HTML");
        let mut reader = Reader::from_str(html);
        reader.config_mut().check_end_names = false;
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed HTML") {
                Event::Start(start) => {
                    let element = Self::of(&start);
                    if VOID.contains(&element.name.as_str()) {
                        push(&mut open, Node::Element(element));
                    } else {
                        open.push(element);
                    }
                }
                Event::Empty(start) => push(&mut open, Node::Element(Self::of(&start))),
                Event::End(end) => {
                    let element = open.pop().expect("an element that is open");
                    assert_eq!(element.name, end.name().as_ref(), "ends that cross");
                    push(&mut open, Node::Element(element));
                }
                Event::Text(words) => push(&mut open, Node::Words(words.into_inner().into_owned())),
                Event::GeneralRef(reference) => {
                    let letter = match reference.into_inner().as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        other => panic!("&{other};"),
                    };
                    push(&mut open, Node::Words(letter.to_owned()));
                }
                Event::Eof => break,
                other => panic!("{other:?} in a page"),
            }
        }
        assert_eq!(open.len(), 1, "what begins ends");
        open.pop().expect("the page")
    }

    fn of(start: &BytesStart) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute in quotes, each once");
            let value = attribute
                .normalized_value(XmlVersion::default())
                .expect("a value")
                .into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            inside: Vec::new(),
        }
    }

    /// What an attribute says.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether it is of this class.
    pub fn is(&self, class: &str) -> bool {
        let classes = self.get("class").unwrap_or_default();
        classes.split_whitespace().any(|it| it == class)
    }

    /// Every element, this one first, in their order.
    pub fn all(&self) -> Vec<&Element> {
        let below = self.inside.iter().flat_map(|node| match node {
            Node::Element(element) => element.all(),
            Node::Words(_) => Vec::new(),
        });
        std::iter::once(self).chain(below).collect()
    }

    /// Every element of this class.
    pub fn of_class(&self, class: &str) -> Vec<&Element> {
        let all = self.all().into_iter();
        all.filter(|element| element.is(class)).collect()
    }

    /// Every element of this name.
    pub fn called(&self, name: &str) -> Vec<&Element> {
        let all = self.all().into_iter();
        all.filter(|element| element.name == name).collect()
    }

    /// What somebody reads in it, elements apart; without those of which `skipped` is true.
    /// Items of a list with numbers have theirs; the steps of a ring show none.
    pub fn words(&self, skipped: &impl Fn(&Element) -> bool) -> String {
        let mut words = String::new();
        self.add_words(skipped, &mut words);
        words
    }

    fn add_words(&self, skipped: &impl Fn(&Element) -> bool, words: &mut String) {
        let mut number = 0;
        for node in &self.inside {
            match node {
                Node::Words(text) => words.push_str(text),
                Node::Element(element) if skipped(element) => {}
                Node::Element(element) => {
                    words.push(' ');
                    if self.name == "ol" && element.name == "li" && !self.is("ring") {
                        number += 1;
                        words.push_str(&format!("{number} "));
                    }
                    element.add_words(skipped, words);
                    words.push(' ');
                }
            }
        }
    }
}

fn push(open: &mut [Element], node: Node) {
    open.last_mut().expect("the page").inside.push(node);
}
