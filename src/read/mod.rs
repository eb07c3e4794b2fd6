//! Reads what people wrote, and gives it back as it is meant, each part with the
//! place it stands: service, guides, tones, labels, local services, people.
//!
//! Knows nothing of Typst or PDF. A file is read whole, and all of its mistakes
//! are said at once.

mod block;
mod changeable;
mod characters;
mod checks;
mod content;
mod core_change;
mod crisis;
mod field;
mod format;
mod forms;
mod glance;
mod guide;
mod guides;
mod kind;
mod labels;
mod lengths;
mod limits;
mod local_services;
mod needs;
pub(crate) mod open_referral;
mod option;
mod overrides;
pub mod people;
pub mod picture;
#[cfg(test)]
mod plain_words;
mod post;
pub(crate) mod reach;
mod scenes;
mod schema;
mod service;
mod short;
pub mod table;
mod tones;
mod topics;
mod urgent;
mod word_lists;
mod words;
mod yaml;

pub use block::{Block, Content};
pub use checks::{Checks, Exception};
pub use content::{Choice, Fact, PictureEntry, Qr, SceneEntry, Signposts, Table, WriteIn};
pub use core_change::{CoreChange, CoreChanged, WrittenCoreChange};
pub use crisis::{Cost, Crisis, CrisisChecked, CrisisLine, Hours, WayIn};
pub use field::Field;
pub use format::{Format, Panel};
pub use forms::{Cycle, Diary, Rows, Scale, Step, Tally};
pub use glance::AtAGlance;
pub(crate) use guide::repeated;
pub use guide::{Audience, Guide, Section, SourceEntry};
pub use guides::{GuideEntry, guides};
pub use kind::{Edition, Kind};
pub(crate) use local_services::{COLUMNS, FILE as LOCAL_SERVICES};
pub use local_services::{LocalService, LocalServices, names_of};
pub use needs::{Answers, Given, Need, PREFIX, Scope, in_yaml, needs_in};
pub use option::{OptionChange, OptionEntry, OptionPart};
pub use overrides::{Beside, Overrides, SectionChange};
pub(crate) use people::same_words;
pub use post::{Acceptance, Area, Post, Zone, sheet_sizes};
pub use scenes::{SceneFiles, drawing_path, scenes};
pub use schema::SchemaOf;
pub(crate) use service::invented;
pub use service::{
    Arrangement, Backs, Contact, Desk, Flip, InventedDetail, MAIN_CONTACT, Nation, Own, OwnPicture,
    PlaceToGo, Service,
};
pub use short::{Extent, LeaveOut, Short};
pub use topics::ALL_TOPICS;
pub use urgent::{Urgent, UrgentTexts};
pub use word_lists::{
    Acronyms, Better, FigureWords, HeadingWords, InvitationWords, Jargon, Meaning, MoodAndPain,
    NumberWords, OptionWords, OrdersAndThreats, PhoneWords, PicturesAndLinks, SentenceWords,
    ShortForms, Syllables, TimeWords, WORD_LISTS, WordList, WordLists,
};
pub use words::{Avoid, ByLanguage, Labels, Tone, WordsToAvoid};
pub use yaml::{ByTone, Change, OneOrMore, Placed, Setting, Text, YamlDate};

use indexmap::IndexMap;
use serde::de::DeserializeOwned;

use crate::assets::{Assets, File, SERVICE_FILE, shown_name};
use crate::diagnostics::{
    Failure, Gathered, Help, Problem, Sources, Way, closest, did_you_mean, one_of, refuse,
};
use guides::yaml_names;
use needs::{AskedBy, misanswered};
use people::{BankHolidays, ColumnWords};
use service::Speech;
use yaml::Mistyped;

/// The language that is never missing.
pub const FIRST_LANGUAGE: &str = "en-GB";

/// Reads the files of one service and the built-in ones beneath.
pub struct Reader<'a> {
    assets: &'a Assets,
    sources: &'a Sources,
}

impl<'a> Reader<'a> {
    /// A reader of these files that keeps their texts in `sources`.
    pub fn new(assets: &'a Assets, sources: &'a Sources) -> Self {
        Self { assets, sources }
    }

    /// `service.yaml`, with some keys set from the command line.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn service(&mut self, settings: &[Setting]) -> Result<Service, Failure> {
        let (service, problems) = self.judged_service(settings, |_| Vec::new())?;
        refuse(problems).map(|()| service)
    }

    /// `service.yaml`, with some keys set from the command line; and what is wrong with
    /// settings that can be read, so that everything else can be judged all the same.
    ///
    /// # Errors
    /// Every mistake in it, where some setting cannot be read; and what `judged` says of
    /// those that can.
    pub fn judged_service(
        &mut self,
        settings: &[Setting],
        judged: impl Fn(&Service) -> Vec<Problem>,
    ) -> Result<(Service, Vec<Problem>), Failure> {
        let file = self.must_settings()?;
        let spoken = spoken_in(None);
        let mut service: Service = yaml::read_with(
            self.sources,
            &file,
            settings,
            &spoken,
            |service: &Service| [service.unreachable(), judged(service)].concat(),
        )?;
        // What is wrong with the file without the settings matters to nobody.
        let own = yaml::read::<Speech>(self.sources, &file);
        service.own = own.map_or_else(|_| Own::of(&service), Own::from);
        let problems = service.problems();
        Ok((service, problems))
    }

    /// The same settings with names in another of the service's languages; nothing is
    /// judged a second time.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn service_in(
        &mut self,
        language: &str,
        first: &Service,
        settings: &[Setting],
    ) -> Result<Service, Failure> {
        let file = self.must_settings()?;
        let spoken = spoken_in(Some(language));
        let read = yaml::read_with(self.sources, &file, settings, &spoken, |_: &Service| {
            Vec::new()
        })?;
        Ok(Service {
            own: first.own.clone(),
            ..read
        })
    }

    fn must_settings(&self) -> Result<File, Failure> {
        let file = self.assets.service_file(SERVICE_FILE)?.ok_or_else(|| {
            Problem::error(format!("there is no `{SERVICE_FILE}` here"))
                .help(Help::from("make one").by(Way::NewService))
        })?;
        Ok(file)
    }

    /// The ids of the tones there are.
    pub fn tones(&self) -> Vec<String> {
        yaml_names(self.assets, "content/tones")
    }

    /// The languages there are labels for.
    pub fn languages(&self) -> Vec<String> {
        yaml_names(self.assets, "content/labels")
    }

    /// A guide in one language.
    ///
    /// # Errors
    /// Where there is none of that name or language, and every mistake in it.
    pub fn guide(&mut self, id: &str, language: &Text) -> Result<Guide, Failure> {
        let place = language.place;
        let language = language.value.as_str();
        let guides = guides(self.assets);
        let Some(entry) = guides.iter().find(|guide| guide.id == id) else {
            let known = || guides.iter().map(|guide| guide.id.as_str());
            return Err(Problem::error(format!("there is no guide `{id}`"))
                .maybe_help(did_you_mean(id, known()))
                .help(format!("the guides are {}", one_of(known())))
                .into());
        };
        if !entry.languages.iter().any(|known| known == language) {
            let known = entry.languages.iter().map(String::as_str);
            return Err(
                Problem::error(format!("`{id}` is not translated into `{language}`"))
                    .at(place)
                    .help(format!("it is written in {}: take `{language}` out, or do not print it", one_of(known)))
                    .help(format!(
                        "a translation goes into `content/guides/{id}/{language}.yaml` in the service's folder"
                    ))
                    .into(),
            );
        }
        self.guide_in(id, language)
    }

    /// A guide in one of the languages in which it is written.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn guide_in(&mut self, id: &str, language: &str) -> Result<Guide, Failure> {
        let file = self.must(&format!("content/guides/{id}/{language}.yaml"))?;
        let guide = yaml::read_checked(self.sources, &file, Guide::unlike_options)?;
        let problems = guide.problems(id);
        if problems.is_empty() {
            Ok(guide)
        } else {
            Err(problems.into())
        }
    }

    /// The built-in guide whose place one of the service's own takes; none where it is
    /// itself built in, or takes nobody's place.
    ///
    /// # Errors
    /// Where the service's folder cannot be read.
    pub fn guide_beneath(&self, id: &str, language: &str) -> Result<Option<Guide>, Failure> {
        let path = format!("content/guides/{id}/{language}.yaml");
        if self.assets.is_example() || self.assets.service_file(&path)?.is_none() {
            return Ok(None);
        }
        // Not by way of the service's files: it is none of what its pages are made from.
        let Some(file) = Assets::example().built_in(&path) else {
            return Ok(None);
        };
        Ok(Some(yaml::read(self.sources, &file)?))
    }

    /// What the service changes in a guide; nothing where it says nothing. A file of one
    /// language (`overrides/invitation.cy.yaml`) takes the place of the one for all.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn overrides(&mut self, guide: &Guide, language: &str) -> Result<Overrides, Failure> {
        let id = &guide.guide.value;
        let of_language = format!("overrides/{id}.{language}.yaml");
        let file = match self.assets.service_file(&of_language)? {
            None => self.assets.service_file(&format!("overrides/{id}.yaml"))?,
            file => file,
        };
        let Some(file) = file else {
            return Ok(Overrides::default());
        };
        let unlike = |overrides: &Overrides, mistyped: &Mistyped| {
            let mut wrong = overrides.unlike_options(&guide.option_parts, mistyped);
            wrong.extend(overrides.nowhere(mistyped));
            wrong
        };
        Ok(yaml::read_checked(self.sources, &file, unlike)?)
    }

    /// A tone.
    ///
    /// # Errors
    /// Where there is none of that name, and every mistake in it.
    pub fn tone(&mut self, tone: &Text) -> Result<Tone, Failure> {
        let tones = self.tones();
        if !tones.contains(&tone.value) {
            let known = || tones.iter().map(String::as_str);
            return Err(Problem::error(format!("there is no tone `{}`", tone.value))
                .at(tone.place)
                .maybe_help(did_you_mean(&tone.value, known()))
                .help(format!("the tones are {}", one_of(known())))
                .into());
        }
        let read: Tone = self.required(&format!("content/tones/{}.yaml", tone.value))?;
        if read.tone.value != tone.value {
            return Err(Problem::error(format!(
                "this tone calls itself `{}`, but its file is `{}.yaml`",
                read.tone.value, tone.value
            ))
            .at(read.tone.place)
            .help(format!("write tone: {}", tone.value))
            .into());
        }
        let problems = read.problems();
        if problems.is_empty() {
            Ok(read)
        } else {
            Err(problems.into())
        }
    }

    /// The words no tone uses.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn words_to_avoid(&mut self) -> Result<Vec<Avoid>, Failure> {
        let file: WordsToAvoid = self.required("content/words-to-avoid.yaml")?;
        Ok(file.avoid)
    }

    /// Whom to call in a crisis, in every nation.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn crisis(&mut self) -> Result<Crisis, Failure> {
        self.required("content/crisis.yaml")
    }

    /// When somebody has to see a doctor the same day, by what guides call it.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn urgent(&mut self) -> Result<UrgentTexts, Failure> {
        self.required("content/urgent.yaml")
    }

    /// What each scene suits, by its name.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn uses_of_scenes(&mut self) -> Result<Labels, Failure> {
        self.required("content/pictures.yaml")
    }

    /// What other systems call the columns of a spreadsheet of people.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn column_words(&mut self) -> Result<ColumnWords, Failure> {
        self.required("content/columns.yaml")
    }

    /// The days on which clinics are closed.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn bank_holidays(&mut self) -> Result<BankHolidays, Failure> {
        self.required("content/bank-holidays.yaml")
    }

    /// Files of the service that change nothing: under `overrides/`, because no guide is
    /// called so; elsewhere, because their names are ours in other letters.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn stray_overrides(&self) -> Result<Vec<Problem>, Failure> {
        let guides = guides(self.assets);
        let ids = || guides.iter().map(|guide| guide.id.as_str());
        let names = self.assets.service_names("overrides")?.into_iter();
        let settings = names.filter(|name| name.contains(".yaml") || name.contains(".yml"));
        let stray = settings
            .filter(|name| {
                !guides.iter().any(|GuideEntry { id, languages }| {
                    let mut of_one = languages.iter().map(|tag| format!("{id}.{tag}.yaml"));
                    *name == format!("{id}.yaml") || of_one.any(|known| *name == known)
                })
            })
            .map(|name| {
                let stem = name.split('.').next().unwrap_or_default();
                let problem =
                    Problem::error(format!("`overrides/{}` changes nothing", shown_name(&name)));
                match closest(stem, ids()) {
                    Some(id) => problem.help(format!("rename it to `{id}.yaml`")),
                    None => problem.help(format!(
                        "name it after a guide: {}, and `.yaml`",
                        one_of(ids())
                    )),
                }
            });
        let misnamed = self.assets.misnamed().into_iter();
        Ok(misnamed.chain(stray).collect())
    }

    /// Answers of the service that fit no question of a guide. Only guides that could be
    /// read are heard.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn misanswered(&mut self, service: &Service) -> Result<Vec<Problem>, Failure> {
        if service.about.is_empty() && service.guides.is_empty() {
            return Ok(Vec::new());
        }
        let all = guides(self.assets);
        let mut asked = IndexMap::new();
        let mut heard = Gathered::default();
        for entry in &all {
            if service.about.is_empty() && !service.guides.contains_key(&entry.id) {
                continue;
            }
            let mut by = AskedBy::default();
            for language in &entry.languages {
                let Some(guide) = heard.keep(self.guide_in(&entry.id, language))? else {
                    continue;
                };
                let overrides = heard
                    .keep(self.overrides(&guide, language))?
                    .unwrap_or_default();
                by.hear(guide, &overrides);
            }
            if !by.guides.is_empty() {
                asked.insert(entry.id.clone(), by);
            }
        }
        let known: Vec<&str> = all.iter().map(|entry| entry.id.as_str()).collect();
        Ok(misanswered(service, &asked, &known))
    }

    /// What is wrong with the guides and what the service changes in them, for nobody
    /// who prints them.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn mistakes_in_guides(&mut self) -> Result<Vec<Problem>, Failure> {
        let mut gathered = Gathered::default();
        for entry in guides(self.assets) {
            for language in &entry.languages {
                let guide = self.guide_in(&entry.id, language);
                if let Some(guide) = gathered.keep(guide)? {
                    let overrides = self.overrides(&guide, language);
                    gathered.keep(overrides)?;
                }
            }
        }
        Ok(gathered.problems)
    }

    fn required<T: DeserializeOwned>(&mut self, path: &str) -> Result<T, Failure> {
        Ok(yaml::read(self.sources, &self.must(path)?)?)
    }

    fn must(&self, path: &str) -> Result<File, Failure> {
        Ok(self.assets.file(path)?.ok_or_else(|| missing_file(path))?)
    }
}

/// What of the settings may be given by language.
fn spoken_in(language: Option<&str>) -> yaml::Spoken<'_> {
    yaml::Spoken {
        texts: service::BY_LANGUAGE,
        languages: "languages",
        wanted: language,
    }
}

fn missing_file(path: &str) -> Problem {
    Problem::error(format!("`{path}` is missing"))
        .help("put it into the service's folder under this name")
}
