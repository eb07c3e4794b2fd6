//! Which service, and how it is made this time: the same for every verb that lays
//! pages out.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::TRY_OUT;
use super::choices::word;
use super::run::own_command;
use crate::assets::{Assets, SERVICE_FILE};
use crate::diagnostics::{Failure, Problem};
use crate::publish::{DAYS, Options};
use crate::read::{Edition, Setting};

#[derive(Debug, Args)]
pub struct ServiceChoice {
    /// The service's folder [default: this one if it holds service.yaml, else the built-in example]
    #[arg(id = "service", long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Out {
    /// Where to put what is printed
    #[arg(id = "out", long, value_name = "DIR", default_value = "out")]
    pub folder: PathBuf,
}

#[derive(Debug, Clone, Args)]
pub struct Making {
    /// The tone to speak in: wellbeing, mental-health, pain-first, or one of your own
    /// [default: the service's]
    #[arg(long)]
    pub tone: Option<String>,
    /// The language to print, such as `cy` [default: the service's]
    #[arg(long)]
    pub language: Option<String>,
    /// Standard, or large print: 18 pt on A4
    #[arg(long, default_value = "standard", value_parser = word([Edition::Standard, Edition::LargePrint], Edition::id))]
    pub edition: Edition,
    /// How letters go out: dl, c5, notify, nhs-notify or none [default: the service's]
    #[arg(long)]
    pub post: Option<String>,
    /// Set a key of service.yaml for this run, as in service.name="Riverside"
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = setting)]
    pub settings: Vec<Setting>,
    #[command(flatten)]
    pub day: Day,
    /// Say nothing unless something is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Args)]
pub struct Day {
    /// The day to print [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Date>,
}

impl ServiceChoice {
    /// The files of the service.
    pub fn assets(&self) -> Result<Assets, Failure> {
        match &self.folder {
            Some(folder) => Assets::of(folder),
            None if is_there(SERVICE_FILE) => Assets::of(Path::new(".")),
            None => match ["service.yml", "service.yaml.txt", "Service.yaml"]
                .into_iter()
                .find(|name| is_there(name))
            {
                Some(name) => Err(Problem::error(format!("`{name}` is not read"))
                    .help(format!("rename it to `{SERVICE_FILE}`"))
                    .into()),
                None => Ok(Assets::example()),
            },
        }
    }
}

/// Whether something of this name is here, but a folder: what is no file is refused where
/// it is read, and not passed over for the example.
fn is_there(name: &str) -> bool {
    let path = Path::new(name);
    path.exists() && !path.is_dir()
}

impl Making {
    /// How to open the service this time.
    pub fn options(&self) -> Result<Options, Failure> {
        let language = self.language.as_ref();
        let keys = [
            ("tone", self.tone.clone(), "--tone"),
            (
                "languages",
                language.map(|it| format!("[{it:?}]")),
                "--language",
            ),
            ("letters.post", self.post.clone(), "--post"),
        ];
        let set = keys.into_iter().filter_map(|(key, value, from)| {
            Some(Setting {
                key: key.to_owned(),
                value: value?,
                from: from.to_owned(),
            })
        });
        Ok(Options {
            settings: self.settings.iter().cloned().chain(set).collect(),
            date: self.day.said()?,
            copies: None,
            draft: false,
            trial: Some(own_command(TRY_OUT)?),
        })
    }
}

impl Day {
    /// The day, where somebody says it.
    pub fn said(&self) -> Result<Option<Date>, Failure> {
        match (self.date, std::env::var("SOURCE_DATE_EPOCH")) {
            (Some(day), _) => Ok(Some(day)),
            (None, Ok(epoch)) => day_of(&epoch).map(Some),
            (None, Err(_)) => Ok(None),
        }
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
    let day = text.parse();
    let day = day.ok().filter(|day| DAYS.contains(day));
    day.ok_or_else(|| {
        let (first, last) = (DAYS.start(), DAYS.end());
        format!("write year, month and day, as in 2026-11-22; from {first} to {last}")
    })
}

/// The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org).
fn day_of(epoch: &str) -> Result<Date, Failure> {
    let moment = epoch.trim().parse().ok();
    let moment = moment.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let day = moment.map(|moment| moment.to_zoned(TimeZone::UTC).date());
    day.filter(|day| DAYS.contains(day)).ok_or_else(|| {
        let (first, last) = (DAYS.start().year(), DAYS.end().year());
        Problem::not_there(format!(
            "`SOURCE_DATE_EPOCH` is `{epoch}`, not the seconds of a day from {first} to {last}"
        ))
        .help("unset it, or give the day with `--date`")
        .into()
    })
}
