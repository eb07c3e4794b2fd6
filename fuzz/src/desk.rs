//! A service's folder with one file in it that anybody may have written.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use tempfile::TempDir;

use crate::assets::{Assets, example_files};
use crate::diagnostics::{Failure, Place, Problem, SourceKind, Sources, draw};
use crate::read::people::{self, ColumnWords, Wanted, WantedLetter};
use crate::read::table::{Table, problems_of};
use crate::read::{Content, Crisis, Edition, Guide, LocalServices, Reader, Service, Tone};
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

/// The folder of the example service. Each target writes one file in it, again and again.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in example_files("riverside") {
        write(&folder.path().join(path), bytes);
    }
    folder
});

/// A service's folder.
pub struct Desk {
    assets: Assets,
    sources: Sources,
}

impl Desk {
    /// The example service with this file in it.
    pub fn with_file(path: &str, bytes: &[u8]) -> Self {
        write(&FOLDER.path().join(path), bytes);
        Self {
            assets: Assets::of(FOLDER.path()).expect("there is a service.yaml"),
            sources: Sources::default(),
        }
    }

    /// Tailors a guide to the service, and looks at what is said.
    pub fn publication(&self, guide: &str) {
        if let Err(failure) = BESIDE.with(|beside| self.tailored(guide, beside)) {
            self.look_at(&failure.problems());
        }
    }

    fn tailored(&self, guide: &str, beside: &Beside) -> Result<(), Failure> {
        let mut reader = Reader::new(&self.assets, &self.sources);
        let service = reader.service(&[])?;
        let known = |tone: &&Tone| tone.tone.value == service.tone.value;
        let (Some(tone), Some(language)) =
            (beside.tones.iter().find(known), service.languages.first())
        else {
            return Ok(());
        };
        let written = reader.guide(guide, language)?;
        let guide = with_overrides(&written, &reader.overrides(&written)?)?;
        let materials = Materials {
            service: &service,
            tone,
            tones: &beside.tones,
            locale: &beside.locale,
            crisis: &beside.crisis,
            local_services: &beside.local_services,
            logo: None,
            pictures: &pictures(&guide),
            scenes: &[],
            edition: Edition::Standard,
            date: TODAY,
        };
        let (publication, said) = tailor(&guide, &materials)?;
        self.look_at(&said);
        serde_json::to_value(&publication).expect("what templates can read");
        Ok(())
    }

    /// Reads the list of local services, and looks at what is said.
    pub fn local_services(&self) {
        let mut reader = Reader::new(&self.assets, &self.sources);
        if let Err(failure) = reader.local_services() {
            self.look_at(&failure.problems());
        }
    }

    /// Looks at what is said, and at each place that is pointed to; not at those within
    /// what is built in, whose texts were read for another desk.
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

/// What stands beside a guide and a service: it is the same for all, and read once.
struct Beside {
    tones: Vec<Tone>,
    locale: Locale,
    crisis: Crisis,
    local_services: LocalServices,
}

fn beside() -> Beside {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let service: Service = reader.service(&[]).expect("the example is sound");
    let language = &service.languages[0];
    let labels = reader.labels(language).expect("the built-in labels");
    Beside {
        tones: reader.all_tones(&service.tone).expect("the built-in tones"),
        locale: Locale::new(language, labels).expect("a language"),
        crisis: reader.crisis().expect("the built-in crisis lines"),
        local_services: reader.local_services().expect("the example's list"),
    }
}

thread_local! {
    static BESIDE: Beside = beside();
}

/// What the example's invitation asks of a spreadsheet.
struct Asked {
    service: Service,
    words: ColumnWords,
    letters: [WantedLetter; 1],
}

static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let service: Service = reader.service(&[]).expect("the example is sound");
    let language = &service.languages[0];
    let invitation = reader.guide("invitation", language);
    let letter = WantedLetter {
        guide: "invitation".to_owned(),
        titles: Vec::new(),
        languages: vec![language.value.clone()],
        declared: invitation.expect("the built-in letter").declared(),
    };
    Asked {
        words: reader.column_words().expect("the built-in words"),
        letters: [letter],
        service,
    }
});

/// Takes the people out of a table for the example's invitation, and looks at what is said.
pub fn people(table: Table) {
    let asked = &*ASKED;
    let wanted = Wanted {
        file: "people.csv",
        letters: &asked.letters,
        edition: Edition::Standard,
        language: &asked.letters[0].languages[0],
        places: &asked.service.places,
        settings: &asked.service.letters,
        words: &asked.words,
        name_by: None,
        rows: None,
    };
    match people::read(table, &wanted) {
        Ok(people) => {
            assert_plain(&people.notes);
            assert_plain(&problems_of("people.csv", &people.faults));
        }
        Err(problems) => assert_plain(&problems),
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a written file");
}
