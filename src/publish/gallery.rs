//! A picture of each publication, and a page that shows them: what there is to print, seen
//! in a few seconds.

use image::{ExtendedColorType, ImageEncoder as _, codecs::png::PngEncoder};
use maud::{Markup, html};
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::{Prepared, PublishedFile, Workspace};
use crate::diagnostics::{Failure, RuleId, plural};
use crate::html;
use crate::read::{Audience, ByTone};
use crate::tailor::{PublicationId, plain};

/// How tall a picture is, in dots: sharp on a page that shows it half as large.
const TALL: f64 = 560.0;

/// The page's name.
const PAGE: &str = "index.html";

/// A publication as a gallery shows it.
#[derive(Debug)]
pub struct Exhibit {
    /// What its picture is called, without an ending.
    pub stem: String,
    /// Its title.
    pub title: String,
    /// One line that says what it is for.
    pub summary: String,
    /// Who it is for.
    pub audience: Audience,
    /// What it is: `booklet, a5-booklet, 16 pages`.
    pub what: String,
    /// Its first page as a PNG picture; none where it waits for answers of the service.
    pub picture: Option<Vec<u8>>,
}

impl Workspace {
    /// A publication with a picture of its first page.
    ///
    /// # Errors
    /// Every mistake found on the way.
    pub fn exhibit(&self, id: &PublicationId) -> Result<Exhibit, Failure> {
        let (prepared, pages) = match self.first_look(id) {
            Err(failure) if failure.is_only(RuleId::UnansweredNeed) => return self.waiting(id),
            looked => looked?,
        };
        let publication = &prepared.publication;
        let (kind, format) = (publication.kind, publication.format);
        let pages_said = plural(pages.pages().len(), "page");
        Ok(Exhibit {
            stem: id.stem(self.own()),
            title: publication.document_title.clone(),
            summary: plain(&publication.summary),
            audience: prepared.guide.audience.value,
            what: format!("{}, {}, {pages_said}", kind.id(), format.id()),
            picture: Some(picture(&pages)?),
        })
    }

    /// A publication, and its pages as they are printed.
    fn first_look(&self, id: &PublicationId) -> Result<(Prepared, PagedDocument), Failure> {
        let prepared = self.prepare(id)?;
        let pages = self.set(&prepared)?;
        let pages = self.presentable(&prepared, pages)?;
        Ok((prepared, pages))
    }

    /// A publication that is not printed before the service has answered something.
    fn waiting(&self, id: &PublicationId) -> Result<Exhibit, Failure> {
        let guide = self.asking(&id.guide)?;
        let said = |text: &ByTone| {
            let tone = self.tone(id)?;
            let text = text.in_tone(tone).map(|text| text.value.clone());
            Ok::<_, Failure>(text.unwrap_or_default())
        };
        let (kind, format) = (guide.kind.value, guide.format.value);
        Ok(Exhibit {
            stem: id.stem(self.own()),
            title: said(&guide.title)?,
            summary: said(&guide.summary)?,
            audience: guide.audience.value,
            what: format!("{}, {}", kind.id(), format.id()),
            picture: None,
        })
    }
}

/// The first page as a PNG picture.
fn picture(pages: &PagedDocument) -> Result<Vec<u8>, Failure> {
    match pages.pages().first() {
        Some(page) => picture_of(page, TALL),
        None => Err(Failure::machine(
            "a picture cannot be drawn",
            "it has no pages",
        )),
    }
}

/// A page as a PNG picture, so many dots tall.
///
/// # Errors
/// Where it cannot be packed.
pub(crate) fn picture_of(page: &Page, tall: f64) -> Result<Vec<u8>, Failure> {
    let options = RenderOptions {
        pixel_per_pt: (tall / page.frame.height().to_pt()).into(),
        ..RenderOptions::default()
    };
    let drawn = typst_render::render(page, &options);
    // Pages are white below all ink: nothing shines through.
    let dots = drawn
        .pixels()
        .iter()
        .map(|dot| [dot.red(), dot.green(), dot.blue()]);
    let dots: Vec<u8> = dots.flatten().collect();
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(
            &dots,
            drawn.width(),
            drawn.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| {
            Failure::machine("a picture cannot be drawn", error.to_string().as_str())
        })?;
    Ok(png)
}

/// The files of a gallery: a page, and a picture for each publication that has one.
pub fn gallery(service: &str, exhibits: Vec<Exhibit>) -> Vec<PublishedFile> {
    let page = page(service, &exhibits);
    let pictures = exhibits.into_iter().filter_map(|exhibit| {
        let name = picture_name(&exhibit);
        Some(PublishedFile::plain(name, exhibit.picture?, &exhibit.title))
    });
    let mut files: Vec<PublishedFile> = pictures.collect();
    files.push(PublishedFile::plain(
        PAGE.into(),
        page.into_bytes(),
        "open it in a browser",
    ));
    files
}

fn picture_name(exhibit: &Exhibit) -> String {
    format!("{}.png", exhibit.stem)
}

/// Who publications are for, in the order in which they are shown.
pub const READERS: [(Audience, &str); 3] = [
    (Audience::Patients, "For patients"),
    (Audience::Carers, "For families and carers"),
    (Audience::Staff, "For staff"),
];

/// The page, from its first line to its last.
fn page(service: &str, exhibits: &[Exhibit]) -> String {
    let title = format!("What {service} prints");
    let body = html! {
        @for (audience, heading) in READERS {
            @let shown: Vec<_> = exhibits.iter().filter(|it| it.audience == audience).collect();
            @if !shown.is_empty() {
                h2 { (heading) }
                ul { @for exhibit in shown { (card(exhibit)) } }
            }
        }
    };
    html::page(&title, STYLE, &body)
}

fn card(exhibit: &Exhibit) -> Markup {
    let alt = format!("The first page of “{}”", exhibit.title);
    html! {
        li {
            @if exhibit.picture.is_some() {
                img src=(picture_name(exhibit)) alt=(alt) loading="lazy";
            } @else {
                p.waits { "Waits for answers: " code { "leafwright needs " (exhibit.stem) } }
            }
            h3 { (exhibit.title) }
            p { (exhibit.summary) }
            p.what { (exhibit.what) }
        }
    }
}

const STYLE: &str = "
body { font: 18px/1.45 sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
ul { list-style: none; padding: 0; display: grid; gap: 2rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
img { max-width: 100%; max-height: 280px; border: 1px solid #767676; box-shadow: 0 2px 6px #0003 }
h3 { margin: .5rem 0 0; font-size: 1.05rem }
p { margin: .2rem 0 }
.what, .waits { color: #4d4d4d; font-size: .9rem }
.waits { border: 1px dashed #767676; padding: 3rem 1rem }
";
