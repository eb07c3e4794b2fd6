//! Markdown as guides use it: paragraphs, strong words, lists, links.
//!
//! What else Markdown has is refused with what to use instead: a heading has a
//! key of its own, and pictures and tables have blocks.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::content::{Inline, Node};
use super::placeholders::TakenOut;
use super::verbatim;
use crate::diagnostics::Problem;
use crate::read::Text;

/// Reads a text. `written` is where it came from, for problems.
pub fn nodes(written: &Text, taken: &TakenOut) -> (Vec<Node>, Vec<Problem>) {
    if let Some(start) = nested_quotation(&taken.text) {
        let mut builder = Builder::new(written, taken);
        builder.refuse(start, "a quotation", QUOTATION);
        return (Vec::new(), builder.problems);
    }
    let parser = Parser::new_ext(&taken.text, Options::ENABLE_SMART_PUNCTUATION);
    let definitions = parser.reference_definitions().iter();
    let definition = definitions.map(|(_, it)| it.span.start).min();
    let mut builder = Builder::new(written, taken);
    for (event, range) in parser.into_offset_iter() {
        let typed = &taken.text[range.clone()];
        match event {
            // Quotation marks and dashes are made of what was typed, but not within
            // what has to be typed again letter by letter.
            Event::Text(_) if verbatim::is_within(&taken.text, &range) => builder.text(typed),
            event => builder.event(event, range.start),
        }
    }
    // A number can mean a character that reading refuses, or one that stands for a
    // placeholder.
    if let Some(start) = taken.text.find("&#") {
        let what = "a character by its number";
        builder.refuse(start, what, "write the character itself");
    }
    if let Some(start) = definition {
        let help = "if it is text, write `\\[` for the bracket";
        builder.refuse(start, "a definition of a link", help);
    }
    (builder.nodes, builder.problems)
}

/// What to do instead of a quotation in Markdown.
const QUOTATION: &str = "use a `quote:` block";

/// How many signs of a quotation may begin a line. None may stand in a text at all, and what
/// parses thousands takes minutes to say so.
const MOST_QUOTATIONS: usize = 8;

/// Where a line begins with more signs of a quotation than that.
fn nested_quotation(text: &str) -> Option<usize> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let signs = line
            .chars()
            .take_while(|sign| matches!(sign, '>' | ' ' | '\t'));
        let is_nested = signs.filter(|sign| *sign == '>').count() > MOST_QUOTATIONS;
        let here = start;
        start += line.len();
        is_nested.then_some(here)
    })
}

struct Builder<'a> {
    taken: &'a TakenOut,
    written: &'a Text,
    nodes: Vec<Node>,
    /// Runs of text that are being written, the innermost last.
    open: Vec<Vec<Inline>>,
    /// The addresses of the links that are open.
    links: Vec<String>,
    /// The items of the list that is being written.
    items: Vec<Vec<Inline>>,
    /// How many lists are open.
    lists: usize,
    /// How many strong runs are open, one in the other.
    strong: usize,
    problems: Vec<Problem>,
}

impl<'a> Builder<'a> {
    fn new(written: &'a Text, taken: &'a TakenOut) -> Self {
        Self {
            taken,
            written,
            nodes: Vec::new(),
            open: Vec::new(),
            links: Vec::new(),
            items: Vec::new(),
            lists: 0,
            strong: 0,
            problems: Vec::new(),
        }
    }

    fn event(&mut self, event: Event, start: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, start),
            Event::End(tag) => self.end(tag, start),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak => self.push(Inline::Text(" ".into())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Code(_) => self.refuse(start, "`…` for code", "use plain words"),
            Event::Rule => self.refuse(start, "a rule", "start a new section instead"),
            _ => self.refuse(start, "HTML", "use the blocks and Markdown of guides"),
        }
    }

    fn start(&mut self, tag: &Tag, start: usize) {
        let (what, help) = match tag {
            Tag::Strong | Tag::Emphasis => {
                self.strong += 1;
                return self.open.push(Vec::new());
            }
            Tag::Paragraph | Tag::Item => return self.open.push(Vec::new()),
            Tag::Link {
                dest_url,
                link_type,
                ..
            } => {
                let is_taken = |character| self.taken.value(character).is_some();
                if dest_url.chars().any(is_taken) {
                    let what = "a placeholder in an address";
                    self.refuse(start, what, "write the address out");
                }
                self.links.push(match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                });
                return self.open.push(Vec::new());
            }
            Tag::List(first) => {
                self.lists += 1;
                if first.is_some_and(|first| first != 1) {
                    let help = "if it is no list, write `\\.` after the number";
                    self.refuse(start, "a list that does not begin with 1", help);
                }
                if self.lists == 1 {
                    return;
                }
                ("a list in a list", "make it one list, or two sections")
            }
            Tag::Heading { .. } => (
                "a heading",
                "a section has a `heading:`; a number sign for its own sake is written `\\#`",
            ),
            Tag::BlockQuote(_) => ("a quotation", QUOTATION),
            Tag::CodeBlock(_) => ("code", "take away the spaces in front of this line"),
            Tag::Image { .. } => ("a picture", "use a `picture:` block"),
            _ => ("this kind of markup", "use the blocks of guides"),
        };
        self.refuse(start, what, help);
    }

    fn end(&mut self, tag: TagEnd, start: usize) {
        match tag {
            TagEnd::Paragraph => {
                let words = self.close();
                if self.lists > 0 {
                    // A list with blank lines wraps each item's text in a paragraph.
                    if self.open.last().is_some_and(|item| !item.is_empty()) {
                        self.refuse(start, "a second paragraph in a list item", "keep it to one");
                    }
                    words.into_iter().for_each(|inline| self.push(inline));
                } else {
                    self.nodes.push(Node::Paragraph(words));
                }
            }
            TagEnd::Strong | TagEnd::Emphasis => {
                // No italics for emphasis (NHS service manual): both are strong. What is
                // strong already is no stronger within: stars may stand in stars as deep as
                // somebody types them.
                let words = self.close();
                self.strong = self.strong.saturating_sub(1);
                if self.strong == 0 {
                    self.push(Inline::Strong(words));
                } else {
                    words.into_iter().for_each(|inline| self.push(inline));
                }
            }
            TagEnd::Link => {
                let words = self.close();
                let url = self.links.pop().unwrap_or_default();
                self.push(Inline::Link { url, words });
            }
            TagEnd::Item => self.items.extend(self.open.pop()),
            TagEnd::List(numbered) => {
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0 {
                    let items = std::mem::take(&mut self.items);
                    self.nodes.push(if numbered {
                        Node::Numbered(items)
                    } else {
                        Node::Bullets(items)
                    });
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            let value = self.taken.value(character).cloned();
            self.push(value.unwrap_or_else(|| Inline::Text(character.into())));
        }
    }

    fn push(&mut self, inline: Inline) {
        let Some(run) = self.open.last_mut() else {
            return;
        };
        match (run.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => run.push(inline),
        }
    }

    fn close(&mut self) -> Vec<Inline> {
        self.open.pop().unwrap_or_default()
    }

    fn refuse(&mut self, start: usize, what: &str, help: &str) {
        let start = self.taken.as_written(start).min(self.written.value.len());
        let Text { value, place, .. } = self.written;
        let line = value[start..].lines().next().unwrap_or_default();
        self.problems.push(
            Problem::error(format!("{what} cannot stand in a text"))
                .at(*place)
                .on_words(value, start, line.trim_end())
                .help(help),
        );
    }
}
