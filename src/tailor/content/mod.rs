//! What stands in a publication: sections, blocks, and the text in them.
//!
//! Names here are the names the templates use. All lengths are in millimetres.

mod help;
mod options;

pub use help::{Contact, CrisisHelp, CrisisLine, More, Signpost};
pub use options::{Cells, HereRow, OptionLine, OptionPage, Part};

use serde::Serialize;

use crate::diagnostics::Place;
use crate::read::Panel;

/// A part of a publication under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// The id the guide gives it.
    pub id: String,
    /// Where it was written, for problems.
    #[serde(skip)]
    pub place: Place,
    /// The heading, where it has one.
    pub heading: Option<Vec<Inline>>,
    /// The panel of a folded leaflet it stands on.
    pub panel: Option<Panel>,
    /// The picture beside it, where it has one.
    pub picture: Option<Scene>,
    /// Printed only for people this holds for.
    pub when: Option<Condition>,
    /// What stands in it.
    pub blocks: Vec<Entry>,
}

/// A block, and for whom it is printed.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Where it was written, for problems.
    #[serde(skip)]
    pub place: Place,
    /// Printed only for people this holds for.
    pub when: Option<Condition>,
    /// The block.
    pub show: Block,
}

/// Whether a person's row says something in a column.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    /// The field.
    pub field: String,
    /// True where the block is for people who have nothing there.
    pub not: bool,
}

/// One block of content.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are what the block says")]
pub enum Block {
    /// Running text.
    Text { body: Vec<Node> },
    /// Somebody's words.
    Quote { body: Vec<Node>, by: Vec<Inline> },
    /// A figure drawn as people: `number` in `of`.
    Fact {
        number: u32,
        of: u32,
        words: Vec<Inline>,
        alt: String,
    },
    /// Things to do in order.
    Steps { items: Vec<Vec<Inline>> },
    /// Things to tick.
    Checklist { items: Vec<Vec<Inline>> },
    /// One option to a page.
    Options { list: Vec<OptionPage> },
    /// Every option a line, with boxes to tick.
    OptionList { list: Vec<OptionPage> },
    /// Every option on one page.
    Overview { list: Vec<OptionLine> },
    /// How to reach the service.
    Contacts { list: Vec<Contact> },
    /// Other help nearby, and when it was checked; how many more there are, and whom to
    /// ask for them.
    Signposts {
        list: Vec<Signpost>,
        checked: Option<String>,
        #[serde(rename = "left-out")]
        left_out: usize,
        more: Option<More>,
    },
    /// When to see a doctor the same day.
    #[serde(rename_all = "kebab-case")]
    Urgent {
        heading: String,
        lead: String,
        signs: Vec<String>,
        what_to_do: String,
    },
    /// Help when somebody cannot cope.
    Crisis(CrisisHelp),
    /// The day, time and place of a person's appointment.
    Appointment {
        length: Vec<Inline>,
        /// The same within a line: "9:30am, for up to 1 hour".
        #[serde(rename = "length-in-line")]
        in_line: Vec<Inline>,
    },
    /// A table with a header row.
    Table {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture.
    Picture { picture: Picture },
    /// A QR code: rows of `1` for dark and `0` for light, its address, and what
    /// one finds there.
    Qr {
        rows: Vec<String>,
        address: String,
        words: Vec<Inline>,
    },
    /// Lines to write on.
    WriteIn {
        label: Vec<Inline>,
        lines: u32,
        picture: Option<Scene>,
    },
    /// A question with boxes in a row: what stands at each, and beside a row of numbers
    /// what its ends mean.
    Scale {
        label: Vec<Inline>,
        marks: Vec<Vec<Inline>>,
        ends: Vec<Vec<Inline>>,
        alt: String,
    },
    /// A table to write in: what each row is for, where that is said, and how tall it is.
    Diary {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Inline>>,
        #[serde(rename = "row-height")]
        row_height: Option<f64>,
    },
    /// A table of boxes to count with.
    Tally {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Inline>>,
        boxes: u32,
        alt: String,
    },
    /// Steps in a ring; those without words are to write in.
    Cycle {
        label: Vec<Inline>,
        steps: Vec<Vec<Inline>>,
        alt: String,
    },
    /// The part of a letter to cut off and send back.
    ReplySlip { choices: Vec<Vec<Inline>> },
    /// The rest starts on a new page.
    PageBreak,
}

/// Text a paragraph or a list at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Node {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with bullets.
    Bullets(Vec<Vec<Inline>>),
    /// A list with numbers.
    Numbered(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// The author's words.
    Text(String),
    /// What a service filled in, already isolated.
    Value(String),
    /// A field of the person, filled in for each letter.
    Field(String),
    /// Stronger words.
    Strong(Vec<Inline>),
    /// A reference to a source in the imprint.
    Note(u32),
    /// A link with words of its own.
    #[allow(missing_docs, reason = "the fields are what a link is")]
    Link { url: String, words: Vec<Inline> },
    /// A new line within a paragraph.
    Break,
}

/// A picture that is ready to be placed.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// The path templates load it from.
    pub file: String,
    /// What it shows, for people who cannot see it.
    pub alt: String,
    /// Printed width, mm.
    pub width: f64,
    /// Printed height, mm.
    pub height: f64,
}

/// A drawn picture, or the service's own in its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scene {
    /// What guides call it: `bench`.
    pub name: String,
    /// What it shows, for people who cannot see it.
    pub alt: String,
    /// The same scene in other proportions; a template takes what fits best.
    pub shapes: Vec<Shape>,
}

/// A scene in one of its proportions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shape {
    /// The path templates load it from.
    pub file: String,
    /// Its width, in units of the drawing.
    pub width: f64,
    /// Its height, in the same units.
    pub height: f64,
}
