//! Which guides there are.

use crate::assets::Assets;

/// A guide that can be printed, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideEntry {
    /// Its id.
    pub id: String,
    /// The languages it is written in, sorted.
    pub languages: Vec<String>,
}

/// Every guide there is, by its id.
pub fn guides(assets: &Assets) -> Vec<GuideEntry> {
    let ids = assets.names_in("content/guides").into_iter();
    ids.map(|id| GuideEntry {
        languages: yaml_names(assets, &format!("content/guides/{id}")),
        id,
    })
    .filter(|guide| !guide.languages.is_empty())
    .collect()
}

/// The names of the YAML files in a folder, without their ending.
pub(super) fn yaml_names(assets: &Assets, folder: &str) -> Vec<String> {
    let names = assets.names_in(folder).into_iter();
    names
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .collect()
}
