//! A file's name as it may be shown.

use std::path::Path;

use crate::diagnostics;

/// A path as people read it, in one line: a name of a file may hold anything.
pub(crate) fn shown(path: &Path) -> String {
    shown_name(&path.to_string_lossy())
}

/// A file's name as people read it, in one line.
pub(crate) fn shown_name(name: &str) -> String {
    let shown = diagnostics::shown(name);
    shown.replace('\n', "<U+000A>").replace('\t', "<U+0009>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_without_what_a_terminal_obeys() {
        assert_eq!(shown(Path::new("Ŷd/logo 1.png")), "Ŷd/logo 1.png");
        assert_eq!(
            shown(Path::new("\u{1b}[2J\nlo\u{202e}go.png")),
            "<U+001B>[2J<U+000A>lo<U+202E>go.png"
        );
    }
}
