//! `leafwright list --pictures`: every scene, what it shows and what it suits.

use crate::assets::Assets;
use crate::cli::table::paragraph;
use crate::diagnostics::{Failure, Sources};
use crate::read::picture::drawing;
use crate::read::{Reader, SceneFiles, Text, drawing_path, scenes};
use crate::tailor::scene_label;

/// How far what is said of a scene is set in.
const INDENT: usize = 4;

pub fn text(assets: &Assets, sources: &Sources) -> Result<String, Failure> {
    let reader = &mut Reader::new(assets, sources);
    let service = reader.service(&[])?;
    let language = Text {
        value: service.languages[0].value.clone(),
        place: service.languages[0].place,
    };
    let labels = reader.labels(&language)?;
    let uses = reader.uses_of_scenes()?;
    let mut text = String::from(
        "Pictures (write `cover: bench` for a guide, `picture: {scene: bench}` for a section,\n\
         an option or lines to write on)\n",
    );
    for scene in scenes(assets)? {
        let own = service.pictures.get(&scene.name);
        let shapes = match own {
            Some(own) => format!("your own: {}", own.file.value),
            None => shapes(&scene, assets, sources)?,
        };
        let label = labels.get(&scene_label(&scene.name));
        let shows = own.map(|own| &own.alt).or(label);
        text.push_str(&format!("\n{}  {shapes}\n", scene.name));
        if let Some(shows) = shows {
            text.push_str(&paragraph(&shows.value, INDENT));
        }
        if let Some(suits) = uses.get(&scene.name) {
            text.push_str(&paragraph(&format!("For {}", suits.value), INDENT));
        }
    }
    text.push_str(
        "\nSizes are width × height in units of the drawing. A picture of 120 × 90 stands beside a\n\
         text 36 × 27 mm large; a cover has as many mm, or what its page has room for.\n",
    );
    Ok(text)
}

/// The shapes of a scene: `120 × 90, cover 100 × 126`.
fn shapes(scene: &SceneFiles, assets: &Assets, sources: &Sources) -> Result<String, Failure> {
    let mut shapes = Vec::new();
    for name in &scene.drawings {
        if let Some(file) = assets.file(&drawing_path(name))? {
            let drawing = drawing::read(sources, file)?;
            let shape = name.strip_prefix(&scene.name).unwrap_or_default();
            let shape = shape.trim_start_matches('-').replace('-', " ");
            let size = format!("{} × {}", drawing.width, drawing.height);
            shapes.push(format!("{shape} {size}").trim_start().to_owned());
        }
    }
    Ok(shapes.join(", "))
}
