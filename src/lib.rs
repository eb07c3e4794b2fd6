//! leafwright makes printed pages for health and community services: patient
//! leaflets, options booklets and invitation letters that already carry the
//! service's name, its contacts and its way of speaking.
//!
//! Data goes one way through the rooms of the house:
//!
//! ```text
//!  service.yaml ─┐
//!  guides, tones ┼─▶ read ─▶ tailor ─┬▶ typeset ─▶ press ─┬▶ output
//!  people.csv ───┘             │     └▶ web ──────────────┘
//!                              └──── check
//! ```
//!
//! A [`Workspace`] is a service, opened, and all that can be asked of it:
//!
//! ```
//! use leafwright::diagnostics::Severity;
//! use leafwright::{Choice, Target, Workspace};
//!
//! # fn main() -> Result<(), leafwright::Error> {
//! let workspace = Workspace::example()?;
//! for id in workspace.publications()? {
//!     let checked = workspace.check(&id, &Choice::default())?;
//!     // Nobody on this project has rung the crisis lines: that is a warning.
//!     let mut errors = checked.findings.iter().filter(|it| it.severity == Severity::Error);
//!     assert!(errors.next().is_none(), "{} can be printed", id.describe());
//!     for file in workspace.publish(&id, &[Target::Screen])? {
//!         println!("{}: {}", file.name, file.summary);
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Workspace::letters`] makes a letter for each person of a spreadsheet.

#![warn(missing_docs)]

mod assets;
mod check;
mod checksum;
pub mod cli;
pub mod diagnostics;
mod html;
pub mod inspect;
pub mod letters;
mod output;
mod press;
mod publish;
mod read;
mod tailor;
mod typeset;
mod versions;
mod web;
mod workers;

pub use check::rules::{ALL as RULES, rule};
pub use check::{Choice, Report as ReadingReport, Rule};
pub use diagnostics::Error;
pub use letters::{Event, LetterOptions, LetterRun, PeopleFile, Report};
pub use publish::{
    Checked, Exhibit, Extreme, Options, Published, PublishedFile, READERS, Target, Workspace,
    desk_test, extremes, gallery, new_service,
};
pub use read::{Audience, Edition, GuideEntry, Kind, Service, Setting};
pub use tailor::PublicationId;
pub use versions::{
    Adopted, AnswerFiles, Begun, Comparison, Counted, Interval, Measured, NewVersion, PlaceCount,
    QuestionCount, RoundCount, SectionDifference, Share, Side, Stack, StackOptions, TestReport,
    VersionCount, VersionRow, What,
};
