//! Words of rules about letters and invitations.

use serde::Deserialize;

use super::list::WordList;
use crate::read::Text;

/// What an invitation says, in the words of letters that say it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvitationWords {
    /// Who one meets.
    pub who: WordList,
    /// What happens.
    pub what: WordList,
    /// How one meets without a room.
    pub elsewhere: WordList,
    /// How long it takes: numbers before a unit, besides figures.
    pub length_numbers: WordList,
    /// How long it takes: units after a number.
    pub length_units: WordList,
    /// How long it takes, in other words.
    pub length_days: WordList,
    /// What to bring, besides "bring" with a thing after it.
    pub bring: WordList,
    /// Whom one may bring: no thing.
    pub company: WordList,
    /// That another day can be found.
    pub change: WordList,
    /// What support there is.
    pub support: WordList,
}

/// What a letter does not say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrdersAndThreats {
    /// Phrases that order, blame or threaten.
    pub phrases: Vec<Unkind>,
    /// An order only before what is asked of somebody who is invited.
    pub orders: WordList,
    /// What such an order asks for.
    pub asked: Vec<Asked>,
    /// Words that make a question or a condition of what follows.
    pub no_order_after: WordList,
    /// How letters make people answer.
    pub answer: WordList,
    /// What they say people lose who do not.
    pub loss: WordList,
}

/// Phrases that a letter does not use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Unkind {
    /// What they are: "is a threat".
    pub problem: Text,
    /// What to say instead.
    pub say: Text,
    /// The phrases.
    pub instead_of: WordList,
}

/// What an order asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Asked {
    /// The words, in lower case.
    pub words: WordList,
    /// What to say instead.
    pub say: Text,
}
