//! The pictures of a service and of a guide, ready to be placed.

use crate::assets::{Assets, File};
use crate::diagnostics::{Failure, Place, Problem, refuse};
use crate::read::picture::{self, MaxSize};
use crate::read::{Content, Guide, Text};
use crate::tailor::Picture;
use crate::typeset::PictureFile;

/// The largest a logo is printed, mm.
const LOGO: MaxSize = MaxSize {
    width_mm: 50.0,
    height_mm: 18.0,
};

/// The tallest a picture is printed, mm; its width is the author's.
const TALLEST_MM: f64 = 150.0;

/// The narrowest a picture is printed, mm.
const NARROWEST_MM: f64 = 1.0;

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
    pub fn logo(assets: &Assets, name: &Text, alt: &str) -> Result<Self, Failure> {
        let mut pictures = Self::default();
        let file = assets.service_file(&name.value);
        pictures.add(assets, file, name, LOGO, "data/logo.png", alt)?;
        Ok(pictures)
    }

    /// The pictures a guide names: in the service's folder, or beside the guide.
    ///
    /// # Errors
    /// Where one is missing, is no picture that can be printed, or is wider than its page.
    pub fn of(guide: &Guide, assets: &Assets) -> Result<Self, Failure> {
        let mut pictures = Self::default();
        let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
        let entries = blocks.filter_map(|block| match &block.value.content {
            Content::Picture(entry) => Some(entry),
            _ => None,
        });
        let mut problems = Vec::new();
        let (page_width, page_height) = guide.format.value.page();
        for (number, entry) in (1..).zip(entries) {
            let width = entry.width.value;
            if !(NARROWEST_MM..=page_width).contains(&width) {
                let problem = Problem::error(format!(
                    "this picture is to be {width} mm wide, and its page is {page_width} mm wide"
                ))
                .at(entry.width.place)
                .help(format!(
                    "write a width from {NARROWEST_MM} to {page_width} mm"
                ));
                problems.push(problem);
                continue;
            }
            let size = MaxSize {
                width_mm: width,
                height_mm: TALLEST_MM.min(page_height),
            };
            let path = format!("data/picture-{number}.png");
            let file = find(assets, &guide.guide.value, &entry.file.value);
            pictures.add(assets, file, &entry.file, size, &path, "")?;
        }
        refuse(problems)?;
        Ok(pictures)
    }

    fn add(
        &mut self,
        assets: &Assets,
        found: Result<Option<File>, Failure>,
        name: &Text,
        size: MaxSize,
        path: &str,
        alt: &str,
    ) -> Result<(), Failure> {
        let found = found.map_err(|failure| failure.map(|problem| problem.at(name.place)))?;
        let file = found.ok_or_else(|| {
            Problem::error(format!("there is no file `{}`", name.value))
                .at(name.place)
                .maybe_help(assets.instead_of(&name.value))
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
        self.placed.push((name.place, picture));
        self.files.push((path.to_owned(), prepared.picture.png));
        self.notes
            .extend(notes.into_iter().map(|note| note.at(name.place)));
        Ok(())
    }
}

/// A picture of a guide. A built-in guide brings its own, and a service may put another
/// of the same name into its folder.
fn find(assets: &Assets, guide: &str, name: &str) -> Result<Option<File>, Failure> {
    match assets.service_file(name)? {
        Some(file) => Ok(Some(file)),
        None => assets.file(&format!("content/guides/{guide}/{name}")),
    }
}
