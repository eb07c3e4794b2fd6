//! Small services with one guide, which break a rule or come close.

use std::fs;
use std::path::Path;

use codespan_reporting::term::termcolor::NoColor;
use jiff::civil::Date;
use tempfile::TempDir;

use super::told::{SOURCES, Told};
use crate::assets::Assets;
use crate::check::{Choice, Subject};
use crate::diagnostics::{Failure, Problem, Sources, draw};
use crate::read::Edition;

/// A small service with one guide.
#[derive(Clone)]
pub struct Story {
    files: Vec<(String, String)>,
    pictures: Vec<(String, u32, u32)>,
    edition: Edition,
}

const SERVICE: &str = "service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
tone: wellbeing
languages: [en-GB]
prints: [story]
contacts:
  desk: {name: Front desk, phone: 01632 960111, hours: \"Monday to Friday, 9am to 4pm\", checked: 2026-11-02}
places:
  clinic: {name: Pier House, address: [3 Pier Road, Harbour, LD91 4AB]}
letters: {post: dl, reply-to: clinic, signed-by: {name: Sam Field, role: Service lead}}
contacts-valid-for: 6 months
";
const HEAD: &str = "title: A short story
summary: What it is for
draft: false
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
sources: []
sections:
";

/// The day every story happens on.
pub const TODAY: Date = Date::constant(2026, 11, 22);

const GUIDE: &str = "content/guides/story/en-GB.yaml";
const LABELS: &str = "content/labels/en-GB.yaml";

impl Story {
    /// A leaflet of one or two sides with these sections: items of a YAML list.
    pub fn leaflet(sections: &str) -> Self {
        Self::of("leaflet", "a4", sections)
    }

    /// A leaflet that says this, a paragraph or item a line.
    pub fn saying(text: &str) -> Self {
        let text = text.replace('\n', "\n          ");
        Self::with_text(&format!("|\n          {text}"))
    }

    /// A leaflet with one text, as YAML writes it.
    pub fn with_text(yaml: &str) -> Self {
        Self::leaflet(&format!(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: {yaml}\n"
        ))
    }

    /// A letter with one text, as YAML writes it.
    pub fn letter_with_text(yaml: &str) -> Self {
        Self::letter(&format!(
            "  - id: opening\n    blocks:\n      - text: {yaml}\n"
        ))
    }

    /// A booklet with these sections.
    pub fn booklet(sections: &str) -> Self {
        Self::of("booklet", "a5-booklet", sections)
    }

    /// A letter with these sections.
    pub fn letter(sections: &str) -> Self {
        Self::of("letter", "a4-letter", sections)
    }

    /// A sheet of this format with these sections.
    pub fn sheet(format: &str, sections: &str) -> Self {
        Self::of("sheet", format, sections)
    }

    fn of(kind: &str, format: &str, sections: &str) -> Self {
        let guide = format!("guide: story\nkind: {kind}\nformat: {format}\n{HEAD}{sections}");
        Self {
            files: vec![
                ("service.yaml".into(), SERVICE.into()),
                (GUIDE.into(), guide),
            ],
            pictures: Vec::new(),
            edition: Edition::Standard,
        }
    }

    /// A leaflet of one page of 99 by 210 mm with margins of 10 mm, on which a template of its
    /// own draws this, with Typst, below the words of its only section.
    pub fn drawing(drawing: &str) -> Self {
        let template = format!(
            "#import \"/templates/faces.typ\": faces
#let story = json(\"/data/publication.json\")
#set document(title: story.title)
#set text(font: faces, size: 12pt)
#set page(width: 99mm, height: 210mm, margin: 10mm)
#let shape = rect(width: 20mm, height: 10mm, fill: red)
= A short story
We listen to you.

{drawing}
"
        );
        let story = Self::with_text("We listen to you.");
        let story = story.guide("format: a4\n", "format: dl-card\n");
        story.file("templates/leaflet.typ", &template)
    }

    /// The guide says this instead of that.
    pub fn guide(self, from: &str, to: &str) -> Self {
        self.change(GUIDE, from, to)
    }

    /// The settings say this instead of that.
    pub fn settings(self, from: &str, to: &str) -> Self {
        self.change("service.yaml", from, to)
    }

    /// The guide is said to be in this language, whatever its words are in.
    pub fn in_language(mut self, tag: &str) -> Self {
        for (name, _) in &mut self.files {
            if name == GUIDE {
                *name = guide_in(tag);
            }
        }
        let labels = format!("content/labels/{tag}.yaml");
        let story = self.settings("languages: [en-GB]", &format!("languages: [{tag}]"));
        match Assets::example().file(&labels) {
            Ok(Some(_)) => story,
            _ => story.file(&labels, &built_in(LABELS)),
        }
    }

    /// The guide is written in this language as well, and says this instead of that.
    pub fn translated(self, language: &str, changes: &[(&str, &str)]) -> Self {
        let mut files = self.files.iter();
        let (_, guide) = files.find(|(name, _)| name == GUIDE).expect("a guide");
        let guide = changes.iter().fold(guide.clone(), |guide, (from, to)| {
            assert_eq!(guide.matches(from).count(), 1, "`{from}` once in the guide");
            guide.replace(from, to)
        });
        self.file(&guide_in(language), &guide)
    }

    /// One of the built-in templates, with this in it instead of that.
    pub fn template(self, path: &str, from: &str, to: &str) -> Self {
        let is_there = self.files.iter().any(|(name, _)| name == path);
        let story = if is_there {
            self
        } else {
            self.file(path, &built_in(path))
        };
        story.change(path, from, to)
    }

    /// The box with help in a crisis is drawn by a template that lets it part over two pages.
    pub fn crisis_box_that_parts(self) -> Self {
        let path = "templates/blocks/help.typ";
        let lines = "  let box = block(\n    width: 100%,\n    breakable: false,\n";
        // A box about something urgent ends with the same line.
        let after = "\n})\n\n/// The same in running text, out of a fold.\n#let crisis-block";
        let kept = format!("[#block(width: 100%, breakable: false, drawn) <weighty>]{after}");
        self.template(path, lines, &lines.replace("    breakable: false,\n", ""))
            .template(path, &kept, &format!("box{after}"))
    }

    /// A label that says something else. It stands on the first line of its file, however
    /// many labels there are.
    pub fn label(self, label: &str, says: &str) -> Self {
        let text = built_in(LABELS);
        let beginning = format!("{label}:");
        let (replaced, others): (Vec<&str>, Vec<&str>) =
            text.lines().partition(|line| line.starts_with(&beginning));
        assert_eq!(replaced.len(), 1, "`{label}` once in {LABELS}");
        self.file(
            LABELS,
            &format!("{label}: {says:?}\n{}\n", others.join("\n")),
        )
    }

    /// A picture of so many pixels, dark with a light corner.
    pub fn picture(mut self, path: &str, width: u32, height: u32) -> Self {
        self.pictures.push((path.into(), width, height));
        self
    }

    /// In large print.
    pub fn large_print(mut self) -> Self {
        self.edition = Edition::LargePrint;
        self
    }

    /// One more file in the service's folder.
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.push((path.into(), text.into()));
        self
    }

    fn change(mut self, path: &str, from: &str, to: &str) -> Self {
        for (name, text) in &mut self.files {
            if name == path {
                assert_eq!(text.matches(from).count(), 1, "`{from}` once in {path}");
                *text = text.replace(from, to);
            }
        }
        self
    }

    /// What the rules of this code or family say of it, as `check --select CODE` shows it on
    /// the terminal.
    pub fn says(&self, code: &str) -> String {
        let folder = self.folder();
        let found = self.read(folder.path()).and_then(|told| told.found(code));
        let problems = found.unwrap_or_else(|failure| failure.problems());
        shown(&problems, &SOURCES, folder.path())
    }

    /// What somebody sees who looks at its words, and the texts it was read from.
    pub fn looked_at<T>(&self, look: impl FnOnce(&Subject) -> T) -> (T, Sources) {
        let folder = self.folder();
        let told = self.read(folder.path()).expect("a publication");
        (look(&told.subject()), SOURCES.clone())
    }

    fn read(&self, folder: &Path) -> Result<Told, Failure> {
        Told::read(Assets::of(folder)?, "story", self.edition)
    }

    /// The service's folder.
    pub fn folder(&self) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in &self.files {
            let path = folder.path().join(path);
            let above = path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(above).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        for (path, width, height) in &self.pictures {
            let mut picture = image::RgbImage::new(*width, *height);
            picture.put_pixel(0, 0, image::Rgb([200, 200, 200]));
            picture.save(folder.path().join(path)).expect("a picture");
        }
        folder
    }
}

/// The rules of this code or family.
pub fn only(code: &str) -> Choice {
    Choice {
        select: vec![code.to_owned()],
        ignore: Vec::new(),
        report: false,
    }
}

/// Problems as a terminal without colours shows them to somebody who stands in this folder.
pub fn shown(problems: &[Problem], sources: &Sources, folder: &Path) -> String {
    let above = format!("{}/", folder.display());
    let said = drawn(problems, sources).replace(&above, "");
    said.trim_end().to_owned()
}

/// Problems as a terminal without colours shows them.
pub fn drawn(problems: &[Problem], sources: &Sources) -> String {
    let mut output = NoColor::new(Vec::new());
    for problem in problems {
        draw(&mut output, sources, problem).expect("it is written to memory");
    }
    String::from_utf8(output.into_inner()).expect("UTF-8")
}

/// A file that is built into the program.
fn built_in(path: &str) -> String {
    let file = Assets::example().file(path).expect("a folder");
    String::from_utf8(file.expect("a file").bytes).expect("UTF-8")
}

fn guide_in(language: &str) -> String {
    format!("content/guides/story/{language}.yaml")
}
