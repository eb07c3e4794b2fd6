//! What tailoring makes: a guide for one service with every word decided.
//!
//! Plain data, serialised as JSON for the templates, which read nothing else.
//! Names here are the names the templates use. All lengths are in millimetres.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::content::{Contact, CrisisHelp, Inline, Picture, Scene, Section};
use super::printed::PrintedText;
use crate::read::{Area, Edition, Format, Kind, Panel};

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
    /// The pages there are to fill.
    pub paper: Paper,
    /// The tone it speaks in.
    pub tone: String,
    /// The language of every word in it.
    pub language: Language,
    /// The title, without markup.
    pub title: String,
    /// What a document of it is called: with the titles in its other languages, where it
    /// has more than one.
    pub document_title: String,
    /// One line that says what it is for.
    pub summary: Vec<Inline>,
    /// What each of its copies is for, ready to print at its head; none where it is
    /// printed once.
    pub copies: Vec<String>,
    /// Whether it stays with the service once it was filled in.
    pub handed_in: bool,
    /// The picture on the cover, where it has one.
    pub cover: Option<Scene>,
    /// Who gives it out.
    pub service: Masthead,
    /// The colours of the page.
    pub colours: Colours,
    /// The fixed words of templates, in this language.
    pub labels: BTreeMap<String, String>,
    /// The content, in reading order.
    pub sections: Vec<Section>,
    /// Sections and parts of them that their page has no room for, on pages of their own: in
    /// a draft, and nowhere else.
    pub continued: Vec<Section>,
    /// Whom to call in a crisis, where no block of its own says so.
    pub crisis: Option<CrisisHelp>,
    /// Who made it, when, from what.
    pub imprint: Imprint,
    /// What only letters have.
    pub letter: Option<Letter>,
    /// Where a service says things its own way: `` `overrides/pain-and-mood.yaml` ``, or the
    /// file of a version.
    #[serde(skip)]
    pub changed_in: String,
    /// Every piece of text as it is printed: for checks, not for templates.
    #[serde(skip)]
    pub texts: Vec<PrintedText>,
}

impl Publication {
    /// "page 3", or "page 3 (`flap`)"; pages are counted from 0.
    pub fn page_name(&self, page: usize) -> String {
        let panels = match self.edition {
            Edition::Standard => self.format.panels(),
            // Never folded.
            Edition::LargePrint => &[],
        };
        match panels.get(page) {
            Some((panel, _)) => format!("page {} (`{}`)", page + 1, panel.id()),
            None => format!("page {}", page + 1),
        }
    }

    /// The text that holds these words of a page, and the byte they begin at.
    pub fn text_with(&self, words: &str) -> Option<(&PrintedText, usize)> {
        let words = words.trim();
        let letters = words.chars().filter(|character| character.is_alphabetic());
        if letters.count() < TELLING {
            return None;
        }
        let mut texts = self.texts.iter();
        texts.find_map(|text| Some((text, text.plain().find(words)?)))
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

/// How many letters tell a text from others: one letter or number stands in every text.
pub const TELLING: usize = 4;

/// A language as Typst and PDF want it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Language {
    /// The whole tag, such as `en-GB`.
    pub tag: String,
    /// ISO 639 code, such as `en`.
    pub code: String,
    /// ISO 3166 code, such as `GB`.
    pub region: String,
    /// The names of the months, as they stand in dates.
    pub months: Vec<String>,
    /// The names of the days of the week.
    pub weekdays: Vec<String>,
    /// What stands behind a time: "am" and "pm".
    pub half_days: Vec<String>,
}

/// The pages of a format, mm.
#[derive(Debug, Clone, Serialize)]
pub struct Paper {
    /// Width of a page.
    pub width: f64,
    /// Height of a page, and of every panel.
    pub height: f64,
    /// The panels of a folded leaflet, in the order they are read.
    pub panels: Vec<PanelShape>,
}

/// A panel of a folded leaflet.
#[derive(Debug, Clone, Serialize)]
pub struct PanelShape {
    /// Which it is.
    pub name: Panel,
    /// How wide it is, mm.
    pub width: f64,
}

impl Paper {
    /// The pages of a format. Large print is never folded: it is on A4.
    pub fn of(format: Format, edition: Edition) -> Self {
        let format = match edition {
            Edition::Standard => format,
            Edition::LargePrint => Format::A4,
        };
        let (width, height) = format.page();
        let panels = format.panels().iter();
        Self {
            width,
            height,
            panels: panels
                .map(|&(name, width)| PanelShape { name, width })
                .collect(),
        }
    }
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

/// A colour for every role, as `#rrggbb`. `text` reaches 5.5:1 on white, tint and panel,
/// `on` 4.5:1 on fill (WCAG 2.2, 1.4.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Colours {
    /// The service's colour as given: bands and tabs, never text.
    pub fill: String,
    /// The colour of headings: the service's own, darkened where it has to be.
    pub text: String,
    /// Text on fill: white or ink.
    pub on: String,
    /// Clothes, doors.
    pub deep: String,
    /// Hills, trees.
    pub mid: String,
    /// Far hills, floors.
    pub soft: String,
    /// Skies, walls.
    pub tint: String,
    /// Under text.
    pub panel: String,
    /// The companion: the second colour of pictures.
    pub pair: String,
    /// The companion, lighter.
    pub pair_soft: String,
    /// The companion, darker: wood.
    pub pair_dark: String,
    /// The sun, a lamp.
    pub sun: String,
    /// Letters, and what is dark in every brand.
    pub ink: String,
    /// Paper.
    pub white: String,
    /// Whether the fill is too pale for text: headings stand in ink on a block of it.
    pub pale: bool,
}

impl Colours {
    /// The colour of a role, by its name in drawings.
    pub fn role(&self, name: &str) -> Option<&str> {
        let colour = match name {
            "fill" => &self.fill,
            "text" => &self.text,
            "on" => &self.on,
            "deep" => &self.deep,
            "mid" => &self.mid,
            "soft" => &self.soft,
            "tint" => &self.tint,
            "panel" => &self.panel,
            "pair" => &self.pair,
            "pair-soft" => &self.pair_soft,
            "pair-dark" => &self.pair_dark,
            "sun" => &self.sun,
            "ink" => &self.ink,
            "white" => &self.white,
            _ => return None,
        };
        Some(colour)
    }
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
    /// "Approved by Clinical lead, November 2026"; empty in a letter.
    pub approval: String,
    /// "Changed here: If you cannot come. Agreed by Clinical lead.", a sentence for each
    /// part of the core that says something else in this service.
    pub changes: Vec<String>,
    /// "For people who come to our service"
    pub audience: String,
    /// "Ask us for this in large print …", where the service wants it.
    pub formats: Option<String>,
    /// How to tell the service what you think of it.
    pub feedback: String,
    /// The page of its website where one does, where it has one.
    pub feedback_page: Option<QrCode>,
    /// The contact to ask, where there is one.
    pub contact: Option<Contact>,
    /// The sources, numbered from 1 as the notes in the text are.
    pub sources: Vec<Source>,
    /// "Draft: this translation has not been checked", where it is one.
    pub draft: Option<String>,
}

/// A web address, and the square to point a phone at.
#[derive(Debug, Clone, Serialize)]
pub struct QrCode {
    /// The address, without `https://`.
    pub address: String,
    /// Rows of `1` for dark and `0` for light.
    pub rows: Vec<String>,
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
    /// How it goes out: `dl`, `c5`, `notify`, `nhs-notify` or `none`.
    pub post: &'static str,
    /// Where the address stands; none without a window. It is what shows in an
    /// envelope's window however the paper slides, or the box of a posting service.
    pub window: Option<Area>,
    /// Where the sheet is folded, mm from its top; nowhere where a machine does it.
    pub folds: Vec<f64>,
    /// The field with the person's NHS number, where it stands above the text.
    pub nhs_number: Option<String>,
    /// The address a reply slip goes to: name first.
    pub reply_to: Vec<String>,
    /// Who signs; absent where only a role does.
    pub signed_name: Option<String>,
    /// Their role.
    pub signed_role: Option<String>,
    /// The picture in it, where the service wants one.
    pub picture: Option<Scene>,
    /// Whether it is to end on its first page: another language stands on the back.
    pub tight: bool,
}

/// One person, as the small file a letter template reads.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// "Dear …"
    pub name: String,
    /// The address block, name first, at most seven lines.
    pub address: Vec<String>,
    /// "Monday 7 December 2026"; empty, as all of the appointment, in a letter that shows
    /// none.
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
    /// The same person in the further languages of a letter, in their order.
    pub further: Vec<Person>,
}
