//! Where everything stands in a YAML text, and what may not stand there at all.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_yaml::Value;

use super::{plain, spaces};
use crate::diagnostics::{Place, Problem, SourceId};
use crate::read::characters::{too_many_marks, why_refused};
use crate::read::limits;

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

struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    source: SourceId,
    bytes: Vec<usize>,
    text: &'a str,
    /// Where texts stand in which a space is a part of the text: those in quotes, and blocks.
    texts: Vec<Range<usize>>,
    /// Whether the parser lost its way.
    is_lost: bool,
    /// Whether what was found cannot be gone on with.
    is_broken: bool,
    problems: Vec<Problem>,
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
                                .help("keep one document a file: delete the `---` line, or move what follows to a file of its own"),
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
    fn stop_at(&mut self, problem: Problem) {
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

    fn check_key(&mut self, key: &str, place: Place, seen: &mut HashMap<String, Place>) {
        if key == "<<" {
            self.stop_at(
                Problem::error("merge keys (`<<`) are not understood here")
                    .at(place)
                    .help("write the settings out where they belong"),
            );
        } else if key.is_empty() {
            self.stop_at(
                Problem::error("this has no name in one word")
                    .at(place)
                    .help("write the name of the setting in front of the colon"),
            );
        } else if let Some(&first) = seen.get(key) {
            self.stop_at(
                Problem::error(format!("`{key}` is said twice"))
                    .at_saying(place, "said again here")
                    .also(first, "said first here")
                    .help("keep one of the two lines"),
            );
        } else {
            seen.insert(key.to_owned(), place);
        }
    }

    /// Aliases, anchors and tags: a way to make a small file huge, or to mean
    /// something a reader cannot see.
    fn refuse_extras(&mut self, event: &Event<'a>, span: Span) {
        let (anchor, tag) = match event {
            Event::Alias(_) => (1, false),
            Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some()),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            _ => (0, false),
        };
        let what = match event {
            Event::Alias(_) => "aliases (`*name`)",
            _ if anchor > 0 => "anchors (`&name`)",
            _ if tag => "tags (`!name`)",
            _ => return,
        };
        let place = self.span(span);
        self.stop_at(
            Problem::error(format!("{what} are not understood here"))
                .at(place)
                .help("if it is meant as text, put the whole text in quotes"),
        );
    }

    /// What a text may not hold, it may not hold as an escape (`"\u202E"`) either.
    fn refuse_escaped(&mut self, event: &Event<'a>, span: Span) {
        let Event::Scalar(text, ..) = event else {
            return;
        };
        if too_many_marks(text) {
            let place = self.span(span);
            let most = limits::MARKS;
            self.problems.push(
                Problem::error(format!("a letter here has more than {most} marks"))
                    .at(place)
                    .help("delete the word and type it again; such letters come along when text is pasted"),
            );
        }
        let typed = self.span(span).range();
        let typed = self.text.get(typed).unwrap_or_default();
        let refused = text
            .chars()
            .filter(|character| !typed.contains(*character))
            .find_map(|character| Some((character, why_refused(character)?)));
        if let Some((character, why)) = refused {
            let place = self.span(span);
            self.problems.push(
                Problem::error(format!(
                    "the character `U+{:04X}` {why}",
                    u32::from(character)
                ))
                .at(place)
                .help("take it out"),
            );
        }
    }

    /// `name: “Team”` prints the quotation marks, which were hardly meant.
    fn ask_about_quotes(&mut self, event: &Event<'a>, span: Span) {
        let Event::Scalar(text, ScalarStyle::Plain, ..) = event else {
            return;
        };
        let pairs = [('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»')];
        let is_round_all = pairs.into_iter().any(|(opens, closes)| {
            let inside = text.strip_prefix(opens);
            let inside = inside.and_then(|inside| inside.strip_suffix(closes));
            inside.is_some_and(|inside| !inside.contains([opens, closes]))
        });
        if is_round_all {
            let place = self.span(span);
            self.problems.push(
                Problem::error("these quotation marks would be printed")
                    .at(place)
                    .help("if they were only meant to hold the text together, write straight ones: \"…\"")
                    .help("if they are to be printed, write \"“…”\", with a straight mark outside each"),
            );
        }
    }

    /// `name: Team #4` says "Team": a `#` after one space was hardly meant to
    /// start a note. A note after a value has two spaces in front of it, or more.
    fn refuse_cut(&mut self, event: &Event<'a>, span: Span) {
        if !matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) {
            return;
        }
        let place = self.span(span);
        let after = self.text.get(place.end..).unwrap_or_default();
        if after.starts_with(" #") && place.end > place.start {
            let rest = after.lines().next().unwrap_or_default().trim_end();
            let cut = self.place(place.end + 1..place.end + rest.len());
            self.problems.push(
                Problem::error("everything after this `#` would not be printed")
                    .at(cut)
                    .help("if it is text, put the whole text in quotes")
                    .help("if it is a note, put two spaces in front of the `#`"),
            );
        }
    }

    fn byte(&self, character: usize) -> usize {
        let last = self.text.len();
        self.bytes.get(character).copied().unwrap_or(last)
    }

    fn span(&self, span: Span) -> Place {
        self.trimmed(self.byte(span.start.index())..self.byte(span.end.index()))
    }

    /// Without the blank lines that a block scalar or a mapping drags behind it.
    fn trimmed(&self, range: Range<usize>) -> Place {
        let text = self.text.get(range.clone()).unwrap_or_default();
        self.place(range.start..range.start + text.trim_end().len())
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place {
            source: self.source,
            start: range.start,
            end: range.end,
        }
    }
}
