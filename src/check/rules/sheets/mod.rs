//! LW11x: the sheets of a letter, which are folded, cut and turned over.

pub mod in_a_fold;
pub mod slip_takes_text;
