//! Letters that an export lost or changed.

/// Whether an export lost letters of a name or an address: `Wi?niewska`, or `GÅµyr` where
/// UTF-8 was read as Windows-1252.
pub fn lost_letters(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let question = letters.windows(2).any(|pair| {
        pair[1] == '?' && pair[0].is_alphabetic() || pair[0] == '?' && pair[1].is_alphabetic()
    });
    question || is_garbled(text)
}

/// Whether letters of a text were changed into others.
pub(super) fn is_garbled(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| {
        matches!(pair[0], 'Â' | 'Ã' | 'Ä' | 'Å') && matches!(pair[1], '\u{80}'..='\u{bf}' | '‚')
    })
}
