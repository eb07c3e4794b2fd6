//! A guide made for the service, before it is laid out; and its pages.

use typst_layout::PagedDocument;

use super::Workspace;
use super::hopeless::hopeless;
use super::pictures::Pictures;
use super::sample::Length;
use super::scenes::{Scenes, Studio};
use crate::assets::Assets;
use crate::check::{Subject, Translation};
use crate::diagnostics::{Error, Failure, Gathered, Problem, Severity, one_of, refuse};
use crate::read::{Arrangement, Audience, Format, Guide, Kind, Placed, Reader, Text, Tone};
use crate::tailor::{
    Approval, Locale, Materials, Picture, Publication, PublicationId, colours, tailor,
    with_overrides,
};
use crate::typeset::{Pages, PartOf, PictureFile, Together, Typesetter};

/// A guide made for the service, before it is laid out.
#[derive(Clone)]
pub struct Prepared {
    /// Which publication it is.
    pub id: PublicationId,
    /// The guide as its author wrote it.
    pub written: Guide,
    /// The same with the service's changes.
    pub guide: Guide,
    /// Every word of it.
    pub publication: Publication,
    /// How many words its version may have, where it is one and says so.
    pub budget: Option<Placed<u32>>,
    /// The code of what the guide says, and who stands behind it.
    pub content: (String, Approval),
    /// The pictures in it, for the template.
    pub pictures: Vec<PictureFile>,
    /// What a reader may want to know.
    pub notes: Vec<Problem>,
    /// The same guide in its other languages.
    pub translations: Vec<Translation>,
    /// The publication in its further languages, each as a publication of its own would be.
    pub further: Vec<Prepared>,
}

impl Prepared {
    /// The publication in each of its languages, first one first.
    pub fn parts(&self) -> impl Iterator<Item = &Prepared> {
        std::iter::once(self).chain(&self.further)
    }

    /// The same in its first language alone.
    pub fn alone(&self) -> Self {
        Self {
            id: PublicationId {
                languages: vec![self.id.language().to_owned()],
                ..self.id.clone()
            },
            further: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether it is in more than one language.
    pub fn is_together(&self) -> bool {
        !self.further.is_empty()
    }

    /// Whether it shows an appointment, in one of its languages at least.
    pub fn shows_appointment(&self) -> bool {
        self.parts()
            .any(|part| part.publication.shows_appointment())
    }

    /// Tells the publication's files from every other, and holds nothing of a person.
    pub fn ident(&self) -> String {
        let (imprint, service) = (&self.publication.imprint, &self.publication.service);
        self.id.ident(imprint.version_number, &service.name)
    }
}

impl Workspace {
    /// The laid-out pages of a publication, for a program that wants pictures of them.
    /// A letter is set for somebody invented.
    ///
    /// # Errors
    /// Every mistake found on the way, but not text that is too long.
    pub fn pages(&self, id: &PublicationId) -> Result<PagedDocument, Error> {
        let pages = self.prepare(id).and_then(|prepared| {
            let pages = self.set(&prepared)?;
            self.presentable(&prepared, pages)
        });
        pages.map_err(|failure| self.error(failure))
    }

    /// Reads and tailors a guide, in each of its languages.
    ///
    /// # Errors
    /// Every mistake in it, or that there is no such tone or language.
    pub(crate) fn prepare(&self, id: &PublicationId) -> Result<Prepared, Failure> {
        let mut wrong = Gathered::default();
        let mut parts = Vec::new();
        for language in &id.languages {
            let part = self.prepare_in(&PublicationId {
                languages: vec![language.clone()],
                ..id.clone()
            });
            parts.extend(wrong.keep(part)?);
        }
        refuse(wrong.problems)?;
        let titles: Vec<&str> = parts
            .iter()
            .map(|it| it.publication.title.as_str())
            .collect();
        let title = titles.join(" / ");
        let is_together = parts.len() > 1;
        for part in &mut parts {
            part.publication.document_title.clone_from(&title);
            let is_facing = is_together && self.arrangement(Kind::Letter) == Arrangement::Facing;
            if let Some(letter) = &mut part.publication.letter {
                letter.tight = is_facing;
            }
        }
        let further = parts.split_off(1.min(parts.len()));
        let first = parts.pop().ok_or_else(|| {
            Problem::not_there(format!("`{}` is in no language of this service", id.guide))
        })?;
        // Who works here can do without; a patient has a right to their language.
        let severity = match first.guide.audience.value {
            Audience::Staff => Severity::Note,
            Audience::Patients | Audience::Carers => Severity::Warning,
        };
        let missing = self.untranslated(id).into_iter();
        let missing = missing.map(|problem| problem.severity(severity));
        Ok(Prepared {
            id: id.clone(),
            further,
            notes: first.notes.into_iter().chain(missing).collect(),
            ..first
        })
    }

    /// Reads and tailors a guide in the one language of this id.
    fn prepare_in(&self, id: &PublicationId) -> Result<Prepared, Failure> {
        let context = &*self.context;
        let (language, _) = self.language(id)?;
        let mut reader = Reader::new(&self.assets, &self.sources);
        let written = reader.guide(&id.guide, language)?;
        let beneath = reader.guide_beneath(&id.guide, id.language())?;
        let (overrides, budget, of_version) = match &id.version {
            None => (reader.overrides(&written, id.language())?, None, Vec::new()),
            Some(name) => {
                let languages = &self.service().languages;
                let version = reader.version_among(&written, name, id.language(), languages)?;
                (version.changes, version.word_budget, version.notes)
            }
        };
        let (guide, changes) = with_overrides(&written, beneath.as_ref(), &overrides)?;
        let pictures = Pictures::of(&guide, &self.assets)?;
        let scenes = self.scenes(id, &guide)?;
        let content = self.content(id, &guide)?;
        let (publication, said) = self.tailored(id, &guide, &pictures, &scenes)?;
        let (translations, broken) = self.translations(id, language)?;
        let other_version = self.other_version(&guide, &content.1);
        let other_version = other_version.into_iter().chain(of_version).collect();
        Ok(Prepared {
            id: id.clone(),
            written,
            guide,
            publication,
            budget,
            content,
            pictures: [context.logo.files.clone(), pictures.files, scenes.files].concat(),
            notes: [
                changes,
                pictures.notes,
                scenes.notes,
                said,
                broken,
                other_version,
            ]
            .concat(),
            translations,
            further: Vec::new(),
        })
    }

    /// The same guide in another format of its kind, with every word decided; none where
    /// it cannot be made.
    pub(super) fn in_format(&self, prepared: &Prepared, format: Format) -> Option<Publication> {
        let mut guide = prepared.guide.clone();
        let place = guide.format.place;
        guide.put_in(Placed {
            value: format,
            place,
        });
        if !guide.misplaced().is_empty() {
            return None;
        }
        let pictures = Pictures::of(&guide, &self.assets).ok()?;
        let scenes = self.scenes(&prepared.id, &guide).ok()?;
        let tailored = self.tailored(&prepared.id, &guide, &pictures, &scenes);
        tailored.ok().map(|(publication, _)| publication)
    }

    /// The drawn pictures it shows, in the service's colours.
    fn scenes(&self, id: &PublicationId, guide: &Guide) -> Result<Scenes, Failure> {
        let context = &*self.context;
        let (_, locale) = self.language(id)?;
        let (colours, _) = colours(&context.service);
        let studio = Studio {
            assets: &self.assets,
            sources: &self.sources,
            service: context.service_in(id.language()),
            colours: &colours,
            locale,
            edition: id.edition,
        };
        Scenes::of(guide, &studio)
    }

    /// Every word of a guide, and what a reader may want to know.
    fn tailored(
        &self,
        id: &PublicationId,
        guide: &Guide,
        pictures: &Pictures,
        scenes: &Scenes,
    ) -> Result<(Publication, Vec<Problem>), Failure> {
        let context = &*self.context;
        let (_, locale) = self.language(id)?;
        let service = context.service_in(id.language());
        let logo = context.logo.placed.first().map(|(_, picture)| Picture {
            alt: service
                .brand
                .logo_alt
                .as_ref()
                .map_or_else(|| picture.alt.clone(), |alt| alt.value.clone()),
            ..picture.clone()
        });
        let materials = Materials {
            service,
            tone: self.tone(id)?,
            tones: &context.tones,
            locale,
            crisis: &context.crisis,
            urgent: &context.urgent,
            local_services: &context.local_services,
            logo: logo.as_ref(),
            pictures: &pictures.placed,
            scenes: &scenes.ready,
            edition: id.edition,
            version: id.version.as_deref(),
            date: self.date,
            approval: self.content(id, guide)?.1,
        };
        tailor(guide, &materials)
    }

    /// The language of a publication, as the service names it.
    pub(crate) fn language(&self, id: &PublicationId) -> Result<(&Text, &Locale), Problem> {
        let languages = self.service().languages.iter();
        let known = languages.map(|tag| tag.value.as_str());
        self.context.language(id.language()).ok_or_else(|| {
            Problem::not_there(format!("this service does not print `{}`", id.language()))
                .help(format!("its languages are {}", one_of(known)))
        })
    }

    /// The tone of a publication.
    pub(crate) fn tone(&self, id: &PublicationId) -> Result<&Tone, Problem> {
        let known = self.context.tones.iter().map(|it| it.tone.value.as_str());
        self.context.tone(&id.tone).ok_or_else(|| {
            Problem::not_there(format!("there is no tone `{}`", id.tone)).help_known(
                &id.tone,
                "the tones are",
                known,
            )
        })
    }

    /// Lays a publication out; a letter for somebody invented. A template of the service's
    /// own is tried elsewhere first.
    pub(crate) fn set(&self, prepared: &Prepared) -> Result<Pages, Failure> {
        self.tried(prepared)?;
        self.set_here(prepared)
    }

    /// The same in this process, whatever may come of it.
    pub(super) fn set_here(&self, prepared: &Prepared) -> Result<Pages, Failure> {
        let parts = prepared.parts();
        refuse(
            parts
                .filter_map(|part| hopeless(&part.publication))
                .collect(),
        )?;
        let mut typesetter = self.typesetter(prepared)?;
        if prepared.guide.kind.value == Kind::Letter {
            let person = self.sample(prepared, Length::Medium)?;
            typesetter.set_for(&person, &self.sources)
        } else {
            typesetter.set(&self.sources)
        }
    }

    /// A typesetter for a publication.
    pub(crate) fn typesetter(&self, prepared: &Prepared) -> Result<Typesetter, Failure> {
        let (fonts, assets) = (&self.context.fonts, &self.assets);
        if prepared.is_together() {
            let parts = prepared.parts().map(|part| PartOf {
                publication: &part.publication,
                pictures: part.pictures.clone(),
            });
            let how = Together {
                kind: prepared.publication.kind,
                arrangement: self.arrangement(prepared.publication.kind),
                edition: prepared.id.edition,
            };
            return Typesetter::together(parts.collect(), &how, fonts, assets, self.date);
        }
        let pictures = prepared.pictures.clone();
        Typesetter::new(&prepared.publication, pictures, fonts, assets, self.date)
    }

    /// What sets only what is personal in a letter. Nothing where that does not stand in it
    /// once, or a template of the service's own may do otherwise.
    ///
    /// # Errors
    /// As [`Workspace::typesetter`].
    pub(crate) fn fragment_typesetter(
        &self,
        letter: &Prepared,
    ) -> Result<Option<Typesetter>, Failure> {
        let once = !letter.is_together() && letter.publication.copies.is_empty();
        if !once || self.has_own_templates()? {
            return Ok(None);
        }
        // All templates are built in: what is read of them is no input of the run's.
        let (fonts, assets) = (&self.context.fonts, Assets::example());
        let pictures = letter.pictures.clone();
        Typesetter::of_fragments(&letter.publication, pictures, fonts, &assets, self.date).map(Some)
    }

    /// Whether the service has a template of its own.
    pub(crate) fn has_own_templates(&self) -> Result<bool, Failure> {
        Ok(!self.assets.service_names("templates")?.is_empty())
    }

    /// A publication with everything it was made from.
    pub(crate) fn subject<'a>(&'a self, prepared: &'a Prepared) -> Result<Subject<'a>, Failure> {
        let context = &*self.context;
        let (_, locale) = self.language(&prepared.id)?;
        let others = context.tones.iter();
        Ok(Subject {
            guide: &prepared.guide,
            written: &prepared.written,
            translations: &prepared.translations,
            publication: &prepared.publication,
            labels: locale.labels(),
            service: context.service_in(prepared.id.language()),
            tone: self.tone(&prepared.id)?,
            other_tones: others
                .filter(|tone| tone.tone.value != prepared.id.tone)
                .collect(),
            local_services: &context.local_services.list,
            invented: &context.invented,
            crisis: &context.crisis,
            words: &context.words,
            today: self.date,
        })
    }
}
