//! Makes a guide into a publication for one service: every word decided,
//! nothing laid out.
//!
//! Pure: the same guide, service, tone, words, edition and day give the same
//! publication. Knows nothing of files or of Typst.

mod appointment;
mod approval;
mod blocks;
mod colours;
mod content;
mod core;
mod crisis;
mod directory;
mod drawing;
mod forms;
mod help;
mod id;
mod imprint;
mod letter;
mod locale;
mod markdown;
mod needs;
mod options;
mod overrides;
mod placeholders;
mod printed;
mod publication;
pub(crate) mod qr;
mod scenes;
mod short;
mod signposts;
mod tailoring;
mod urgent;
mod verbatim;
mod wording;

pub use approval::{Approval, content_code};
#[cfg(test)]
pub(crate) use colours::own as own_colours;
#[cfg(test)]
pub(crate) use colours::{contrast_of, palette_of};
pub(crate) use colours::{lightened, of as colours, problem as colour_problem};
pub use content::*;
pub use drawing::fill;
pub use id::PublicationId;
pub use letter::person;
pub use locale::Locale;
pub use overrides::with_overrides;
pub use printed::{PrintedText, Role, fields, plain};
pub use publication::*;
pub use scenes::label as scene_label;

use jiff::civil::Date;
use unicode_bidi::{BidiClass, bidi_class};

use crate::diagnostics::{Failure, Place, Problem, refuse_errors};
use crate::read::{
    Answers, Crisis, Edition, Guide, Kind, LocalServices, Service, Tone, UrgentTexts, version_path,
};
use tailoring::Tailoring;

/// Everything a publication is made from, besides its guide.
pub struct Materials<'a> {
    /// The service.
    pub service: &'a Service,
    /// The tone it speaks in.
    pub tone: &'a Tone,
    /// Every tone there is.
    pub tones: &'a [Tone],
    /// The language: its tag, labels, dates and numbers.
    pub locale: &'a Locale,
    /// Crisis lines of every nation.
    pub crisis: &'a Crisis,
    /// When somebody has to see a doctor the same day, by what guides call it.
    pub urgent: &'a UrgentTexts,
    /// Other help nearby.
    pub local_services: &'a LocalServices,
    /// The logo, ready to place.
    pub logo: Option<&'a Picture>,
    /// Pictures the guide names, ready to place, by the place that names each.
    pub pictures: &'a [(Place, Picture)],
    /// The scenes it shows, ready to place: with alternative texts of the service's own, or
    /// with none where labels say what they show.
    pub scenes: &'a [Scene],
    /// Standard or large print.
    pub edition: Edition,
    /// The version of the guide; none for the guide itself.
    pub version: Option<&'a str>,
    /// The day it is printed.
    pub date: Date,
    /// Who stands behind what the guide says.
    pub approval: Approval,
}

/// Where a service says things its own way, in words.
fn changed_in(guide: &str, version: Option<&str>) -> String {
    match version {
        None => format!("`overrides/{guide}.yaml`"),
        Some(name) => format!("`{}` (under `changes`)", version_path(guide, name, None)),
    }
}

/// Makes the publication. The problems beside it are warnings and notes.
///
/// # Errors
/// Every mistake that tailoring can see, in the guide and the service.
pub fn tailor(
    guide: &Guide,
    materials: &Materials,
) -> Result<(Publication, Vec<Problem>), Failure> {
    let answers = Answers::of(guide, materials.service, materials.locale.tag());
    let answered = needs::with_answers(guide, &answers);
    let guide = answered.as_ref().unwrap_or(guide);
    let short = short::of(guide, materials.edition);
    let guide = short.as_ref().unwrap_or(guide);
    let mut tailoring = Tailoring::new(guide, materials);
    let (colours, note) = colours::of(materials.service);
    for problem in tailoring.answers.unmet() {
        tailoring.problem(problem);
    }

    let title = tailoring.plain(&guide.title, Role::Title);
    let summary = tailoring.line(&guide.summary, Role::Summary);
    let copies = tailoring.copies();
    let cover = scenes::named(materials, guide.cover.as_ref());
    let sections = tailoring.sections();
    let crisis = tailoring.crisis_without_box(&sections);
    tailoring.note_service();
    let cited = tailoring.cited();
    for source in &cited {
        tailoring.note_text(&source.text, Role::Source);
    }
    let letter = (guide.kind.value == Kind::Letter).then(|| letter::face(guide, materials));
    let imprint = imprint::of(guide, &cited, materials);
    let (texts, mut problems) = tailoring.finish();
    problems.extend(note);

    let labels = materials.locale.labels().iter();
    let publication = Publication {
        changed_in: changed_in(&guide.guide.value, materials.version),
        guide: guide.guide.value.clone(),
        kind: guide.kind.value,
        format: guide.format.value,
        edition: materials.edition,
        paper: Paper::of(guide.format.value, materials.edition),
        tone: materials.tone.tone.value.clone(),
        language: materials.locale.language(),
        document_title: title.clone(),
        title,
        summary,
        copies,
        handed_in: guide.handed_in,
        cover,
        service: Masthead {
            name: value(&materials.service.service.name.value),
            organisation: value(&materials.service.service.organisation.value),
            logo: materials.logo.cloned(),
        },
        colours,
        labels: labels
            .filter(|(key, _)| !scenes::is_label(key))
            .map(|(key, text)| (key.clone(), text.value.clone()))
            .collect(),
        sections,
        continued: Vec::new(),
        crisis,
        imprint,
        letter,
        texts,
    };
    Ok((publication, refuse_errors(problems)?))
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
/// isolate and its end (UAX 9). They are put only round a value that could, and are
/// taken out of the finished pages.
pub fn value(text: &str) -> String {
    let text = text.trim();
    if text.chars().any(turns_text) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

/// Whether a character has a direction of its own that is not left to right.
fn turns_text(character: char) -> bool {
    use BidiClass::{AL, AN, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO};
    matches!(
        bidi_class(character),
        R | AL | AN | LRE | LRI | LRO | RLE | RLI | RLO | FSI | PDF | PDI
    )
}

/// The longest reference that fits every column.
const LONGEST_REFERENCE: usize = 24;

/// A reference that stays on one line, whatever is in it.
fn unbroken(text: &str) -> String {
    if text.chars().count() > LONGEST_REFERENCE {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    for character in text.chars() {
        whole.push(if character == ' ' {
            '\u{a0}'
        } else {
            character
        });
        if matches!(character, '-' | '/' | '–') {
            whole.push('\u{2060}');
        }
    }
    whole
}

/// A phone number that stays on one line.
pub fn phone(number: &str) -> String {
    number.split_whitespace().collect::<Vec<_>>().join("\u{a0}")
}
