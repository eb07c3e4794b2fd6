//! Words in which capitals and spaces do not count.

/// A word without what does not count: case, spaces, `_` and `-`.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}
