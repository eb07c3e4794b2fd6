//! Every tone at once.

use super::{Reader, Text, Tone};
use crate::diagnostics::{Failure, Gathered, refuse};

impl Reader<'_> {
    /// Every tone, each with the words that all of them avoid. The service's own is read
    /// first: what is wrong with it matters most.
    ///
    /// # Errors
    /// Every mistake in them, or that there is no such tone.
    pub fn all_tones(&mut self, own: &Text) -> Result<Vec<Tone>, Failure> {
        let avoided = self.words_to_avoid()?;
        let with_avoided = |mut tone: Tone| {
            tone.avoid.extend(avoided.iter().cloned());
            tone
        };
        let mut gathered = Gathered::default();
        gathered.keep(self.tone(own))?;
        let mut tones = Vec::new();
        for value in self.tones() {
            let place = own.place;
            let tone = self.tone(&Text { value, place });
            tones.extend(gathered.keep(tone)?.map(with_avoided));
        }
        refuse(gathered.problems).map(|()| tones)
    }
}
