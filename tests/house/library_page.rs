//! `docs/library.md`: a picture of every publication, so that a newcomer sees in ten seconds
//! what they get; and how long each is and how it reads.
//!
//! `UPDATE_DOCS=1 cargo test --test house library_page` makes it anew. Look at the pictures.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use image::imageops::FilterType;
use leafwright::{Audience, Choice, Exhibit, PublicationId, READERS};

use crate::whole_library::examples;

/// How tall a picture stands on the page, in dots.
const TALL: u32 = 240;

/// How many pictures stand beside each other.
const ACROSS: usize = 4;

/// The words in front of what is made, which stay.
const BEGINS: &str =
    "<!-- made of the guides: UPDATE_DOCS=1 cargo test --test house library_page -->\n";

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// A guide, as the first example shows it that prints it.
struct Shown {
    guide: String,
    example: &'static str,
    exhibit: Exhibit,
    words: usize,
    age: Option<f64>,
}

fn shown() -> Vec<Shown> {
    let mut all: BTreeMap<String, Shown> = BTreeMap::new();
    for (example, workspace) in examples() {
        for id in workspace.publications().expect("guides that exist") {
            if all.contains_key(&id.guide) {
                continue;
            }
            // The page is in English, as everything here is written in.
            let id = PublicationId {
                languages: vec!["en-GB".into()],
                ..id
            };
            let exhibit = workspace.exhibit(&id).expect("it prints");
            let choice = Choice {
                report: true,
                ..Choice::default()
            };
            let checked = workspace.check(&id, &choice).expect("it prints");
            let english = checked
                .reports
                .iter()
                .find(|it| it.title.ends_with("(en-GB)"));
            let total = &english.expect("each is in English").reading.total;
            let (words, age) = (total.words, total.reading_age());
            let guide = id.guide.clone();
            all.insert(
                guide.clone(),
                Shown {
                    guide,
                    example,
                    exhibit,
                    words,
                    age,
                },
            );
        }
    }
    all.into_values().collect()
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Everything that is for these readers: pictures, then numbers.
fn shelf(shown: &[&Shown]) -> String {
    let mut made = format!("{}{}", "|".repeat(ACROSS + 1), "\n");
    made.push_str(&format!("|{}\n", ":-:|".repeat(ACROSS)));
    for four in shown.chunks(ACROSS) {
        let cell = |it: &&Shown| {
            let (guide, title) = (&it.guide, &it.exhibit.title);
            format!(
                "![The first page of “{title}”](pictures/library/{guide}.png)<br>**{title}**<br>`{guide}`"
            )
        };
        made.push_str(&row(&four.iter().map(cell).collect::<Vec<_>>()));
    }
    made.push_str("\n| guide | what it is for | what it is | words | reading age | example |\n");
    made.push_str("|---|---|---|--:|--:|---|\n");
    for it in shown {
        let age = it
            .age
            .map_or_else(|| "–".to_owned(), |age| format!("{age:.0}"));
        let (summary, what) = (it.exhibit.summary.clone(), it.exhibit.what.clone());
        let guide = format!("`{}`", it.guide);
        made.push_str(&row(&[
            guide,
            summary,
            what,
            it.words.to_string(),
            age,
            it.example.to_owned(),
        ]));
    }
    made
}

fn page(shown: &[Shown]) -> String {
    let mut made = String::new();
    for (audience, heading) in READERS {
        let is_for = |it: &&Shown| it.exhibit.audience == audience;
        let here: Vec<&Shown> = shown.iter().filter(is_for).collect();
        made.push_str(&format!("\n## {heading}\n\n{}", shelf(&here)));
    }
    made
}

/// The picture as small as the page shows it.
fn small(exhibit: &Exhibit) -> Vec<u8> {
    let png = exhibit
        .picture
        .as_deref()
        .expect("nothing waits for answers");
    let drawn = image::load_from_memory(png).expect("a picture").to_rgb8();
    let wide = (drawn.width() * TALL).div_ceil(drawn.height());
    let small = image::imageops::resize(&drawn, wide, TALL, FilterType::CatmullRom);
    let mut bytes = std::io::Cursor::new(Vec::new());
    small
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

#[test]
fn the_page_shows_every_guide() {
    let path = docs().join("library.md");
    let written = fs::read_to_string(&path).expect("a page");
    let (before, _) = written.split_once(BEGINS).expect("its mark");
    let shown = shown();
    assert!(
        shown
            .iter()
            .any(|it| it.exhibit.audience == Audience::Carers)
    );
    let made = format!("{before}{BEGINS}{}", page(&shown));
    let folder = docs().join("pictures/library");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(&folder).expect("a folder");
        for it in &shown {
            fs::write(folder.join(format!("{}.png", it.guide)), small(&it.exhibit))
                .expect("written");
        }
        fs::write(&path, &made).expect("written");
    }
    assert!(
        written == made,
        "UPDATE_DOCS=1 cargo test --test house library_page"
    );
    for it in &shown {
        let picture = folder.join(format!("{}.png", it.guide));
        assert!(picture.exists(), "{}", picture.display());
    }
}
