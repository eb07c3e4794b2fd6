//! Words that hold the place of others, which somebody has still to write.

use super::yaml::Text;
use crate::diagnostics::Problem;

/// What people write where they mean to write something later.
const STAND_INS: [&str; 5] = ["tbc", "tba", "tbd", "todo", "xxx"];

/// What people write where nobody did it.
const NOBODY: [&str; 4] = ["nobody", "no one", "none", "n/a"];

/// Whether a text says nothing yet: `…`, `TBC`, `{{ a name }}`, which is filled in nowhere in
/// settings.
pub(crate) fn is_unfilled(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    !text.contains(char::is_alphanumeric)
        || text.contains("{{")
        || STAND_INS.contains(&word.trim_end_matches('.'))
}

/// That nobody is named who answers for something. `whose` ends the help: "whoever approved
/// it".
pub(crate) fn unnamed(by: &Text, whose: &str) -> Option<Problem> {
    let word = by.value.trim().to_lowercase();
    let is_nobody = is_unfilled(&by.value)
        || !by.value.contains(char::is_alphabetic)
        || NOBODY.contains(&word.as_str());
    is_nobody.then(|| {
        Problem::error("nobody is named here")
            .at(by.place)
            .help(format!(
                "write the role of {whose}, such as `Clinical lead`"
            ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_say_nothing_and_words_do() {
        for text in ["…", "...", "TBC", " tbc. ", "{{ service.name }}", "TODO"] {
            assert!(is_unfilled(text), "{text}");
        }
        for text in ["Team secretary", "8", "our nurses … and others", "nothing"] {
            assert!(!is_unfilled(text), "{text}");
        }
    }
}
