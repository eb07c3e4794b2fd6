//! The pictures of a service's folder, ready to be placed.

use crate::problem::{Failure, Place, Problem};
use crate::read::picture::{self, MaxSize};
use crate::read::{Content, Guide, Text};
use crate::shelf::Shelf;
use crate::tailor::Picture;
use crate::typeset::PictureFile;

/// The largest a logo is printed, mm.
const LOGO: MaxSize = MaxSize {
    width_mm: 50.0,
    height_mm: 18.0,
};

/// The tallest a picture is printed, mm; its width is the author's.
const TALLEST_MM: f64 = 150.0;

/// Pictures, by the place that names them.
#[derive(Default)]
pub struct Pictures {
    /// For the publication.
    pub placed: Vec<(Place, Picture)>,
    /// For the template.
    pub files: Vec<PictureFile>,
    /// What a reader may want to know: a picture too coarse to print.
    pub notes: Vec<Problem>,
}

impl Pictures {
    /// The service's logo.
    ///
    /// # Errors
    /// Where it is missing, or no picture that can be printed.
    pub fn logo(shelf: &Shelf, name: &Text, alt: &str) -> Result<Self, Failure> {
        let mut pictures = Self::default();
        pictures.add(shelf, name, LOGO, "data/logo.png", alt)?;
        Ok(pictures)
    }

    /// The pictures a guide names.
    ///
    /// # Errors
    /// As for the logo.
    pub fn of(guide: &Guide, shelf: &Shelf) -> Result<Self, Failure> {
        let mut pictures = Self::default();
        let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
        let entries = blocks.filter_map(|block| match &block.value.content {
            Content::Picture(entry) => Some(entry),
            _ => None,
        });
        for (number, entry) in (1..).zip(entries) {
            let size = MaxSize {
                width_mm: entry.width,
                height_mm: TALLEST_MM,
            };
            let path = format!("data/picture-{number}.png");
            pictures.add(shelf, &entry.file, size, &path, "")?;
        }
        Ok(pictures)
    }

    fn add(
        &mut self,
        shelf: &Shelf,
        name: &Text,
        size: MaxSize,
        path: &str,
        alt: &str,
    ) -> Result<(), Failure> {
        let found = shelf
            .service_file(&name.value)
            .map_err(|failure| match failure {
                Failure::Input(problems) => {
                    let placed = problems.into_iter().map(|problem| problem.at(name.place));
                    Failure::Input(placed.collect())
                }
                other => other,
            })?;
        let file = found.ok_or_else(|| {
            Problem::error(format!("there is no file `{}`", name.value))
                .at(name.place)
                .help("put it into the service's folder, or delete this line")
        })?;
        let (prepared, notes) = picture::prepare(&file.name, &file.bytes, size)
            .map_err(|problem| problem.at(name.place))?;
        self.placed.push((
            name.place,
            Picture {
                file: format!("/{path}"),
                alt: alt.to_owned(),
                width: prepared.width_mm,
                height: prepared.height_mm,
            },
        ));
        self.files.push((path.to_owned(), prepared.picture.png));
        self.notes
            .extend(notes.into_iter().map(|note| note.at(name.place)));
        Ok(())
    }
}
