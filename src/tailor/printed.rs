//! Every piece of text as it is printed, with the place it was written and what
//! it is: for checks, not for templates.

use super::content::{Inline, Node};
use crate::diagnostics::Place;
use crate::read::OptionPart;

/// A piece of text as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedText {
    /// Where it was written.
    pub place: Place,
    /// What it is.
    pub role: Role,
    /// The id of the section it stands in, where it stands in one.
    pub section: Option<String>,
    /// Its paragraphs and lists.
    pub nodes: Vec<Node>,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The title of the publication.
    Title,
    /// The line under the title.
    Summary,
    /// A section's heading.
    Heading,
    /// Running text.
    Running,
    /// The sentence beside a drawn figure.
    Fact,
    /// A step, or something to tick or bring.
    Item,
    /// Somebody's own words.
    Quote,
    /// Who said them.
    QuotedBy,
    /// A cell of a table.
    Cell,
    /// The name of an option, counted from 0.
    OptionName(usize),
    /// The one sentence of an option, counted from 0.
    OptionSummary(usize),
    /// A part of an option: the option counted from 0, and which part.
    OptionPart(usize, OptionPart),
    /// What a picture shows, or a QR code holds.
    Alternative,
    /// What lines to write on are for, or what an appointment's row says.
    Label,
    /// A proper name: of a service, an organisation, a place, a person.
    Name,
    /// What the service answers to a guide, as it stands in its settings: the texts that
    /// say it hold it as well.
    Answer,
    /// Who answers a phone, when, and how one gets in: the service's own words.
    Practical,
    /// What a local service says about itself.
    LocalService,
    /// A line of the crisis box.
    Crisis,
    /// A source in the imprint.
    Source,
}

impl Role {
    /// Whether it is a sentence or more that somebody reads on: where rules about
    /// sentences and paragraphs hold.
    pub fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Running
                | Self::Fact
                | Self::Item
                | Self::Summary
                | Self::OptionSummary(_)
                | Self::OptionPart(..)
        )
    }

    /// Whether it is the author's or the service's own to word: a quotation is somebody
    /// else's, and so are a name and a source. A crisis line is a record of who answers.
    pub fn is_own(self) -> bool {
        !matches!(
            self,
            Self::Quote | Self::QuotedBy | Self::Name | Self::Source | Self::Crisis
        )
    }
}

impl PrintedText {
    /// The words without markup, a paragraph or item a line.
    pub fn plain(&self) -> String {
        self.paragraphs().join("\n")
    }

    /// The words its author wrote, a paragraph or item a line. What a service or a
    /// person fills in is not theirs: it stands as `…`.
    pub fn written(&self) -> String {
        let runs = self.runs().map(|run| words(run, &|_| FILLED_IN.to_owned()));
        let runs: Vec<String> = runs.collect();
        runs.join("\n")
    }

    /// As [`PrintedText::plain`], with something else for what a service filled in.
    pub fn plain_with(&self, instead: impl Fn(&str) -> String) -> String {
        let filled = |value: Option<&str>| value.map(&instead).unwrap_or_default();
        let runs = self.runs().map(|run| words(run, &filled));
        let runs: Vec<String> = runs.collect();
        runs.join("\n")
    }

    /// The numbers of the sources it refers to.
    pub fn sources(&self) -> Vec<u32> {
        let all = self.runs().flat_map(with_inner);
        all.filter_map(|inline| match inline {
            Inline::Note(number) => Some(*number),
            _ => None,
        })
        .collect()
    }

    /// The links in it: where each leads, and its words.
    pub fn links(&self) -> impl Iterator<Item = (&str, &[Inline])> {
        let all = self.runs().flat_map(with_inner);
        all.filter_map(|inline| match inline {
            Inline::Link { url, words } => Some((url.as_str(), words.as_slice())),
            _ => None,
        })
    }

    /// Every paragraph and every item of a list, without markup.
    pub fn paragraphs(&self) -> Vec<String> {
        self.runs().map(plain).collect()
    }

    /// Every paragraph and every item of a list.
    pub fn runs(&self) -> impl Iterator<Item = &[Inline]> {
        self.nodes.iter().flat_map(|node| match node {
            Node::Paragraph(words) => vec![words.as_slice()],
            Node::Bullets(items) | Node::Numbered(items) => {
                items.iter().map(Vec::as_slice).collect()
            }
        })
    }
}

/// The words without markup.
pub fn plain(inlines: &[Inline]) -> String {
    words(inlines, &|value| value.unwrap_or_default().to_owned())
}

/// What stands for words that were filled in.
const FILLED_IN: &str = "…";

/// The words without markup. `filled` says what stands for those that were filled in: for
/// a service's, which are known, and for a person's.
fn words(inlines: &[Inline], filled: &dyn Fn(Option<&str>) -> String) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Value(text) => filled(Some(text)),
            Inline::Field(_) => filled(None),
            Inline::Strong(inner) | Inline::Link { words: inner, .. } => words(inner, filled),
            Inline::Break => " ".to_owned(),
            Inline::Note(_) => String::new(),
        })
        .collect()
}

/// The fields of the person that are filled in.
pub fn fields(inlines: &[Inline]) -> impl Iterator<Item = &str> {
    let all = with_inner(inlines).into_iter();
    all.filter_map(|inline| match inline {
        Inline::Field(field) => Some(field.as_str()),
        _ => None,
    })
}

/// Pieces of a run of text, and those within strong words and links.
fn with_inner(inlines: &[Inline]) -> Vec<&Inline> {
    let inlines = inlines.iter();
    let all = inlines.flat_map(|inline| {
        let inner = match inline {
            Inline::Strong(words) | Inline::Link { words, .. } => with_inner(words),
            _ => Vec::new(),
        };
        std::iter::once(inline).chain(inner)
    });
    all.collect()
}
