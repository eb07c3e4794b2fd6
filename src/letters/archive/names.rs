//! What the files in a folder of letters are called.

use std::path::{Component, Path};

/// What became of every row.
pub(in crate::letters) const MANIFEST: &str = "manifest.csv";
/// The rows that got no letter.
pub(in crate::letters) const REJECTED: &str = "rejected.csv";
/// What the run was made from and how.
pub(super) const RECORD: &str = "run.json";

/// The lists of a folder: the names that no letter may have.
pub(super) const LISTS: [&str; 3] = [MANIFEST, REJECTED, RECORD];

/// Files that the system puts into a folder when somebody looks at it.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether this is the name of a file and nothing more, on any system, and free.
pub(super) fn is_plain(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let single = matches!(components.next(), Some(Component::Normal(first)) if first == name)
        && components.next().is_none();
    let forbidden = |symbol: char| symbol.is_control() || r#"/\:*?"<>|"#.contains(symbol);
    single
        && !name.starts_with('.')
        && !name.contains(forbidden)
        && !LISTS.iter().any(|list| name.eq_ignore_ascii_case(list))
}

/// Whether the system, or the program that shows a file, puts such a file there.
pub(super) fn is_of_the_system(name: &str) -> bool {
    // LibreOffice leaves a lock beside a file that it has open.
    SYSTEM_FILES.contains(&name) || name.starts_with(".~lock.")
}
