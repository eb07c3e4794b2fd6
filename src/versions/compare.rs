//! Two versions side by side: how long each is, what a reader sees differ, and its pages.

use serde::Serialize;
use typst_layout::PagedDocument;

use super::difference::{SectionDifference, What, differences};
use super::measure::Measured;
use super::report::said_day;
use crate::diagnostics::{Error, Failure, with_commas};
use crate::press;
use crate::publish::{Prepared, PublishedFile, Workspace, picture_of};
use crate::read::Edition;
use crate::typeset::{self, PictureFile, Typesetter};

/// How tall the picture of a page is, in dots: 150 to an inch of the paper.
const TALL: f64 = 640.0;

/// Two versions side by side.
#[derive(Debug)]
pub struct Comparison {
    /// The guide.
    pub guide: String,
    /// What each is.
    pub sides: [Side; 2],
    /// Every part of both.
    pub parts: Vec<SectionDifference>,
    /// The same as a PDF, with all pages beside each other.
    pub file: PublishedFile,
}

/// One of two versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Why it is tested; nothing of the guide itself.
    pub reason: Option<String>,
    /// How long it is.
    pub measured: Measured,
    /// Its format, edition and tone, by the words for them.
    pub made: [String; 3],
}

/// What the template reads.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Data<'a> {
    title: String,
    service: &'a str,
    date: String,
    names: [&'a str; 2],
    reasons: [Option<&'a str>; 2],
    measures: Vec<[String; 3]>,
    parts: Vec<Part<'a>>,
    pages: Vec<[Option<String>; 2]>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Part<'a> {
    name: &'a str,
    what: String,
    is_same: bool,
    texts: Option<[&'a [(String, bool)]; 2]>,
}

impl Workspace {
    /// Two versions of a guide side by side.
    ///
    /// # Errors
    /// Every mistake in one of them.
    pub fn compare(
        &self,
        guide: Option<&str>,
        names: [&str; 2],
        edition: Edition,
    ) -> Result<Comparison, Error> {
        let compared = self.compared(guide, names, edition);
        compared.map_err(|failure| self.error(failure))
    }

    fn compared(
        &self,
        guide: Option<&str>,
        names: [&str; 2],
        edition: Edition,
    ) -> Result<Comparison, Failure> {
        let guide = self.guide_tested(guide, &names)?;
        let one = self.side(&guide, names[0], edition)?;
        let other = self.side(&guide, names[1], edition)?;
        let is_together = one.1.is_together();
        let mut parts = Vec::new();
        for (first, second) in one.1.parts().zip(other.1.parts()) {
            let mut found = differences(&first.publication, &second.publication);
            if is_together {
                for part in &mut found {
                    part.name = format!("{} ({})", part.name, first.id.language());
                }
            }
            parts.append(&mut found);
        }
        let sides = [one.0, other.0];
        let pages = [(&one.1, &one.2), (&other.1, &other.2)];
        let pdf = self.drawn_side_by_side(&sides, &parts, pages)?;
        let [first, second] = names;
        Ok(Comparison {
            file: PublishedFile::plain(
                format!("{guide}.{first}-and-{second}.pdf"),
                pdf,
                "both side by side, part by part and page by page",
            ),
            guide,
            sides,
            parts,
        })
    }

    fn side(
        &self,
        guide: &str,
        name: &str,
        edition: Edition,
    ) -> Result<(Side, Prepared, PagedDocument), Failure> {
        let chosen = self.chosen(guide, name, edition)?;
        let prepared = self.prepare(&chosen.id)?;
        let pages = self.set(&prepared)?.document;
        let side = Side {
            name: chosen.name,
            reason: chosen.version.map(|version| version.reason.value),
            measured: self.measured(&prepared, &pages)?,
            made: [
                prepared.publication.format.id().to_owned(),
                prepared.id.edition.id().to_owned(),
                prepared.id.tone.clone(),
            ],
        };
        Ok((side, prepared, pages))
    }

    fn drawn_side_by_side(
        &self,
        sides: &[Side; 2],
        parts: &[SectionDifference],
        pages: [(&Prepared, &PagedDocument); 2],
    ) -> Result<Vec<u8>, Failure> {
        let mut files: Vec<PictureFile> = Vec::new();
        let mut pictures: [Vec<String>; 2] = Default::default();
        for (side, (_, document)) in pages.iter().enumerate() {
            for (page, number) in document.pages().iter().zip(1..) {
                let path = format!("data/pages/{side}-{number}.png");
                files.push((path.clone(), picture_of(page, TALL)?));
                pictures[side].push(format!("/{path}"));
            }
        }
        let most = pictures[0].len().max(pictures[1].len());
        let names = [&sides[0], &sides[1]].map(|side| side.name.as_str());
        let title = pages[0].0.publication.document_title.as_str();
        let data = Data {
            title: format!("{title}: {} and {}", names[0], names[1]),
            service: &self.service().service.name.value,
            date: said_day(self.date),
            names,
            reasons: [&sides[0], &sides[1]].map(|side| side.reason.as_deref()),
            measures: measures(sides),
            parts: parts.iter().map(|part| drawn(part, names)).collect(),
            pages: (0..most)
                .map(|page| [0, 1].map(|side: usize| pictures[side].get(page).cloned()))
                .collect(),
        };
        files.push(typeset::file("data/comparison.json", &data)?);
        let (fonts, assets) = (&self.context.fonts, &self.assets);
        let mut typesetter = Typesetter::alone("test-comparison", files, fonts, assets, self.date)?;
        let set = typesetter.set(&self.sources)?;
        let ident = format!("{} {} {} compared", pages[0].0.ident(), names[0], names[1]);
        press::screen(&set.document, &ident, self.date)
    }
}

impl SectionDifference {
    /// What became of it, in words. `names` are those of the two versions.
    pub fn said(&self, names: [&str; 2]) -> String {
        match self.what {
            What::Same => "the same".to_owned(),
            What::Moved => "the same, elsewhere".to_owned(),
            What::Changed => "other words".to_owned(),
            What::OnlyFirst => format!("only in {}", names[0]),
            What::OnlySecond => format!("only in {}", names[1]),
        }
    }
}

/// The rows of numbers that both have: what it is, and each.
pub(super) fn measures(sides: &[Side; 2]) -> Vec<[String; 3]> {
    let row = |what: &str, say: &dyn Fn(&Measured) -> String| {
        [
            what.to_owned(),
            say(&sides[0].measured),
            say(&sides[1].measured),
        ]
    };
    let made = ["Paper", "Edition", "Tone"].into_iter().enumerate();
    let made = made.map(|(at, what)| {
        let [one, other] = [0, 1].map(|side: usize| sides[side].made[at].clone());
        [what.to_owned(), one, other]
    });
    let age = |it: &Measured| it.reading_age.map_or("–".into(), |age| format!("{age:.0}"));
    let measured = [
        row("Pages", &|it| it.pages.to_string()),
        row("Words to read", &|it| with_commas(&it.words.to_string())),
        row("Reading age", &age),
        row("Minutes, read slowly", &|it| it.minutes.to_string()),
    ];
    // What is the same in both is said of neither.
    let made = made.filter(|[_, one, other]| one != other);
    measured.into_iter().chain(made).collect()
}

impl Comparison {
    /// The rows of numbers that both have: what it is, and each.
    pub fn measures(&self) -> Vec<[String; 3]> {
        measures(&self.sides)
    }
}

fn drawn<'a>(part: &'a SectionDifference, names: [&str; 2]) -> Part<'a> {
    Part {
        name: &part.name,
        what: part.said(names),
        is_same: part.what == What::Same,
        // What only stands elsewhere is not read twice.
        texts: (part.what != What::Moved).then_some([&part.first, &part.second]),
    }
}
