//! How somebody wants their letter: which one, how large, in which language. The
//! Accessible Information Standard (DAPB1605) asks that people get what they need;
//! what cannot be printed here is for somebody to see to, and never printed in some
//! other way instead.

use super::address::one_line;
use super::column::{Column, FORMAT, LANGUAGE, LETTER, bare};
use super::limits::LONGEST_ANSWER;
use super::{Declared, Wanted};
use crate::diagnostics::{RowCode, did_you_mean, one_of};
use crate::read::Edition;
use crate::read::table::{Row, RowFault};

/// The letter that somebody gets.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LetterChoice {
    /// The guide.
    pub guide: String,
    /// The tags of its languages, the first one first.
    pub languages: Vec<String>,
    /// Standard or large print.
    pub edition: Edition,
}

/// A letter that a row may ask for.
#[derive(Debug, Clone)]
pub struct WantedLetter {
    /// The guide.
    pub guide: String,
    /// What it is called, in whatever language.
    pub titles: Vec<String>,
    /// The tags of the languages it is printed in.
    pub languages: Vec<String>,
    /// Its own fields.
    pub declared: Vec<Declared>,
    /// Whether it shows when and where somebody is expected, and rows have to say so.
    pub shows_appointment: bool,
}

/// Somebody who asked for what cannot be printed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// The row, as the spreadsheet counts.
    pub row: usize,
    /// The column in which they asked for it, as the spreadsheet calls it.
    pub column: String,
    /// What they asked for.
    pub asked: String,
}

/// What becomes of a row.
pub(super) enum Wish<'a> {
    /// This letter is printed.
    Printed(&'a WantedLetter, LetterChoice),
    /// Nothing is.
    ByHand(ByHand),
}

/// The columns in which people say what they want.
pub(super) struct Wishes<'a> {
    pub(super) format: Option<&'a Column>,
    pub(super) language: Option<&'a Column>,
    pub(super) letter: Option<&'a Column>,
}

impl Wishes<'_> {
    /// What this row asks for.
    ///
    /// # Errors
    /// Where it asks for a letter that there is not.
    pub(super) fn of<'w>(&self, row: &Row, wanted: &Wanted<'w>) -> Result<Wish<'w>, Box<RowFault>> {
        let asked = |column: Option<&Column>| {
            let text = column.map(|column| one_line(&column.text(row)));
            text.filter(|text| !text.is_empty())
        };
        let letter = match asked(self.letter) {
            None => &wanted.letters[0],
            Some(asked) => {
                let known = wanted
                    .letters
                    .iter()
                    .find(|letter| letter.is_called(&asked));
                known.ok_or_else(|| self.no_letter(row, &asked, wanted))?
            }
        };
        let by_hand = |column: Option<&Column>, ours: &str, asked: String| {
            Wish::ByHand(ByHand {
                row: row.number,
                column: column.map_or(ours, |column| &column.shown).to_owned(),
                asked: asked.chars().take(LONGEST_ANSWER).collect(),
            })
        };
        let edition = match asked(self.format) {
            None => wanted.edition,
            Some(asked) => match wanted.words.edition(&asked) {
                Some(edition) => edition,
                None => return Ok(by_hand(self.format, FORMAT, asked)),
            },
        };
        let languages = match asked(self.language) {
            None => letter.in_languages(wanted.languages),
            Some(asked) => match letter.languages_asked(&asked, wanted) {
                Some(tags) => tags,
                None => return Ok(by_hand(self.language, LANGUAGE, asked)),
            },
        };
        let guide = letter.guide.clone();
        Ok(Wish::Printed(
            letter,
            LetterChoice {
                guide,
                languages,
                edition,
            },
        ))
    }

    fn no_letter(&self, row: &Row, asked: &str, wanted: &Wanted) -> Box<RowFault> {
        let column = self.letter.map_or(LETTER, |column| &column.shown);
        let known = || wanted.letters.iter().map(|letter| letter.guide.as_str());
        let what = format!("`{column}` names no letter of this service");
        RowFault::new(
            wanted.file,
            row.number,
            column,
            RowCode::UnknownLetter,
            &what,
        )
        .maybe_help(did_you_mean(asked, known()))
        .help(format!("type {}", one_of(known())))
        .into()
    }
}

impl WantedLetter {
    /// Those of these languages that it is printed in; all of them where that is none, so
    /// that whoever prints it says what is missing.
    fn in_languages(&self, tags: &[String]) -> Vec<String> {
        let printed = tags.iter().filter(|tag| self.languages.contains(tag));
        let printed: Vec<String> = printed.cloned().collect();
        if printed.is_empty() {
            return tags.to_vec();
        }
        printed
    }

    /// The languages that a cell asks for: one, or those of the run where it names several
    /// (`Welsh and English`) or says `both`. None where it is not printed in one of them.
    fn languages_asked(&self, asked: &str, wanted: &Wanted) -> Option<Vec<String>> {
        let of = |name: &str| {
            let mut tags = self.languages.iter();
            tags.find(|tag| wanted.words.is_language(name, tag))
        };
        if let Some(tag) = of(asked) {
            return Some(vec![tag.clone()]);
        }
        let run = &wanted.languages;
        if let [first, second] = run
            && wanted.words.is_both_languages(asked)
        {
            let printed = self.languages.contains(first) && self.languages.contains(second);
            return printed.then(|| run.to_vec());
        }
        let names = asked
            .replace(" and ", ",")
            .replace(['&', '/', '+', ';'], ",");
        let named: Option<Vec<&String>> = names.split(',').map(of).collect();
        let named = named.filter(|named| named.len() > 1)?;
        let names_all = run.iter().all(|tag| named.contains(&tag));
        names_all.then(|| run.to_vec())
    }

    /// Whether it is called so: by its id or by its title.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        let names = std::iter::once(&self.guide).chain(&self.titles);
        names.into_iter().any(|known| bare(known) == bare(name))
    }
}
