//! LW01x: the words of a tone.

pub mod command_in_invitation;
pub mod other_tones_term;
pub mod term_without_entry;
pub mod word_to_avoid;
