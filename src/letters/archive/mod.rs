//! Folders of letters on the disk: whole or not at all.
//!
//! It takes bytes and says which rows of people they are for. A [`Batch`] is
//! a folder of private files that appears at once, and takes the place of the
//! folder of an earlier run at once too.
//!
//! A run that is killed at any moment leaves what it finished hidden and private
//! beside its place. The next run to the same place goes on with it, or takes it
//! away. What is in place can be verified at any later time, and the parts of a run
//! that several machines print can be gathered into one.

mod batch;
mod beginning;
mod errors;
mod finish;
mod gather;
mod interrupted;
mod journal;
mod manifest;
mod names;
mod occupied;
mod record;
mod row_lists;
mod staging;
mod synced;
#[cfg(test)]
mod tests;
mod verify;
mod whole;

pub use batch::{Batch, unfinished};
pub use beginning::{AlreadyPrinted, Beginning, Start};
pub(super) use errors::interrupted;
pub use gather::gather;
pub use interrupted::stop_when_interrupted;
pub use manifest::Enclosed;
use manifest::WholeFile;
pub(super) use manifest::separator_sheets;
pub(super) use names::MANIFEST;
pub use record::{Counts, PROGRAM, Record, Shard};
pub(super) use row_lists::RowList;
pub use verify::{Verified, verify};

use crate::checksum::sha256_hex;
