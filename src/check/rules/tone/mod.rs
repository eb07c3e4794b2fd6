//! LW01x: the words of a tone.

mod command_in_invitation;
mod other_tones_term;
mod term_without_entry;
mod word_to_avoid;

pub use command_in_invitation::COMMAND_IN_INVITATION;
pub use other_tones_term::OTHER_TONES_TERM;
pub use term_without_entry::TERM_WITHOUT_ENTRY;
pub use word_to_avoid::WORD_TO_AVOID;
