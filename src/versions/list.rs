//! What versions there are, how long each is, how many were printed, and how many slips came
//! back.

use jiff::civil::Date;

use super::begin::folder_of;
use super::measure::Measured;
use super::report::TestReport;
use crate::diagnostics::{Error, Failure, Help, Problem, Way, once};
use crate::output::{self, Privacy};
use crate::publish::Workspace;
use crate::read::{Edition, FULL, VERSIONS, table};

/// The file in the folder of a guide's versions with how many came back.
const RETURNED: &str = "returned.csv";

const COLUMNS: [&str; 6] = [
    "version", "content", "round", "offered", "returned", "counted",
];

/// A version, as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionRow {
    /// The guide.
    pub guide: String,
    /// Its name.
    pub version: String,
    /// Why it is tested, for whom and since when; nothing of the guide itself.
    pub begun: Option<Begun>,
    /// How long it is; none where it cannot be printed as it is.
    pub measured: Option<Measured>,
    /// How many copies of it were printed, as it is.
    pub printed: usize,
    /// How many were printed before it was changed.
    pub printed_before: usize,
    /// How many slips came back about it as it is; none where nothing was counted.
    pub returned: Option<u32>,
}

/// How a version came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// What it was begun from.
    pub from: String,
    /// Why.
    pub reason: String,
    /// The day.
    pub made: Date,
    /// For whom.
    pub personas: Vec<String>,
}

/// How many came back of a version in a round.
struct Returned {
    version: String,
    /// The code of what it said.
    content: String,
    round: u32,
    offered: u32,
    returned: u32,
    counted: String,
}

impl Workspace {
    /// Every version of every guide that has some, each guide itself before its versions; and
    /// what is wrong with those that cannot be printed as they are.
    ///
    /// # Errors
    /// Every version that cannot be read.
    pub fn versions(&self) -> Result<(Vec<VersionRow>, Vec<Problem>), Error> {
        self.listed().map_err(|failure| self.error(failure))
    }

    fn listed(&self) -> Result<(Vec<VersionRow>, Vec<Problem>), Failure> {
        let (mut rows, mut wrong) = (Vec::new(), Vec::new());
        for (guide, names) in self.versions_by_guide()? {
            let copies = self.print_list(&guide)?.copies;
            let returned = self.returned(&guide)?;
            for name in std::iter::once(FULL.to_owned()).chain(names) {
                let chosen = self.chosen(&guide, &name, Edition::Standard)?;
                let measured = self.prepare(&chosen.id).and_then(|prepared| {
                    let pages = self.set(&prepared)?;
                    let measured = self.measured(&prepared, &pages.document)?;
                    Ok((measured, prepared.content.0))
                });
                let measured = match measured {
                    Ok(measured) => Some(measured),
                    Err(failure) => {
                        wrong.extend(failure.into_input()?);
                        None
                    }
                };
                let content = measured.as_ref().map_or("", |(_, content)| content);
                let own = returned
                    .iter()
                    .filter(|it| it.version == name && it.content == content);
                let printed = copies.iter().filter(|copy| copy.version == name);
                let (now, before): (Vec<_>, Vec<_>) =
                    printed.partition(|copy| copy.content == content);
                rows.push(VersionRow {
                    guide: guide.clone(),
                    begun: chosen.version.map(|it| Begun {
                        from: it.from.value,
                        reason: it.reason.value,
                        made: it.made.value,
                        personas: it.r#for.into_iter().map(|it| it.value).collect(),
                    }),
                    printed: now.len(),
                    printed_before: before.len(),
                    returned: own.map(|it| it.returned).reduce(|one, more| one + more),
                    measured: measured.as_ref().map(|(measured, _)| *measured),
                    version: name,
                });
            }
        }
        Ok((rows, once(wrong)))
    }

    /// How many came back of each version in each round that was counted.
    fn returned(&self, guide: &str) -> Result<Vec<Returned>, Failure> {
        let Some(file) = self.assets.service_file(&path_of(guide))? else {
            return Ok(Vec::new());
        };
        let table = table::read(&file.name, &file.bytes)?;
        let rows = table.rows.iter().map(|row| {
            let read = returned_of(&row.cells).filter(|_| table.header == COLUMNS);
            read.ok_or_else(|| {
                let what = format!("{}:{}: this is no count of slips", file.name, row.number);
                Problem::error(what).help(
                    Help::from(Way::CountAnswers)
                        .then(" writes this list: delete the file, and count again"),
                )
            })
        });
        Ok(rows.collect::<Result<_, Problem>>()?)
    }

    /// How many slips came back of a version with this content, of how many people who were
    /// offered it, in a few words; nothing where nobody counted.
    pub(super) fn came_back(
        &self,
        guide: &str,
        version: &str,
        content: &str,
    ) -> Result<Option<String>, Failure> {
        let returned = self.returned(guide)?;
        let own = returned
            .iter()
            .filter(|it| it.version == version && it.content == content);
        let counts = own.map(|it| (it.returned, it.offered));
        let sum = counts.reduce(|one, more| (one.0 + more.0, one.1 + more.1));
        Ok(sum.map(|(returned, offered)| {
            format!("{returned} of {offered} people who were offered {version}")
        }))
    }
}

fn path_of(guide: &str) -> String {
    format!("{VERSIONS}/{guide}/{RETURNED}")
}

fn returned_of(cells: &[String]) -> Option<Returned> {
    let [version, content, round, offered, returned, counted] = cells else {
        return None;
    };
    Some(Returned {
        version: version.clone(),
        content: content.clone(),
        round: round.parse().ok()?,
        offered: offered.parse().ok()?,
        returned: returned.parse().ok()?,
        counted: counted.clone(),
    })
}

impl TestReport {
    /// Writes down how many came back, for the list of versions and for whoever adopts one.
    /// Rounds that were counted before are counted anew.
    ///
    /// # Errors
    /// Where the folder of the versions cannot be read or written.
    pub fn note_in(&self, workspace: &Workspace) -> Result<(), Failure> {
        let counted = &self.counted;
        let new = counted.versions.iter().flat_map(|version| {
            let rounds = version.by_round.iter();
            rounds.map(|(round, count)| Returned {
                version: version.version.clone(),
                content: version.content.clone(),
                round: *round,
                offered: count.offered,
                returned: count.returned,
                counted: workspace.date().to_string(),
            })
        });
        let new: Vec<Returned> = new.collect();
        if new.is_empty() {
            // Nothing has come back: what was counted before stays.
            return Ok(());
        }
        let mut all = workspace.returned(&counted.guide)?;
        all.retain(|it| new.iter().all(|new| new.round != it.round));
        all.extend(new);
        let path = folder_of(&workspace.assets, &counted.guide)?.join(RETURNED);
        output::write_whole(&path, &bytes(&all)?, Privacy::Public)
    }
}

fn bytes(all: &[Returned]) -> Result<Vec<u8>, Failure> {
    let not_written = |error: csv::Error| {
        Failure::machine(
            format!("how many came back cannot be written: {error}"),
            "run the command again",
        )
    };
    let mut bytes = Vec::new();
    {
        let mut writer = csv::Writer::from_writer(&mut bytes);
        writer.write_record(COLUMNS).map_err(not_written)?;
        for it in all {
            let numbers = [it.round, it.offered, it.returned].map(|number| number.to_string());
            let [round, offered, returned] = &numbers;
            let cells = [
                &it.version,
                &it.content,
                round,
                offered,
                returned,
                &it.counted,
            ];
            writer.write_record(cells).map_err(not_written)?;
        }
        writer.flush().map_err(|error| not_written(error.into()))?;
    }
    Ok(bytes)
}

/// That there is nothing to count.
pub(super) fn nothing_printed(guide: &str) -> Problem {
    Problem::not_there(format!("no copies of `{guide}` were printed to be tested"))
        .help(Help::from(Way::PrintVersions).then(" prints a stack of them, each with its code"))
}
