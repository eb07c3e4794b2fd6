//! The options of a booklet.

use serde::Serialize;

use super::{Inline, Node, Scene};

/// An option, with the same parts as every other.
#[derive(Debug, Clone, Serialize)]
pub struct OptionPage {
    /// What the overview says of it.
    #[serde(flatten)]
    pub line: OptionLine,
    /// Its parts: heading and text, in the same order for every option.
    pub parts: Vec<Part>,
    /// What it is like at this service: the same rows for every option. None where the
    /// service says nothing of any.
    pub here: Option<Vec<HereRow>>,
}

/// What a service says of an option.
#[derive(Debug, Clone, Serialize)]
pub struct HereRow {
    /// What the row is about.
    pub label: String,
    /// The answer.
    pub words: Vec<Inline>,
}

/// One part of an option.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// The heading, the same for this part of every option.
    pub heading: String,
    /// The text.
    pub body: Vec<Node>,
}

/// An option in the overview.
#[derive(Debug, Clone, Serialize)]
pub struct OptionLine {
    /// The number on its page, counted from 1.
    pub number: u32,
    /// Its name.
    pub name: Vec<Inline>,
    /// One sentence.
    pub summary: Vec<Inline>,
    /// What stands in the columns of an overview, where every option says it.
    pub cells: Option<Cells>,
    /// The picture beside it, where it has one.
    pub picture: Option<Scene>,
}

/// An option in the columns of an overview, a few words in each.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Cells {
    /// Whom one meets.
    pub who_with: Vec<Inline>,
    /// At which sort of place.
    pub r#where: Vec<Inline>,
    /// How often.
    pub how_often: Vec<Inline>,
    /// What may be hard about it.
    pub weigh_up: Vec<Inline>,
}
