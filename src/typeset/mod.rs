//! Lays publications out with Typst, in this process: a publication and its
//! template in, pages out.
//!
//! Typst sees built-in files and the service's own, nothing else: no package but the
//! languages of a publication (`world.rs`), no
//! network, no other folder. What a publication says reaches templates as data
//! under fixed names, so the library and its inputs never change and Typst's
//! memo stays good from one letter to the next.

mod characters;
mod diagnostics;
mod discreet;
mod drawn;
mod font_file;
mod fonts;
mod library;
mod page_text;
mod parts;
#[cfg(test)]
mod tests;
mod text_layer;
mod threads;
mod world;

pub use characters::as_far_as_printable;
pub(crate) use diagnostics::said;
pub use fonts::Fonts;
pub use parts::{PartOf, Together};
pub use text_layer::without_layout;
pub use threads::this_one_alone as on_this_thread_alone;

use std::sync::Arc;

use jiff::civil::Date;
use typst::foundations::{Dict, FromValue, Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst_layout::PagedDocument;

use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem, Sources, refuse};
use crate::tailor::{Person, Publication};
use world::{Part, World};

/// How many layouts a memo is kept that nothing asked for: Typst's own number for
/// a watcher. Enough for what every letter shares, and memory stays flat.
const MEMO_AGE: usize = 3;

/// A picture or another file, by the path templates load it from.
pub type PictureFile = (String, Vec<u8>);

/// Pages, and what their fixed places have room for.
pub struct Pages {
    /// The laid-out pages.
    pub document: PagedDocument,
    /// Every place that cannot grow, in reading order.
    pub places: Vec<FixedPlace>,
    /// Which part each page is of, counted from 0; nothing where there is only one.
    pub parts: Vec<usize>,
    /// Where these are the pages of one part, those of all: whoever asks what stands on the
    /// back of something asks them.
    whole: Option<PagedDocument>,
    /// Every table to write in that is wider than the place it stands in.
    pub narrow: Vec<TooNarrow>,
    /// What Typst warned of.
    pub warnings: Vec<Problem>,
}

/// A panel or page whose text has to fit.
#[derive(Debug, Clone, PartialEq)]
pub struct FixedPlace {
    /// Its name, such as `inside-left`.
    pub name: String,
    /// The section in which the room ends.
    pub section: String,
    /// How much too much there is, mm; below zero, how much room is left.
    pub over: f64,
    /// The same in lines of text.
    pub lines: u32,
}

/// A table to write in, for which there is too little width.
#[derive(Debug, Clone, PartialEq)]
pub struct TooNarrow {
    /// The block it is: `diary`.
    pub block: String,
    /// How many columns it has.
    pub columns: u32,
    /// How wide it has to be, mm.
    pub needs: f64,
    /// How much width there is, mm.
    pub room: f64,
    /// The page it stands on, counted from 0.
    pub page: usize,
}

/// Sets one publication, for nobody or for one person after the other.
pub struct Typesetter {
    world: World,
}

impl Typesetter {
    /// A typesetter for this publication.
    ///
    /// # Errors
    /// Where a character in it is in no typeface, naming the character and the text.
    pub fn new(
        publication: &Publication,
        pictures: Vec<PictureFile>,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Failure> {
        Self::with(
            publication.kind.id(),
            publication,
            pictures,
            fonts,
            assets,
            date,
        )
    }

    /// A typesetter for what is personal in a letter, without all the rest of it.
    ///
    /// # Errors
    /// As [`Typesetter::new`].
    pub fn of_fragments(
        letter: &Publication,
        pictures: Vec<PictureFile>,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Failure> {
        Self::with("letter-fragments", letter, pictures, fonts, assets, date)
    }

    fn with(
        template: &str,
        publication: &Publication,
        pictures: Vec<PictureFile>,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Failure> {
        let data = to_json(publication)?;
        refuse(characters::unprintable(publication, &data, fonts))?;
        let mut files = pictures;
        files.push(file("data/publication.json", &data)?);
        files.push(file("data/faces.json", &fonts.families())?);
        let main = format!("templates/{template}.typ");
        let world = World::new(&main, files, Vec::new(), fonts, assets, date)?;
        Ok(Self { world })
    }

    /// A typesetter for a publication in several languages, in the order in which they are
    /// read: each of them is made by the template of its kind, and all come together as
    /// `how` says.
    ///
    /// # Errors
    /// As [`Typesetter::new`].
    pub fn together(
        publications: Vec<PartOf>,
        how: &Together,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Failure> {
        let (mut parts, mut wrong) = (Vec::new(), Vec::new());
        for PartOf {
            publication,
            pictures,
        } in publications
        {
            let data = to_json(publication)?;
            wrong.extend(characters::unprintable(publication, &data, fonts));
            let mut files = pictures;
            files.push(file("data/publication.json", &data)?);
            files.push(file("data/faces.json", &fonts.families())?);
            parts.push(Part {
                template: parts::template_of(publication.kind),
                data: files,
            });
        }
        refuse(wrong)?;
        let data = vec![file("data/together.json", &how.data(parts.len()))?];
        let world = World::new(
            parts::template_together(how.kind),
            data,
            parts,
            fonts,
            assets,
            date,
        )?;
        Ok(Self { world })
    }

    /// A typesetter for a template that stands alone and reads no publication, but these
    /// files, each by the path it loads it from.
    ///
    /// # Errors
    /// Where the template's name is no plain path.
    pub fn alone(
        template: &str,
        files: Vec<PictureFile>,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Failure> {
        let main = format!("templates/{template}.typ");
        let mut files = files;
        files.push(file("data/faces.json", &fonts.families())?);
        let world = World::new(&main, files, Vec::new(), fonts, assets, date)?;
        Ok(Self { world })
    }

    /// Sets it.
    ///
    /// # Errors
    /// What Typst says, with its place in the template; a character that a damaged font
    /// has no shape for.
    pub fn set(&mut self, sources: &Sources) -> Result<Pages, Failure> {
        threads::ready()?;
        let result = typst::compile::<PagedDocument>(&self.world);
        // Also after a failure, or the memo of a failed letter stays for ever.
        comemo::evict(MEMO_AGE);
        let mut warnings = diagnostics::problems(&self.world, sources, &result.warnings);
        let fatal = diagnostics::take_fatal(&mut warnings);
        match result.output {
            Ok(document) if fatal.is_empty() => {
                drawn::check(&document)?;
                Ok(Pages {
                    places: fixed_places(&document),
                    parts: parts::of_pages(&document),
                    whole: None,
                    narrow: too_narrow(&document),
                    document: text_layer::typed(document)?,
                    warnings,
                })
            }
            Ok(_) => Err(fatal.into()),
            Err(errors) => Err(self
                .world
                .take_failure()
                .unwrap_or_else(|| diagnostics::problems(&self.world, sources, &errors).into())),
        }
    }

    /// Sets it for several people at once. Nothing where anything is wrong with it: it does
    /// not say with whose.
    pub fn set_for_all(&mut self, people: &[&Person], sources: &Sources) -> Option<Pages> {
        let json = serde_json::to_vec(people).ok()?;
        self.world.set_person(json);
        let pages = self.set(sources).ok()?;
        let fits = pages.places.iter().all(|place| place.over <= 0.0) && pages.narrow.is_empty();
        (pages.warnings.is_empty() && fits).then_some(pages)
    }

    /// Sets it for one person.
    ///
    /// # Errors
    /// What Typst says, with its place in the template and without anything of the person.
    pub fn set_for(&mut self, person: &Person, sources: &Sources) -> Result<Pages, Failure> {
        let data = to_json(person)?;
        let (_, json) = file(world::PERSON, &data)?;
        self.world.set_person(json);
        let texts = discreet::Texts::of(&data);
        let mut pages = self.set(sources);
        if let Ok(pages) = &mut pages {
            let warnings = std::mem::take(&mut pages.warnings).into_iter();
            pages.warnings = warnings.map(|it| texts.left_out_of(it)).collect();
        }
        pages.map_err(|failure| failure.map(|problem| texts.left_out_of(problem)))
    }
}

/// What templates say of the places that cannot grow: metadata labelled `fixed-page`.
fn fixed_places(document: &PagedDocument) -> Vec<FixedPlace> {
    let places = said_under(document, "fixed-page").filter_map(|(said, _)| {
        Some(FixedPlace {
            name: cast(&said, "name")?,
            section: cast(&said, "section").unwrap_or_default(),
            over: cast(&said, "over")?,
            lines: u32::try_from(cast::<i64>(&said, "lines")?).unwrap_or_default(),
        })
    });
    places.collect()
}

/// What templates say of tables without the width they need: metadata labelled `too-narrow`.
fn too_narrow(document: &PagedDocument) -> Vec<TooNarrow> {
    let narrow = said_under(document, "too-narrow").filter_map(|(said, page)| {
        Some(TooNarrow {
            block: cast(&said, "name")?,
            columns: u32::try_from(cast::<i64>(&said, "columns")?).unwrap_or_default(),
            needs: cast(&said, "needs")?,
            room: cast(&said, "room")?,
            page,
        })
    });
    narrow.collect()
}

/// What templates say under a label, each with its page, counted from 0.
fn said_under(document: &PagedDocument, label: &str) -> impl Iterator<Item = (Dict, usize)> {
    let introspector = document.introspector();
    let label = Label::new(typst::utils::PicoStr::intern(label)).into_iter();
    let found = label.flat_map(|label| introspector.query(&Selector::Label(label)));
    found.filter_map(|content| {
        let Value::Dict(said) = &content.to_packed::<MetadataElem>()?.value else {
            return None;
        };
        let page = introspector.position(content.location()?)?.page.get();
        Some((said.clone(), page - 1))
    })
}

fn cast<T: FromValue>(said: &Dict, key: &str) -> Option<T> {
    said.get(key).ok()?.clone().cast().ok()
}

/// What to say of each field of a person that holds characters no typeface has:
/// the field and code points, never the text. Nothing where all can be printed.
pub fn unprintable_in_person(person: &Person, fonts: &Fonts) -> Vec<(String, String)> {
    match to_json(person) {
        Ok(data) => characters::unprintable_in_person(&data, fonts),
        Err(problem) => vec![(String::new(), problem.message)],
    }
}

/// Data for a template, in a file of its own.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn file(path: &str, data: &impl serde::Serialize) -> Result<PictureFile, Problem> {
    Ok((path.to_owned(), to_json(data)?.to_string().into_bytes()))
}

/// The data of a template.
fn to_json(data: &impl serde::Serialize) -> Result<serde_json::Value, Problem> {
    serde_json::to_value(data)
        .map_err(|error| Problem::error(format!("this cannot be handed to a template: {error}")))
}
