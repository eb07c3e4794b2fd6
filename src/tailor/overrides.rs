//! What a service changes in a guide.
//!
//! `core` sections make the guide work, and stay as they are, unless somebody answers for
//! other words; everything else may be said differently, dropped or added to. What is wrong
//! with a change is mended in the service's own file, so every problem points there first.

use super::core::{Judged, held};
use crate::diagnostics::{Failure, Problem, refuse_errors};
use crate::read::{Guide, Overrides};

/// The guide with the service's changes, and what there is to say of them. Where it is the
/// service's own, `beneath` is the built-in one whose place it takes.
///
/// # Errors
/// Every change that cannot be made.
pub fn with_overrides(
    written: &Guide,
    beneath: Option<&Guide>,
    overrides: &Overrides,
) -> Result<(Guide, Vec<Problem>), Failure> {
    let mut guide = written.clone();
    let mut judged = held(written, beneath);
    let made = guide.change(&overrides.changes());
    judged.problems.extend(made.problems);
    judged.hold_replaced(&made.sections);
    judged.hold_replaced(&made.options);
    let Judged {
        mut problems,
        changed,
    } = judged;
    guide.core_changes = changed;
    say_of_it(&mut guide, overrides);
    guide.except.extend(overrides.except.iter().cloned());
    if let Some(cover) = &overrides.cover {
        guide.cover = Some(cover.clone());
    }
    let (length, format) = (overrides.length.as_ref(), overrides.format.as_ref());
    problems.extend(guide.put_on(length, format));
    problems.extend(guide.misnamed_needs());
    problems.extend(guide.misplaced());
    problems.extend(guide.unspared());
    refuse_errors(problems).map(|said| (guide.in_its_length(), said))
}

/// What the service says of the guide as a whole.
fn say_of_it(guide: &mut Guide, overrides: &Overrides) {
    if let Some(title) = &overrides.title {
        guide.title.clone_from(title);
    }
    if let Some(summary) = &overrides.summary {
        guide.summary.clone_from(summary);
    }
    guide.history.clone_from(&overrides.history);
    guide.version = overrides.count().unwrap_or(guide.version);
    guide.reviewed = overrides.reviewed.unwrap_or(guide.reviewed);
    guide.next_review = overrides.next_review.unwrap_or(guide.next_review);
}
