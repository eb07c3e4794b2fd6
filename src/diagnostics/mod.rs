//! What is wrong, where, and what to do about it.
//!
//! Every room says its trouble as [`Problem`]s and hands them on as data: a code, a
//! place, a message, help. Whoever called the library says them to a person. A problem
//! points at a [`Place`] in a file that was read, so that a person sees the line they
//! have to change. A spreadsheet of people is the exception: its lines hold names, so
//! a problem there says row and column in its message and has no place.

mod codes;
mod counted;
mod draw;
mod excerpt;
mod failure;
mod help;
mod problem;
mod shown;
mod source;
mod suggest;
mod words;

pub use codes::{Code, RowCode, RuleId};
pub use counted::{counted, once};
pub use draw::{draw, pointed_at};
pub use failure::{Error, Failure, Gathered, MachineFailure, refuse, refuse_errors};
pub use help::{Help, Way};
pub use problem::{Problem, Severity};
pub(crate) use shown::is_noncharacter;
pub use shown::{shown, shown_in_short};
pub use source::{Place, SourceId, SourceKind, Sources};
pub use suggest::{closest, did_you_mean, listed, one_of, plural, with_commas};
pub use words::{Words, beginning};
