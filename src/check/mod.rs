//! Looks for what would embarrass a service or hurt a reader.
//!
//! Knows publications, services and tones; knows nothing of printing.

mod freshness;
mod words;

pub use freshness::stale;
pub use words::{avoided_in, avoided_words};
