//! `docs/writing.md`: what may stand in a guide, every block with its keys, an example and a
//! picture of what it prints.
//!
//! `UPDATE_DOCS=1 cargo test --test house writing` writes keys and pictures anew. Look at them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{RgbImage, imageops};
use serde_json::Value;

use crate::support::picture::difference;
use crate::support::rendering::{Area, is_ink, rendered};
use crate::support::{Desk, Pdf};

/// Dots to the millimetre of a picture.
const DOTS: f32 = 4.0;

/// What stands beside a block, and is none.
const BESIDE: [&str; 2] = ["when", "short"];

/// The heading above an example, and those below it: the program has one of its own.
const ABOVE: &str = "Example";
const AFTERWARDS: &str = "Afterwards";
const BELOW: [&str; 3] = [AFTERWARDS, "My notes", CRISIS];

/// Whoever cannot cope reads this above the crisis lines.
const CRISIS: &str = "If you cannot cope right now";

/// What is further below than this, mm, is no part of an example: the foot of the page.
const GAP: f32 = 22.0;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn page() -> String {
    fs::read_to_string(docs().join("writing.md")).expect("a page")
}

fn is_updated() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

/// A schema, as the command prints it.
fn schema(of: &str) -> Value {
    let told = Desk::empty().done(&["schema", of]);
    serde_json::from_str(&told.out).expect("JSON")
}

/// The keys of a block and what may stand after each.
fn blocks(schema: &Value) -> BTreeMap<String, Value> {
    let block = schema["$defs"]["Block"]["anyOf"].as_array().expect("ways");
    let keys = block.iter().find_map(|way| way["properties"].as_object());
    let keys = keys.expect("keys").iter();
    keys.filter(|(key, _)| !BESIDE.contains(&key.as_str()))
        .map(|(key, it)| (key.clone(), it.clone()))
        .collect()
}

/// The entry of each block in the page, by its word: what stands below its heading.
fn entries(page: &str) -> BTreeMap<String, String> {
    let parts = page.split("\n### `").skip(1);
    let named = parts.map(|part| {
        let (word, entry) = part.split_once("`\n").expect("a heading of one word");
        let end = entry.find("\n## ").unwrap_or(entry.len());
        (word.to_owned(), entry[..end].to_owned())
    });
    named.collect()
}

/// The first example in an entry.
fn example(entry: &str) -> &str {
    let (_, rest) = entry.split_once("```yaml\n").expect("an example");
    rest.split_once("```").expect("its end").0
}

/// Whether a part of a schema may be of this kind.
fn is(part: &Value, kind: &str) -> bool {
    match &part["type"] {
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        one => one == kind,
    }
}

/// What a part of a schema leads to, lists and names followed.
fn followed<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    if let Some(name) = part["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        followed(schema, schema.pointer(pointer).expect("a definition"))
    } else if is(part, "array") && part.get("items").is_some() {
        followed(schema, &part["items"])
    } else {
        part
    }
}

/// The keys of a group as Markdown, those that have to be there first; nothing where it has
/// none.
fn table(schema: &Value, group: &Value) -> String {
    let group = followed(schema, group);
    let keys = group["properties"].as_object();
    let Some(keys) = keys.filter(|_| !is(group, "string")) else {
        return String::new();
    };
    let required = group["required"].as_array().cloned().unwrap_or_default();
    let is_required = |key: &&String| required.iter().any(|name| name == key.as_str());
    let (needed, others): (Vec<_>, Vec<_>) = keys.keys().partition(is_required);
    let mut table = String::from("\n| key | what it is |\n|---|---|\n");
    for key in needed.iter().chain(&others) {
        let about = keys[*key]["description"].as_str().unwrap_or_default();
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let mark = if needed.contains(key) { ", needed" } else { "" };
        let words = words(schema, &keys[*key]);
        table.push_str(&format!("| `{key}`{mark} | {about}{words} |\n"));
    }
    table + "\n"
}

/// The words that a key takes, where they are few and named nowhere else.
fn words(schema: &Value, key: &Value) -> String {
    let words = followed(schema, key)["oneOf"].as_array();
    let words = words
        .into_iter()
        .flatten()
        .filter_map(|one| one["const"].as_str());
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.len() {
        0 | 20.. => String::new(),
        _ => format!(" One of {}.", words.join(", ")),
    }
}

/// The page with the keys as the program has them.
fn with_keys(page: &str) -> String {
    const END: &str = "<!-- end of keys -->\n";
    let (guide, overrides) = (schema("guide"), schema("override"));
    let (version, persona) = (schema("version"), schema("persona"));
    let blocks = blocks(&guide);
    let definition = |schema: &Value, name: &str| schema["$defs"][name].clone();
    let mut made = String::new();
    let mut word = "";
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!-- keys") {
        made.push_str(before);
        if let Some((_, heading)) = before.rsplit_once("\n### `") {
            word = heading.split('`').next().unwrap_or_default();
        }
        let (of, after) = after.split_once(" -->\n").expect("a mark");
        let (_, after) = after.split_once(END).expect("the end of keys");
        let table = match of.trim() {
            "" => table(&guide, &blocks[word]),
            "of a guide" => table(&guide, &definition(&guide, "Guide")),
            "of a guide based on another" => table(&guide, &definition(&guide, "Variant")),
            "of a section" => table(&guide, &definition(&guide, "Section")),
            "of a need" => table(&guide, &definition(&guide, "Need")),
            "of a field" => table(&guide, &definition(&guide, "Field")),
            "of overrides" => table(&overrides, &overrides),
            "of a version" => table(&version, &version),
            "of a persona" => table(&persona, &persona),
            "of history" => table(&overrides, &definition(&overrides, "Learned")),
            "of a changed section" => table(&overrides, &definition(&overrides, "SectionChange")),
            other => panic!("no keys `{other}`"),
        };
        made.push_str(&format!("<!-- keys{of} -->\n{table}{END}"));
        rest = after;
    }
    made + rest
}

#[test]
fn every_block_has_an_entry() {
    let known: Vec<String> = blocks(&schema("guide")).into_keys().collect();
    let entries: Vec<String> = entries(&page()).into_keys().collect();
    assert_eq!(
        entries, known,
        "the headings in `docs/writing.md`, and the blocks there are"
    );
}

#[test]
fn keys_in_the_pages_are_those_of_the_program() {
    for name in ["writing.md", "versions.md"] {
        let read = || fs::read_to_string(docs().join(name)).expect("a page");
        let made = with_keys(&read());
        if is_updated() {
            fs::write(docs().join(name), &made).expect("a written page");
        }
        assert!(
            read() == made,
            "{name}: UPDATE_DOCS=1 cargo test --test house writing"
        );
    }
    let made = page();
    for (word, entry) in entries(&made) {
        let has_keys = entry.contains("\n| `");
        let blocks = blocks(&schema("guide"));
        let wanted = !table(&schema("guide"), &blocks[&word]).is_empty();
        assert_eq!(has_keys, wanted, "`<!-- keys -->` in the entry of `{word}`");
    }
}

/// A guide with an example in it.
fn guide(word: &str, entries: &BTreeMap<String, String>) -> String {
    let indented = |example: &str| {
        let lines = example.lines().map(|line| format!("      {line}\n"));
        lines.collect::<String>()
    };
    let own = example(&entries[word]);
    let (kind, format, rest) = match word {
        "appointment" | "reply-slip" | "write-in" => (
            "letter",
            "a4-letter",
            format!(
                "  - {{id: after, heading: {AFTERWARDS}, blocks: [text: We look forward to meeting you.]}}\n"
            ),
        ),
        "overview" => (
            "booklet",
            "a5-pages",
            format!(
                "  - id: after\n    blocks:\n{}",
                indented(example(&entries["options"]))
            ),
        ),
        _ => ("booklet", "a5-pages", String::new()),
    };
    // It has a heading of its own.
    let heading = match word {
        "crisis" => String::new(),
        _ => format!("    heading: {ABOVE}\n"),
    };
    let sources = match own.contains("[^qlab-guide]") {
        true => {
            "sources:\n  - {id: qlab-guide, text: \"Q Lab and Mind, practical guide, November 2019\"}\n"
        }
        false => "",
    };
    format!(
        "guide: example-{word}\nkind: {kind}\nformat: {format}\ntitle: How to write a guide\n\
         summary: An example\naudience: patients\nversion: 1\nreviewed: 2026-11-01\n\
         next-review: 2028-11-01\n{sources}sections:\n  - id: example\n{heading}    \
         blocks:\n{}{rest}",
        indented(own)
    )
}

/// The page on which a heading stands, and the height of its line, mm from the top.
fn stands(pdf: &Pdf, heading: &str) -> Option<(usize, f32)> {
    let mut pages = pdf.pages().into_iter().enumerate();
    pages.find_map(|(at, page)| {
        let height = pdf.sizes()[at][1];
        let runs = pdf.runs(page).into_iter();
        let run = runs.rev().find(|run| run.text.trim() == heading)?;
        Some((at, height - run.y / 72.0 * 25.4))
    })
}

/// What an example prints, without the page round it.
fn printed(word: &str, bytes: &[u8]) -> RgbImage {
    let pdf = Pdf::open(bytes);
    let below_line = |heading, by| {
        let (at, line) = stands(&pdf, heading).expect(heading);
        (at, line + by)
    };
    let (at, top) = match word {
        "options" => (below_line("What it is", 0.0).0, 0.0),
        "crisis" => below_line(CRISIS, -7.0),
        _ => below_line(ABOVE, 2.5),
    };
    let pictures = rendered(bytes, DOTS);
    let picture = &pictures[at];
    let below = BELOW.iter().filter_map(|heading| stands(&pdf, heading));
    let below = below.filter(|(page, line)| *page == at && *line > top + 10.0);
    let foot = below
        .map(|(_, line)| line - 8.0)
        .fold(f32::INFINITY, f32::min);
    let foot = foot.min(picture.height() as f32 / DOTS - 12.0);
    let dots = |mm: f32| (mm * DOTS) as u32;
    let area = Area {
        // A letter has marks at its edge, where it is folded; an option has its number there.
        left: if word == "options" { 0 } else { dots(8.0) },
        top: dots(top),
        bottom: dots(foot),
        right: picture.width(),
    };
    // An option fills its page.
    let gap = if word == "options" {
        u32::MAX
    } else {
        dots(GAP)
    };
    cropped(picture, area, gap)
}

/// The inked part of an area until the first gap of so many dots, with a little white round
/// it.
fn cropped(picture: &RgbImage, area: Area, gap: u32) -> RgbImage {
    const WHITE: u32 = 8;
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for y in area.top..area.bottom {
        let inked = (area.left..area.right).filter(|x| is_ink(*picture.get_pixel(*x, y)));
        for x in inked {
            (left, right) = (left.min(x), right.max(x));
            (top, bottom) = (top.min(y), y);
        }
        if top < y && y - bottom > gap {
            break;
        }
    }
    assert!(left <= right, "nothing is printed");
    let left = left.saturating_sub(WHITE);
    let top = top.saturating_sub(WHITE).max(area.top);
    let right = (right + WHITE).min(picture.width());
    let bottom = (bottom + WHITE).min(area.bottom);
    imageops::crop_imm(picture, left, top, right - left, bottom - top).to_image()
}

/// In few colours, so that it is a small file: 16 steps of each.
fn in_few_colours(mut picture: RgbImage) -> RgbImage {
    for dot in picture.pixels_mut() {
        dot.0 = dot.0.map(|channel| (channel / 16) * 17);
    }
    picture
}

fn save(picture: &RgbImage, path: &Path) {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter);
    picture.write_with_encoder(encoder).expect("a picture");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a saved picture");
}

/// Approves a guide as it is, with the lines that are there to paste.
fn approve(desk: &Desk, guide: &str) {
    let told = desk.done(&["build", "--target", "screen", guide]);
    let pasted = told.err.rsplit("approvals:\n").next().expect("lines");
    let pasted = pasted.trim_end().replace('…', "Clinical lead");
    let settings = desk.read_text("service.yaml");
    desk.write("service.yaml", format!("{settings}approvals:\n{pasted}\n"));
}

#[test]
fn examples_print_what_their_pictures_show() {
    let page = page();
    let entries = entries(&page);
    let desk = Desk::own_service();
    let mut words: Vec<&str> = entries.keys().map(String::as_str).collect();
    words.retain(|word| *word != "page-break");
    let names: Vec<String> = words.iter().map(|word| format!("example-{word}")).collect();
    for (word, name) in words.iter().zip(&names) {
        desk.write(
            format!("content/guides/{name}/en-GB.yaml"),
            guide(word, &entries),
        );
    }
    // The whole guide that the page begins with.
    desk.write("content/guides/my-guide/en-GB.yaml", example(&page));
    // The desk's own is turned round.
    let logo = include_bytes!("../../content/examples/riverside/logo.png");
    desk.write("our-logo.png", logo);
    approve(&desk, "example-urgent");
    let guides = names.iter().map(String::as_str).chain(["my-guide"]);
    let command: Vec<&str> = ["build", "--target", "screen"]
        .into_iter()
        .chain(guides)
        .collect();
    desk.done(&command);
    let mut changed = Vec::new();
    for (word, name) in words.iter().zip(&names) {
        let sample = format!("out/{name}.sample.pdf");
        let file = if desk.exists(&sample) {
            sample
        } else {
            format!("out/{name}.pdf")
        };
        let drawn = in_few_colours(printed(word, &desk.read(file)));
        let path = docs().join(format!("pictures/{word}.png"));
        let link = format!("](pictures/{word}.png)");
        assert!(
            entries[*word].contains(&link),
            "`{link}` in the entry of `{word}`"
        );
        if is_updated() {
            save(&drawn, &path);
        }
        let shown = image::open(&path).map(|shown| shown.to_rgb8());
        changed.extend(match shown {
            Ok(shown) => difference(&shown, &drawn).map(|how| format!("{word}: {how}")),
            Err(error) => Some(format!("{word}: {error}")),
        });
    }
    assert!(
        changed.is_empty(),
        "{changed:#?}\nUPDATE_DOCS=1 cargo test --test house writing"
    );
}
