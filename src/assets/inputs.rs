//! What was read: so that a run can say what it was made from, and knows
//! a file again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::checksum::sha256_hex;

/// The SHA-256 of files by their paths, such as `content/tones/wellbeing.yaml`.
pub type Checksums = BTreeMap<String, String>;

/// Files by their paths. Copies of one set note them together.
#[derive(Debug, Clone, Default)]
pub(super) struct InputFiles(Arc<Mutex<BTreeMap<String, Input>>>);

/// What was in a file.
#[derive(Debug, Clone)]
pub(super) enum Input {
    /// Only summed up when somebody asks: there are megabytes of typefaces.
    BuiltIn(&'static [u8]),
    /// Its SHA-256: it may be another file the next time.
    Own(String),
}

impl InputFiles {
    pub(super) fn note(&self, path: &str, input: Input) {
        self.all().insert(path.to_owned(), input);
    }

    /// Every file.
    pub(super) fn checksums(&self) -> Checksums {
        let sum = |input: &Input| match input {
            Input::BuiltIn(bytes) => sha256_hex(bytes),
            Input::Own(sum) => sum.clone(),
        };
        let all = self.all();
        all.iter()
            .map(|(path, input)| (path.clone(), sum(input)))
            .collect()
    }

    /// The files that are not built in.
    pub(super) fn own_checksums(&self) -> Checksums {
        let own = |(path, input): (&String, &Input)| match input {
            Input::BuiltIn(_) => None,
            Input::Own(sum) => Some((path.clone(), sum.clone())),
        };
        self.all().iter().filter_map(own).collect()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Input>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
