//! What the files in a folder of letters are called.

use std::path::{Component, Path};

use super::row_lists::RowList;

/// What became of every row.
pub(in crate::letters) const MANIFEST: &str = "manifest.csv";
/// The rows that got no letter.
pub(super) const REJECTED: &str = "rejected.csv";
/// The rows whose people asked for something that is not printed.
pub(super) const BY_HAND: &str = "by-hand.csv";
/// What the run was made from and how.
pub(super) const RECORD: &str = "run.json";

/// Files that the system puts into a folder when somebody looks at it.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The names that no letter may have: those of lists.
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    let lists = RowList::ALL.map(|list| list.file);
    [MANIFEST, RECORD].into_iter().chain(lists)
}

/// Whether this is the name of a file and nothing more, on any system, and free.
pub(super) fn is_plain(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let single = matches!(components.next(), Some(Component::Normal(first)) if first == name)
        && components.next().is_none();
    let forbidden = |symbol: char| symbol.is_control() || r#"/\:*?"<>|"#.contains(symbol);
    single
        && !name.starts_with('.')
        && !name.contains(forbidden)
        && !reserved().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Whether the system, or the program that shows a file, puts such a file there.
pub(super) fn is_of_the_system(name: &str) -> bool {
    // LibreOffice leaves a lock beside a file that it has open.
    SYSTEM_FILES.contains(&name) || name.starts_with(".~lock.")
}
