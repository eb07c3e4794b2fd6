//! What every guide of a service is made with, read once.

use super::Options;
use super::pictures::Pictures;
use crate::check;
use crate::problem::{Failure, Sources};
use crate::read::{Crisis, LocalService, Reader, Service, Text, Tone};
use crate::shelf::Shelf;
use crate::tailor::Tongue;
use crate::typeset::Fonts;

/// The parts that all guides of a service share.
pub struct Parts {
    /// The settings.
    pub service: Service,
    /// How it speaks.
    pub tone: Tone,
    /// Every tone there is, by id.
    pub tones: Vec<String>,
    /// The tones it does not speak in.
    pub other_tones: Vec<Tone>,
    /// Its languages, first one first.
    pub tongues: Vec<Tongue>,
    /// Crisis lines of every nation.
    pub crisis: Crisis,
    /// Other help nearby.
    pub local_services: Vec<LocalService>,
    /// Its logo, where it has one.
    pub logo: Pictures,
    /// The typefaces.
    pub fonts: Fonts,
}

impl Parts {
    /// Reads them.
    ///
    /// # Errors
    /// Every mistake in the first file that has any.
    pub fn read(shelf: &Shelf, options: &Options, sources: &mut Sources) -> Result<Self, Failure> {
        let mut reader = Reader::new(shelf, sources);
        let service = reader.service(&options.settings)?;
        let strays = reader.stray_overrides()?;
        if !strays.is_empty() {
            return Err(strays.into());
        }
        let avoided = reader.words_to_avoid()?;
        let with_avoided = |mut tone: Tone| {
            tone.avoid.extend(avoided.iter().cloned());
            tone
        };
        let tone = with_avoided(reader.tone(&service.tone)?);
        let tones = reader.tones();
        let other_tones = tones.iter().filter(|id| **id != service.tone.value);
        let other_tones = other_tones.map(|id| {
            let read = reader.tone(&Text {
                value: id.clone(),
                place: service.tone.place,
            });
            read.map(with_avoided)
        });
        let other_tones = other_tones.collect::<Result<_, _>>()?;
        let misspelt = check::misspelt(&service.check);
        if !misspelt.is_empty() {
            return Err(misspelt.into());
        }
        let mut tongues = Vec::new();
        for language in &service.languages {
            tongues.push(Tongue::new(language, reader.labels(language)?)?);
        }
        let crisis = reader.crisis()?;
        let local_services = reader.local_services()?;
        let logo = match (&service.brand.logo, &service.brand.logo_alt) {
            (Some(file), Some(alt)) => Pictures::logo(shelf, file, &alt.value)?,
            _ => Pictures::default(),
        };
        Ok(Self {
            service,
            tone,
            tones,
            other_tones,
            tongues,
            crisis,
            local_services,
            logo,
            fonts: Fonts::load(shelf)?,
        })
    }
}
