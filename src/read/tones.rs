//! Every tone at once, each with what it takes from those it is based on.

use super::{Reader, Text, Tone};
use crate::diagnostics::{Failure, Gathered, Problem, refuse};

impl Reader<'_> {
    /// Every tone, each with what it takes from those it is based on, and with the words
    /// that all of them avoid. The service's own is read first: what is wrong with it
    /// matters most.
    ///
    /// # Errors
    /// Every mistake in them, or that there is no such tone.
    pub fn all_tones(&mut self, own: &Text) -> Result<Vec<Tone>, Failure> {
        let avoided = self.words_to_avoid()?;
        let mut gathered = Gathered::default();
        gathered.keep(self.tone(own))?;
        let mut tones = Vec::new();
        for value in self.tones() {
            let place = own.place;
            let tone = self.tone(&Text { value, place });
            tones.extend(gathered.keep(tone)?);
        }
        refuse(gathered.problems)?;
        let chains: Vec<_> = tones.iter().map(|tone| chain(tone, &tones)).collect();
        let wrong = chains.iter().filter_map(|chain| chain.as_ref().err());
        refuse(wrong.cloned().collect())?;
        let chains = chains.iter().flatten();
        let whole = tones.iter().zip(chains).map(|(tone, bases)| {
            let mut tone = with_bases(tone, bases);
            tone.avoid.extend(avoided.iter().cloned());
            tone
        });
        Ok(whole.collect())
    }
}

/// The tones that a tone is based on, the nearest first.
fn chain<'a>(tone: &Tone, tones: &'a [Tone]) -> Result<Vec<&'a Tone>, Problem> {
    let mut bases: Vec<&Tone> = Vec::new();
    let mut based_on = tone.based_on.as_ref();
    while let Some(name) = based_on {
        let mut named = tones.iter();
        let Some(base) = named.find(|base| base.tone.value == name.value) else {
            let known = tones.iter().map(|tone| tone.tone.value.as_str());
            return Err(Problem::error(format!("there is no tone `{}`", name.value))
                .at(name.place)
                .help_known(&name.value, "the tones are", known));
        };
        let id = &base.tone.value;
        if *id == tone.tone.value {
            let by_way = bases.first().map_or(String::new(), |nearest| {
                format!(", by way of `{}`", nearest.tone.value)
            });
            return Err(
                Problem::error(format!("the tone `{id}` is based on itself{by_way}"))
                    .at(tone.based_on.as_ref().unwrap_or(name).place)
                    .help("take `based-on` out of one of them: that one says everything itself"),
            );
        }
        // Those that go round say so themselves.
        if bases.iter().any(|known| known.tone.value == *id) {
            break;
        }
        based_on = base.based_on.as_ref();
        bases.push(base);
    }
    Ok(bases)
}

/// A tone with what it does not say itself, from the tones it is based on.
fn with_bases(tone: &Tone, bases: &[&Tone]) -> Tone {
    let mut whole = tone.clone();
    whole.speaks = vec![tone.tone.value.clone()];
    for base in bases {
        whole.speaks.push(base.tone.value.clone());
        for (key, words) in &base.terms {
            let own = whole.terms.entry(key.clone()).or_default();
            for (language, text) in words {
                own.entry(language.clone()).or_insert_with(|| text.clone());
            }
        }
        whole
            .for_every_tone
            .extend(base.for_every_tone.iter().cloned());
        whole.avoid.extend(base.avoid.iter().cloned());
    }
    whole
}
