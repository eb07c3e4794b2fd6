//! The scenes of a publication, each with what it shows in the publication's language.

use super::Materials;
use super::content::Scene;
use super::tailoring::Tailoring;
use crate::read::{SceneEntry, Text};

/// How the labels begin that say what scenes show.
const LABEL: &str = "scene-";

/// The label that says what a scene shows.
pub fn label(name: &str) -> String {
    format!("{LABEL}{name}")
}

/// Whether a label says what a scene shows. Those of other scenes concern no template.
pub fn is_label(key: &str) -> bool {
    key.starts_with(LABEL)
}

/// The scene of this name; none where it is not ready to place, which whoever readied
/// them has said.
pub fn named(materials: &Materials, name: Option<&Text>) -> Option<Scene> {
    let name = name?.value.as_str();
    let mut scenes = materials.scenes.iter();
    let mut scene = scenes.find(|scene| scene.name == name)?.clone();
    if scene.alt.is_empty() {
        scene.alt = materials.locale.say(&label(name), &[]);
    }
    Some(scene)
}

impl Tailoring<'_> {
    /// The picture beside a part of a guide.
    pub(super) fn picture_of(&self, entry: Option<&SceneEntry>) -> Option<Scene> {
        named(self.materials, entry.map(|entry| &entry.scene))
    }
}
