//! Every letter that a name may hold is inked: laid out as pages are, drawn, and compared
//! with what one face that has all of it draws.

use typst::layout::Point;
use typst::utils::Scalar;
use unicode_normalization::UnicodeNormalization;

use super::super::*;
use super::{each_text, fonts, set};

/// The letters of DIN 91379, which says what names in Europe are written with.
const DIN_91379: &str = include_str!("../../../tests/fixtures/din-91379.txt");

/// Marks beside those of the norm, for Vietnamese, Lithuanian, Yoruba, Navajo, Livonian,
/// Serbian and Church Slavonic names and the languages of West Africa.
const MORE_MARKS: &str = "\u{303}\u{309}\u{30a}\u{30f}\u{311}\u{32d}\u{32e}\u{330}\u{342}\u{345}";

/// The face that has all of them.
const COMPLETE: &str = "Noto Sans";

const FIRST: &str = "Atkinson Hyperlegible Next";

/// A cell in which one letter stands, dots; one row of a page has so many.
const CELL: (usize, usize) = (36, 48);
const ROW: usize = 48;

const TEMPLATE: &str = r#"
#import "/templates/faces.typ": faces
#import "/templates/runs.typ": run-rules
#let asked = json("/data/asked.json")
#set page(width: 48 * 36pt, height: auto, margin: 0pt)
#set text(font: if asked.face == none { faces } else { asked.face }, fallback: false, size: 18pt, weight: asked.weight)
#show: body => if asked.face == none { run-rules(body) } else { body }
#for row in asked.words.chunks(48) {
  block(above: 0pt, below: 0pt, height: 48pt, width: 100%, for (n, word) in row.enumerate() {
    place(top + left, dx: n * 36pt, box(width: 36pt, height: 48pt, clip: true, inset: (left: 6pt, top: 16pt), word))
  })
}
"#;

/// Lays words out, a cell each: by the rules of our pages, or in one face alone.
fn laid_out(words: &[String], face: Option<&str>, weight: &str) -> Result<Pages, Failure> {
    let asked = serde_json::json!({"words": words, "face": face, "weight": weight});
    set(TEMPLATE, &asked)
}

/// What is drawn in each cell.
fn inked(words: &[String], face: Option<&str>, weight: &str) -> Vec<Vec<u8>> {
    let pages = laid_out(words, face, weight).unwrap_or_else(|failure| panic!("{failure:?}"));
    let options = typst_render::RenderOptions {
        pixel_per_pt: Scalar::ONE,
        render_bleed: false,
    };
    let page = typst_render::render(&pages.document.pages()[0], &options);
    let width = ROW * CELL.0;
    let cell = |number: usize| {
        let (left, top) = (number % ROW * CELL.0, number / ROW * CELL.1);
        let dots =
            (top..top + CELL.1).flat_map(|y| (left..left + CELL.0).map(move |x| y * width + x));
        dots.map(|dot| page.pixels()[dot].green()).collect()
    };
    (0..words.len()).map(cell).collect()
}

/// How dark a cell is.
fn ink(cell: &[u8]) -> u32 {
    cell.iter().map(|dot| u32::from(255 - dot)).sum()
}

/// A group of the list, each entry as it is typed.
fn group(name: &str) -> Vec<String> {
    let joined = DIN_91379.replace("\n  ", " ");
    let line = joined
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        .expect("a group of the list");
    let code = |code: &str| {
        let number = u32::from_str_radix(code, 16).expect("a number");
        char::from_u32(number).expect("a character")
    };
    let entries = line
        .split(' ')
        .flat_map(|entry| match entry.split_once('-') {
            Some((first, last)) => (code(first)..=code(last)).map(String::from).collect(),
            None => vec![entry.split('+').map(code).collect::<String>()],
        });
    entries.collect()
}

/// Every letter, and every letter without marks of its own with every mark.
fn everything() -> Vec<String> {
    let letters = ["latin", "greek", "cyrillic"].map(group).concat();
    let mut marks = group("marks");
    marks.extend(MORE_MARKS.chars().map(String::from));
    let bare = letters.iter().filter(|letter| letter.nfd().count() == 1);
    let with_marks =
        bare.flat_map(|letter| marks.iter().map(move |mark| format!("{letter}{mark}")));
    let mut all: Vec<String> = with_marks.map(|word| word.nfc().collect()).collect();
    all.extend(letters.iter().cloned());
    all.extend(group("sequences"));
    // Two marks, as Yoruba, Vietnamese and Navajo have them.
    for word in [
        "ọ̀", "Ọ̀", "ọ́", "ẹ̀", "Ẹ́", "ị̀", "ụ̀", "ǫ́", "Ą́", "ą̊", "ė́", "ų̃", "ȭ", "ṓ", "ǟ",
    ] {
        all.push(word.nfc().collect());
    }
    all.sort();
    all.dedup();
    all
}

#[test]
fn every_letter_of_a_name_is_inked_as_one_face_that_has_it_draws_it() {
    let words = everything();
    assert!(words.len() > 5_000, "{} letters and marks", words.len());
    let first = fonts();
    let first = first
        .families()
        .iter()
        .find(|family| family.name == FIRST)
        .expect("the first face");
    for weight in ["regular", "bold"] {
        let ours = inked(&words, None, weight);
        let complete = inked(&words, Some(COMPLETE), weight);
        // What the first face has whole, it sets itself.
        let is_own = |word: &String| word.chars().count() == 1 && first.has_all(word);
        let own = words.iter().map(|word| {
            if is_own(word) {
                word.clone()
            } else {
                String::new()
            }
        });
        let own = inked(&own.collect::<Vec<_>>(), Some(FIRST), weight);
        for (n, word) in words.iter().enumerate() {
            assert!(fonts().have(word), "{word} would be refused");
            let wanted = if is_own(word) { &own[n] } else { &complete[n] };
            assert!(
                ours[n] == *wanted,
                "{word:?} ({}) in {weight}",
                word.escape_unicode()
            );
            assert!(ink(&ours[n]) > 200, "{word:?} is blank");
        }
    }
}

/// The face that everything is compared with draws more for a letter with a mark than for
/// the letter.
#[test]
fn a_mark_adds_ink_to_its_letter() {
    // A dot that a letter has of its own gives way to a mark. These have no form without.
    let is_dotted = |word: &&String| word.starts_with(['ɨ', 'ị', 'į']);
    let everything = everything();
    let words = everything
        .iter()
        .filter(|word| word.chars().count() > 1 && !is_dotted(word));
    let words: Vec<String> = words.cloned().collect();
    let undotted = |letter: char| match letter {
        'i' => 'ı',
        'j' => 'ȷ',
        other => other,
    };
    let bare = words
        .iter()
        .map(|word| word.chars().take(1).map(undotted).collect());
    let bare: Vec<String> = bare.collect();
    for weight in ["regular", "bold"] {
        let with = inked(&words, Some(COMPLETE), weight);
        let without = inked(&bare, Some(COMPLETE), weight);
        for ((word, with), without) in words.iter().zip(&with).zip(&without) {
            assert!(
                ink(with) > ink(without),
                "{word:?} ({}) in {weight}",
                word.escape_unicode()
            );
        }
    }
}

/// Names whose words hold a letter that the first face lacks stand in one face.
#[test]
fn a_word_is_set_in_one_face() {
    for (name, words) in [
        ("Adébáyọ̀ Ọlátúnjí", 2),
        ("Nguyễn", 1),
        ("Kōtarō Ōta", 2),
        ("Adébáyọ̀-Smith", 1),
    ] {
        let name: String = name.nfc().collect();
        for weight in ["regular", "semibold", "bold"] {
            let pages =
                laid_out(std::slice::from_ref(&name), None, weight).expect("it is laid out");
            let mut families = Vec::new();
            each_text(
                &pages.document.pages()[0].frame,
                Point::zero(),
                &mut |_, item| {
                    families.push((item.font.info().family.to_string(), item.text.to_string()));
                },
            );
            let foreign = families.iter().filter(|(family, _)| family == COMPLETE);
            let typed: String = families.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(typed, name, "{families:?}");
            assert!(foreign.count() >= words, "{families:?}");
            assert!(
                families
                    .iter()
                    .all(|(family, text)| family == COMPLETE || text.trim().is_empty()),
                "{families:?}"
            );
        }
    }
}
