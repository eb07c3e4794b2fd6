//! LW01x: the words of a tone.

pub mod command_in_invitation;
pub mod job_not_explained;
pub mod other_tones_term;
pub mod term_without_entry;
pub mod word_to_avoid;

use std::ops::Range;

use crate::check::Subject;
use crate::check::english::reading::Reading;
use crate::check::english::{found_in, overlap};

/// Whether words at these bytes are a name: `Community Mental Health Team`.
fn is_name(reading: &Reading, place: &Range<usize>) -> bool {
    let found = reading.at(place);
    found.is_some_and(|found| found.is_name())
}

/// Whether words of a text belong to the name of a job, which no tone changes: people are
/// told whom they are sent to.
fn is_in_job(subject: &Subject, text: &str, place: &Range<usize>) -> bool {
    let titles = subject.words.jobs.titles.iter().map(|title| (title, ()));
    let mut jobs = found_in(titles, text).into_iter();
    jobs.any(|(job, ())| overlap(&job, place))
}
