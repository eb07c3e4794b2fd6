//! Where a letter beyond ASCII stands.
//!
//! Beside each rule: what the same byte is in other code pages, so that it stands there.

/// A letter, and what stands beside it.
pub(super) struct Place<'l> {
    letter: char,
    /// The word up to the letter.
    before: &'l [char],
    /// The word from the letter on.
    after: &'l [char],
    /// What stands before and after, if it is no letter.
    sign_before: Option<char>,
    sign_after: Option<char>,
}

impl<'l> Place<'l> {
    pub(super) fn of(letters: &'l [char], at: usize) -> Self {
        let start = letters[..at]
            .iter()
            .rposition(|letter| !letter.is_alphabetic());
        let start = start.map_or(0, |sign| sign + 1);
        let end = letters[at + 1..]
            .iter()
            .position(|letter| !letter.is_alphabetic());
        let end = end.map_or(letters.len(), |sign| at + 1 + sign);
        Self {
            letter: letters[at],
            before: &letters[start..at],
            after: &letters[at + 1..end],
            sign_before: start.checked_sub(1).map(|sign| letters[sign]),
            sign_after: letters.get(end).copied(),
        }
    }

    /// Whether Western languages have it there.
    pub(super) fn is_western(&self) -> bool {
        if self.letter.is_alphabetic() && !matches!(self.letter, 'ª' | 'º' | 'µ' | 'ƒ') {
            self.fits_the_case() && !self.is_alone_beyond_ascii() && self.is_letter_in_place()
        } else {
            self.is_sign_in_place()
        }
    }

    /// Bytes of capitals are those of small letters in Apple's and DOS's code pages.
    fn fits_the_case(&self) -> bool {
        let is_upper = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_uppercase());
        let is_lower = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_lowercase());
        if self.letter.is_uppercase() {
            return !is_lower(self.before.last());
        }
        let is_in_capitals =
            self.before.len() > 1 && self.before.iter().all(|letter| letter.is_uppercase());
        !is_in_capitals && !is_upper(self.after.first())
    }

    /// Words of Cyrillic, Greek and Hebrew letters come out without a letter of ASCII.
    fn is_alone_beyond_ascii(&self) -> bool {
        let word = self.before.iter().chain(self.after);
        self.before.len() + self.after.len() > 0 && word.clone().all(|letter| !letter.is_ascii())
    }

    fn is_letter_in_place(&self) -> bool {
        let small = self.letter.to_lowercase().next().unwrap_or(self.letter);
        let (before, after) = (self.small_before(), self.small_after());
        let (starts, ends) = (before.is_none(), after.is_none());
        let follows = |letters: &str| after.is_some_and(|letter| letters.contains(letter));
        let precedes = |letters: &str| before.is_some_and(|letter| letters.contains(letter));
        let (after_vowel, before_vowel) =
            (before.is_some_and(is_vowel), after.is_some_and(is_vowel));
        match small {
            // The same letter in the code pages of Central Europe. Only ā of the Baltic cannot be
            // told from â: whoever reads the warning sees it.
            'á' | 'é' | 'í' | 'ó' | 'ú' | 'ä' | 'ö' | 'ü' | 'ë' | 'â' | 'ô' => true,
            // It begins few words; Ó of a Mac does: `Óscar`.
            'î' => !starts || follows("l"),
            // ŕ and ĺ, which Slovak hardly has.
            'à' | 'å' => true,
            'ß' => !starts && self.letter != 'ẞ',
            // Before a vowel, or last: ē of the Baltic stands before anything.
            'ç' => before_vowel || ends && !starts,
            // ń stands before a consonant or last: `Zieliński`.
            'ñ' => before_vowel,
            // ř: `Dvořák`, `Jiří`, `Březina`.
            'ø' => !after_vowel && (!before_vowel || follows("e") && self.after.len() == 1),
            // ć: `Petrović`, `Ćwik`; ę of the Baltic.
            'æ' => !after_vowel && !before_vowel && !ends && !follows("w"),
            // č: `Kučera`, `Čapek`, `Růžička`, `Krčmar`.
            'è' => {
                let is_single = starts && ends;
                let is_french = !follows("k") && self.mute_ending();
                is_single || !starts && is_french && (!after_vowel || precedes("i") && !ends)
            }
            // ě, ň and ů stand within words: `Němec`, `Vaňek`, `Kůrka`.
            'ì' | 'ò' | 'ù' => ends && !starts && !after_vowel,
            // ă: `Brătianu`. Portuguese has `João`, `Guimarães`.
            'ã' => follows("o") || follows("e") && matches!(self.after, [_] | [_, 's' | 'S']),
            // ő: `Erdős`.
            'õ' => follows("e"),
            // ű: `Szűcs`.
            'û' => follows("tl") && self.mute_ending(),
            // ę: `Węgrzyn`, `Święty`.
            'ê' => follows("lmnvqr") || follows("s") && self.after.len() == 1,
            // ď begins words: `Ďurčo`.
            'ï' => after_vowel && !before_vowel && !ends,
            // ś: `Wiśniewska`; ú of a Mac.
            'œ' => follows("u") && !after_vowel,
            // Ž, š and their like are é, ö and ü of Macs and DOS; ð, þ and ý are ğ, ş and ı.
            _ => false,
        }
    }

    fn is_sign_in_place(&self) -> bool {
        let (before, after) = (
            self.before.last().copied().or(self.sign_before),
            self.after.first().copied().or(self.sign_after),
        );
        let is_space = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        let is_upper = |sign: Option<char>| sign.is_some_and(char::is_uppercase);
        match self.letter {
            '£' | '€' => is_digit(after),
            '°' => is_digit(before),
            '½' | '¼' | '¾' => !self.touches_letters(),
            // `O’Neil`, `l’Hôpital`, `Ann’s`. A Mac's í stands there too: `Mar’a`.
            '’' => {
                let before_is_small = self.before.iter().all(|letter| letter.is_lowercase());
                self.after.is_empty()
                    || is_upper(after)
                    || self.is_english_ending()
                    || before_is_small && (1..=2).contains(&self.before.len())
            }
            '‘' | '“' => self.before.is_empty() && !is_space(after),
            '”' => self.after.is_empty(),
            // `Leeds–York`, `9am–5pm`, `Monday – Friday`. A Mac's ñ and ó stand within words.
            '–' | '—' => {
                let parts_words = self.before.is_empty() && self.after.is_empty();
                parts_words || is_digit(after) || is_upper(after) && self.before.len() > 1
            }
            // A space that does not break is á in DOS.
            '\u{A0}' => self.before.is_empty() || !after.is_some_and(char::is_lowercase),
            _ => false,
        }
    }

    /// Whether consonants follow, and then e or nothing: `Hélène`, `Agnès`.
    fn mute_ending(&self) -> bool {
        let vowel = self
            .after
            .iter()
            .position(|letter| letter.to_lowercase().next().is_some_and(is_vowel));
        match vowel {
            Some(0) => false,
            Some(at) => matches!(self.after[at], 'e' | 'E' | 'é' | 'É'),
            None => true,
        }
    }

    fn touches_letters(&self) -> bool {
        !self.before.is_empty() || !self.after.is_empty()
    }

    fn is_english_ending(&self) -> bool {
        let after: String = self.after.iter().collect();
        matches!(after.as_str(), "s" | "t" | "re" | "ve" | "ll" | "m" | "d")
    }

    fn small_before(&self) -> Option<char> {
        self.before
            .last()
            .and_then(|letter| letter.to_lowercase().next())
    }

    fn small_after(&self) -> Option<char> {
        self.after
            .first()
            .and_then(|letter| letter.to_lowercase().next())
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ".contains(letter)
}
