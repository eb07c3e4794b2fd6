//! What is only seen on the whole way: from a service's folder to what `check` says of
//! its pages.

use super::{Options, Prepared, Workspace};
use crate::assets::Assets;
use crate::check::Choice;
use crate::check::rules::tests::{Story, TODAY, drawn, only, shown};
use crate::diagnostics::{Error, RuleId, Severity, Sources};
use crate::read::{Edition, Setting};

/// What `check --select CODE` says of a story on the terminal.
pub(super) fn says(story: &Story, code: &str) -> String {
    let folder = story.folder();
    let sources = Sources::default();
    let assets = Assets::of(folder.path()).expect("a service");
    let found = open(assets, Vec::new(), &sources).and_then(|workspace| {
        let ids = workspace.publications_of("story")?;
        Ok(workspace.check(&ids[0], &only(code))?.findings)
    });
    let problems = found.unwrap_or_else(|error| error.failure().problems());
    shown(&problems, &sources, folder.path())
}

fn open(assets: Assets, settings: Vec<Setting>, sources: &Sources) -> Result<Workspace, Error> {
    let options = Options {
        settings,
        date: Some(TODAY),
        copies: None,
        draft: false,
        trial: None,
    };
    Workspace::with(assets, options, sources.clone())
}

/// What is built in breaks no rule, in any tone and edition, but that nobody has looked at its
/// crisis lines. What only a service can do is a note.
#[test]
fn the_built_in_content_is_clean() {
    for tone in ["wellbeing", "mental-health", "pain-first"] {
        let tone = Setting {
            key: "tone".into(),
            value: tone.into(),
            from: "--tone".into(),
        };
        let workspace = open(Assets::example(), vec![tone], &Sources::default());
        let workspace = workspace.expect("the example opens");
        for edition in [Edition::Standard, Edition::LargePrint] {
            for id in workspace.publications().expect("guides") {
                let id = id.in_edition(edition);
                let checked = workspace.check(&id, &Choice::default());
                let mut found = checked.expect("it is printed").findings;
                found.retain(|problem| {
                    problem.severity != Severity::Note
                        && problem.rule_id() != Some(RuleId::CrisisLineNotRung)
                });
                let said = drawn(&found, workspace.sources());
                assert_eq!(said, "", "{}", id.describe());
            }
        }
    }
}

fn leaflet(paragraphs: usize) -> Story {
    let paragraph = "We listen to you, and you choose what happens next. ".repeat(5);
    let text = format!("          {paragraph}\n\n").repeat(paragraphs);
    Story::leaflet(&format!(
        "  - id: who\n    heading: Who we are\n    blocks:\n      - text: |\n{text}"
    ))
}

#[test]
fn a_text_that_is_too_long_names_its_section_and_cannot_be_silenced() {
    insta::assert_snapshot!(says(&leaflet(40), "LW070"), @"
    error[LW070 text-too-long]: `story`: `side-1-left` holds 1464 mm too much, about 244 lines: the room ends in `who`
       ┌─ content/guides/story/en-GB.yaml:13:9
       │
    13 │   - id: who
       │         ^^^ the room ends in here
       │
       = help: fewer words, fewer contacts or fewer local services will fit
       = help: `overrides/story.yaml` is where a service says `who` its own way
    ");
    let silenced = leaflet(40).settings(
        "tone: wellbeing",
        "tone: wellbeing\ncheck: {ignore: [LW070]}",
    );
    assert_ne!(says(&silenced, "LW070"), "");
}

#[test]
fn a_full_page_is_fine() {
    assert_eq!(says(&leaflet(6), "LW070"), "");
}

fn picture(width: u32) -> String {
    let section = "  - id: who\n    heading: Where we meet\n    blocks:\n      - picture: {file: garden.png, alt: The garden behind the clinic, width: 60}\n";
    let story = Story::leaflet(section).picture("garden.png", width, width / 2);
    says(&story, "LW077")
}

#[test]
fn a_picture_with_few_pixels_is_doubted() {
    insta::assert_snapshot!(picture(200), @"
    warning[LW077 coarse-picture]: `garden.png` prints at `85` dpi and will look coarse: it has `200 × 100` pixels and is printed 60 mm wide
       ┌─ content/guides/story/en-GB.yaml:16:25
       │
    16 │       - picture: {file: garden.png, alt: The garden behind the clinic, width: 60}
       │                         ^^^^^^^^^^
       │
       = help: use a picture of 709 × 354 pixels (300 dpi); 472 × 236 pixels is the least (200 dpi)
    ");
}

#[test]
fn a_picture_with_enough_pixels_is_fine() {
    assert_eq!(picture(480), "");
}

fn booklet(pages: usize) -> Story {
    let page = |number| {
        format!(
            "  - id: page-{number}\n    heading: Page\n    blocks: [page-break, write-in: {{lines: 15}}]\n"
        )
    };
    let pages: String = (0..pages).map(page).collect();
    Story::booklet(&pages)
}

#[test]
fn staples_hold_forty_pages() {
    insta::assert_snapshot!(says(&booklet(42), "LW079"), @"
    warning[LW079 too-many-pages]: `story`: 44 pages are too many for staples
     = help: up to 40 close well; `format: a5-pages` is for a wire binding
    ");
    assert_eq!(says(&booklet(38), "LW079"), "");
}

/// A booklet with a cover, a picture beside a section and one beside lines to write on.
fn pictured() -> Story {
    Story::booklet(
        "  - id: who\n    heading: Who we are\n    picture: {scene: walk}\n    blocks:\n      - text: We listen.\n      - write-in: {lines: 3, label: My notes, picture: {scene: window-rest}}\n",
    )
    .guide("draft: false", "cover: bench")
}

/// What its pages are made from.
fn prepared(story: &Story) -> Result<Prepared, String> {
    let folder = story.folder();
    let sources = Sources::default();
    let assets = Assets::of(folder.path()).expect("a service");
    let said = |error: &Error| shown(&error.failure().problems(), &sources, folder.path());
    let workspace = open(assets, Vec::new(), &sources).map_err(|error| said(&error))?;
    let ids = workspace.publications_of("story").expect("a guide");
    let prepared = workspace.prepare(&ids[0]);
    prepared.map_err(|failure| shown(&failure.problems(), &sources, folder.path()))
}

/// The drawings of a publication, by what templates load.
fn drawings(story: &Story) -> Vec<String> {
    let prepared = prepared(story).expect("a publication");
    let files = prepared.pictures.into_iter().map(|(path, _)| path);
    files
        .map(|path| path.replace("data/pictures/", ""))
        .collect()
}

#[test]
fn every_shape_of_a_scene_that_is_named_is_there_and_no_other() {
    assert_eq!(
        drawings(&pictured()),
        [
            "bench.svg",
            "bench-cover.svg",
            "bench-large-cover.svg",
            "walk.svg",
            "walk-strip.svg",
            "window-rest.svg"
        ]
    );
    let prepared = prepared(&pictured()).expect("a publication");
    let cover = prepared.publication.cover.expect("a cover");
    insta::assert_snapshot!(cover.alt, @"Two people sit on a bench in a park. One talks, and the other listens.");
    let sizes = cover.shapes.iter().map(|it| (it.width, it.height));
    assert_eq!(
        sizes.collect::<Vec<_>>(),
        [(120.0, 90.0), (100.0, 126.0), (140.0, 122.0)]
    );
    let section = &prepared.publication.sections[0];
    assert!(section.picture.as_ref().is_some_and(|it| it.name == "walk"));
}

#[test]
fn an_override_shows_other_pictures() {
    let story = pictured().file(
        "overrides/story.yaml",
        "cover: signpost\nsections: {who: {picture: {scene: phone}}}\n",
    );
    assert_eq!(
        drawings(&story),
        [
            "signpost.svg",
            "signpost-cover.svg",
            "signpost-strip.svg",
            "phone.svg",
            "phone-tall.svg",
            "window-rest.svg"
        ]
    );
}

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><rect width=\"40\" height=\"30\" fill=\"{mid}\"/></svg>";

#[test]
fn a_drawing_of_the_services_own_takes_the_place_of_all_shapes() {
    let story = pictured().file("templates/pictures/bench.svg", DRAWING);
    assert_eq!(drawings(&story)[..2], ["bench.svg", "walk.svg"]);
    let prepared = prepared(&story).expect("a publication");
    let (_, bytes) = &prepared.pictures[0];
    assert!(!String::from_utf8_lossy(bytes).contains("{mid}"));
}

#[test]
fn a_drawing_that_is_not_to_be_placed_says_where() {
    let said = |drawing: &str| {
        let story = pictured().file("templates/pictures/bench.svg", drawing);
        prepared(&story).err().unwrap_or_default()
    };
    let unknown = said(&DRAWING.replace("{mid}", "{middle}"));
    insta::assert_snapshot!("own-drawing-unknown-role", unknown);
    let script = said(&DRAWING.replace("<rect", "<script/><rect"));
    insta::assert_snapshot!("own-drawing-with-a-script", script);
    let long = said(&DRAWING.replacen('>', &format!(">{}", " ".repeat(300_000)), 1));
    assert!(long.contains("a drawing may be 256 kB at most"), "{long}");
    let other = pictured()
        .guide("cover: bench", "cover: our-dog")
        .file("templates/pictures/our-dog.svg", DRAWING);
    let wordless = prepared(&other).err().unwrap_or_default();
    insta::assert_snapshot!("own-drawing-without-words", wordless);
}

#[test]
fn a_photograph_of_the_services_own_takes_a_scenes_place() {
    let story = pictured()
        .settings(
            "tone: wellbeing",
            "tone: wellbeing\npictures: {bench: {file: our-bench.png, alt: Two people on our bench}}",
        )
        .picture("our-bench.png", 3000, 2000);
    assert_eq!(drawings(&story)[..2], ["bench.png", "walk.svg"]);
    let prepared = prepared(&story).expect("a publication");
    let cover = prepared.publication.cover.expect("a cover");
    assert_eq!(cover.alt, "Two people on our bench");
    // It fills 148 × 134.4 mm: 201.6 mm wide, at 300 dots an inch.
    let (_, png) = &prepared.pictures[0];
    let width = u32::from_be_bytes(png[16..20].try_into().expect("a width"));
    assert_eq!(width, 2381);
}

#[test]
fn a_picture_that_is_none_is_named_wherever_it_stands() {
    let said = [
        prepared(&pictured().guide("cover: bench", "cover: bnech")),
        prepared(&pictured().guide("{scene: walk}", "{scene: zebra}")),
        prepared(&pictured().settings(
            "tone: wellbeing",
            "tone: wellbeing\npictures: {benhc: {file: a.png, alt: A bench}}",
        )),
        prepared(&pictured().settings("{post: dl", "{picture: leter-arrives, post: dl")),
        prepared(&pictured().settings(
            "tone: wellbeing",
            "tone: wellbeing\npictures: {bench: {file: a.png}}",
        )),
        prepared(&pictured().guide("cover: bench", "motif: door")),
    ];
    let said: Vec<String> = said.map(|it| it.err().unwrap_or_default()).into();
    insta::assert_snapshot!("pictures-that-are-none", said.join("\n"));
}

#[test]
fn a_letter_has_a_picture_only_where_the_service_wants_one() {
    let letter = Story::letter_with_text("We listen.");
    assert_eq!(drawings(&letter), Vec::<String>::new());
    let letter = letter.settings("{post: dl", "{picture: letter-arrives, post: dl");
    assert_eq!(drawings(&letter), ["letter-arrives.svg"]);
    let face = prepared(&letter).expect("a letter").publication.letter;
    assert!(face.is_some_and(|face| face.picture.is_some()));
}
