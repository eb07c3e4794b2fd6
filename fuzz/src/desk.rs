//! A service's folder with one file in it that anybody may have written.

use std::fs;
use std::path::Path;

use jiff::civil::Date;
use tempfile::TempDir;

use crate::assets::{Assets, example_files};
use crate::diagnostics::{Failure, Place, Problem, SourceKind, Sources, draw};
use crate::read::people::{self, Wanted, WantedLetter};
use crate::read::table::Table;
use crate::read::{Content, Edition, Guide, Reader, Service, Text};
use crate::tailor::{Locale, Materials, Picture, tailor, with_overrides};
use crate::words::assert_plain;

/// The guide that anybody may have written.
pub const GUIDE: &str = "fuzzed";

/// A guide of one text.
pub const GUIDE_AROUND_A_TEXT: &str = "\
guide: fuzzed
title: A leaflet
summary: What it says
kind: leaflet
format: a4
motif: overlap
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
sections:
  - id: text
    heading: A heading
    blocks:
      - text: TEXT
";

/// The day on which everything is printed.
const TODAY: Date = Date::constant(2026, 11, 22);

/// A service's folder.
pub struct Desk {
    _folder: TempDir,
    assets: Assets,
    sources: Sources,
}

impl Desk {
    /// The example service with this file in it.
    pub fn with_file(path: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, bytes) in example_files() {
            write(&folder.path().join(path), bytes);
        }
        write(&folder.path().join(path), bytes);
        Self {
            assets: Assets::of(folder.path()).expect("there is a service.yaml"),
            _folder: folder,
            sources: Sources::default(),
        }
    }

    /// Tailors a guide to the service, and looks at what is said.
    pub fn publication(&self, guide: &str) {
        if let Err(failure) = self.tailored(guide) {
            self.look_at(&failure.problems());
        }
    }

    fn tailored(&self, guide: &str) -> Result<(), Failure> {
        let mut reader = Reader::new(&self.assets, &self.sources);
        let service = reader.service(&[])?;
        let tones = reader.all_tones(&service.tone)?;
        let (crisis, local_services) = (reader.crisis()?, reader.local_services()?);
        for language in service.languages.iter().take(2) {
            let locale = Locale::new(language, reader.labels(language)?)?;
            let written = reader.guide(guide, language)?;
            let guide = with_overrides(&written, &reader.overrides(&written)?)?;
            let pictures = pictures(&guide);
            let tone = tones.iter().find(|tone| tone.tone.value == service.tone.value);
            let Some(tone) = tone else { continue };
            let (publication, said) = tailor(
                &guide,
                &Materials {
                    service: &service,
                    tone,
                    tones: &tones,
                    locale: &locale,
                    crisis: &crisis,
                    local_services: &local_services,
                    logo: None,
                    pictures: &pictures,
                    edition: Edition::Standard,
                    date: TODAY,
                },
            )?;
            self.look_at(&said);
            serde_json::to_value(&publication).expect("what templates can read");
        }
        Ok(())
    }

    /// Reads the list of local services, and looks at what is said.
    pub fn local_services(&self) {
        let mut reader = Reader::new(&self.assets, &self.sources);
        if let Err(failure) = reader.local_services() {
            self.look_at(&failure.problems());
        }
    }

    /// Looks at what is said, and at each place that is pointed to.
    fn look_at(&self, problems: &[Problem]) {
        assert_plain(problems);
        for problem in problems {
            let mut drawn = codespan_reporting::term::termcolor::NoColor::new(Vec::new());
            draw(&mut drawn, &self.sources, problem).expect("memory takes everything");
            self.sources.location(problem);
        }
    }
}

/// Pictures in the places that name one: what is in the file is another matter.
fn pictures(guide: &Guide) -> Vec<(Place, Picture)> {
    let blocks = guide.sections.iter().flat_map(|section| &section.blocks);
    let entries = blocks.filter_map(|block| match &block.value.content {
        Content::Picture(entry) => Some(entry),
        _ => None,
    });
    let picture = Picture {
        file: "/data/picture-1.png".to_owned(),
        alt: String::new(),
        width: 50.0,
        height: 18.0,
    };
    let placed = entries.map(|entry| (entry.file.place, picture.clone()));
    placed.collect()
}

/// Takes the people out of a table for the example's invitation, and looks at what is said.
pub fn people(table: Table) {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let service: Service = reader.service(&[]).expect("the example is sound");
    let words = reader.column_words().expect("the built-in words");
    let language = service.languages.first().expect("a language").value.clone();
    let invitation = invitation(&mut reader, &service.languages[0]);
    let letters = [WantedLetter {
        guide: "invitation".to_owned(),
        titles: Vec::new(),
        languages: vec![language.clone()],
        declared: invitation.declared(),
    }];
    let wanted = Wanted {
        file: "people.csv",
        letters: &letters,
        edition: Edition::Standard,
        language: &language,
        places: &service.places,
        settings: &service.letters,
        words: &words,
        name_by: None,
        rows: None,
    };
    match people::read(table, &wanted) {
        Ok(people) => {
            assert_plain(&people.notes);
            assert_plain(&crate::read::table::problems_of("people.csv", &people.faults));
        }
        Err(problems) => assert_plain(&problems),
    }
}

fn invitation(reader: &mut Reader, language: &Text) -> Guide {
    reader.guide("invitation", language).expect("the built-in letter")
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a written file");
}
