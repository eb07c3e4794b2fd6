//! What of a built-in example still stands in a service's own files: invented, and not
//! to reach a patient.
//!
//! Compared by value with the examples themselves. Words that are as right for a real service,
//! such as "Bookings team" or "Step-free", are no such details: nobody is misled by them.

use std::sync::LazyLock;

use super::{Contact, PlaceToGo, Service};
use crate::assets::{Assets, SERVICE_FILE};
use crate::diagnostics::{Failure, Place, Severity, Sources};
use crate::read::local_services::{self, LocalService, LocalServices};
use crate::read::needs::Said;
use crate::read::reach::dialled;
use crate::read::{Reader, Text};

/// Something that stands in a service's file as the example has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedDetail {
    /// What it is: `the name of the service`.
    pub what: &'static str,
    /// Whether a service may by chance be called just so.
    pub may_be_so: bool,
    /// How bad it is. A place or a logo may really be called or look so; a number, a name
    /// or a signature of nobody must not go out.
    pub severity: Severity,
    /// Whether it is a picture, which is the same whatever its file is called.
    pub is_picture: bool,
    /// How it is written.
    pub written: String,
    /// Where it stands.
    pub place: Place,
    /// The file, as it is called in the service's folder.
    pub file: &'static str,
    /// The row of `local-services.csv` that it is in.
    pub row: Option<usize>,
}

impl InventedDetail {
    fn name(what: &'static str, text: &Text) -> Self {
        Self {
            may_be_so: true,
            ..Self::of_settings(what, text)
        }
    }

    /// The same, as something to look at.
    fn doubted(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    fn of_settings(what: &'static str, text: &Text) -> Self {
        Self {
            what,
            may_be_so: false,
            severity: Severity::Error,
            is_picture: false,
            written: text.value.clone(),
            place: text.place,
            file: SERVICE_FILE,
            row: None,
        }
    }
}

/// What an answer to a guide's question is called.
const AN_ANSWER: &str = "an answer";

/// The page for feedback that stands behind a `#` in the example's settings.
const EXAMPLE_PAGE: &str = "riverside.example/tell-us";

/// An example as it is built in.
struct Example {
    settings: Service,
    logo: Option<Vec<u8>>,
    nearby: Vec<LocalService>,
}

impl Example {
    fn read(assets: &Assets) -> Result<Self, Failure> {
        let sources = Sources::default();
        let mut reader = Reader::new(assets, &sources);
        let settings = reader.service(&[])?;
        let logo = settings.brand.logo.as_ref();
        let logo = logo.map(|logo| assets.service_file(&logo.value));
        Ok(Self {
            logo: logo.transpose()?.flatten().map(|file| file.bytes),
            nearby: reader.local_services()?.list,
            settings,
        })
    }
}

/// Every example, read once: what is built in can be read.
static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    let examples = Assets::examples();
    let read = examples.map(|(_, assets)| Example::read(&assets));
    read.filter_map(Result::ok).collect()
});

/// Every such detail of a service: none, where it is the example itself.
///
/// # Errors
/// Where a file of the service cannot be read.
pub(crate) fn invented(
    assets: &Assets,
    service: &Service,
    local_services: &LocalServices,
) -> Result<Vec<InventedDetail>, Failure> {
    if assets.is_example() {
        return Ok(Vec::new());
    }
    // A folder is made of one example: what it shares with the others by chance is its own.
    let mut most = Vec::new();
    for example in EXAMPLES.iter() {
        let found = invented_as(assets, service, local_services, example)?;
        if found.len() > most.len() {
            most = found;
        }
    }
    if most.iter().all(says_little) {
        most.clear();
    }
    Ok(most)
}

/// Whether it is an answer so short that anybody may give it: "Free".
fn says_little(detail: &InventedDetail) -> bool {
    detail.what == AN_ANSWER && detail.written.split_whitespace().count() < 3
}

/// The same of one example.
fn invented_as(
    assets: &Assets,
    service: &Service,
    local_services: &LocalServices,
    example: &Example,
) -> Result<Vec<InventedDetail>, Failure> {
    let mut found = in_settings(service, &example.settings);
    if let Some(ours) = &service.brand.logo {
        let file = assets.service_file(&ours.value)?;
        if example.logo.is_some() && file.map(|file| file.bytes) == example.logo {
            found.push(InventedDetail {
                is_picture: true,
                ..InventedDetail::of_settings("the logo", ours).doubted()
            });
        }
    }
    found.sort_by_key(|detail| detail.place);
    let examples = &example.nearby;
    let rows = local_services.list.iter();
    found.extend(rows.filter_map(|service| in_row(service, examples)));
    Ok(found)
}

/// The details of the settings that are the example's.
fn in_settings(service: &Service, example: &Service) -> Vec<InventedDetail> {
    let (own, theirs) = (&service.service, &example.service);
    let mut found = Vec::new();
    let mut look = |detail: InventedDetail, is_example: bool| {
        if is_example {
            found.push(detail);
        }
    };
    let is = |ours: &Text, theirs: &Text| is_same(&ours.value, &theirs.value);
    look(
        InventedDetail::name("the name of the service", &own.name),
        is(&own.name, &theirs.name),
    );
    look(
        InventedDetail::name("the organisation", &own.organisation),
        is(&own.organisation, &theirs.organisation),
    );
    if let (Some(ours), Some(theirs)) = (&service.brand.logo_alt, &example.brand.logo_alt) {
        let detail = InventedDetail::name("what the logo says", ours).doubted();
        look(detail, is(ours, theirs));
    }
    type Part = fn(&Contact) -> Option<&Text>;
    let parts: [(&str, Part); 3] = [
        ("a phone number", |contact| contact.phone.as_ref()),
        ("an email address", |contact| contact.email.as_ref()),
        ("a website", |contact| contact.website.as_ref()),
    ];
    for contact in service.contacts.values() {
        for (what, part) in parts {
            let Some(ours) = part(contact) else { continue };
            let mut theirs = example.contacts.values().filter_map(part);
            let is_example = theirs.any(|theirs| is(ours, theirs));
            look(InventedDetail::of_settings(what, ours), is_example);
        }
    }
    for place in service.places.values() {
        let mut theirs = example.places.values();
        let is_example = theirs.any(|theirs| is(&place.name, &theirs.name));
        look(
            InventedDetail::name("the name of a place", &place.name).doubted(),
            is_example,
        );
        let mut theirs = example.places.values();
        if let Some(line) = theirs.find_map(|theirs| line_of(place, theirs)) {
            look(
                InventedDetail::of_settings("an address", line).doubted(),
                true,
            );
        }
    }
    let theirs = answers(example);
    for (key, ours) in answers(service) {
        let mut theirs = theirs.iter().filter(|(their_key, _)| *their_key == key);
        let is_example = theirs.any(|(_, theirs)| is(&ours, theirs));
        look(InventedDetail::name(AN_ANSWER, &ours), is_example);
    }
    if let Some(page) = &service.feedback_page {
        let detail = InventedDetail::of_settings("the page for feedback", page);
        look(detail, page.value.contains(EXAMPLE_PAGE));
    }
    let signature = |service: &Service| {
        let name = service.letters.signed_by.as_ref()?.name.as_ref()?;
        Some(Text {
            value: name.value.clone(),
            place: name.place,
        })
    };
    if let (Some(ours), Some(theirs)) = (signature(service), signature(example)) {
        let detail = InventedDetail::name("who signs", &ours);
        look(detail, is(&ours, &theirs));
    }
    found
}

/// What a service answers in words, each with the key of what was asked.
fn answers(service: &Service) -> Vec<(&String, Text)> {
    let of_guides = service.guides.values();
    let of_guides = of_guides.flat_map(|guide| &guide.value.answers);
    let all = service.about.iter().chain(of_guides);
    all.filter_map(|(key, answer)| match &answer.said {
        Said::Text(value) => {
            let (value, place) = (value.clone(), answer.place);
            Some((key, Text { value, place }))
        }
        _ => None,
    })
    .collect()
}

/// The line by which an address is known to be the example's: its postcode, which nobody
/// has, or its first line, where all above the postcode is the example's.
fn line_of<'a>(ours: &'a PlaceToGo, theirs: &PlaceToGo) -> Option<&'a Text> {
    let ((postcode, above), (their_postcode, their_above)) =
        (ours.address.split_last()?, theirs.address.split_last()?);
    let same_above = above.len() == their_above.len()
        && above
            .iter()
            .zip(their_above)
            .all(|(ours, theirs)| is_same(&ours.value, &theirs.value));
    if is_same(&postcode.value, &their_postcode.value) {
        Some(postcode)
    } else {
        above.first().filter(|_| same_above)
    }
}

/// A row that gives a reader a number, an address or a page of the example's.
fn in_row(service: &LocalService, examples: &[LocalService]) -> Option<InventedDetail> {
    type Part = fn(&LocalService) -> Option<&String>;
    let parts: [Part; 3] = [
        |service| service.phone.as_ref(),
        |service| service.email.as_ref(),
        |service| service.website.as_ref(),
    ];
    let written = parts.into_iter().find_map(|part| {
        let ours = part(service)?;
        let mut theirs = examples.iter().filter_map(part);
        theirs.any(|theirs| is_same(ours, theirs)).then_some(ours)
    })?;
    Some(InventedDetail {
        what: "a local service",
        may_be_so: false,
        severity: Severity::Error,
        is_picture: false,
        written: written.clone(),
        place: service.place,
        file: local_services::FILE,
        row: Some(service.row),
    })
}

/// Whether two texts say the same, however they are typed.
fn is_same(ours: &str, theirs: &str) -> bool {
    let words = |text: &str| {
        let words = text.split_whitespace().map(str::to_lowercase);
        words.collect::<Vec<_>>().join(" ")
    };
    let is_number = |text: &str| !text.contains(char::is_alphabetic);
    if is_number(ours) && is_number(theirs) {
        dialled(ours) == dialled(theirs)
    } else {
        words(ours) == words(theirs)
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn another_way_to_type_it_is_the_same() {
        for (ours, theirs) in [
            ("+44 1632 960123", "01632 960123"),
            ("(01632) 960 123", "01632 960123"),
            ("Bookings@Riverside.example", "bookings@riverside.example"),
            (" jo  example", "Jo Example"),
            ("ld91 2ab", "LD91 2AB"),
        ] {
            assert!(is_same(ours, theirs), "{ours}");
        }
        for (ours, theirs) in [
            ("01632 960124", "01632 960123"),
            ("Jo Examples", "Jo Example"),
            ("Riverside Clinic, Leeds", "Riverside Clinic"),
        ] {
            assert!(!is_same(ours, theirs), "{ours}");
        }
    }
}
