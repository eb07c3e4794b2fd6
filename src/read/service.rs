//! `service.yaml`: who prints, and how they speak.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use jiff::ToSpan;

use super::checks::Checks;
use super::post::Post;
use super::reach;
use super::yaml::{Placed, Text, YamlDate};
use crate::diagnostics::{Problem, RuleId, did_you_mean};

/// The settings of one service, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Service {
    /// Who it is.
    pub service: Identity,
    /// The tone it speaks in.
    pub tone: Text,
    /// The languages it prints, first one first.
    pub languages: Vec<Text>,
    /// The guides it prints; all of them where it says nothing.
    #[serde(default)]
    pub prints: Option<Vec<Text>>,
    /// What its pages look like.
    #[serde(default)]
    pub brand: Brand,
    /// Ways to reach it; the first is the main one.
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
    /// What `check` says, and what not.
    #[serde(default)]
    pub check: Checks,
    /// How long a checked contact counts as fresh, such as `6 months`.
    #[serde(default)]
    pub contacts_valid_for: Option<Placed<Duration>>,
    /// Whether pages offer other formats. Yes where it says nothing.
    #[serde(default)]
    pub formats_line: Option<Placed<bool>>,
    /// What its file says of tone and languages, whatever is set for this run.
    #[serde(skip)]
    pub own: Own,
}

/// How a service speaks by itself: what its publications need not say in their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Its tone.
    pub tone: String,
    /// Its languages as tags, first one first.
    pub languages: Vec<String>,
}

/// The part of the settings that says how a service speaks.
#[derive(Debug, Deserialize)]
pub(super) struct Speech {
    tone: Text,
    languages: Vec<Text>,
}

impl Own {
    /// As these settings have it.
    pub(super) fn of(service: &Service) -> Self {
        Self::new(&service.tone, &service.languages)
    }

    fn new(tone: &Text, languages: &[Text]) -> Self {
        let languages = languages.iter();
        Self {
            tone: tone.value.clone(),
            languages: languages.map(|tag| tag.value.clone()).collect(),
        }
    }
}

impl From<Speech> for Own {
    fn from(speech: Speech) -> Self {
        Self::new(&speech.tone, &speech.languages)
    }
}

/// A number of days, weeks, months or years.
#[derive(Debug, Clone, Copy)]
pub struct Duration(pub jiff::Span);

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || {
            serde::de::Error::custom(format!(
                "`{text}` is not a length of time\nwrite a number and `days`, `weeks`, `months` or `years`, as in 6 months"
            ))
        };
        let (number, unit) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let number: u8 = number.parse().map_err(|_| wrong())?;
        let number = i64::from(number);
        let span = match unit.trim().trim_end_matches('s') {
            _ if number == 0 => return Err(wrong()),
            "day" => number.days(),
            "week" => number.weeks(),
            "month" => number.months(),
            "year" => number.years(),
            _ => return Err(wrong()),
        };
        Ok(Self(span))
    }
}

/// Who a service is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Identity {
    /// The name patients know it by.
    pub name: Text,
    /// The organisation it belongs to.
    pub organisation: Text,
    /// Where it is: which crisis lines are printed.
    pub nation: Placed<Nation>,
}

/// A nation of the UK: each has crisis lines of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Default, Deserialize)]
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

/// A way to reach the service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contact {
    /// Who answers.
    pub name: Text,
    /// A phone number, grouped as it is said.
    #[serde(default)]
    pub phone: Option<Text>,
    /// An email address.
    #[serde(default)]
    pub email: Option<Text>,
    /// A web address.
    #[serde(default)]
    pub website: Option<Text>,
    /// When somebody answers.
    #[serde(default)]
    pub hours: Option<Text>,
    /// The day somebody last checked all this.
    pub checked: YamlDate,
}

/// A place where people are seen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaceToGo {
    /// What it is called.
    pub name: Text,
    /// Its address, a line each.
    pub address: Vec<Text>,
    /// What helps to get in.
    #[serde(default)]
    pub access: Option<Text>,
}

/// How letters go out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Letters {
    /// The envelope, or who posts them; DL where it says nothing.
    #[serde(default)]
    pub post: Option<Placed<Post>>,
    /// The place a reply slip goes to.
    #[serde(default)]
    pub reply_to: Option<Text>,
    /// Who signs.
    #[serde(default)]
    pub signed_by: Option<Signature>,
}

impl Letters {
    /// How they go out.
    pub fn post(&self) -> Post {
        self.post
            .as_ref()
            .map_or_else(Post::default, |post| post.value)
    }
}

/// The paper in an office printer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Paper {
    /// Its weight, g/m²; 80 where it says nothing.
    #[serde(default)]
    pub gsm: Option<Placed<u16>>,
}

/// The weight of office paper, g/m².
const OFFICE_PAPER: u16 = 80;

impl Paper {
    /// The lightest and heaviest paper that printers take, g/m².
    const RANGE: std::ops::RangeInclusive<u16> = 40..=400;

    /// Its weight, g/m².
    pub fn weight(&self) -> u16 {
        self.gsm.as_ref().map_or(OFFICE_PAPER, |gsm| gsm.value)
    }
}

/// How an office printer prints the backs of sheets.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Desk {
    /// How the paper is turned over; about its short edge where it says nothing.
    #[serde(default)]
    pub flip: Option<Placed<Flip>>,
    /// The order of the backs, where they are printed by hand.
    #[serde(default)]
    pub backs: Option<Placed<Backs>>,
}

impl Desk {
    /// How the paper is turned over.
    pub fn turn(&self) -> Flip {
        self.flip
            .as_ref()
            .map_or(Flip::default(), |flip| flip.value)
    }

    /// The order of the backs.
    pub fn order(&self) -> Backs {
        self.backs
            .as_ref()
            .map_or(Backs::default(), |backs| backs.value)
    }
}

/// How paper is turned over to be printed on its back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flip {
    /// By the printer, about its short edge.
    #[default]
    ShortEdge,
    /// By the printer, about its long edge.
    LongEdge,
    /// By hand: the fronts are printed first, then the backs.
    Manual,
}

/// The order in which backs are printed by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Backs {
    /// As the fronts were.
    #[default]
    SameOrder,
    /// The last one first.
    Reversed,
}

/// What a print shop is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PrintShop {
    /// The paper, in words.
    #[serde(default)]
    pub paper: Option<Text>,
    /// How many copies.
    #[serde(default)]
    pub copies: Option<u32>,
}

/// Who signs a letter. Either part may be blank.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signature {
    /// A name.
    #[serde(default)]
    pub name: Option<Placed<String>>,
    /// A role.
    #[serde(default)]
    pub role: Option<Placed<String>>,
}

impl Contact {
    /// What can be said of it, each part with its name in texts.
    pub fn parts(&self) -> [(&'static str, Option<&Text>); 5] {
        [
            ("name", Some(&self.name)),
            ("phone", self.phone.as_ref()),
            ("email", self.email.as_ref()),
            ("website", self.website.as_ref()),
            ("hours", self.hours.as_ref()),
        ]
    }

    /// What nobody could ring, write to or open.
    fn unreachable(&self) -> impl Iterator<Item = Problem> {
        type Check = fn(&str) -> Option<reach::Mistake>;
        let ways: [(&Option<Text>, Check, RuleId); 3] = [
            (&self.phone, reach::phone, reach::PHONE_RULE),
            (&self.email, reach::email, reach::ADDRESS_RULE),
            (&self.website, reach::website, reach::ADDRESS_RULE),
        ];
        ways.into_iter().filter_map(|(text, mistake, rule)| {
            let text = text.as_ref()?;
            let (message, help) = mistake(&text.value)?;
            let problem = Problem::error(message).at(text.place);
            Some(problem.rule(rule).help(help))
        })
    }
}

/// What texts call the first contact, whatever a service calls it.
pub const MAIN_CONTACT: &str = "main";

impl Service {
    /// Whether pages offer other formats: yes where it says nothing.
    pub fn offers_formats(&self) -> bool {
        self.formats_line.as_ref().is_none_or(|line| line.value)
    }

    /// The contact of this id; `main` is the first one.
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        let first = || self.contacts.values().next().filter(|_| id == MAIN_CONTACT);
        self.contacts.get(id).or_else(first)
    }

    /// What nobody could ring, write to or open: true whatever else is wrong.
    pub(super) fn unreachable(&self) -> Vec<Problem> {
        let contacts = self.contacts.values();
        contacts.flat_map(Contact::unreachable).collect()
    }

    /// What no type can say: parts that have to agree with each other.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let name = self.service.name.place;
        if self.contacts.is_empty() {
            problems.push(
                Problem::error("`contacts` names nobody")
                    .at(name)
                    .help("add at least one: people need to know whom to call"),
            );
        }
        if self.languages.is_empty() {
            problems.push(
                Problem::error("`languages` is empty")
                    .at(name)
                    .help("write languages: [en-GB]"),
            );
        }
        for (id, contact) in &self.contacts {
            if contact.phone.is_none() && contact.email.is_none() {
                problems.push(
                    Problem::error(format!("`{id}` has no phone and no email"))
                        .at(contact.name.place)
                        .help("add a line `phone: …` or `email: …`"),
                );
            }
            problems.extend(contact.unreachable());
        }
        for (id, place) in &self.places {
            if place.address.is_empty() {
                problems.push(
                    Problem::error(format!("`{id}` has no address"))
                        .at(place.name.place)
                        .help("write address: [1 Mill Lane, Riverside, LD91 2AB]"),
                );
            }
        }
        if let Some(reply_to) = &self.letters.reply_to
            && !self.places.contains_key(&reply_to.value)
        {
            let known = || self.places.keys().map(String::as_str);
            problems.push(
                Problem::error(format!("there is no place `{}`", reply_to.value))
                    .at(reply_to.place)
                    .maybe_help(did_you_mean(&reply_to.value, known()))
                    .help("name one of `places`"),
            );
        }
        if let Some(gsm) = &self.paper.gsm
            && !Paper::RANGE.contains(&gsm.value)
        {
            problems.push(
                Problem::error(format!("paper does not weigh {} g/m²", gsm.value))
                    .at(gsm.place)
                    .help("write a number from 40 to 400; most office paper is 80"),
            );
        }
        if let Some(ratio) = &self.check.options_ratio
            && ratio.value < 1.0
        {
            problems.push(
                Problem::error("the fullest text cannot have fewer words than the shortest")
                    .at(ratio.place)
                    .help("write how many times as many it may have: 1.5 where you say nothing"),
            );
        }
        if let Some(backs) = &self.desk.backs
            && self.desk.turn() != Flip::Manual
        {
            problems.push(
                Problem::error("`backs` means nothing where the printer turns the paper over")
                    .at(backs.place)
                    .help("take the line out, or write flip: manual"),
            );
        }
        if let Some(logo) = &self.brand.logo
            && self.brand.logo_alt.is_none()
        {
            problems.push(
                Problem::error("the logo has no words")
                    .at(logo.place)
                    .rule(RuleId::DrawingWithoutWords)
                    .help("add a line `logo-alt: …` that says what stands in the logo, for people who cannot see it"),
            );
        }
        problems
    }
}
