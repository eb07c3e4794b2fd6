//! LW09x: what stands on everything: who made it, when it was checked, how to get
//! it in another form or language, how to answer, and help in a crisis.

pub mod crisis_help_without_number;
pub mod incomplete_imprint;
pub mod late_crisis_help;
pub mod no_crisis_help;
pub mod no_feedback;
pub mod no_other_formats;
pub mod no_translation_offer;
mod on_pages;

use crate::check::Subject;
use crate::tailor::Role;

/// Whether any of these words, in lower case, stand in a text that a service or an
/// author wrote: not in a name, a crisis line or somebody else's advertisement, and not in
/// a heading alone or in what is said in place of a picture.
fn somewhere_says<'a>(subject: &Subject, words: impl IntoIterator<Item = &'a str> + Copy) -> bool {
    let unsaid = |role: Role| {
        matches!(
            role,
            Role::LocalService | Role::Title | Role::Heading | Role::Alternative
        )
    };
    let ours = |role: Role| role.is_own() && !unsaid(role);
    let texts = subject.publication.texts.iter();
    let mut texts = texts.filter(|text| ours(text.role));
    texts.any(|text| {
        let text = text.written().to_lowercase();
        words.into_iter().any(|words| text.contains(words))
    })
}
