//! What every guide of a service is made with, read once.

use std::sync::Arc;

use jiff::civil::Date;

use super::pictures::Pictures;
use super::scenes;
use crate::assets::Assets;
use crate::check;
use crate::diagnostics::{Failure, Gathered, Problem, Sources};
use crate::read::people::{BankHolidays, ColumnWords};
use crate::read::{
    Crisis, InventedDetail, LocalServices, Reader, Service, Setting, Text, Tone, UrgentTexts,
    WordLists, guides, invented,
};
use crate::tailor::Locale;
use crate::typeset::Fonts;

/// What all guides of a service share.
pub struct ServiceContext {
    /// The settings, with names in the first language.
    pub service: Service,
    /// The same with names in each other language, in the order of the languages.
    others: Vec<Service>,
    /// What is wrong with them and hides nothing else: everything can be judged, and
    /// nothing be printed.
    pub faults: Vec<Problem>,
    /// Every tone there is.
    pub tones: Vec<Tone>,
    /// Its languages, first one first.
    pub locales: Vec<Locale>,
    /// Crisis lines of every nation.
    pub crisis: Crisis,
    /// When somebody has to see a doctor the same day.
    pub urgent: UrgentTexts,
    /// The words that rules look for.
    pub words: WordLists,
    /// What other systems call the columns of a spreadsheet of people.
    pub columns: ColumnWords,
    /// The days on which clinics are closed.
    pub holidays: BankHolidays,
    /// Other help nearby.
    pub local_services: LocalServices,
    /// What of the built-in example still stands in its files.
    pub invented: Vec<InventedDetail>,
    /// Its logo, where it has one.
    pub logo: Pictures,
    /// What reading all this said, short of an error.
    pub notes: Vec<Problem>,
    /// The typefaces.
    pub fonts: Arc<Fonts>,
}

impl ServiceContext {
    /// Reads it, with some keys of the settings set otherwise. `today` is what ages are
    /// counted to.
    ///
    /// # Errors
    /// Every mistake in its files, where something of it cannot be read.
    pub fn read(
        assets: &Assets,
        settings: &[Setting],
        today: Date,
        sources: &Sources,
    ) -> Result<Self, Failure> {
        let mut reader = Reader::new(assets, sources);
        let mut wrong = Gathered::default();
        let service = reader.judged_service(settings, |service| check::of_settings(service, today));
        let service = wrong.keep(service)?;
        wrong.problems.extend(reader.stray_overrides()?);
        wrong.problems.extend(reader.stray_versions()?);
        let crisis = wrong.keep(reader.crisis())?;
        let urgent = wrong.keep(reader.urgent())?;
        let words = wrong.keep(reader.word_lists())?;
        let columns = wrong.keep(reader.column_words())?;
        let holidays = wrong.keep(reader.bank_holidays())?;
        let local_services = wrong.keep(reader.local_services())?;
        let fonts = wrong.keep(Fonts::load(assets))?;
        let Some((service, faults)) = service else {
            wrong.problems.extend(reader.mistakes_in_guides()?);
            return Err(wrong.problems.into());
        };
        wrong.problems.extend(faults);
        let guides = guides(assets);
        let guides: Vec<&str> = guides.iter().map(|guide| guide.id.as_str()).collect();
        wrong
            .problems
            .extend(service.wrong_approvals(today, &guides));
        wrong.problems.extend(scenes::unknown_in(&service, assets)?);
        wrong.problems.extend(reader.misanswered(&service)?);
        wrong.problems.extend(check::misspelt(&service.check));
        let tones = wrong.keep(reader.all_tones(&service.tone))?;
        let mut locales = Vec::new();
        for language in &service.languages {
            let locale = reader.labels(language);
            let locale = locale.and_then(|labels| Ok(Locale::new(language, labels)?));
            locales.extend(wrong.keep(locale)?);
        }
        let mut others = Vec::new();
        for language in service.languages.iter().skip(1) {
            let other = reader.service_in(&language.value, &service, settings);
            others.extend(wrong.keep(other)?);
        }
        let logo = match (&service.brand.logo, &service.brand.logo_alt) {
            (Some(file), Some(alt)) => wrong.keep(Pictures::logo(assets, file, &alt.value))?,
            _ => Some(Pictures::default()),
        };
        let is_whole = locales.len() == service.languages.len();
        let parts = (crisis, words, columns, holidays, local_services);
        let (Some(tones), Some(logo), Some(fonts), Some(urgent), true) =
            (tones, logo, fonts, urgent, is_whole)
        else {
            return Err(wrong.problems.into());
        };
        let (Some(crisis), Some(words), Some(columns), Some(holidays), Some(local_services)) =
            parts
        else {
            return Err(wrong.problems.into());
        };
        Ok(Self {
            notes: [logo.notes.as_slice(), &local_services.notes].concat(),
            invented: invented_in(assets, &service, &others, &local_services)?,
            faults: wrong.problems,
            service,
            others,
            tones,
            locales,
            crisis,
            urgent,
            words,
            columns,
            holidays,
            local_services,
            logo,
            fonts: Arc::new(fonts),
        })
    }

    /// The tone of this id.
    pub fn tone(&self, id: &str) -> Option<&Tone> {
        self.tones.iter().find(|tone| tone.tone.value == id)
    }

    /// The settings with names in the language of this tag.
    pub fn service_in(&self, tag: &str) -> &Service {
        let mut languages = self.service.languages.iter().map(|it| it.value.as_str());
        let at = languages.position(|language| language == tag);
        let other = at.and_then(|at| self.others.get(at.checked_sub(1)?));
        other.unwrap_or(&self.service)
    }

    /// The language of this tag, as the service names it, and all that belongs to it.
    pub fn language(&self, tag: &str) -> Option<(&Text, &Locale)> {
        let mut languages = self.service.languages.iter().zip(&self.locales);
        languages.find(|(language, _)| language.value == tag)
    }
}

/// What of the built-in example stands in the settings, in whichever language.
fn invented_in(
    assets: &Assets,
    first: &Service,
    others: &[Service],
    local_services: &LocalServices,
) -> Result<Vec<InventedDetail>, Failure> {
    let mut found = invented(assets, first, local_services)?;
    for service in others {
        let more = invented(assets, service, local_services)?;
        let more = more.into_iter().filter(|detail| !found.contains(detail));
        found.extend(more.collect::<Vec<_>>());
    }
    Ok(found)
}
