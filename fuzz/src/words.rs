//! What is said, as people read it.

use crate::diagnostics::Problem;

/// Words of the program that nobody reads who does not write one.
const OF_THE_PROGRAM: [&str; 16] = [
    "Some(", "None", "Ok(", "Err(", "Error {", "::", "u8", "u32", "u64", "usize", "f64", "struct ",
    "enum ", "Option<", "Vec<", "panicked",
];

/// What is said holds no control character, and no type's name outside what was typed.
pub fn assert_plain(problems: &[Problem]) {
    for problem in problems {
        let said = problem.to_string();
        let control = said.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t'));
        assert_eq!(control, None, "{said:?}");
        let ours = without_what_was_typed(&said);
        for word in OF_THE_PROGRAM {
            assert!(!holds_word(&ours, word), "{word}: {said}");
        }
    }
}

/// The words between backticks are the reader's own.
fn without_what_was_typed(said: &str) -> String {
    said.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

fn holds_word(text: &str, word: &str) -> bool {
    let stands_alone = |start: usize| {
        let before = text[..start].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    text.match_indices(word)
        .any(|(start, _)| stands_alone(start))
}
