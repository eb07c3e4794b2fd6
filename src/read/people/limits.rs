//! How much may stand in a cell. What is longer than any letter has room for is a mistake,
//! and may be more than a machine has memory for.

use crate::read::limits;

/// The longest name: two lines of an envelope's window.
pub(super) const LONGEST_NAME: usize = 100;

/// The longest reference: what fits beside the address of a letter.
pub(super) const LONGEST_REFERENCE: usize = 40;

/// The longest text of a guide's own field: about three lines of a letter.
pub(super) const LONGEST_FIELD: usize = 200;

/// The longest answer to how somebody wants their letter, as it is listed.
pub(super) const LONGEST_ANSWER: usize = 200;

/// The longest cell of whatever kind, in characters.
pub(super) const LONGEST_CELL: usize = limits::TEXT;
