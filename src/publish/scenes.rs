//! The scenes a publication shows, in the colours of its service.

use crate::assets::Assets;
use crate::diagnostics::{Failure, Help, Place, Problem, Sources, Way, did_you_mean, refuse};
use crate::read::picture::{self, MaxSize, drawing};
use crate::read::{
    Content, Edition, Guide, Kind, OwnPicture, Panel, SceneFiles, Service, Text, drawing_path,
    scenes,
};
use crate::tailor::{Colours, Locale, Paper, Scene, Shape, fill, scene_label};
use crate::typeset::PictureFile;

/// The largest a picture of a cover is printed, mm: of A3, its width.
const COVER: MaxSize = MaxSize {
    width_mm: 297.0,
    height_mm: 222.0,
};
/// How much of a page's height a cover takes at most.
const COVER_SHARE: f64 = 0.64;
/// The largest a picture beside a text is printed, mm.
const SPOT: MaxSize = MaxSize {
    width_mm: 110.0,
    height_mm: 83.0,
};

/// Scenes that are ready to be placed.
#[derive(Default)]
pub struct Scenes {
    /// For the publication. Without alternative text, where labels say it.
    pub ready: Vec<Scene>,
    /// For the template.
    pub files: Vec<PictureFile>,
    /// What a reader may want to know: a picture too coarse to print.
    pub notes: Vec<Problem>,
}

/// What scenes are made from.
pub struct Studio<'a> {
    /// The files.
    pub assets: &'a Assets,
    /// Their texts, for problems.
    pub sources: &'a Sources,
    /// The service, with pictures of its own.
    pub service: &'a Service,
    /// Its colours.
    pub colours: &'a Colours,
    /// What scenes show, in the language that is printed.
    pub locale: &'a Locale,
    /// Standard or large print.
    pub edition: Edition,
}

/// Where the service names a scene that is none.
///
/// # Errors
/// Where its folder cannot be read.
pub fn unknown_in(service: &Service, assets: &Assets) -> Result<Vec<Problem>, Failure> {
    let known = scenes(assets)?;
    let pictures = service.pictures.iter();
    let pictures = pictures.map(|(name, own)| (name.as_str(), own.file.place));
    let letter = service.letters.picture.iter();
    let letter = letter.map(|name| (name.value.as_str(), name.place));
    let named = pictures.chain(letter);
    let unknown = named.filter(|(name, _)| known.iter().all(|scene| scene.name != *name));
    Ok(unknown
        .map(|(name, place)| no_scene(name, place, &known))
        .collect())
}

impl Scenes {
    /// The scenes that a guide names, and a service for its letters.
    ///
    /// # Errors
    /// Where there is no such scene, or its picture cannot be placed.
    pub fn of(guide: &Guide, studio: &Studio) -> Result<Self, Failure> {
        let named = named(guide, studio.service);
        if named.is_empty() {
            return Ok(Self::default());
        }
        let known = scenes(studio.assets)?;
        let mut made = Self::default();
        let mut problems = Vec::new();
        for name in named {
            if made.ready.iter().any(|scene| scene.name == name.value) {
                continue;
            }
            let Some(scene) = known.iter().find(|scene| scene.name == name.value) else {
                problems.push(no_scene(&name.value, name.place, &known));
                continue;
            };
            let room = if guide
                .cover
                .as_ref()
                .is_some_and(|cover| cover.place == name.place)
            {
                cover_of(guide, studio.edition)
            } else {
                SPOT
            };
            match studio.service.pictures.get(&scene.name) {
                Some(own) => made.place(scene, own, room, studio)?,
                None => made.draw(scene, name.place, studio)?,
            }
        }
        refuse(problems)?;
        Ok(made)
    }

    /// A scene as it is drawn.
    fn draw(&mut self, scene: &SceneFiles, named: Place, studio: &Studio) -> Result<(), Failure> {
        if !studio
            .locale
            .labels()
            .contains_key(&scene_label(&scene.name))
        {
            return Err(no_words(&scene.name, named, studio.locale).into());
        }
        let mut shapes = Vec::new();
        for name in &scene.drawings {
            let Some(file) = studio.assets.file(&drawing_path(name))? else {
                continue;
            };
            let drawing = drawing::read(studio.sources, file)?;
            let filled = fill(&drawing.text, studio.colours).map_err(|unknown| {
                let start = drawing.text.find(&unknown.token).unwrap_or_default();
                let place = Place {
                    source: drawing.source,
                    start,
                    end: start + unknown.token.len(),
                };
                Problem::error(unknown.to_string())
                    .at(place)
                    .also(named, "the picture is named here")
                    .help("write a role, such as {mid}, or a mix of two, such as {mix mid ink 40}")
            })?;
            let file = format!("data/pictures/{name}.svg");
            shapes.push(Shape {
                file: format!("/{file}"),
                width: drawing.width,
                height: drawing.height,
            });
            self.files.push((file, drawn_once(&filled).into_bytes()));
        }
        self.ready.push(Scene {
            name: scene.name.clone(),
            alt: String::new(),
            shapes,
        });
        Ok(())
    }

    /// A picture of the service's own in the place of a scene.
    fn place(
        &mut self,
        scene: &SceneFiles,
        own: &OwnPicture,
        room: MaxSize,
        studio: &Studio,
    ) -> Result<(), Failure> {
        let (assets, name) = (studio.assets, &own.file);
        let found = assets.service_file(&name.value);
        let found = found.map_err(|failure| failure.map(|problem| problem.at(name.place)))?;
        let file = found.ok_or_else(|| {
            Problem::error(format!("there is no file `{}`", name.value))
                .at(name.place)
                .maybe_help(assets.instead_of(&name.value))
                .help("put it into the service's folder, or take the picture out: then the drawn one is used")
        })?;
        let (prepared, notes) = picture::prepare_filling(&file.name, &file.bytes, room)
            .map_err(|problem| problem.at(name.place))?;
        let path = format!("data/pictures/{}.png", scene.name);
        self.ready.push(Scene {
            name: scene.name.clone(),
            alt: own.alt.value.trim().to_owned(),
            shapes: vec![Shape {
                file: format!("/{path}"),
                width: prepared.width_mm,
                height: prepared.height_mm,
            }],
        });
        self.files.push((path, prepared.picture.png));
        let notes = notes.into_iter().map(|note| note.at(name.place));
        self.notes.extend(notes);
        Ok(())
    }
}

/// Where scenes are named, the cover first: it is printed largest.
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

/// The largest the picture of a guide's cover is printed, mm.
fn cover_of(guide: &Guide, edition: Edition) -> MaxSize {
    let paper = Paper::of(guide.format.value, edition);
    let fronts = paper.panels.iter().filter(|panel| {
        matches!(
            panel.name,
            Panel::Front | Panel::FrontLeft | Panel::FrontRight
        )
    });
    let width = if paper.panels.is_empty() {
        paper.width
    } else {
        fronts.map(|panel| panel.width).sum()
    };
    MaxSize {
        width_mm: COVER.width_mm.min(width),
        height_mm: COVER.height_mm.min(COVER_SHARE * paper.height),
    }
}

fn no_scene(name: &str, place: Place, known: &[SceneFiles]) -> Problem {
    let known = known.iter().map(|scene| scene.name.as_str());
    Problem::error(format!("there is no picture `{name}`"))
        .at(place)
        .maybe_help(did_you_mean(name, known))
        .help(Help::from("see all of them").by(Way::ListPictures))
}

/// A drawing of the service's own that takes no other's place.
fn no_words(name: &str, place: Place, locale: &Locale) -> Problem {
    let (label, language) = (scene_label(name), locale.tag());
    Problem::error(format!("nothing says what the picture `{name}` shows"))
        .at(place)
        .help(format!(
            "add a line `{label}: …` to a `content/labels/{language}.yaml` of your own, for people who cannot see it"
        ))
}

/// The drawing as a layer of its own: a PDF holds such a layer once, however often it is
/// placed. Without it a booklet with each scene twice is a third larger.
fn drawn_once(drawing: &str) -> String {
    let start = drawing.find('>').map_or(0, |end| end + 1);
    let end = drawing.rfind("</svg>").unwrap_or(drawing.len());
    let (opening, rest) = drawing.split_at(start.min(end));
    let (content, closing) = rest.split_at(end - opening.len());
    format!("{opening}<g style=\"isolation:isolate\">{content}</g>{closing}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reader;
    use crate::tailor::own_colours;

    /// The most bytes of a built-in drawing: ten people standing together.
    const MOST_BYTES: usize = 40_000;

    /// Every built-in drawing, with its name.
    fn drawings() -> Vec<(String, String)> {
        let assets = Assets::example();
        let names = assets.names_in("templates/pictures").into_iter();
        let names = names.filter_map(|name| name.strip_suffix(".svg").map(str::to_owned));
        let drawings = names.map(|name| {
            let file = assets.built_in(&drawing_path(&name)).expect("a drawing");
            assert!(file.bytes.len() <= MOST_BYTES, "{name}");
            let drawing = drawing::read(&Sources::default(), file).expect(&name);
            (name, drawing.text)
        });
        drawings.collect()
    }

    #[test]
    fn built_in_drawings_hold_known_roles_and_ids_of_their_own() {
        let drawings = drawings();
        assert!(drawings.len() >= 50);
        for (name, text) in drawings {
            let filled = fill(&text, &own_colours()).expect(&name);
            assert!(!filled.contains(['{', '}']), "{name}");
            let ids = text.split(" id=\"").skip(1);
            for id in ids {
                assert!(id.starts_with(&format!("{name}-")), "{name}");
            }
        }
    }

    #[test]
    fn every_scene_says_what_it_shows_and_what_it_suits() {
        let assets = Assets::example();
        let sources = Sources::default();
        let mut reader = Reader::new(&assets, &sources);
        let place = reader.service(&[]).expect("settings").tone.place;
        let uses = reader.uses_of_scenes().expect("uses");
        let known = scenes(&assets).expect("scenes");
        let names: Vec<&str> = known.iter().map(|scene| scene.name.as_str()).collect();
        assert_eq!(uses.keys().collect::<Vec<_>>(), names);
        for language in reader.languages() {
            let language = Text {
                value: language,
                place,
            };
            let labels = reader.labels(&language).expect("labels");
            let labels = labels.keys().filter_map(|key| key.strip_prefix("scene-"));
            assert_eq!(labels.collect::<Vec<_>>(), names, "{}", language.value);
        }
    }
}
