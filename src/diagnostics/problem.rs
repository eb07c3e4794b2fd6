//! One thing that is wrong.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use super::{
    Code, Help, Place, RuleId, SourceKind, Sources, Way, Words, did_you_mean, one_of,
    shown_in_short,
};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is printed until this is mended.
    Error,
    /// It is printed, but somebody should look at it.
    Warning,
    /// Something the program decided and the reader may want to know.
    Note,
}

impl Severity {
    /// The word for it: `error`, `warning` or `note`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that is wrong. On its way to another process it leaves behind what points
/// into texts, which nobody has read there: see [`Problem::in_words`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The rule it breaks, or what is wrong with a row, where there is a word for it.
    #[serde(skip)]
    pub code: Option<Code>,
    /// What is wrong: lower case, values in backticks, no full stop.
    pub message: String,
    /// Where it is, and what to say right under the line (may be empty).
    #[serde(skip)]
    pub place: Option<(Place, String)>,
    /// Other places that matter, each with what to say there.
    #[serde(skip)]
    pub also: Vec<(Place, String)>,
    /// What to do, one line each.
    pub help: Vec<Help>,
    /// The words meant within the place, where only a part of it is.
    #[serde(skip)]
    pub words: Option<Words>,
    /// Where it comes from, where no place says so.
    #[serde(skip)]
    pub origin: Option<SourceKind>,
}

impl Problem {
    /// An error with this message.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// A warning with this message.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    /// An error in what the caller asked for: something there is not.
    pub fn not_there(message: impl Into<String>) -> Self {
        Self {
            origin: Some(SourceKind::Argument),
            ..Self::error(message)
        }
    }

    /// The code of the rule it breaks, or of what is wrong with a row: `LW012`,
    /// `not-a-date`.
    pub fn code(&self) -> Option<&'static str> {
        self.code.map(Code::code)
    }

    /// The rule it breaks.
    pub fn rule_id(&self) -> Option<RuleId> {
        self.code.and_then(Code::rule)
    }

    /// Where it comes from: the kind of file it points into, or of what it is about.
    pub fn origin(&self, sources: &Sources) -> Option<SourceKind> {
        let pointed = self.place.as_ref();
        let pointed = pointed.map(|(place, _)| sources.kind(place.source));
        pointed.or(self.origin)
    }

    /// A note with this message.
    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self {
            severity,
            code: None,
            message: message.into(),
            place: None,
            also: Vec::new(),
            help: Vec::new(),
            words: None,
            origin: None,
        }
    }

    /// The same, its help in words that fit the file in which it is.
    #[must_use]
    pub fn with_help_in(&self, sources: &Sources) -> Self {
        let place = self.place.as_ref();
        let in_braces = place.is_some_and(|(place, _)| sources.is_in_braces(*place));
        let mut problem = self.clone();
        if in_braces {
            problem.help = self.help.iter().map(Help::in_braces).collect();
        }
        problem
    }

    /// The same for somebody who has not read the texts: where it points into one of
    /// them, its message says so.
    #[must_use]
    pub fn in_words(&self, sources: &Sources) -> Self {
        let located = sources.location(self);
        let located = located.map(|location| format!("{location}: {}", self.message));
        Self {
            help: self.with_help_in(sources).help,
            ..Self::new(self.severity, located.unwrap_or(self.message.clone()))
        }
    }

    /// Says which rule it breaks, or what is wrong with a row.
    #[must_use]
    pub fn rule(mut self, code: impl Into<Code>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Is as bad as this.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Points at the place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some((place, String::new()));
        self
    }

    /// Points at the place and says something right under it.
    #[must_use]
    pub fn at_saying(mut self, place: Place, label: impl Into<String>) -> Self {
        self.place = Some((place, label.into()));
        self
    }

    /// Points at these words of the place; `text` is what stands there, and the
    /// words begin at byte `start` of it.
    #[must_use]
    pub fn on_words(mut self, text: &str, start: usize, written: &str) -> Self {
        let before = text.get(..start).unwrap_or_default();
        self.words = Some(Words {
            written: written.to_owned(),
            before: before.matches(written).count(),
        });
        self
    }

    /// Points at one more place.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also.push((place, label.into()));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Help>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says what was probably meant by a word, and all that is known: `all` begins that
    /// line, as "the guides are" does. More than anybody reads are not listed here.
    #[must_use]
    pub fn help_known<'a>(
        self,
        word: &str,
        all: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        const MOST: usize = 20;
        let problem = self.maybe_help(did_you_mean(word, known.clone()));
        if known.clone().count() > MOST {
            return problem.help(Help::from(Way::List).then(" all there are"));
        }
        problem.help(format!("{all} {}", one_of(known)))
    }

    /// Says what to do, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<impl Into<Help>>) -> Self {
        self.help.extend(help.map(Into::into));
        self
    }
}

/// What is wrong, then what to do, a line each. Where it is, only
/// [`draw`](super::draw) and [`Error`](super::Error) say: they know the texts.
impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.severity.word())?;
        if let Some(code) = self.code {
            write!(formatter, "[{code}]")?;
        }
        write!(formatter, ": {}", shown_in_short(&self.message))?;
        for help in &self.help {
            write!(formatter, "\n  help: {}", shown_in_short(&help.to_string()))?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
