//! Where everything stands in a YAML text, and what may not stand there at all.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_yaml::Value;

use super::{plain, spaces};
use crate::diagnostics::{Place, Problem, SourceId};

/// Deeper than any file of ours, shallow enough for every stack.
const DEEPEST: usize = 64;

/// A node of the text and the nodes in it.
#[derive(Debug)]
pub struct Mark {
    pub place: Place,
    pub inside: Inside,
}

#[derive(Debug)]
pub enum Inside {
    Scalar(Value),
    Sequence(Vec<Mark>),
    Mapping(Vec<Entry>),
}

#[derive(Debug)]
pub struct Entry {
    pub key: String,
    pub key_place: Place,
    pub value: Mark,
}

/// What a text is made of, and every structural mistake that could be found.
pub struct Marks {
    /// None where nothing can be made of the text.
    pub root: Option<Mark>,
    pub problems: Vec<Problem>,
}

/// Goes over the text.
pub fn read(source: SourceId, text: &str) -> Marks {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        source,
        bytes: byte_offsets(text),
        text,
        texts: Vec::new(),
        is_lost: false,
        lost_at: None,
        is_broken: false,
        problems: Vec::new(),
    };
    let root = reader.document();
    let odd = spaces::odd(source, text, &reader.texts);
    if !odd.is_empty() {
        // What else seems wrong comes of them.
        return Marks {
            root: None,
            problems: odd,
        };
    }
    let cause = reader
        .lost_at
        .and_then(|at| spaces::missing(source, text, &reader.texts, at));
    if let Some(cause) = cause {
        return Marks {
            root: None,
            problems: vec![cause],
        };
    }
    let nothing = || Mark {
        place: reader.place(0..0),
        inside: Inside::Scalar(Value::Null),
    };
    let root = (!reader.is_broken).then(|| root.unwrap_or_else(nothing));
    Marks {
        root,
        problems: reader.problems,
    }
}

/// The byte at which each character starts: the parser counts characters.
fn byte_offsets(text: &str) -> Vec<usize> {
    let ends = std::iter::once(text.len());
    text.char_indices()
        .map(|(byte, _)| byte)
        .chain(ends)
        .collect()
}

/// A text on its way through the parser.
pub(super) struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    source: SourceId,
    bytes: Vec<usize>,
    pub(super) text: &'a str,
    /// Where texts stand in which a space is a part of the text: those in quotes, and blocks.
    texts: Vec<Range<usize>>,
    /// Whether nothing after this can be made sense of.
    pub(super) is_lost: bool,
    /// Where the parser lost its way.
    lost_at: Option<usize>,
    /// Whether what was found cannot be gone on with.
    is_broken: bool,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Option<Mark> {
        let mut root = None;
        let mut documents = 0;
        while let Some((event, span)) = self.next() {
            match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents == 2 {
                        let place = self.span(span);
                        self.stop_at(
                            Problem::error("a second document starts here")
                                .at(place)
                                .help("keep one document a file: delete the line of `---` or `...` above, or move what follows to a file of its own"),
                        );
                        return root;
                    }
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd | Event::Nothing => {}
                event => root = self.node(event, span, 0),
            }
        }
        root
    }

    /// Notes a mistake with which nothing can be made of the text.
    pub(super) fn stop_at(&mut self, problem: Problem) {
        self.is_broken = true;
        self.problems.push(problem);
    }

    /// The next event, or nothing after a mistake that ends the parse.
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        if self.is_lost {
            return None;
        }
        match self.parser.next_event()? {
            Ok(event) => Some(event),
            Err(error) => {
                let mut start = self.byte(error.marker().index());
                if error.info().contains("tab") {
                    // The parser stands before the tab that it means.
                    start += self.text[start..].find('\t').unwrap_or_default();
                }
                let end = self.text[start..]
                    .chars()
                    .next()
                    .map_or(start, |c| start + c.len_utf8());
                let place = self.place(start..end);
                self.is_lost = true;
                self.lost_at = Some(start);
                let (message, help) = super::explain::syntax(error.info());
                self.stop_at(Problem::error(message).at(place).help(help));
                None
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Option<Mark> {
        let start = self.byte(span.start.index());
        self.refuse_extras(&event, span);
        self.refuse_escaped(&event, span);
        self.refuse_cut(&event, span);
        self.ask_about_quotes(&event, span);
        if let Event::Scalar(_, style, ..) = &event
            && *style != ScalarStyle::Plain
        {
            self.texts.push(start..self.byte(span.end.index()));
        }
        if depth > DEEPEST {
            self.is_lost = true;
            let place = self.span(span);
            self.stop_at(
                Problem::error(format!("this is nested more than {DEEPEST} levels deep"))
                    .at(place)
                    .help("look for a line with too many spaces or dashes in front of it"),
            );
            return None;
        }
        let (inside, end) = match event {
            Event::SequenceStart(..) => self.sequence(depth)?,
            Event::MappingStart(..) => self.mapping(depth)?,
            Event::Scalar(text, style, ..) => {
                let value = match style {
                    ScalarStyle::Plain => plain::value(&text),
                    _ => Value::String(text.into_owned()),
                };
                (Inside::Scalar(value), self.byte(span.end.index()))
            }
            _ => (Inside::Scalar(Value::Null), self.byte(span.end.index())),
        };
        Some(Mark {
            place: self.trimmed(start..end),
            inside,
        })
    }

    fn sequence(&mut self, depth: usize) -> Option<(Inside, usize)> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                return Some((Inside::Sequence(items), self.byte(span.end.index())));
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn mapping(&mut self, depth: usize) -> Option<(Inside, usize)> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen: HashMap<String, Place> = HashMap::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                return Some((Inside::Mapping(entries), self.byte(span.end.index())));
            }
            let key = match &event {
                Event::Scalar(text, ..) => text.to_string(),
                _ => String::new(),
            };
            let key_place = self.node(event, span, depth + 1)?.place;
            self.check_key(&key, key_place, &mut seen);
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            entries.push(Entry {
                key,
                key_place,
                value,
            });
        }
    }

    fn byte(&self, character: usize) -> usize {
        let last = self.text.len();
        self.bytes.get(character).copied().unwrap_or(last)
    }

    pub(super) fn span(&self, span: Span) -> Place {
        self.trimmed(self.byte(span.start.index())..self.byte(span.end.index()))
    }

    /// Without the blank lines that a block scalar or a mapping drags behind it.
    fn trimmed(&self, range: Range<usize>) -> Place {
        let text = self.text.get(range.clone()).unwrap_or_default();
        self.place(range.start..range.start + text.trim_end().len())
    }

    pub(super) fn place(&self, range: Range<usize>) -> Place {
        Place {
            source: self.source,
            start: range.start,
            end: range.end,
        }
    }
}
