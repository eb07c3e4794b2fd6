//! Words that can be chosen between.

use std::num::NonZeroU32;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::diagnostics::{RowCode, one_of};
use crate::publish::Target;
use crate::read::SchemaOf;

/// Takes one of these, by the word for it.
pub fn word<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let known = PossibleValuesParser::new(all.map(id));
    known.try_map(move |word| {
        let mut all = all.into_iter();
        all.find(|one| id(*one) == word)
            .ok_or("there is no such word")
    })
}

/// A kind of file that has a schema.
pub fn schema() -> impl TypedValueParser<Value = SchemaOf> {
    let ids = SchemaOf::ALL.iter().map(|of| of.id());
    PossibleValuesParser::new(ids).try_map(|word| {
        let mut all = SchemaOf::ALL.iter().copied();
        all.find(|of| of.id() == word)
            .ok_or("there is no such word")
    })
}

/// How `check` says what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatChoice {
    /// With the lines that are meant, for people
    Human,
    /// One array, for other programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// A page to send to an editor, with the report
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TargetChoice {
    /// Pages in reading order, tagged for screen readers
    Screen,
    /// Sheets to print on both sides, to fold, staple or cut
    Desk,
    /// Pages with bleed and marks, and a ticket that says what to make
    Press,
    /// One page of HTML that holds everything, for phones and browsers
    Web,
    /// All of them
    All,
}

impl TargetChoice {
    /// The targets these stand for, each once.
    pub fn targets(choices: &[Self]) -> Vec<Target> {
        let all = [
            (Self::Screen, Target::Screen),
            (Self::Desk, Target::Desk),
            (Self::Press, Target::Press),
            (Self::Web, Target::Web),
        ];
        let wanted = |choice| choices.contains(&choice) || choices.contains(&Self::All);
        all.into_iter()
            .filter(|(choice, _)| wanted(*choice))
            .map(|(_, target)| target)
            .collect()
    }
}

/// The most copies that one file holds.
const MOST_COPIES: u32 = 500;

/// Reads how many copies are wanted.
pub fn copies(text: &str) -> Result<NonZeroU32, String> {
    let copies = text.parse().ok().and_then(NonZeroU32::new);
    copies
        .filter(|copies| copies.get() <= MOST_COPIES)
        .ok_or_else(|| format!("write a whole number from 1 to {MOST_COPIES}"))
}

/// Reads how many are wanted, from so many on.
pub fn number(least: u32) -> impl Fn(&str) -> Result<u32, String> + Clone {
    move |text| {
        let number = text.parse().ok();
        let number = number.filter(|number| (least..=MOST_COPIES).contains(number));
        number.ok_or_else(|| format!("write a whole number from {least} to {MOST_COPIES}"))
    }
}

/// Reads what chance begins with.
pub fn seed(text: &str) -> Result<u64, String> {
    let seed = text.parse();
    seed.map_err(|_| "write a whole number, such as 7".to_owned())
}

/// Reads the code of a doubt about a row.
pub fn doubt(text: &str) -> Result<RowCode, String> {
    let doubts = || RowCode::ALL.iter().copied().filter(|code| code.is_doubt());
    let found = doubts().find(|code| code.code() == text);
    found.ok_or_else(|| format!("the doubts are {}", one_of(doubts().map(RowCode::code))))
}
