//! What a file in a folder of letters may be called.

use std::path::{Component, Path};

use super::{manifest, occupied, record, rejected};

/// Whether this is the name of a file and nothing more, on any system, and free.
pub(super) fn is_plain(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let single = matches!(components.next(), Some(Component::Normal(first)) if first == name)
        && components.next().is_none();
    let forbidden = |symbol: char| symbol.is_control() || r#"/\:*?"<>|"#.contains(symbol);
    let taken = [manifest::NAME, rejected::NAME, record::NAME]
        .into_iter()
        .chain(occupied::PROOFS);
    single
        && !name.starts_with('.')
        && !name.contains(forbidden)
        && !taken
            .into_iter()
            .any(|taken| name.eq_ignore_ascii_case(taken))
}
