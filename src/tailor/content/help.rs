//! Whom a reader can turn to: the service, others nearby, and help in a crisis.

use serde::Serialize;

use super::Inline;
use crate::tailor::printed::plain;

/// A way to reach the service. Absent parts are `null`.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// Grouped, with no-break spaces.
    pub phone: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A web address.
    pub website: Option<String>,
    /// When.
    pub hours: Option<String>,
}

/// A local service other than this one. Absent parts are `null`.
#[derive(Debug, Clone, Serialize)]
pub struct Signpost {
    /// Its row in the spreadsheet, for problems.
    #[serde(skip)]
    pub row: usize,
    /// Its name.
    pub name: String,
    /// What it does.
    pub what: Option<String>,
    /// When it meets or is open.
    pub when: Option<String>,
    /// Where.
    pub r#where: Option<String>,
    /// What helps to get in.
    pub access: Option<String>,
    /// Whom it is for, how one gets in, what it costs: ready words, such as "Cost: free".
    pub facts: Vec<String>,
    /// Grouped, with no-break spaces.
    pub phone: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A web address.
    pub website: Option<String>,
    /// When it was last checked, and by whom, where each entry says so: ready words.
    pub last: Vec<String>,
}

impl Signpost {
    /// A service of which no more is said here than where else it stands.
    pub fn named(row: usize, name: String, what: String) -> Self {
        Self {
            row,
            name,
            what: Some(what),
            when: None,
            r#where: None,
            access: None,
            facts: Vec::new(),
            phone: None,
            email: None,
            website: None,
            last: Vec::new(),
        }
    }
}

/// Whom to ask for what is not printed: "More on mood: ask us, 01632 960111".
#[derive(Debug, Clone, Serialize)]
pub struct More {
    /// The words in front of the way to ask.
    pub before: String,
    /// One way to ask.
    pub ask: Contact,
    /// The words behind it; may be empty.
    pub after: String,
}

/// Whom to call in a crisis.
#[derive(Debug, Clone, Serialize)]
pub struct CrisisHelp {
    /// What stands in the bar of the box, where its section has no heading of its own.
    pub title: String,
    /// Whom to call, what helps most first.
    pub lines: Vec<CrisisLine>,
    /// Ways for people who cannot phone, in one running text; none where no line has any.
    pub also: Option<String>,
}

impl CrisisHelp {
    /// What stands in the lines of the box, in the order it is read.
    pub fn printed(&self) -> impl Iterator<Item = String> {
        self.lines.iter().flat_map(CrisisLine::printed)
    }
}

/// One line of the crisis box: a number, and words beside it.
#[derive(Debug, Clone, Serialize)]
pub struct CrisisLine {
    /// The number to call or text: grouped, with no-break spaces.
    pub number: String,
    /// What to choose or ask for once somebody answers: "option 2".
    pub then: Option<String>,
    /// The words beside the number, which do not hold it: who answers, when, at what cost.
    pub words: Vec<Inline>,
    /// When somebody answers, where that is not at all times: stands beside `short` and
    /// `then` as well.
    pub hours: Option<String>,
    /// Two or three words in their place, for the strip of a poster.
    pub short: Option<String>,
}

impl CrisisLine {
    /// What stands in its row, in the order it is read.
    fn printed(&self) -> impl Iterator<Item = String> {
        let number = std::iter::once(self.number.clone());
        number
            .chain(self.then.clone())
            .chain(std::iter::once(plain(&self.words)))
    }
}
