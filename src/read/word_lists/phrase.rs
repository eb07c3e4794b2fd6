//! Phrases with gaps and choices, as `content/words/` writes them.
//!
//! | written | stands for |
//! |---|---|
//! | `will cure` | these words next to each other, each in any of its forms |
//! | `(cure\|take away)` | one of these |
//! | `[all]` | this, or nothing; `[all\|both]` one of these, or nothing |
//! | `<treatment>` | one of this set, from `content/words/sets.yaml` |
//! | `…` | up to four more words, with no mark between them |
//! | `^` | the beginning of a sentence or a clause, so that `^ stop` is an order |
//!
//! Short forms count as the words they stand for: `won't` is `will not`.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer};

use crate::diagnostics::Place;
use crate::read::Text;

/// A phrase to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What comes after what.
    pub pieces: Vec<Piece>,
    /// Where it is written.
    pub place: Place,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A word in small letters, in any of its forms.
    Word(String),
    /// One of these.
    Any(Vec<Vec<Piece>>),
    /// One of these, or nothing.
    Maybe(Vec<Vec<Piece>>),
    /// One of the set of this name.
    Set(String),
    /// Up to [`WIDEST_GAP`] more words.
    Gap,
    /// The beginning of a sentence or a clause.
    Start,
}

/// How many words a gap takes up at most.
pub const WIDEST_GAP: usize = 4;

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Text { value, place } = Text::deserialize(deserializer)?;
        let pieces = parse(&value).map_err(|fault| de::Error::custom(fault.to_string()))?;
        Ok(Self { pieces, place })
    }
}

/// What is wrong with a phrase; a second line says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NotClosed(char),
    NothingOpen(char),
    NothingIn,
    NoWords,
    OnlyInBrackets,
    LoneApostrophe,
    NoWord(char),
    TooDeep,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotClosed(mark) => write!(f, "`{mark}` is not closed\nclose it"),
            Self::NothingOpen(mark) => {
                write!(f, "nothing is open before `{mark}`\ntake it out, or open it")
            }
            Self::NothingIn => f.write_str(
                "there is nothing between two marks\nwrite a word between them, or take them out",
            ),
            Self::NoWords => f.write_str("this phrase has no word to look for\nwrite one"),
            Self::OnlyInBrackets => f.write_str(
                "`|` stands between choices in brackets\nwrite `(one|other)`, or two phrases",
            ),
            Self::NoWord(mark) => write!(f, "`{mark}` is part of no word\ntake it out"),
            Self::TooDeep => write!(f, "more than {DEEPEST} brackets stand within each other here\nwrite several phrases"),
            Self::LoneApostrophe => f.write_str(
                "short forms count as the words they stand for\nwrite `will not` for `won't`, and `you have` for `you've`",
            ),
        }
    }
}

/// So many brackets may stand within each other.
const DEEPEST: usize = 10;

/// How many brackets stand within each other.
fn deepest(text: &str) -> usize {
    let depths = text.chars().scan(0_usize, |depth, mark| {
        match mark {
            '(' | '[' => *depth += 1,
            ')' | ']' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

/// The pieces of a phrase.
fn parse(text: &str) -> Result<Vec<Piece>, Fault> {
    let mut rest = text;
    if deepest(text) > DEEPEST {
        return Err(Fault::TooDeep);
    }
    let pieces = sequence(&mut rest)?;
    match rest.chars().next() {
        Some('|') => Err(Fault::OnlyInBrackets),
        Some(mark) => Err(Fault::NothingOpen(mark)),
        None if !pieces.iter().any(looks_for_words) => Err(Fault::NoWords),
        None => Ok(pieces),
    }
}

/// Pieces up to a mark that ends them.
fn sequence(rest: &mut &str) -> Result<Vec<Piece>, Fault> {
    let mut pieces = Vec::new();
    loop {
        // A hyphen parts words, and so does the sign in A&E.
        *rest = rest.trim_start_matches(|next: char| next.is_whitespace() || "-&".contains(next));
        let Some(next) = rest.chars().next() else {
            return Ok(pieces);
        };
        match next {
            ')' | ']' | '>' | '|' => return Ok(pieces),
            '(' => pieces.push(Piece::Any(choices(rest, '(', ')')?)),
            '[' => pieces.push(Piece::Maybe(choices(rest, '[', ']')?)),
            '<' => pieces.push(Piece::Set(name(rest)?)),
            '…' => {
                *rest = &rest['…'.len_utf8()..];
                pieces.push(Piece::Gap);
            }
            '^' => {
                *rest = &rest['^'.len_utf8()..];
                pieces.push(Piece::Start);
            }
            _ => {
                let ends = |next: char| !next.is_alphanumeric();
                let end = rest.find(ends).unwrap_or(rest.len());
                match rest[end..].chars().next() {
                    Some('\'' | '’') => return Err(Fault::LoneApostrophe),
                    _ if end == 0 => return Err(Fault::NoWord(next)),
                    _ => {}
                }
                pieces.push(Piece::Word(rest[..end].to_lowercase()));
                *rest = &rest[end..];
            }
        }
    }
}

/// Choices in brackets.
fn choices(rest: &mut &str, open: char, close: char) -> Result<Vec<Vec<Piece>>, Fault> {
    let mut all = Vec::new();
    *rest = &rest[open.len_utf8()..];
    loop {
        let choice = sequence(rest)?;
        if choice.is_empty() {
            return Err(Fault::NothingIn);
        }
        all.push(choice);
        let next = rest.chars().next();
        match next {
            Some('|') => *rest = &rest['|'.len_utf8()..],
            Some(mark) if mark == close => {
                *rest = &rest[close.len_utf8()..];
                return Ok(all);
            }
            Some(mark) => return Err(Fault::NothingOpen(mark)),
            None => return Err(Fault::NotClosed(open)),
        }
    }
}

/// The name of a set: `<treatment>`.
fn name(rest: &mut &str) -> Result<String, Fault> {
    let inner = &rest['<'.len_utf8()..];
    let (name, after) = inner.split_once('>').ok_or(Fault::NotClosed('<'))?;
    if name.trim().is_empty() {
        return Err(Fault::NothingIn);
    }
    *rest = after;
    Ok(name.trim().to_owned())
}

/// Whether a piece needs a word to be there.
fn looks_for_words(piece: &Piece) -> bool {
    !matches!(piece, Piece::Maybe(_) | Piece::Gap | Piece::Start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Piece {
        Piece::Word(text.into())
    }

    #[test]
    fn a_phrase_is_read_as_it_is_written() {
        assert_eq!(
            parse("<treatment> will [all|really] (cure|take away) … pain-free"),
            Ok(vec![
                Piece::Set("treatment".into()),
                word("will"),
                Piece::Maybe(vec![vec![word("all")], vec![word("really")]]),
                Piece::Any(vec![vec![word("cure")], vec![word("take"), word("away")]]),
                Piece::Gap,
                word("pain"),
                word("free"),
            ])
        );
        assert_eq!(
            parse("(a [b|c]|d)"),
            Ok(vec![Piece::Any(vec![
                vec![
                    word("a"),
                    Piece::Maybe(vec![vec![word("b")], vec![word("c")]])
                ],
                vec![word("d")],
            ])])
        );
    }

    #[test]
    fn what_is_not_closed_or_empty_is_said() {
        for (text, fault) in [
            ("(cure|heal", Fault::NotClosed('(')),
            ("will [cure", Fault::NotClosed('[')),
            ("<pain", Fault::NotClosed('<')),
            ("cure) it", Fault::NothingOpen(')')),
            ("(cure]", Fault::NothingOpen(']')),
            ("(cure||heal)", Fault::NothingIn),
            ("<>", Fault::NothingIn),
            ("cure|heal", Fault::OnlyInBrackets),
            ("[all] …", Fault::NoWords),
            ("won’t hurt", Fault::LoneApostrophe),
            ("^ …", Fault::NoWords),
            ("((((((((((((cure))))))))))))", Fault::TooDeep),
            ("cure, heal", Fault::NoWord(',')),
        ] {
            assert_eq!(parse(text), Err(fault), "{text}");
        }
    }
}
