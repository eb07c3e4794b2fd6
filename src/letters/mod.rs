//! One publication for many people: their letters judged, put into files, set by
//! processes of their own, and kept in a folder that is whole or not there.
//!
//! A [`LetterRun`] does it and says on the way what happens, as [`Event`]s. It knows no
//! terminal: a progress bar, a web page and a test all listen in the same way.

mod archive;
mod columns;
mod event;
mod file_names;
mod files;
mod invented;
mod lots;
mod messages;
mod opening;
mod options;
mod personal;
mod printer;
mod printing;
mod production;
mod proof;
mod recipients;
mod record;
mod run;
#[cfg(test)]
mod tests;
mod wanted;
mod worker;

pub use archive::{
    AlreadyPrinted, Counts, Enclosed, Record, Shard, Start, Verified, gather,
    stop_when_interrupted, verify,
};
pub use event::{Event, FinishedFile, Report, Tally};
pub use files::{Packing, PrintRun, Sorting};
pub use options::{BadRows, LetterOptions, PeopleFile, Stop, Workers};
pub use proof::{LetterProof, ProofKind};
pub use run::LetterRun;
pub use worker::work;

pub use crate::read::people::{ColumnOverview, ColumnSeen, ReadAs, Rows};
pub use crate::read::table::RowFault;
pub use crate::workers::{Limits, WorkerCommand};
