//! The report of a test: one page for people who know no statistics, and behind it what
//! readers wrote, word for word.

use serde::Serialize;

use super::answer_files::AnswerFiles;
use super::answers;
use super::counted::Counted;
use super::places::{PlaceCount, all_places};
use super::said::{between, people_needed};
use super::statistics::Share;
use crate::diagnostics::{Error, Failure, listed, with_commas};
use crate::press;
use crate::publish::{PublishedFile, Workspace};
use crate::read::{Edition, FULL};
use crate::typeset::{self, Typesetter, as_far_as_printable};

/// A report, ready to be written.
#[derive(Debug)]
pub struct TestReport {
    /// What was counted.
    pub counted: Counted,
    /// The report as a PDF.
    pub file: PublishedFile,
}

/// What the template of the report reads.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Page {
    title: String,
    guide: String,
    service: String,
    date: String,
    rounds: String,
    versions: Vec<Version>,
    places: Vec<[String; 5]>,
    /// What was counted at all of them, in a sentence.
    all_places: Option<String>,
    questions: Vec<Question>,
    /// What can be said of every question alike.
    sentence: Option<String>,
    /// Which copies are counted with the others.
    others: Option<String>,
    /// Whether it is known of anybody whether they came or booked.
    followed: bool,
    people: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Version {
    name: String,
    reason: Option<String>,
    personas: String,
    pages: String,
    words: String,
    age: String,
    printed: u32,
    offered: u32,
    declined: u32,
    returned: u32,
    came: String,
    booked: String,
    own_words: Vec<String>,
}

#[derive(Serialize)]
struct Question {
    says: &'static str,
    rows: Vec<Bar>,
    /// What can be said of this question alone.
    sentence: Option<String>,
}

/// How a question was answered for one version.
#[derive(Serialize)]
struct Bar {
    yes: u32,
    part: u32,
    no: u32,
    /// The share and its interval, from 0 to 1; none where nobody answered.
    share: Option<[f64; 3]>,
    /// The same in words.
    words: String,
}

impl Workspace {
    /// Counts what came back of a guide's versions, and reports it.
    ///
    /// # Errors
    /// Every row that cannot be believed, and where nothing was printed.
    pub fn test_report(
        &self,
        guide: Option<&str>,
        files: &AnswerFiles,
    ) -> Result<TestReport, Error> {
        let report = self.reported(guide, files);
        report.map_err(|failure| self.error(failure))
    }

    fn reported(&self, guide: Option<&str>, files: &AnswerFiles) -> Result<TestReport, Failure> {
        let guide = self.guide_tested(guide, &[])?;
        let list = self.print_list(&guide)?;
        if list.copies.is_empty() {
            return Err(super::list::nothing_printed(&guide).into());
        }
        let answers = answers::read(files, &list)?;
        let mut counted = Counted::of(&list, &answers);
        for version in &mut counted.versions {
            // A version that is no longer there was counted all the same.
            let Ok(chosen) = self.chosen(&guide, &version.version, Edition::Standard) else {
                continue;
            };
            if let Some(written) = &chosen.version {
                version.reason = Some(written.reason.value.clone());
                let personas = written.r#for.iter();
                version.personas = personas.map(|it| self.persona_name(&it.value)).collect();
            }
            let prepared = self.prepare(&chosen.id)?;
            if prepared.content.0 == version.content {
                let pages = self.set(&prepared)?;
                version.measured = Some(self.measured(&prepared, &pages.document)?);
            }
        }
        let pdf = self.page(&counted)?;
        Ok(TestReport {
            // What people wrote may tell who they are.
            file: PublishedFile::plain(
                format!("{guide}.report.pdf"),
                pdf,
                "what came back, on one page, and what people wrote",
            )
            .in_private(),
            counted,
        })
    }

    fn page(&self, counted: &Counted) -> Result<Vec<u8>, Failure> {
        let fonts = &self.context.fonts;
        let printable = |text: &str| as_far_as_printable(text, fonts);
        let rounds: Vec<String> = counted.rounds.iter().map(ToString::to_string).collect();
        let title = self.guide_title(&counted.guide)?;
        let page = Page {
            title: format!("What people said: {}", printable(&title)),
            guide: printable(&title),
            service: printable(&self.service().service.name.value),
            date: said_day(self.date),
            rounds: match rounds.as_slice() {
                [] => "Nothing has come back yet".to_owned(),
                [one] => format!("Round {one}"),
                several => format!("Rounds {}", listed(several, "and")),
            },
            followed: counted
                .versions
                .iter()
                .any(|it| it.came.all + it.booked.all > 0),
            versions: counted
                .versions
                .iter()
                .map(|it| Version {
                    name: it.name.clone(),
                    reason: it.reason.as_deref().map(printable),
                    personas: printable(&it.personas.join("; ")),
                    pages: it.measured.map_or("–".into(), |it| it.pages.to_string()),
                    words: it
                        .measured
                        .map_or("–".into(), |it| with_commas(&it.words.to_string())),
                    age: it
                        .measured
                        .and_then(|it| it.reading_age)
                        .map_or("–".into(), |age| format!("{age:.0}")),
                    printed: it.printed,
                    offered: it.offered,
                    declined: it.declined,
                    returned: it.returned,
                    came: of_all(it.came),
                    booked: of_all(it.booked),
                    own_words: it.own_words.iter().map(|it| printable(it)).collect(),
                })
                .collect(),
            places: counted
                .places
                .iter()
                .map(|it| place(it, &printable))
                .collect(),
            others: (counted.others > 0).then(|| {
                format!(
                    "{} of the slips belong to copies in large print or read aloud: they are \
                     counted with the others.",
                    counted.others
                )
            }),
            all_places: all_places(&counted.places),
            sentence: counted.sentence_for_all().map(str::to_owned),
            questions: counted
                .questions
                .iter()
                .map(|it| Question {
                    says: it.says,
                    rows: (0..counted.versions.len())
                        .map(|version| bar(it.answers[version], it.yes(version)))
                        .collect(),
                    sentence: match counted.sentence_for_all() {
                        Some(_) => None,
                        None => Some(it.sentence.clone()),
                    },
                })
                .collect(),
            people: people_needed(),
        };
        let files = vec![typeset::file("data/report.json", &page)?];
        let mut typesetter =
            Typesetter::alone("test-report", files, fonts, &self.assets, self.date)?;
        let pages = typesetter.set(&self.sources)?;
        let ident = format!("{} report {}", counted.guide, page.service);
        press::screen(&pages.document, &ident, self.date)
    }

    /// What the team calls a persona; its name in files, where it cannot be read.
    pub(super) fn persona_name(&self, id: &str) -> String {
        let mut reader = crate::read::Reader::new(&self.assets, &self.sources);
        let persona = reader.persona(id);
        persona.map_or_else(|_| id.to_owned(), |persona| persona.name.value)
    }

    /// The title of a guide as this service prints it.
    pub(super) fn guide_title(&self, guide: &str) -> Result<String, Failure> {
        let id = self.chosen(guide, FULL, Edition::Standard)?.id;
        Ok(self.prepare(&id)?.publication.document_title)
    }
}

/// "30 November 2026"
pub(super) fn said_day(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

fn of_all(share: Share) -> String {
    match share.all {
        0 => "–".to_owned(),
        all => format!("{} of {all}", share.of_them),
    }
}

fn place(it: &PlaceCount, printable: &impl Fn(&str) -> String) -> [String; 5] {
    let number = |count: Option<u32>| count.map_or("–".to_owned(), |count| count.to_string());
    [
        printable(&it.place),
        number(it.offered),
        number(it.declined),
        number(it.given),
        number(it.returned),
    ]
}

fn bar([yes, part, no]: [u32; 3], share: Share) -> Bar {
    let interval = share.interval();
    let drawn = share
        .value()
        .zip(interval)
        .map(|(value, it)| [value, it.low, it.high]);
    Bar {
        yes,
        part,
        no,
        share: drawn,
        words: interval.map_or("no answers".to_owned(), between),
    }
}
