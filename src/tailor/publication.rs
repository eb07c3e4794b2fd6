//! What tailoring makes: a guide for one service with every word decided.
//!
//! Plain data, serialised as JSON for the templates, which read nothing else.
//! Names here are the names the templates use. All lengths are in millimetres.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::problem::Place;
use crate::read::{Edition, Format, Kind, Motif, Panel};

/// A guide made for one service, in one tone, one language and one edition.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Publication {
    /// The guide's id, such as `pain-and-mood`.
    pub guide: String,
    /// What it becomes.
    pub kind: Kind,
    /// The paper it is made for.
    pub format: Format,
    /// Standard or large print.
    pub edition: Edition,
    /// The tone it speaks in.
    pub tone: String,
    /// The language of every word in it.
    pub language: Language,
    /// The title, without markup.
    pub title: String,
    /// One line that says what it is for.
    pub summary: Vec<Inline>,
    /// The drawing on the cover.
    pub motif: Motif,
    /// Who gives it out.
    pub service: Masthead,
    /// The colours of the page.
    pub colours: Colours,
    /// The fixed words of templates, in this language.
    pub labels: BTreeMap<String, String>,
    /// The content, in reading order.
    pub sections: Vec<Section>,
    /// Who made it, when, from what.
    pub imprint: Imprint,
    /// What only letters have.
    pub letter: Option<Letter>,
    /// Every piece of text as it is printed, with the place it was written:
    /// for checks, not for templates.
    #[serde(skip)]
    pub texts: Vec<(Place, String)>,
}

/// A language as Typst and PDF want it.
#[derive(Debug, Clone, Serialize)]
pub struct Language {
    /// The whole tag, such as `en-GB`.
    pub tag: String,
    /// ISO 639 code, such as `en`.
    pub code: String,
    /// ISO 3166 code, such as `GB`.
    pub region: String,
}

/// The service as a publication shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Masthead {
    /// The service's name.
    pub name: String,
    /// The organisation it belongs to.
    pub organisation: String,
    /// Its logo, where it has one.
    pub logo: Option<Picture>,
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

/// Colours as `#rrggbb`. `accent` and `warm-ink` reach 4.5:1 on white (WCAG 2.2, 1.4.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Colours {
    /// The service's colour, darkened where it had to be: for headings, rules, motifs.
    pub accent: String,
    /// The accent at about a tenth: for boxes.
    pub accent_tint: String,
    /// The warm companion: for motifs and bars only, too light for text.
    pub warm: String,
    /// The companion, dark enough for text.
    pub warm_ink: String,
    /// The companion at about a tenth: for the crisis box.
    pub warm_tint: String,
}

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
    /// Printed only for people this holds for.
    pub when: Option<Condition>,
    /// What stands in it.
    pub blocks: Vec<Entry>,
}

/// A block, and for whom it is printed.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
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
    /// Every option on one page.
    Overview { list: Vec<OptionLine> },
    /// How to reach the service.
    Contacts { list: Vec<Contact> },
    /// Other help nearby, and when it was checked.
    Signposts {
        list: Vec<Signpost>,
        checked: Option<String>,
    },
    /// Help when somebody cannot cope.
    Crisis { lines: Vec<CrisisLine> },
    /// The day, time and place of a person's appointment.
    Appointment { length: Vec<Inline> },
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
    WriteIn { label: Vec<Inline>, lines: u32 },
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

/// An option, with the same parts as every other.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OptionPage {
    /// Counted from 1.
    pub number: u32,
    /// Its name.
    pub name: Vec<Inline>,
    /// One sentence.
    pub summary: Vec<Inline>,
    /// The six parts: heading and text, in the same order for every option.
    pub parts: Vec<Part>,
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
    /// The number on its page.
    pub number: u32,
    /// Its name.
    pub name: Vec<Inline>,
    /// One sentence.
    pub summary: Vec<Inline>,
}

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
    /// When and where it meets.
    pub when: Option<String>,
    /// Grouped, with no-break spaces.
    pub phone: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A web address.
    pub website: Option<String>,
}

/// One line of the crisis box: words around a number in bold.
#[derive(Debug, Clone, Serialize)]
pub struct CrisisLine {
    /// The sentence; the number to call or text stands in it as strong text.
    pub words: Vec<Inline>,
}

/// Who made it, when, and from what. Ready sentences in the publication's language.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Imprint {
    /// "Version 1"
    pub version: String,
    /// The version as a number alone.
    pub version_number: u32,
    /// "Checked November 2026"
    pub reviewed: String,
    /// "Next check November 2028"
    pub next_review: String,
    /// "For people who come to our service"
    pub audience: String,
    /// "Ask us for this in large print …", where the service wants it.
    pub formats: Option<String>,
    /// How to tell the service what you think of it.
    pub feedback: String,
    /// The contact to ask, where there is one.
    pub contact: Option<Contact>,
    /// The sources, numbered from 1 as the notes in the text are.
    pub sources: Vec<Source>,
    /// "Draft: this translation has not been checked", where it is one.
    pub draft: Option<String>,
}

/// A source in the imprint.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// The number of its notes.
    pub number: u32,
    /// What it is.
    pub text: String,
}

/// What a letter has beside its sections.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Letter {
    /// The day it is written, in full.
    pub date: String,
    /// Where the address stands, mm from the sheet's top left; none without a window.
    pub window: Option<Window>,
    /// Where the sheet is folded, mm from its top.
    pub folds: Vec<f64>,
    /// The address a reply slip goes to: name first.
    pub reply_to: Vec<String>,
    /// Who signs; absent where only a role does.
    pub signed_name: Option<String>,
    /// Their role.
    pub signed_role: Option<String>,
}

/// The part of the sheet that shows in an envelope's window however the paper slides, mm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Window {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

/// One person, as the small file a letter template reads.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// "Dear …"
    pub name: String,
    /// The address block, name first, at most seven lines.
    pub address: Vec<String>,
    /// "Monday 7 December 2026"
    pub appointment_date: String,
    /// "9:30am"
    pub appointment_time: String,
    /// The place's name.
    pub place_name: String,
    /// The place's address.
    pub place_address: Vec<String>,
    /// What helps to get in: "Step-free, …"; may be empty.
    pub place_access: String,
    /// The service's own reference; may be empty.
    pub reference: String,
    /// The fields the guide declares, ready to print; empty where the row says nothing.
    pub fields: BTreeMap<String, String>,
}
