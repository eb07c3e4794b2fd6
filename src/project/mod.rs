//! One service's walk through the house: opened once, then any of its guides
//! printed, for everybody or for each person of a list.

mod letters;

pub use letters::Letters;

use jiff::civil::Date;

use crate::check;
use crate::press;
use crate::problem::{Failure, Problem, Sources};
use crate::read::picture::{self, MaxSize};
use crate::read::{
    Content, Crisis, Edition, Guide, GuideEntry, Kind, LocalService, Overrides, Reader, Service,
    Setting, Tone,
};
use crate::shelf::Shelf;
use crate::tailor::{Materials, Picture, Publication, Tongue, tailor};
use crate::typeset::{Fonts, Pages, PictureFile, Typesetter};

/// The largest a logo is printed, mm.
const LOGO: MaxSize = MaxSize {
    width_mm: 50.0,
    height_mm: 18.0,
};

/// The tallest a picture is printed, mm; its width is the author's.
const TALLEST_PICTURE_MM: f64 = 150.0;

/// How a service is printed this time.
#[derive(Debug, Clone)]
pub struct Options {
    /// Keys of `service.yaml` set for this run.
    pub settings: Vec<Setting>,
    /// Standard or large print.
    pub edition: Edition,
    /// The day printed on letters and in files.
    pub date: Date,
}

/// A service, opened.
pub struct Project {
    shelf: Shelf,
    fonts: Fonts,
    /// Every text that was read, for problems.
    pub sources: Sources,
    service: Service,
    tone: Tone,
    tongues: Vec<Tongue>,
    crisis: Crisis,
    local_services: Vec<LocalService>,
    logo: Option<(Picture, PictureFile)>,
    options: Options,
    /// What reading the service said, short of an error.
    pub notes: Vec<Problem>,
}

/// A file, ready to be written.
#[derive(Debug)]
pub struct Printed {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What a reader may want to know.
    pub notes: Vec<Problem>,
}

/// A guide made for the service, before it is set.
struct Made {
    guide: Guide,
    publication: Publication,
    pictures: Vec<PictureFile>,
    notes: Vec<Problem>,
}

impl Project {
    /// Opens a service. What was read is in `sources` even where it fails.
    ///
    /// # Errors
    /// Every mistake in the service's settings.
    pub fn open(
        shelf: Shelf,
        options: Options,
        mut sources: Sources,
    ) -> Result<Self, (Failure, Sources)> {
        match Parts::read(&shelf, &options, &mut sources) {
            Ok(parts) => Ok(Self {
                shelf,
                fonts: parts.fonts,
                sources,
                service: parts.service,
                tone: parts.tone,
                tongues: parts.tongues,
                crisis: parts.crisis,
                local_services: parts.local_services,
                logo: parts.logo,
                options,
                notes: parts.notes,
            }),
            Err(failure) => Err((failure, sources)),
        }
    }

    /// The service's settings.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// The guides the service prints, in its order.
    ///
    /// # Errors
    /// Where it names one that does not exist.
    pub fn prints(&mut self) -> Result<Vec<GuideEntry>, Failure> {
        let known = Reader::new(&self.shelf, &mut self.sources).guides();
        let Some(prints) = &self.service.prints else {
            return Ok(known);
        };
        let mut entries = Vec::new();
        let mut problems = Vec::new();
        for id in prints {
            match known.iter().find(|guide| guide.id == id.value) {
                Some(entry) => entries.push(entry.clone()),
                None => {
                    let ids = || known.iter().map(|guide| guide.id.as_str());
                    problems.push(
                        Problem::error(format!("there is no guide `{}`", id.value))
                            .at(id.place)
                            .maybe_help(crate::problem::did_you_mean(&id.value, ids()))
                            .help(format!("the guides are {}", crate::problem::one_of(ids()))),
                    );
                }
            }
        }
        if problems.is_empty() {
            Ok(entries)
        } else {
            Err(problems.into())
        }
    }

    /// Prints a guide in every language of the service. A letter is printed for
    /// somebody invented, as a sample.
    ///
    /// # Errors
    /// Every mistake found on the way.
    pub fn print(&mut self, id: &str) -> Result<Vec<Printed>, Failure> {
        let languages: Vec<String> = self
            .tongues
            .iter()
            .map(|tongue| tongue.tag().to_owned())
            .collect();
        let mut printed = Vec::new();
        for (index, language) in languages.iter().enumerate() {
            let made = self.make(id, index)?;
            let mut stem = id.to_owned();
            if made.guide.kind.value == Kind::Letter {
                stem.push_str(".sample");
            }
            if languages.len() > 1 {
                stem = format!("{stem}.{language}");
            }
            if self.options.edition == Edition::LargePrint {
                stem.push_str(".large-print");
            }
            printed.push(self.print_made(made, index, format!("{stem}.pdf"))?);
        }
        Ok(printed)
    }

    fn print_made(&mut self, made: Made, tongue: usize, name: String) -> Result<Printed, Failure> {
        let mut notes = made.notes;
        let publication = &made.publication;
        let (date, edition) = (self.options.date, self.options.edition);
        let mut typesetter =
            Typesetter::new(publication, made.pictures, &self.fonts, &self.shelf, date)?;
        let pages = if made.guide.kind.value == Kind::Letter {
            let person = letters::sample(&self.service, &self.tongues[tongue], &made.guide, date)?;
            typesetter.set_for(&person, &mut self.sources)?
        } else {
            typesetter.set(&mut self.sources)?
        };
        refuse_misfits(publication, &pages, edition)?;
        let pdf = press::screen(&pages.document, &ident(publication), date)?;
        notes.extend(pages.warnings);
        Ok(Printed {
            name,
            pages: pages.document.pages().len(),
            pdf,
            notes,
        })
    }

    /// Reads and tailors a guide in one of the service's languages.
    fn make(&mut self, id: &str, tongue: usize) -> Result<Made, Failure> {
        let mut reader = Reader::new(&self.shelf, &mut self.sources);
        let guide = reader.guide(id, self.tongues[tongue].tag())?;
        let overrides = reader.overrides(id)?;
        let (pictures, mut files, mut notes) = self.pictures(&guide, &overrides)?;
        if let Some((_, file)) = &self.logo {
            files.push(file.clone());
        }
        let materials = Materials {
            service: &self.service,
            tone: &self.tone,
            tongue: &self.tongues[tongue],
            crisis: &self.crisis,
            local_services: &self.local_services,
            overrides: &overrides,
            logo: self.logo.as_ref().map(|(picture, _)| picture.clone()),
            pictures: &pictures,
            edition: self.options.edition,
            date: self.options.date,
        };
        let (publication, said) = tailor(&guide, &materials)?;
        notes.extend(said);
        notes.extend(check::avoided_words(&publication, &self.tone));
        Ok(Made {
            guide,
            publication,
            pictures: files,
            notes,
        })
    }

    /// The pictures a guide and its overrides name, ready to place.
    fn pictures(
        &self,
        guide: &Guide,
        overrides: &Overrides,
    ) -> Result<(Vec<(String, Picture)>, Vec<PictureFile>, Vec<Problem>), Failure> {
        let changed = overrides
            .sections
            .values()
            .filter_map(|change| match &change.value {
                crate::read::Change::With(change) => change.blocks.as_ref(),
                crate::read::Change::Drop => None,
            });
        let added = overrides.add.iter().map(|added| &added.section.blocks);
        let own = guide.sections.iter().map(|section| &section.blocks);
        let entries = own.chain(changed).chain(added).flatten();
        let entries = entries.filter_map(|block| match &block.value.content {
            Content::Picture(entry) => Some(entry),
            _ => None,
        });
        let (mut pictures, mut files, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        for (number, entry) in (1..).zip(entries) {
            let size = MaxSize {
                width_mm: entry.width,
                height_mm: TALLEST_PICTURE_MM,
            };
            let path = format!("data/picture-{number}.png");
            let (picture, file, said) = prepare(&self.shelf, &entry.file, size, path, "")?;
            pictures.push((entry.file.value.clone(), picture));
            files.push(file);
            notes.extend(said);
        }
        Ok((pictures, files, notes))
    }
}

/// What reading a service gives.
struct Parts {
    fonts: Fonts,
    service: Service,
    tone: Tone,
    tongues: Vec<Tongue>,
    crisis: Crisis,
    local_services: Vec<LocalService>,
    logo: Option<(Picture, PictureFile)>,
    notes: Vec<Problem>,
}

impl Parts {
    fn read(shelf: &Shelf, options: &Options, sources: &mut Sources) -> Result<Self, Failure> {
        let mut reader = Reader::new(shelf, sources);
        let service = reader.service(&options.settings)?;
        let tone = reader.tone(&service.tone)?;
        let mut tongues = Vec::new();
        for language in &service.languages {
            tongues.push(Tongue::new(language, reader.labels(language)?)?);
        }
        let crisis = reader.crisis()?;
        let local_services = reader.local_services()?;
        let mut notes = Vec::new();
        let mut logo = None;
        if let (Some(file), Some(alt)) = (&service.brand.logo, &service.brand.logo_alt) {
            let path = "data/logo.png".to_owned();
            let (picture, file, said) = prepare(shelf, file, LOGO, path, &alt.value)?;
            notes = said;
            logo = Some((picture, file));
        }
        Ok(Self {
            fonts: Fonts::load(shelf)?,
            service,
            tone,
            tongues,
            crisis,
            local_services,
            logo,
            notes,
        })
    }
}

/// A picture of the service's folder, ready to place.
fn prepare(
    shelf: &Shelf,
    name: &crate::read::Text,
    size: MaxSize,
    path: String,
    alt: &str,
) -> Result<(Picture, PictureFile, Vec<Problem>), Failure> {
    let file = shelf.service_file(&name.value)?.ok_or_else(|| {
        Problem::error(format!("there is no file `{}`", name.value))
            .at(name.place)
            .help("put it into the service's folder, or delete this line")
    })?;
    let (prepared, notes) = picture::prepare(&file.name, &file.bytes, size)
        .map_err(|problem| problem.at(name.place))?;
    let picture = Picture {
        file: format!("/{path}"),
        alt: alt.to_owned(),
        width: prepared.width_mm,
        height: prepared.height_mm,
    };
    let notes = notes.into_iter().map(|note| note.at(name.place)).collect();
    Ok((picture, (path, prepared.picture.png), notes))
}

/// Tells this publication's file from every other, and holds nothing of a person.
fn ident(publication: &Publication) -> String {
    format!(
        "{} {} {} {}",
        publication.guide,
        publication.language.tag,
        publication.imprint.version_number,
        publication.service.name
    )
}

fn refuse_misfits(
    publication: &Publication,
    pages: &Pages,
    edition: Edition,
) -> Result<(), Failure> {
    let count = pages.document.pages().len();
    let misfits = press::misfits(&pages.places, count, publication.format, edition);
    let problems: Vec<Problem> = misfits
        .into_iter()
        .map(|misfit| {
            let problem = Problem {
                message: format!("`{}`: {}", publication.guide, misfit.problem.message),
                ..misfit.problem
            };
            let section = publication
                .sections
                .iter()
                .find(|section| Some(&section.id) == misfit.section.as_ref());
            match section {
                Some(section) => problem.at_saying(section.place, "the room ends in this section"),
                None => problem,
            }
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.into())
    }
}
