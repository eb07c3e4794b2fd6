//! Makes a guide into a publication for one service: every word decided,
//! nothing laid out.
//!
//! Pure: the same guide, service, tone, words, edition and day give the same
//! publication. Knows nothing of files or of Typst.

mod blocks;
mod colours;
mod content;
mod help;
mod id;
mod imprint;
mod letter;
mod locale;
mod markdown;
mod options;
mod overrides;
mod placeholders;
mod printed;
mod publication;
mod tailoring;

pub use content::*;
pub use id::PublicationId;
pub use letter::person;
pub use locale::Locale;
pub use overrides::with_overrides;
pub use printed::{PrintedText, Role, fields, plain};
pub use publication::*;

use jiff::civil::Date;

use crate::diagnostics::{Place, Problem};
use crate::read::{Crisis, Edition, Guide, Kind, Labels, LocalService, Service, Tone};
use tailoring::Tailoring;

/// Everything a publication is made from, besides its guide.
pub struct Materials<'a> {
    /// The service.
    pub service: &'a Service,
    /// The tone it speaks in.
    pub tone: &'a Tone,
    /// Every tone there is, by id.
    pub tones: &'a [String],
    /// The language: its tag, labels, dates and numbers.
    pub locale: &'a Locale,
    /// Crisis lines of every nation.
    pub crisis: &'a Crisis,
    /// Other help nearby.
    pub local_services: &'a [LocalService],
    /// The logo, ready to place.
    pub logo: Option<&'a Picture>,
    /// Pictures the guide names, ready to place, by the place that names each.
    pub pictures: &'a [(Place, Picture)],
    /// Standard or large print.
    pub edition: Edition,
    /// The day it is printed.
    pub date: Date,
}

/// Makes the publication. The problems beside it are warnings and notes.
///
/// # Errors
/// Every mistake that tailoring can see, in the guide and the service.
pub fn tailor(
    guide: &Guide,
    materials: &Materials,
) -> Result<(Publication, Vec<Problem>), Vec<Problem>> {
    let mut tailoring = Tailoring::new(guide, materials);
    let (colours, note) = colours::of(materials.service);

    let title = tailoring.plain(&guide.title, Role::Title);
    let summary = tailoring.line(&guide.summary, Role::Summary);
    let sections = tailoring.sections();
    tailoring.note_service();
    for source in &guide.sources {
        tailoring.note_text(&source.text, Role::Source);
    }
    let letter = (guide.kind.value == Kind::Letter).then(|| letter::face(guide, materials));
    let imprint = imprint::of(guide, materials);
    let (texts, mut problems) = tailoring.finish();
    problems.extend(note);

    let publication = Publication {
        guide: guide.guide.value.clone(),
        kind: guide.kind.value,
        format: guide.format.value,
        edition: materials.edition,
        paper: Paper::of(guide.format.value, materials.edition),
        tone: materials.tone.tone.value.clone(),
        language: materials.locale.language(),
        title,
        summary,
        motif: guide.motif.value,
        service: Masthead {
            name: value(&materials.service.service.name.value),
            organisation: value(&materials.service.service.organisation.value),
            logo: materials.logo.cloned(),
        },
        colours,
        labels: plain_labels(materials.locale.labels()),
        sections,
        imprint,
        letter,
        texts,
    };
    let (errors, notes): (Vec<_>, Vec<_>) = problems
        .into_iter()
        .partition(|problem| problem.severity == crate::diagnostics::Severity::Error);
    if errors.is_empty() {
        Ok((publication, notes))
    } else {
        Err(errors)
    }
}

fn plain_labels(labels: &Labels) -> std::collections::BTreeMap<String, String> {
    let pairs = labels.iter();
    pairs
        .map(|(key, text)| (key.clone(), text.value.clone()))
        .collect()
}

impl Tailoring<'_> {
    /// What stands on pages without standing in a text of the guide.
    fn note_service(&mut self) {
        let service = self.materials.service;
        self.note_text(&service.service.name, Role::Name);
        self.note_text(&service.service.organisation, Role::Name);
        for place in service.places.values() {
            for text in std::iter::once(&place.name).chain(&place.address) {
                self.note_text(text, Role::Name);
            }
            if let Some(access) = &place.access {
                self.note_text(access, Role::Practical);
            }
        }
        if let Some(signed) = &service.letters.signed_by {
            if let Some(name) = &signed.name {
                self.note_line(name.place, &name.value, Role::Name);
            }
            if let Some(role) = &signed.role {
                self.note_line(role.place, &role.value, Role::Practical);
            }
        }
    }
}

/// A value that somebody filled in, so that it cannot harm the text around it.
///
/// Its direction cannot turn that text round: it stands between the first strong
/// isolate and its end (UAX 9). They are put only round a value that holds more
/// than plain left-to-right letters, for another would gain nothing but two
/// invisible characters in whatever is copied out of the page. And a word too
/// long for a panel may break, rather than run off the paper.
pub fn value(text: &str) -> String {
    let text = breakable(text.trim());
    if text.chars().all(is_left_to_right) {
        text
    } else {
        format!("\u{2068}{text}\u{2069}")
    }
}

/// The longest word that fits every panel and column.
const LONGEST_WORD: usize = 24;

/// With a place to break in every word that is too long, every few letters.
fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            broken.push(' ');
        }
        let letters: Vec<char> = word.chars().collect();
        if letters.len() <= LONGEST_WORD {
            broken.push_str(word);
            continue;
        }
        for (number, part) in letters.chunks(LONGEST_WORD / 2).enumerate() {
            if number > 0 {
                broken.push('\u{200b}');
            }
            broken.extend(part);
        }
    }
    broken
}

/// Characters that stand as they are whatever is beside them, within
/// left-to-right text.
fn is_left_to_right(character: char) -> bool {
    // Everything below the first right-to-left block (Hebrew, U+0590), and the
    // place to break that was put in.
    u32::from(character) < 0x0590 || character == '\u{200b}'
}

/// A phone number that stays on one line.
pub fn phone(number: &str) -> String {
    number.split_whitespace().collect::<Vec<_>>().join("\u{a0}")
}
