//! What was taken from a shelf: so that a run can say what it was made from, and knows
//! a file again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::checksum::sha256_hex;

/// The SHA-256 of files by their paths, such as `content/tones/wellbeing.yaml`.
pub type Checksums = BTreeMap<String, String>;

/// Files by their paths. Copies of a shelf note them together.
#[derive(Debug, Clone, Default)]
pub(super) struct TakenFiles(Arc<Mutex<BTreeMap<String, Taken>>>);

/// What was in a file.
#[derive(Debug, Clone)]
pub(super) enum Taken {
    /// Only summed up when somebody asks: there are megabytes of typefaces.
    BuiltIn(&'static [u8]),
    /// Its SHA-256: it may be another file the next time.
    Own(String),
}

impl TakenFiles {
    pub(super) fn note(&self, path: &str, taken: Taken) {
        self.all().insert(path.to_owned(), taken);
    }

    /// Every file.
    pub(super) fn checksums(&self) -> Checksums {
        let sum = |taken: &Taken| match taken {
            Taken::BuiltIn(bytes) => sha256_hex(bytes),
            Taken::Own(sum) => sum.clone(),
        };
        let all = self.all();
        all.iter()
            .map(|(path, taken)| (path.clone(), sum(taken)))
            .collect()
    }

    /// The files that are not built in.
    pub(super) fn own_checksums(&self) -> Checksums {
        let own = |(path, taken): (&String, &Taken)| match taken {
            Taken::BuiltIn(_) => None,
            Taken::Own(sum) => Some((path.clone(), sum.clone())),
        };
        self.all().iter().filter_map(own).collect()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Taken>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
