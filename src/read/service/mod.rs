//! `service.yaml`: who prints, and how they speak.

mod approval;
mod bilingual;
mod contact;
mod duration;
mod invented;
mod own;
mod printing;
mod problems;

use approval::Approvals;
pub use bilingual::{Arrangement, Bilingual};
pub use contact::{Contact, MAIN_CONTACT, PlaceToGo};
pub use duration::Duration;
pub use invented::InventedDetail;
pub(crate) use invented::invented;
pub use own::Own;
pub(super) use own::Speech;
pub use printing::{Backs, ColumnMap, DateOrder, Desk, Flip, Letters, Paper, PrintShop};

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::checks::Checks;
use super::crisis::CrisisChecked;
use super::needs::{Answer, GuideAnswers};
use super::schema;
use super::yaml::{Placed, Text, filled};

/// The settings of one service, as written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Service {
    /// Who it is.
    pub service: Identity,
    /// The tone it speaks in.
    #[schemars(schema_with = "schema::tone")]
    pub tone: Text,
    /// The languages it prints, first one first.
    #[serde(deserialize_with = "languages")]
    #[schemars(schema_with = "schema::languages")]
    pub languages: Vec<Text>,
    /// How its languages come together in one publication.
    #[serde(default)]
    pub bilingual: Bilingual,
    /// The guides it prints; all of them where it says nothing.
    #[serde(default)]
    #[schemars(schema_with = "schema::guides")]
    pub prints: Option<Vec<Text>>,
    /// Who approved which guides.
    #[serde(default)]
    pub approvals: Approvals,
    /// What its pages look like.
    #[serde(default)]
    pub brand: Brand,
    /// Pictures of its own, by the scenes whose place they take.
    #[serde(default)]
    #[schemars(extend("propertyNames" = schema::scene(generator)))]
    pub pictures: IndexMap<String, OwnPicture>,
    /// Ways to reach it; the first is the main one.
    #[serde(deserialize_with = "contacts")]
    #[schemars(extend("minProperties" = 1))]
    pub contacts: IndexMap<String, Contact>,
    /// Where it sees people.
    #[serde(default)]
    pub places: IndexMap<String, PlaceToGo>,
    /// How its letters go out.
    #[serde(default)]
    pub letters: Letters,
    /// The paper in its own printer.
    #[serde(default)]
    pub paper: Paper,
    /// Its own printer.
    #[serde(default)]
    pub desk: Desk,
    /// What a print shop is asked for.
    #[serde(default)]
    pub press: PrintShop,
    /// What only it can say, for all guides that ask.
    #[serde(default)]
    pub about: IndexMap<String, Answer>,
    /// The same for single guides, by their ids: it goes before what it says for all.
    #[serde(default)]
    pub guides: IndexMap<String, Placed<GuideAnswers>>,
    /// What `check` says, and what not.
    #[serde(default)]
    pub check: Checks,
    /// How long a checked contact counts as fresh, such as `6 months`.
    #[serde(default)]
    pub contacts_valid_for: Option<Placed<Duration>>,
    /// That somebody looked whether the crisis lines it prints are right.
    #[serde(default)]
    pub crisis_checked: Option<CrisisChecked>,
    /// The page of a website where readers say what they think.
    #[serde(default)]
    pub feedback_page: Option<Text>,
    /// Whether pages offer other formats. Yes where it says nothing.
    #[serde(default)]
    pub formats_line: Option<Placed<bool>>,
    /// What its file says of tone and languages, whatever is set for this run.
    #[serde(skip)]
    pub own: Own,
}

/// What may be given by language, `{cy: …, en-GB: …}`: names, and words beside them.
pub(in crate::read) const BY_LANGUAGE: &[&str] = &[
    "service.name",
    "service.organisation",
    "brand.logo-alt",
    "pictures.*.alt",
    "contacts.*.name",
    "contacts.*.hours",
    "places.*.name",
    "places.*.address",
    "places.*.access",
    "letters.signed-by.name",
    "letters.signed-by.role",
];

fn languages<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<Text>, D::Error> {
    filled(written, "languages: [en-GB]")
}

fn contacts<'de, D: Deserializer<'de>>(written: D) -> Result<IndexMap<String, Contact>, D::Error> {
    filled(written, "at least one: people need to know whom to call")
}

/// Who a service is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Identity {
    /// The name patients know it by.
    pub name: Text,
    /// The organisation it belongs to.
    pub organisation: Text,
    /// Where it is: which crisis lines are printed.
    pub nation: Placed<Nation>,
}

/// A picture of the service's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OwnPicture {
    /// A file in the service's folder.
    pub file: Text,
    /// What it shows, for people who cannot see it.
    pub alt: Text,
}

/// A nation of the UK: each has crisis lines of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// The word for it in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Wales => "wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern-ireland",
        }
    }
}

/// What a service's pages look like.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Brand {
    /// A picture file in the service's folder.
    #[serde(default)]
    pub logo: Option<Text>,
    /// What the logo says, for people who cannot see it.
    #[serde(default)]
    pub logo_alt: Option<Text>,
    /// The accent colour, `#rrggbb`.
    #[serde(default)]
    pub colour: Option<Text>,
}

impl Service {
    /// Whether pages offer other formats: yes where it says nothing.
    pub fn offers_formats(&self) -> bool {
        self.formats_line.as_ref().is_none_or(|line| line.value)
    }

    /// Its answer to a need of a guide: its own for this guide, or that for all.
    pub fn answer(&self, guide: &str, key: &str) -> Option<&Answer> {
        let own = self.guides.get(guide);
        let own = own.and_then(|own| own.value.answers.get(key));
        own.or_else(|| self.about.get(key))
    }

    /// Its answer to what a guide asks for an option.
    pub fn answer_for_option(&self, guide: &str, option: &str, key: &str) -> Option<&Answer> {
        let options = &self.guides.get(guide)?.value.options;
        options.get(option)?.value.get(key)
    }

    /// The first day on which something may have been checked and be fresh today; none where
    /// it says nothing of that.
    pub fn oldest_check(&self, today: Date) -> Option<Date> {
        let limit = self.contacts_valid_for.as_ref()?.value.0;
        Some(today.saturating_sub(limit))
    }

    /// The contact of this id; `main` is the first one.
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        let first = || self.contacts.values().next().filter(|_| id == MAIN_CONTACT);
        self.contacts.get(id).or_else(first)
    }
}
