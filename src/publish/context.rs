//! What every guide of a service is made with, read once.

use std::sync::Arc;

use super::pictures::Pictures;
use crate::assets::Assets;
use crate::check;
use crate::diagnostics::{Failure, Sources, refuse};
use crate::read::people::{BankHolidays, ColumnWords};
use crate::read::{
    Crisis, InventedDetail, LocalService, Reader, Service, Setting, Text, Tone, WordLists, invented,
};
use crate::tailor::Locale;
use crate::typeset::Fonts;

/// What all guides of a service share.
pub struct ServiceContext {
    /// The settings.
    pub service: Service,
    /// Every tone there is.
    pub tones: Vec<Tone>,
    /// Its languages, first one first.
    pub locales: Vec<Locale>,
    /// Crisis lines of every nation.
    pub crisis: Crisis,
    /// The words that rules look for.
    pub words: WordLists,
    /// What other systems call the columns of a spreadsheet of people.
    pub columns: ColumnWords,
    /// The days on which clinics are closed.
    pub holidays: BankHolidays,
    /// Other help nearby.
    pub local_services: Vec<LocalService>,
    /// What of the built-in example still stands in its files.
    pub invented: Vec<InventedDetail>,
    /// Its logo, where it has one.
    pub logo: Pictures,
    /// The typefaces.
    pub fonts: Arc<Fonts>,
}

impl ServiceContext {
    /// Reads it, with some keys of the settings set otherwise.
    ///
    /// # Errors
    /// Every mistake in the first file that has any.
    pub fn read(assets: &Assets, settings: &[Setting], sources: &Sources) -> Result<Self, Failure> {
        let mut reader = Reader::new(assets, sources);
        let service = reader.service(settings)?;
        refuse(reader.stray_overrides()?)?;
        let tones = reader.all_tones(&service.tone)?;
        refuse(check::misspelt(&service.check))?;
        let mut locales = Vec::new();
        for language in &service.languages {
            locales.push(Locale::new(language, reader.labels(language)?)?);
        }
        let crisis = reader.crisis()?;
        let words = reader.word_lists()?;
        let columns = reader.column_words()?;
        let holidays = reader.bank_holidays()?;
        let local_services = reader.local_services()?;
        let invented = invented(assets, &service, &local_services)?;
        let logo = match (&service.brand.logo, &service.brand.logo_alt) {
            (Some(file), Some(alt)) => Pictures::logo(assets, file, &alt.value)?,
            _ => Pictures::default(),
        };
        Ok(Self {
            service,
            tones,
            locales,
            crisis,
            words,
            columns,
            holidays,
            local_services,
            invented,
            logo,
            fonts: Arc::new(Fonts::load(assets)?),
        })
    }

    /// The tone of this id.
    pub fn tone(&self, id: &str) -> Option<&Tone> {
        self.tones.iter().find(|tone| tone.tone.value == id)
    }

    /// The language of this tag, as the service names it, and all that belongs to it.
    pub fn language(&self, tag: &str) -> Option<(&Text, &Locale)> {
        let mut languages = self.service.languages.iter().zip(&self.locales);
        languages.find(|(language, _)| language.value == tag)
    }
}
