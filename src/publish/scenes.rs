//! The scenes a publication shows, in the colours of its service.

use crate::assets::Assets;
use crate::diagnostics::{Failure, Help, Place, Problem, Sources, Way, refuse};
use crate::read::picture::drawing;
use crate::read::{Content, Guide, Kind, SceneFiles, Service, Text, drawing_path, scenes};
use crate::tailor::{Colours, Scene, Shape, fill};
use crate::typeset::PictureFile;

/// Scenes that are ready to be placed.
#[derive(Default)]
pub struct Scenes {
    /// For the publication. Without alternative text, where labels say it.
    pub ready: Vec<Scene>,
    /// For the template.
    pub files: Vec<PictureFile>,
    /// What a reader may want to know.
    pub notes: Vec<Problem>,
}

/// What scenes are made from.
pub struct Studio<'a> {
    /// The files.
    pub assets: &'a Assets,
    /// Their texts, for problems.
    pub sources: &'a Sources,
    /// The colours of the service.
    pub colours: &'a Colours,
}

impl Scenes {
    /// The scenes that a guide names, and a service for its letters.
    ///
    /// # Errors
    /// Where there is no such scene, or its drawing cannot be placed.
    pub fn of(guide: &Guide, service: &Service, studio: &Studio) -> Result<Self, Failure> {
        let known = scenes(studio.assets)?;
        let mut made = Self::default();
        let mut problems = Vec::new();
        for name in named(guide, service) {
            if made.ready.iter().any(|scene| scene.name == name.value) {
                continue;
            }
            match known.iter().find(|scene| scene.name == name.value) {
                Some(scene) => made.draw(scene, name.place, studio)?,
                None => problems.push(unknown(name, &known)),
            }
        }
        refuse(problems)?;
        Ok(made)
    }

    fn draw(&mut self, scene: &SceneFiles, named: Place, studio: &Studio) -> Result<(), Failure> {
        let mut shapes = Vec::new();
        for drawing in &scene.drawings {
            let path = drawing_path(drawing);
            let Some(file) = studio.assets.file(&path)? else {
                continue;
            };
            let drawn = drawing::read(studio.sources, file)?;
            let filled = fill(&drawn.text, studio.colours).map_err(|unknown| {
                let start = drawn.text.find(&unknown.token).unwrap_or_default();
                let place = Place {
                    source: drawn.source,
                    start,
                    end: start + unknown.token.len(),
                };
                Problem::error(unknown.to_string())
                    .at(place)
                    .also(named, "the picture is named here")
                    .help("write a role, such as {mid}, or a mix of two, such as {mix mid ink 40}")
            })?;
            let file = format!("data/pictures/{drawing}.svg");
            shapes.push(Shape {
                file: format!("/{file}"),
                width: drawn.width,
                height: drawn.height,
            });
            self.files.push((file, filled.into_bytes()));
        }
        self.ready.push(Scene {
            name: scene.name.clone(),
            alt: String::new(),
            shapes,
        });
        Ok(())
    }
}

/// Where scenes are named.
fn named<'a>(guide: &'a Guide, service: &'a Service) -> Vec<&'a Text> {
    let mut named: Vec<&Text> = guide.cover.iter().collect();
    for section in &guide.sections {
        named.extend(section.picture.iter().map(|picture| &picture.scene));
        for block in &section.blocks {
            let pictures: Vec<_> = match &block.value.content {
                Content::Options(options) => options.iter().map(|it| &it.picture).collect(),
                Content::WriteIn(write_in) => vec![&write_in.picture],
                _ => Vec::new(),
            };
            let pictures = pictures.into_iter().flatten();
            named.extend(pictures.map(|picture| &picture.scene));
        }
    }
    if guide.kind.value == Kind::Letter {
        named.extend(&service.letters.picture);
    }
    named
}

fn unknown(name: &Text, known: &[SceneFiles]) -> Problem {
    let known = known.iter().map(|scene| scene.name.as_str());
    Problem::not_there(format!("there is no picture `{}`", name.value))
        .at(name.place)
        .maybe_help(crate::diagnostics::did_you_mean(&name.value, known))
        .help(Help::from("see all of them").by(Way::ListPictures))
}
