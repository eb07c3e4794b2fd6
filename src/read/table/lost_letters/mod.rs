//! Letters that an export lost or changed: each program on the way from a keyboard to a
//! letter may take the bytes of a text for those of another code page.
//!
//! What is found here is no spelling of any name. What could be one is not found: `Zoë`
//! saved as a Mac's and read as Windows' is `Zo‘`, but `Björk` becomes `Bjšrk`, and who
//! knows. A file in another code page is seen as such when it is read, by all of its
//! letters (`decode`).

mod encoded;
mod entity;
mod signs;
#[cfg(test)]
mod tests;

/// Whether an export lost letters of a name or an address: `Wi?niewska`, or `GÅµyr` where
/// UTF-8 was read as Windows-1252.
pub fn lost_letters(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let lost = letters.windows(2).any(|pair| {
        pair[1] == '?' && pair[0].is_alphabetic() || pair[0] == '?' && pair[1].is_alphabetic()
    });
    lost || signs::within_a_name(&letters) || is_garbled(text)
}

/// Whether letters of any text were changed into others. A question mark may end a
/// sentence here, and stand in a web address.
pub(super) fn is_garbled(text: &str) -> bool {
    if entity::stands_in(text) || signs::question_within_a_word(text) {
        return true;
    }
    // Letters that every code page has in common are never changed.
    !text.is_ascii() && (signs::within_a_text(text) || encoded::as_utf8(text))
}
