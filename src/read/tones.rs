//! Every tone at once.

use super::{Reader, Text, Tone};
use crate::diagnostics::Failure;

impl Reader<'_> {
    /// Every tone, each with the words that all of them avoid. The service's own is read
    /// first: what is wrong with it matters most.
    ///
    /// # Errors
    /// Every mistake in the first file that has any, or that there is no such tone.
    pub fn all_tones(&mut self, own: &Text) -> Result<Vec<Tone>, Failure> {
        let avoided = self.words_to_avoid()?;
        let with_avoided = |mut tone: Tone| {
            tone.avoid.extend(avoided.iter().cloned());
            tone
        };
        self.tone(own)?;
        let ids = self.tones().into_iter();
        let tones = ids.map(|value| {
            let place = own.place;
            self.tone(&Text { value, place }).map(with_avoided)
        });
        tones.collect()
    }
}
