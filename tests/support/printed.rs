//! Everything there is to print, printed once for every purpose, for all stories
//! that look at sheets.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use leafwright::Edition;
use leafwright::{PublishedFile, Target};

use super::library::Order;
use super::{Pdf, TONES};

/// One publication, with its files for the screen, the office and a print shop.
pub struct Printed {
    pub guide: &'static str,
    pub tone: &'static str,
    pub edition: Edition,
    /// The paper of its standard edition.
    pub paper: &'static Paper,
    files: Vec<PublishedFile>,
}

/// What becomes of a guide on paper, in the standard edition.
pub struct Paper {
    pub guide: &'static str,
    pub format: &'static str,
    /// Whether it is built into the program, or one of `tests/services/formats`.
    pub built_in: bool,
    /// Width and height of a sheet for the office, mm.
    pub desk: [f32; 2],
    /// Width and height of what a print shop cuts, mm.
    pub cut: [f32; 2],
    /// How often each page stands on an office sheet.
    pub times: usize,
}

const fn paper(
    guide: &'static str,
    format: &'static str,
    desk: [f32; 2],
    cut: [f32; 2],
    times: usize,
) -> Paper {
    Paper {
        guide,
        format,
        built_in: false,
        desk,
        cut,
        times,
    }
}

const A3: [f32; 2] = [297.0, 420.0];
const A4: [f32; 2] = [210.0, 297.0];
const A4_LYING: [f32; 2] = [297.0, 210.0];
const A5: [f32; 2] = [148.0, 210.0];

/// Every format but that of letters, and what its sheets measure, by the names of
/// paper and not by the program.
pub const PAPERS: [Paper; 12] = [
    Paper {
        built_in: true,
        ..paper("pain-and-mood", "a4-roll-fold", A4_LYING, A4_LYING, 1)
    },
    Paper {
        built_in: true,
        ..paper("your-options", "a5-booklet", A4_LYING, A5, 1)
    },
    paper("walk-z-fold", "a4-z-fold", A4_LYING, A4_LYING, 1),
    paper("walk-gate-fold", "a4-gate-fold", A4_LYING, A4_LYING, 1),
    paper("walk-fold", "a5-fold", A4_LYING, A4_LYING, 1),
    paper("walk-booklet", "a4-booklet", [420.0, 297.0], A4, 1),
    paper("walk-pages", "a5-pages", A5, A5, 1),
    paper("walk-page", "a4", A4, A4, 1),
    paper("walk-poster", "a3", A3, A3, 1),
    paper("walk-half", "a5", A4_LYING, A5, 2),
    paper("walk-pocket", "a6", A4, [105.0, 148.0], 4),
    paper("walk-card", "dl-card", A4_LYING, [99.0, 210.0], 3),
];

/// All of them. Setting them takes seconds, so it is done once.
pub static EVERYTHING: LazyLock<Vec<Printed>> = LazyLock::new(|| {
    let mut everything = Vec::new();
    for paper in &PAPERS {
        for edition in [Edition::Standard, Edition::LargePrint] {
            // The guides for tests say the same in every tone.
            let tones = if paper.built_in {
                &TONES[..]
            } else {
                &TONES[..1]
            };
            let printed = tones.iter().map(|tone| Printed::new(paper, tone, edition));
            everything.extend(printed);
        }
    }
    everything
});

/// The folder of a service with a guide in each format.
fn formats() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/services/formats")
}

impl Printed {
    fn new(paper: &'static Paper, tone: &'static str, edition: Edition) -> Self {
        let folder = formats();
        let order = Order {
            folder: (!paper.built_in).then_some(folder.as_path()),
            tone: Some(tone),
            edition,
            targets: &[Target::Screen, Target::Desk, Target::Press],
        };
        Self {
            guide: paper.guide,
            tone,
            edition,
            paper,
            files: order.files(paper.guide),
        }
    }

    pub fn is_large(&self) -> bool {
        self.edition == Edition::LargePrint
    }

    /// What to call it where something is wrong.
    pub fn name(&self) -> String {
        let edition = if self.is_large() {
            " in large print"
        } else {
            ""
        };
        format!("{}{edition}, {}", self.guide, self.tone)
    }

    /// What its file with this ending is called.
    pub fn file_name(&self, ending: &str) -> String {
        // The services here speak in the first of the tones by themselves.
        let tone = if self.tone == TONES[0] {
            String::new()
        } else {
            format!(".{}", self.tone)
        };
        let edition = if self.is_large() { ".large-print" } else { "" };
        format!("{}{tone}{edition}.{ending}", self.guide)
    }

    pub fn file(&self, ending: &str) -> &[u8] {
        let name = self.file_name(ending);
        let found = self.files.iter().find(|file| file.name == name);
        &found.unwrap_or_else(|| panic!("{name} was printed")).bytes
    }

    pub fn screen(&self) -> Pdf {
        Pdf::open(self.file("pdf"))
    }

    pub fn desk(&self) -> Pdf {
        Pdf::open(self.file("desk.pdf"))
    }

    pub fn press(&self) -> Pdf {
        Pdf::open(self.file("press.pdf"))
    }
}

/// Those of a guide in an edition, in every tone.
pub fn printed(guide: &str, edition: Edition) -> impl Iterator<Item = &'static Printed> {
    let all = EVERYTHING.iter();
    all.filter(move |printed| printed.guide == guide && printed.edition == edition)
}
