//! What is only seen on the whole way: from a service's folder to what `check` says of
//! its pages.

use super::{Options, Workspace};
use crate::assets::Assets;
use crate::check::Choice;
use crate::check::rules::tests::{Story, TODAY, drawn, only, shown};
use crate::diagnostics::{Error, Sources};
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
        trial: None,
    };
    Workspace::with(assets, options, sources.clone())
}

/// What is built in breaks no rule, in any tone and edition.
#[test]
fn the_built_in_content_is_clean() {
    for tone in ["wellbeing", "mental-health"] {
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
                let found = checked.expect("it is printed").findings;
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
    error[LW070 text-too-long]: `story`: `side-2-left` holds 1483 mm too much, about 260 lines: the room ends in `who`
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
