//! The scenes there are: drawn pictures, each in one or several proportions.

use std::collections::BTreeMap;

use crate::assets::Assets;
use crate::diagnostics::Failure;

/// Where drawings are, in the program and in a service's folder.
const FOLDER: &str = "templates/pictures";

/// What the name of a drawing adds to that of its scene.
const SHAPES: &[&str] = &["-large-cover", "-cover", "-strip", "-wide", "-tall"];

/// Drawings that are parts of a page: people of a figure.
const PARTS: &[&str] = &["person-on", "person-off"];

/// A scene, and the drawings there are of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneFiles {
    /// What guides call it.
    pub name: String,
    /// Its drawings, by their names: the plain one first.
    pub drawings: Vec<String>,
}

/// Every scene, sorted by name. Where a service has drawings of a scene of its own, they
/// are all there is of it: no page mixes two artists.
///
/// # Errors
/// Where the service's folder cannot be read.
pub fn scenes(assets: &Assets) -> Result<Vec<SceneFiles>, Failure> {
    let own = by_scene(assets.service_names(FOLDER)?);
    let mut all = by_scene(assets.names_in(FOLDER));
    all.extend(own);
    let scenes = all
        .into_iter()
        .map(|(name, drawings)| SceneFiles { name, drawings });
    Ok(scenes.collect())
}

/// The path of a drawing.
pub fn drawing_path(drawing: &str) -> String {
    format!("{FOLDER}/{drawing}.svg")
}

fn by_scene(names: Vec<String>) -> BTreeMap<String, Vec<String>> {
    let mut scenes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let names = names.into_iter();
    let mut drawings: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".svg")?.to_owned()))
        .filter(|drawing| !PARTS.contains(&drawing.as_str()))
        .collect();
    drawings.sort_by_key(|drawing| (drawing.len(), drawing.clone()));
    for drawing in drawings {
        let scene = scene_of(&drawing).to_owned();
        scenes.entry(scene).or_default().push(drawing);
    }
    scenes
}

/// The scene of a drawing: `bench` of `bench-cover`.
fn scene_of(drawing: &str) -> &str {
    let mut shapes = SHAPES.iter();
    shapes
        .find_map(|shape| drawing.strip_suffix(shape))
        .unwrap_or(drawing)
}
