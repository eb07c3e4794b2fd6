//! What the files in a folder of letters are called.

use std::path::{Component, Path};

use super::row_lists::RowList;

/// What became of every row.
pub(in crate::letters) const MANIFEST: &str = "manifest.csv";
/// The rows that got no letter.
pub(in crate::letters) const REJECTED: &str = "rejected.csv";
/// What the run was made from and how.
pub(super) const RECORD: &str = "run.json";

/// Files that the system puts into a folder when somebody looks at it.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A letter to approve a run by. It waits in the folder of letters until they are
/// printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofName {
    /// With the shortest that stands in each column.
    Shortest,
    /// With the longest that stands in each column.
    Longest,
    /// To the guide's short sample.
    SampleShort,
    /// To the guide's medium sample.
    SampleMedium,
    /// To the guide's long sample.
    SampleLong,
    /// With what the post asks for drawn on it.
    Overlay,
}

impl ProofName {
    /// Every proof there may be.
    pub const ALL: [Self; 6] = [
        Self::Overlay,
        Self::Shortest,
        Self::Longest,
        Self::SampleShort,
        Self::SampleMedium,
        Self::SampleLong,
    ];

    /// The name of its file, without a folder.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Shortest => "proof-shortest.pdf",
            Self::Longest => "proof-longest.pdf",
            Self::SampleShort => "proof-sample-short.pdf",
            Self::SampleMedium => "proof-sample-medium.pdf",
            Self::SampleLong => "proof-sample-long.pdf",
            Self::Overlay => "proof-overlay.pdf",
        }
    }
}

/// The names that no letter may have: those of lists and of proofs.
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    let proofs = ProofName::ALL.into_iter().map(ProofName::file_name);
    let lists = RowList::ALL.map(|list| list.file);
    [MANIFEST, RECORD].into_iter().chain(lists).chain(proofs)
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
