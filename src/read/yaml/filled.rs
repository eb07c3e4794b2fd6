//! Lists and groups that have to say something.

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error};

/// A list or a group.
pub trait Entries {
    /// How many entries it has.
    fn count(&self) -> usize;
}

impl<T> Entries for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Entries for IndexMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }
}

/// A list or a group of one entry at least. `example` is what to write where there is none.
///
/// # Errors
/// Where there is none, or what is there does not fit.
pub fn filled<'de, T, D>(deserializer: D, example: &'static str) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Entries,
    D: Deserializer<'de>,
{
    let entries = T::deserialize(deserializer)?;
    if entries.count() == 0 {
        return Err(D::Error::invalid_length(0, &example));
    }
    Ok(entries)
}
