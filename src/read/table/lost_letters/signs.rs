//! Signs where only letters can stand: a code page was taken for another.

/// Signs that no word holds, before or after a letter. `Pawe³`, `£ukasz`, `Garc¡a`.
const NEVER_BESIDE_A_LETTER: &str = "¥£¢¤¦§¨¬¶¸¹²³±÷×ƒˆ˜‰€√≈∆∂∫≤≥≠∏∑◊¯";

/// Signs that no word holds in its middle; before or after it they may stand.
const NEVER_WITHIN_A_WORD: &str = "¡¿«»©®™•†‡„‚“”…¼½¾µ‹›";

/// Signs that may end a quotation or part two words: they stand beside letters anyway.
pub(super) fn is_typographic(letter: char) -> bool {
    matches!(
        letter,
        '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '\u{A0}' | '\u{AD}'
    )
}

/// Whether a question mark stands within a word, or begins one. Not in a web address.
pub(super) fn question_within_a_word(text: &str) -> bool {
    if !text.contains('?') || text.contains('/') {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len())
        .filter(|at| letters[*at] == '?')
        .any(|at| {
            let before = at.checked_sub(1).map(|before| letters[before]);
            let after = letters.get(at + 1);
            after.is_some_and(|after| after.is_alphabetic())
                && before.is_none_or(|before| before.is_alphabetic() || before.is_whitespace())
        })
}

/// Whether signs stand in a text that no sentence has.
pub(super) fn within_a_text(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let sign = (0..letters.len()).any(|at| is_out_of_place(&letters, at));
    let word = letters
        .split(|letter| !letter.is_alphabetic())
        .any(|word| is_soup(word) || has_capital_out_of_place(word) || ends_as_no_word_does(word));
    sign || word
}

/// Whether signs stand in a name or an address that only a sentence has: `Nœ–ez`, `Zo‘`.
pub(super) fn within_a_name(letters: &[char]) -> bool {
    let small = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_lowercase());
    (1..letters.len()).any(|at| {
        let (before, after) = (letters.get(at - 1), letters.get(at + 1));
        match letters[at] {
            '–' | '—' => small(before) && small(after),
            // German opens a quotation with ‚ and closes it with ‘.
            '‘' => {
                let closes = letters[..at].contains(&'‚');
                let is_last = after.is_none_or(|after| after.is_whitespace());
                small(before) && is_last && !closes
            }
            '…' | '•' => small(before) && small(after),
            '†' | '‡' | '„' | '‚' | '¿' | '¡' | '½' | '¼' | '¾' => small(before),
            _ => false,
        }
    })
}

fn is_out_of_place(letters: &[char], at: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at));
        letter.is_some_and(|letter| letter.is_alphabetic() && !matches!(letter, 'ª' | 'º' | 'µ'))
    };
    let before = at.checked_sub(1);
    let (follows, precedes) = (is_letter(before), is_letter(Some(at + 1)));
    match letters[at] {
        // A code page of DOS draws boxes with what others have for letters.
        '\u{2500}'..='\u{259F}' => true,
        // `5 m²`, `£a`: a unit is one letter, and an amount stands before none.
        '²' | '³' => precedes || follows && is_letter(at.checked_sub(2)),
        // `Mª`, `Nº` and `1ª` end with them.
        'ª' | 'º' => precedes && !before.is_some_and(|at| letters[at].is_ascii_digit()),
        sign if NEVER_BESIDE_A_LETTER.contains(sign) => follows || precedes,
        sign if NEVER_WITHIN_A_WORD.contains(sign) => follows && precedes,
        _ => false,
    }
}

/// Whether a word is made of marked letters alone: Cyrillic and Greek letters become such
/// words, `Ìàðèÿ`. No language but Estonian has four vowels with marks side by side, and
/// there they are the same one.
fn is_soup(word: &[char]) -> bool {
    let is_marked = |letter: &char| matches!(letter, 'À'..='ÿ');
    let most = if word.iter().all(is_marked) { 2 } else { 3 };
    word.split(|letter| !is_marked(letter)).any(|run| {
        let is_another = |letter: &char| letter.to_lowercase().ne(run[0].to_lowercase());
        run.len() > most && run.iter().any(is_another)
    })
}

/// Capitals that stand for small letters of other code pages, within a word in small
/// letters: `JosŽ`, `MŸller`, `voilÃ`.
fn has_capital_out_of_place(word: &[char]) -> bool {
    (1..word.len()).any(|at| {
        let (before, after) = (word[at - 1], word.get(at + 1));
        let is_small_after = after.is_some_and(|after| after.is_lowercase());
        match word[at] {
            'Ž' | 'Š' | 'Œ' | 'Ÿ' => {
                before.is_lowercase() || before.is_uppercase() && is_small_after
            }
            'Ã' | 'Â' => before.is_lowercase() && !is_small_after,
            _ => false,
        }
    })
}

/// Letters that begin words, or stand before a vowel, in every language that has them:
/// Icelandic's þ, French's œ. As another code page's ş and ś they stand elsewhere: `Barýþ`,
/// `Wiœniewska`, `Œliwa`.
fn ends_as_no_word_does(word: &[char]) -> bool {
    let is_vowel = |letter: &char| "aeiouyAEIOUY".contains(*letter);
    (0..word.len()).any(|at| {
        let before = at.checked_sub(1).map(|before| &word[before]);
        let after = word.get(at + 1);
        match word[at] {
            'þ' => at > 0 && after.is_none(),
            'œ' => {
                before.is_some_and(is_vowel)
                    || at > 0 && after.is_none()
                    || after.is_some_and(|after| "wWłŁ".contains(*after))
            }
            'Œ' => after.is_some_and(|after| "lmcwz".contains(*after)),
            _ => false,
        }
    })
}
