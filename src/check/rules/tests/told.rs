//! A story, read and made into a publication; and its pages, for rules that look at them.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, Time};

use super::story::{TODAY, only};
use crate::assets::Assets;
use crate::check::{self, Check, Rule, Subject, Translation};
use crate::diagnostics::{Failure, Place, Problem, Sources};
use crate::read::people::{Appointment, PersonRow};
use crate::read::{
    Content, Crisis, Edition, FIRST_LANGUAGE, Guide, InventedDetail, Kind, LocalServices, Reader,
    Service, Text, Tone, UrgentTexts, WordLists, guides, invented,
};
use crate::tailor::{
    Approval, Locale, Materials, Person, Picture, Publication, person, tailor, with_overrides,
};
use crate::typeset::{Fonts, Pages, Typesetter};

/// The texts of all stories: what is built in is read once, and problems point into it.
pub static SOURCES: LazyLock<Sources> = LazyLock::new(Sources::default);

/// What a story has that changes nothing of it.
static BUILT_IN: LazyLock<Arc<Background>> = LazyLock::new(|| {
    let assets = Assets::example();
    let service = Reader::new(&assets, &SOURCES).service(&[]);
    let background = service.and_then(|service| Background::read(&assets, &service));
    Arc::new(background.expect("what is built in can be read"))
});

static FONTS: LazyLock<Arc<Fonts>> =
    LazyLock::new(|| Arc::new(Fonts::load(&Assets::example()).expect("the built-in typefaces")));

/// Tones, a language, whom to call in a crisis, and the words that rules look for.
struct Background {
    tones: Vec<Tone>,
    locale: Locale,
    crisis: Crisis,
    urgent: UrgentTexts,
    words: WordLists,
}

impl Background {
    /// The built-in one, unless the service speaks another language or has content of its
    /// own beside its guides.
    fn of(assets: &Assets, service: &Service) -> Result<Arc<Self>, Failure> {
        let mut content = assets.service_names("content")?.into_iter();
        let language = &service.languages[0];
        if language.value == FIRST_LANGUAGE && content.all(|name| name == "guides") {
            Ok(Arc::clone(&BUILT_IN))
        } else {
            Self::read(assets, service).map(Arc::new)
        }
    }

    fn read(assets: &Assets, service: &Service) -> Result<Self, Failure> {
        let mut reader = Reader::new(assets, &SOURCES);
        let language = &service.languages[0];
        Ok(Self {
            tones: reader.all_tones(&service.tone)?,
            locale: Locale::new(language, reader.labels(language)?)?,
            crisis: reader.crisis()?,
            urgent: reader.urgent()?,
            words: reader.word_lists()?,
        })
    }
}

/// A guide of a service in its first language, made into a publication.
pub struct Told {
    assets: Assets,
    background: Arc<Background>,
    service: Service,
    local_services: LocalServices,
    invented: Vec<InventedDetail>,
    written: Guide,
    guide: Guide,
    translations: Vec<Translation>,
    publication: Publication,
    /// What was said on the way.
    said: Vec<Problem>,
}

impl Told {
    /// Reads a guide and tailors it.
    ///
    /// # Errors
    /// Every mistake because of which there is no publication.
    pub fn read(assets: Assets, guide: &str, edition: Edition) -> Result<Self, Failure> {
        let mut reader = Reader::new(&assets, &SOURCES);
        let service = reader.service(&[])?;
        let background = Background::of(&assets, &service)?;
        let misspelt = check::misspelt(&service.check);
        if !misspelt.is_empty() {
            return Err(misspelt.into());
        }
        let local_services = reader.local_services()?;
        let invented = invented(&assets, &service, &local_services)?;
        let written = reader.guide(guide, &service.languages[0])?;
        let overrides = reader.overrides(&written, &service.languages[0].value)?;
        let (guide, _) = with_overrides(&written, None, &overrides)?;
        let materials = Materials {
            service: &service,
            tone: tone_of(&background, &service),
            tones: &background.tones,
            locale: &background.locale,
            crisis: &background.crisis,
            urgent: &background.urgent,
            local_services: &local_services,
            logo: None,
            scenes: &[],
            pictures: &pictures(&guide),
            edition,
            version: None,
            date: TODAY,
            approval: Approval::None,
        };
        let (publication, said) = tailor(&guide, &materials)?;
        Ok(Self {
            translations: translations(&assets, &guide, &service.languages[0])?,
            assets,
            background,
            service,
            local_services,
            invented,
            written,
            guide,
            publication,
            said,
        })
    }

    /// What rules look at.
    pub fn subject(&self) -> Subject<'_> {
        let tone = tone_of(&self.background, &self.service);
        let tones = self.background.tones.iter();
        Subject {
            guide: &self.guide,
            written: &self.written,
            translations: &self.translations,
            publication: &self.publication,
            labels: self.background.locale.labels(),
            service: &self.service,
            tone,
            other_tones: tones
                .filter(|other| other.tone.value != tone.tone.value)
                .collect(),
            local_services: &self.local_services.list,
            invented: &self.invented,
            crisis: &self.background.crisis,
            words: &self.background.words,
            today: TODAY,
        }
    }

    /// What the rules of this code or family say of it. It is laid out only where one of
    /// them looks at pages.
    ///
    /// # Errors
    /// Every mistake because of which it cannot be laid out.
    pub fn found(&self, code: &str) -> Result<Vec<Problem>, Failure> {
        let (subject, choice) = (self.subject(), only(code));
        let at_pages = |rule: &Rule| matches!(rule.check, Some(Check::Pages(_)));
        let pages = check::asked(&subject, &choice)
            .any(at_pages)
            .then(|| self.pages())
            .transpose()?;
        let mut found = check::examine(&subject, pages.as_ref(), self.said.clone(), &choice);
        found.retain(|problem| problem.code().is_some());
        Ok(found)
    }

    /// Its pages; those of a letter for somebody invented.
    fn pages(&self) -> Result<Pages, Failure> {
        let (publication, assets) = (&self.publication, &self.assets);
        let mut typesetter = Typesetter::new(publication, Vec::new(), &FONTS, assets, TODAY)?;
        if publication.kind == Kind::Letter {
            typesetter.set_for(&self.sam_sample(), &SOURCES)
        } else {
            typesetter.set(&SOURCES)
        }
    }

    fn sam_sample(&self) -> Person {
        let address = ["Sam Sample", "1 Sample Street", "Sampleton", "LD99 1AA"];
        let (place, _) = self.service.places.first().expect("a place to go");
        let row = PersonRow {
            row: 0,
            letter: 0,
            name: "Sam Sample".into(),
            address: address.map(str::to_owned).into(),
            appointment: Some(Appointment {
                date: Date::constant(2026, 12, 7),
                time: Time::constant(9, 30, 0, 0),
                place: place.clone(),
            }),
            reference: "SAMPLE".into(),
            fields: BTreeMap::new(),
            filed_as: String::new(),
        };
        let declared = self.guide.fields.keys();
        person(&row, &self.service, &self.background.locale, declared)
    }
}

fn tone_of<'a>(background: &'a Background, service: &Service) -> &'a Tone {
    let mut tones = background.tones.iter();
    let own = tones.find(|tone| tone.tone.value == service.tone.value);
    own.expect("it was read, or it is built in")
}

/// A square for every picture that the guide names: what is in its file no rule can see.
fn pictures(guide: &Guide) -> Vec<(Place, Picture)> {
    let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
    let entries = blocks.filter_map(|block| match &block.value.content {
        Content::Picture(entry) => Some(entry),
        _ => None,
    });
    let square = |side| Picture {
        file: String::new(),
        alt: String::new(),
        width: side,
        height: side,
    };
    entries
        .map(|entry| (entry.file.place, square(entry.width.value)))
        .collect()
}

/// The same guide in every other language it is written in.
fn translations(assets: &Assets, guide: &Guide, here: &Text) -> Result<Vec<Translation>, Failure> {
    let mut reader = Reader::new(assets, &SOURCES);
    let entries = guides(assets)
        .into_iter()
        .filter(|entry| entry.id == guide.guide.value);
    let languages = entries.flat_map(|entry| entry.languages);
    let others = languages.filter(|language| *language != here.value);
    let read = others.map(|language| {
        let text = Text {
            value: language.clone(),
            place: here.place,
        };
        let guide = reader.guide(&guide.guide.value, &text)?;
        Ok(Translation { language, guide })
    });
    read.collect()
}
