//! The command line as it is typed, and what it comes to.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::press::Target;
use crate::problem::{Failure, Problem};
use crate::project::Options;
use crate::read::{Edition, Setting};
use crate::shelf::{SERVICE_FILE, Shelf};

/// Leaflets, booklets and letters that carry a service's name, contacts and way of speaking.
#[derive(Debug, Parser)]
#[command(
    name = "leafwright",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
#[command(
    after_help = "Start with:\n  leafwright new my-service\n  cd my-service\n  leafwright build"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a folder for a service: settings, spreadsheets and a logo to start from
    New(New),
    /// List what there is, and what this service prints
    List(List),
    /// Print leaflets and booklets, and a sample of each letter
    Build(Build),
    /// Print a letter for each person of a spreadsheet
    Letters(Letters),
    /// Make test sheets that say which setting your printer needs
    DeskTest(DeskTest),
}

#[derive(Debug, Args)]
pub struct New {
    /// The folder to make
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Build {
    /// The guides to print [default: all that the service prints]
    pub guides: Vec<String>,
    /// What for: to read on a screen, for the office printer, for a print shop
    #[arg(
        long = "target",
        value_name = "TARGET",
        value_enum,
        value_delimiter = ',',
        default_value = "screen,desk"
    )]
    pub targets: Vec<TargetChoice>,
    /// Print with the shortest and the longest names and contacts a service may have, to see what breaks
    #[arg(long)]
    pub proof: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub struct Letters {
    /// The letter to print, such as `invitation`
    pub guide: String,
    /// The spreadsheet of people, saved as CSV
    #[arg(long, value_name = "FILE")]
    pub people: PathBuf,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub struct DeskTest {
    /// Where to put the test sheets
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    #[command(flatten)]
    pub day: Day,
}

#[derive(Debug, Args)]
pub struct Day {
    /// The day to print [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Date>,
}

impl Day {
    /// The day.
    pub fn day(&self) -> Result<Date, Failure> {
        self.date.map_or_else(today, Ok)
    }
}

#[derive(Debug, Args)]
pub struct ServiceChoice {
    /// The service's folder [default: this one if it holds service.yaml, else the built-in example]
    #[arg(long = "service", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Printing {
    /// Where to put what is printed
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// The tone to speak in, such as `wellbeing` [default: the service's]
    #[arg(long)]
    pub tone: Option<String>,
    /// The language to print, such as `cy` [default: the service's]
    #[arg(long)]
    pub language: Option<String>,
    /// Standard, or large print: 18 pt on A4
    #[arg(long, value_enum, default_value_t = EditionChoice::Standard)]
    pub edition: EditionChoice,
    /// Set a key of service.yaml for this run, as in service.name="Riverside"
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = setting)]
    pub settings: Vec<Setting>,
    #[command(flatten)]
    pub day: Day,
    /// Say nothing unless something is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EditionChoice {
    Standard,
    LargePrint,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TargetChoice {
    /// Pages in reading order, tagged for screen readers
    Screen,
    /// Sheets to print on both sides, to fold, staple or cut
    Desk,
    /// Pages with bleed and marks, and a ticket that says what to make
    Press,
    /// All of them
    All,
}

impl TargetChoice {
    /// The targets these stand for, each once.
    fn targets(choices: &[Self]) -> Vec<Target> {
        let all = [
            (Self::Screen, Target::Screen),
            (Self::Desk, Target::Desk),
            (Self::Press, Target::Press),
        ];
        let wanted = |choice| choices.contains(&choice) || choices.contains(&Self::All);
        all.into_iter()
            .filter(|(choice, _)| wanted(*choice))
            .map(|(_, target)| target)
            .collect()
    }
}

impl ServiceChoice {
    /// The files of the service.
    pub fn shelf(&self) -> Result<Shelf, Failure> {
        match &self.folder {
            Some(folder) => Shelf::of(folder).map_err(|failure| match failure {
                Failure::Input(problems) => Failure::Usage(problems),
                other => other,
            }),
            None if Path::new(SERVICE_FILE).is_file() => Shelf::of(Path::new(".")),
            None => match ["service.yml", "service.yaml.txt", "Service.yaml"]
                .into_iter()
                .find(|name| Path::new(name).is_file())
            {
                Some(name) => Err(Problem::error(format!("`{name}` is not read"))
                    .help(format!("rename it to `{SERVICE_FILE}`"))
                    .into()),
                None => Ok(Shelf::example()),
            },
        }
    }
}

impl Printing {
    /// How to print this time.
    pub fn options(&self, targets: &[TargetChoice]) -> Result<Options, Failure> {
        let mut settings = self.settings.clone();
        let set = |key: &str, value: String, from: &str| Setting {
            key: key.to_owned(),
            value,
            from: from.to_owned(),
        };
        if let Some(tone) = &self.tone {
            settings.push(set("tone", tone.clone(), "--tone"));
        }
        if let Some(language) = &self.language {
            settings.push(set("languages", format!("[{language:?}]"), "--language"));
        }
        Ok(Options {
            settings,
            edition: match self.edition {
                EditionChoice::Standard => Edition::Standard,
                EditionChoice::LargePrint => Edition::LargePrint,
            },
            targets: TargetChoice::targets(targets),
            date: self.day.day()?,
        })
    }
}

fn setting(text: &str) -> Result<Setting, String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok(Setting {
            key: key.trim().to_owned(),
            value: value.to_owned(),
            from: format!("--set {}", key.trim()),
        }),
        _ => Err("write a key, an equals sign and what it says".to_owned()),
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "write year, month and day, as in 2026-11-22".to_owned())
}

/// The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today's.
fn today() -> Result<Date, Failure> {
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(jiff::Zoned::now().date());
    };
    let moment = epoch.trim().parse().ok();
    let moment = moment.and_then(|seconds| Timestamp::from_second(seconds).ok());
    match moment {
        Some(moment) => Ok(moment.to_zoned(TimeZone::UTC).date()),
        None => Err(Failure::usage(
            Problem::error(format!(
                "`SOURCE_DATE_EPOCH` is `{epoch}`, not a number of seconds"
            ))
            .help("unset it, or give the day with `--date`"),
        )),
    }
}
