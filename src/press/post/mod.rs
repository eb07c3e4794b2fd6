//! Whether a finished letter is one that a posting service takes. The file itself is
//! looked at, as the service will look at it: no template can be wrong about it.

mod ink_outside;

use std::collections::BTreeSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, Name, Object};

use crate::diagnostics::{Failure, Help, Problem, Way, plural};
use crate::inspect::picture;
use crate::read::{Acceptance, Post, sheet_sizes};
use ink_outside::{DOTS, InkOutside};

/// How many places with ink are said one by one.
const SAID: usize = 5;

/// Everything because of which a posting service would not take this PDF: its size,
/// its pages, its typefaces, and ink where none may be. Nothing where letters are
/// put into envelopes by hand.
///
/// # Errors
/// Where the PDF cannot be opened.
pub fn post_faults(pdf: &[u8], post: Post) -> Result<Vec<Problem>, Failure> {
    let Some(takes) = post.acceptance() else {
        return Ok(Vec::new());
    };
    let file = picture::open(pdf)?;
    let mut faults: Vec<Problem> = [
        too_many_bytes(pdf.len(), &takes),
        too_many_pages(file.pages().len(), &takes),
        missing_typefaces(&not_embedded(&file), &takes),
    ]
    .into_iter()
    .flatten()
    .collect();
    // Zones mean nothing on another paper.
    match wrong_size(&file, &takes) {
        Some(problem) => faults.push(problem),
        None => faults.extend(ink_outside(&file, &takes)),
    }
    Ok(faults)
}

fn too_many_bytes(bytes: usize, takes: &Acceptance) -> Option<Problem> {
    let megabytes = |bytes: usize| bytes as f64 / (1024.0 * 1024.0);
    (bytes > takes.most_bytes).then(|| {
        Problem::error(format!(
            "this letter is a file of {:.1} MB, and {} takes {:.0} MB at most",
            megabytes(bytes),
            takes.name,
            megabytes(takes.most_bytes)
        ))
        .help("use a smaller logo and smaller pictures: most of a large file is pictures")
    })
}

fn too_many_pages(pages: usize, takes: &Acceptance) -> Option<Problem> {
    (pages > takes.most_pages).then(|| {
        Problem::error(format!(
            "this letter has {}, and {} takes {} at most",
            plural(pages, "page"),
            takes.name,
            takes.most_pages
        ))
        .help(Help::from("say less in it, or post it yourself").by(Way::PostInDl))
    })
}

/// The first page of another size: the others will be the same.
fn wrong_size(file: &Pdf, takes: &Acceptance) -> Option<Problem> {
    let (widths, heights) = sheet_sizes();
    let mut pages = (1..).zip(file.pages().iter());
    pages.find_map(|(number, page)| {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width * picture::MM), f64::from(height * picture::MM));
        (!widths.contains(&width) || !heights.contains(&height)).then(|| {
            Problem::error(format!(
                "page {number} is {width:.0} by {height:.0} mm, and {} takes upright A4, 210 by 297 mm",
                takes.name
            ))
            .help("set `paper: \"a4\"` in the service's own `templates/letter.typ`")
        })
    })
}

/// A typeface that is only named comes out as another one.
fn missing_typefaces(missing: &BTreeSet<String>, takes: &Acceptance) -> Option<Problem> {
    let names: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
    (!names.is_empty()).then(|| {
        Problem::error(format!(
            "the file does not hold the typeface {}, and {} takes no such file",
            names.join(", "),
            takes.name
        ))
        .help("put the typeface into `fonts/` in the service's folder")
    })
}

/// The typefaces that are not in the file.
fn not_embedded(file: &Pdf) -> BTreeSet<String> {
    let fonts = file.objects().into_iter().filter_map(Object::into_dict);
    fonts.filter_map(|font| named_only(&font)).collect()
}

/// The name of a typeface that is not in the file (PDF 1.7, 9.9). A composite one only
/// names another, and one of type 3 is made of drawings.
fn named_only(font: &Dict) -> Option<String> {
    let name = |key: &str| Some(font.get::<Name>(key)?.as_str().to_owned());
    if name("Type")? != "Font" || ["Type0", "Type3"].contains(&name("Subtype")?.as_str()) {
        return None;
    }
    let descriptor = font.get::<Dict>("FontDescriptor");
    let files = ["FontFile", "FontFile2", "FontFile3"];
    let holds = |descriptor: Dict| files.iter().any(|file| descriptor.contains_key(file));
    if descriptor.is_some_and(holds) {
        None
    } else {
        name("BaseFont")
    }
}

fn ink_outside(file: &Pdf, takes: &Acceptance) -> Vec<Problem> {
    let pages = (1..).zip(picture::drawn(file, DOTS));
    let found = pages.flat_map(|(page, picture)| {
        let zones = if page == 1 { takes.first } else { takes.later };
        let outside = ink_outside::find(&picture, zones).into_iter();
        outside.map(move |ink| (page, ink))
    });
    let found: Vec<(usize, InkOutside)> = found.collect();
    let said = found.iter().take(SAID);
    let mut problems: Vec<Problem> = said.map(|(page, ink)| outside(*page, ink, takes)).collect();
    if let more @ 1.. = found.len().saturating_sub(SAID) {
        problems.push(Problem::error(format!(
            "there is ink in {} more where none may be",
            plural(more, "place")
        )));
    }
    problems
}

fn outside(page: usize, ink: &InkOutside, takes: &Acceptance) -> Problem {
    let (name, ink, zone) = (ink.zone.name, &ink.area, &ink.zone.area);
    Problem::error(format!(
        "page {page} has ink where {} allows none: {:.1} to {:.1} mm from the left, \
         {:.1} to {:.1} mm from the top",
        takes.name, ink.left, ink.right, ink.top, ink.bottom
    ))
    .help(format!(
        "the nearest place for it is the {name} zone: {} to {} mm from the left, {} to {} mm from the top",
        zone.left, zone.right, zone.top, zone.bottom
    ))
    .help("move it there in the service's own `templates/`, or shorten it; `letters … --overlay` draws the zones on a letter")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::Date;

    use super::*;
    use crate::assets::Assets;
    use crate::diagnostics::Sources;
    use crate::press::screen;
    use crate::typeset::{Fonts, Typesetter};

    /// A page with our typefaces on it.
    fn page() -> Vec<u8> {
        let (assets, date) = (Assets::example(), Date::constant(2026, 11, 22));
        let fonts = Arc::new(Fonts::load(&assets).expect("typefaces"));
        let typesetter = Typesetter::alone("desk-test", Vec::new(), &fonts, &assets, date);
        let pages = typesetter.expect("a template").set(&Sources::default());
        screen(&pages.expect("pages").document, "a page", date).expect("a PDF")
    }

    /// The typefaces that a PDF only names, without the letters that say which part of
    /// each it would hold: they change with the text.
    fn missing(pdf: &[u8]) -> BTreeSet<String> {
        let names = not_embedded(&picture::open(pdf).expect("a PDF")).into_iter();
        names
            .map(|name| name.rsplit('+').next().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn typefaces_that_are_not_in_the_file_are_named() {
        let pdf = page();
        assert_eq!(missing(&pdf), BTreeSet::new());
        // The same length, so that everything else stays where it was.
        let (from, to) = (b"/FontFile2".as_slice(), b"/FontFilX2");
        let mut without = pdf.clone();
        let places: Vec<usize> = (0..pdf.len() - from.len())
            .filter(|start| &pdf[*start..start + from.len()] == from)
            .collect();
        assert!(!places.is_empty());
        for start in places {
            without[start..start + to.len()].copy_from_slice(to);
        }
        let missing = missing(&without);
        let faces = ["Bold", "Regular"].map(|face| format!("AtkinsonHyperlegibleNext-{face}"));
        assert_eq!(missing, BTreeSet::from(faces));
        let takes = Post::Notify.acceptance().expect("a posting service");
        let said = missing_typefaces(&missing, &takes).expect("two are not there");
        assert_eq!(
            said.message,
            "the file does not hold the typeface `AtkinsonHyperlegibleNext-Bold`, \
             `AtkinsonHyperlegibleNext-Regular`, and GOV.UK Notify takes no such file"
        );
    }

    #[test]
    fn a_file_that_is_too_large_is_said_with_its_size() {
        let takes = Post::Notify.acceptance().expect("a posting service");
        assert_eq!(too_many_bytes(takes.most_bytes, &takes), None);
        let said = too_many_bytes(3 * 1024 * 1024, &takes).expect("too large");
        assert_eq!(
            said.message,
            "this letter is a file of 3.0 MB, and GOV.UK Notify takes 2 MB at most"
        );
    }

    #[test]
    fn what_is_put_into_envelopes_by_hand_is_not_looked_at() {
        for post in [Post::Dl, Post::C5, Post::None] {
            let faults = post_faults(b"no PDF at all", post).expect("nothing to open");
            assert_eq!(faults, []);
        }
        assert!(post_faults(b"no PDF at all", Post::Notify).is_err());
    }
}
