//! Laws of moulds: whose letter it is decides everything, and nobody else's.

use std::sync::OnceLock;

use jiff::civil::Date;
use proptest::prelude::*;
use typst::foundations::{Content, Label, NativeElement, Smart};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Abs, Em, Frame, FrameItem, Point, Sides, Size};
use typst::model::{DocumentInfo, ParElem};
use typst::pdf::ArtifactElem;
use typst::syntax::Span;
use typst::text::{FontInstance, Glyph, TextItem};
use typst::utils::{PicoStr, hash128};
use typst_layout::{Page, PagedDocument};

use super::*;
use crate::assets::Assets;
use crate::inspect::picture;
use crate::press::pdf::for_paper;
use crate::press::sheets::point;
use crate::typeset::{Fonts, Typesetter};

const DATE: Date = Date::constant(2026, 11, 22);

/// A text of the program's own, for its typeface and its look.
fn model() -> &'static TextItem {
    static MODEL: OnceLock<TextItem> = OnceLock::new();
    MODEL.get_or_init(|| {
        let assets = Assets::example();
        let fonts = std::sync::Arc::new(Fonts::load(&assets).expect("typefaces"));
        let typesetter = Typesetter::alone("desk-test", Vec::new(), &fonts, &assets, DATE);
        let pages = typesetter.expect("a template").set(&Default::default());
        let pages = pages.expect("pages").document;
        let texts = crate::inspect::on(pages.pages().iter().map(|page| &page.frame));
        texts
            .iter()
            .find_map(|ink| ink.text)
            .expect("a text")
            .clone()
    })
}

fn text(words: &str) -> TextItem {
    let face: &FontInstance = &model().font;
    let glyphs = words.char_indices().map(|(start, letter)| {
        let id = face.ttf().glyph_index(letter).map_or(0, |id| id.0);
        Glyph {
            id,
            x_advance: face.x_advance(id).unwrap_or_default(),
            x_offset: Em::zero(),
            y_advance: Em::zero(),
            y_offset: Em::zero(),
            range: start as u16..(start + letter.len_utf8()) as u16,
            span: (Span::detached(), 0),
        }
    });
    TextItem {
        glyphs: glyphs.collect(),
        text: words.into(),
        size: Abs::pt(12.0),
        stroke: None,
        ..model().clone()
    }
}

/// A letter of two pages: a name, an address line by line, and words for everybody.
fn letter(person: &Invented) -> PagedDocument {
    let page = |number: u64| {
        let mut frame = Frame::hard(Size::new(Abs::mm(210.0), Abs::mm(297.0)));
        let mut put = |x: f64, y: f64, words: &str| {
            frame.push(point((x, y)), FrameItem::Text(text(words)));
        };
        put(
            20.0,
            100.0,
            "Come and meet us: we have kept an hour for you.",
        );
        if number == 1 {
            for (line, words) in person.lines.iter().enumerate() {
                put(20.0, 50.0 + 6.0 * line as f64, words);
            }
            put(20.0, 90.0, &format!("Dear {},", person.name));
            let [begins, ends] =
                around(ParElem::new(Content::empty()).pack().labelled(of_person()));
            frame.insert(1, Point::zero(), begins);
            frame.push(Point::zero(), ends);
            for tag in around(ArtifactElem::new(Content::empty()).pack()) {
                frame.push(Point::zero(), tag);
            }
        }
        Page {
            frame,
            bleed: Sides::splat(Abs::zero()),
            fill: Smart::Auto,
            numbering: None,
            supplement: Content::empty(),
            number,
        }
    };
    PagedDocument::new(
        [1, 2].map(page).into_iter().collect(),
        DocumentInfo::default(),
    )
}

/// The label of words that are the person's.
fn of_person() -> Label {
    Label::new(PicoStr::intern(outline::OF_PERSON)).expect("a label")
}

/// Where this element begins and ends.
fn around(mut element: Content) -> [FrameItem; 2] {
    let location = Location::new(hash128(&element));
    element.set_location(location);
    let flags = TagFlags {
        introspectable: false,
        tagged: false,
    };
    [
        FrameItem::Tag(Tag::Start(element, flags)),
        FrameItem::Tag(Tag::End(location, 1, flags)),
    ]
}

#[derive(Debug, Clone)]
struct Invented {
    name: String,
    lines: Vec<String>,
}

impl Invented {
    fn personal(&self) -> PersonalTexts {
        PersonalTexts {
            telling: vec![self.name.clone()],
            ..PersonalTexts::default()
        }
    }

    fn ident(&self) -> String {
        format!("letter to {:?}", self)
    }
}

fn shows(poured: &[u8], from: usize, in_full: &[u8]) -> bool {
    let look = Look::at(poured).expect("a PDF");
    look.shows(from, in_full).expect("a PDF")
}

/// Somebody with a name in any script, from 1 to 70 letters long.
fn somebody() -> impl Strategy<Value = Invented> {
    // Most are in letters that every mould has, some in letters of their own, few in scripts
    // that no typeface here has.
    let word = || {
        prop_oneof![
            20 => "[A-Z][a-z' -]{0,69}",
            4 => "[A-Z][a-zŴÉÅŁĄà-ž]{1,12}",
            1 => "([Α-ω]{1,30}|[А-я]{1,30}|[\\u{5d0}-\\u{5ea}]{1,20}|[一-丿]{1,8})",
            1 => "\\PC{1,70}",
        ]
    };
    (word(), proptest::collection::vec(word(), 1..7))
        .prop_map(|(name, lines)| Invented { name, lines })
}

fn poured(moulds: &mut Moulds, person: &Invented) -> Option<Poured> {
    let press = |document: &PagedDocument| for_paper(document, "mould", DATE);
    let document = letter(person);
    let filled = Filled::of(&document, &person.personal())?;
    let poured = moulds.pour(&filled, &person.ident(), press);
    poured.expect("pages that can be written")
}

fn in_full(person: &Invented) -> Vec<u8> {
    for_paper(&letter(person), &person.ident(), DATE).expect("pages that can be written")
}

fn ann() -> Invented {
    Invented {
        name: "Ann Sample".into(),
        lines: ["3 Long Lane", "Riverside", "LD9 1AB"]
            .map(String::from)
            .into(),
    }
}

fn bea() -> Invented {
    Invented {
        name: "Bea Hill-Okafor".into(),
        lines: ["14 Quay Side", "Netherby", "LD12 3XY"]
            .map(String::from)
            .into(),
    }
}

proptest! {
    /// A letter is the same to the byte, whoever had one before from the same moulds.
    #[test]
    fn company_changes_nothing(people in proptest::collection::vec(somebody(), 1..25), turn in 0..25usize) {
        let mut moulds = Moulds::default();
        let files = |moulds: &mut Moulds, people: &[Invented]| -> Vec<Option<Vec<u8>>> {
            people.iter().map(|person| poured(moulds, person).map(|it| it.file)).collect()
        };
        let there = files(&mut moulds, &people);
        let mut back = files(&mut moulds, &people.iter().rev().cloned().collect::<Vec<_>>());
        back.reverse();
        prop_assert!(there == back);
        let alone = people.iter().map(|person| poured(&mut Moulds::default(), person).map(|it| it.file));
        prop_assert!(alone.eq(there.iter().cloned()));
        let mut turned = people.clone();
        turned.rotate_left(turn % people.len());
        let mut turned = files(&mut Moulds::default(), &turned);
        turned.rotate_right(turn % people.len());
        prop_assert!(turned == there);
    }

    /// What is poured is seen as what is written in full, and is nobody else's.
    #[test]
    fn it_looks_like_the_letter_in_full(people in proptest::collection::vec(somebody(), 2)) {
        let mut moulds = Moulds::default();
        let first = poured(&mut moulds, &people[0]);
        let second = poured(&mut moulds, &people[1]);
        for (poured, person) in [(&first, &people[0]), (&second, &people[1])] {
            if let Some(poured) = poured {
                prop_assert!(shows(&poured.file, 1, &in_full(person)));
            }
        }
    }

    /// Letters have one key where only what is in their holes is different, and only then.
    #[test]
    fn a_key_holds_all_but_the_words_in_holes(name: bool, lines in 1..7usize, more in 1..7usize) {
        let of = |name: &str, lines: usize| {
            let lines = (0..lines).map(|line| format!("{line} {name} Lane")).collect();
            let person = Invented { name: name.into(), lines };
            Filled::of(&letter(&person), &person.personal()).expect("plain words").key
        };
        let other = if name { "Bea" } else { "Ann" };
        prop_assert_eq!(of("Ann", lines) == of(other, more), lines == more);
    }
}

#[test]
fn most_letters_are_poured_from_one_mould() {
    let mut moulds = Moulds::default();
    for person in [ann(), bea(), ann()] {
        let poured = poured(&mut moulds, &person).expect("plain words");
        assert!(shows(&poured.file, 1, &in_full(&person)));
    }
    assert_eq!(moulds.known.len(), 1);
}

/// Whoever looks sees each hole that is moved, and each that holds what belongs in another.
#[test]
fn a_hole_that_is_moved_or_changed_is_seen() {
    let person = ann();
    let document = letter(&person);
    let filled = Filled::of(&document, &person.personal()).expect("plain words");
    let mould = Rc::clone(
        &poured(&mut Moulds::default(), &person)
            .expect("a mould")
            .mould,
    );
    let words = filled.words(&filled.faces());
    let (wanted, mut packer) = (in_full(&person), Packer::new(QUICK));
    let mut looks_right = |words: &[(usize, words::Words)]| {
        let file = mould
            .pour(words, "", &mut packer)
            .expect("all of its letters");
        shows(&file, 1, &wanted)
    };
    assert!(looks_right(&words));
    assert_eq!(words.len(), 4);
    for hole in 0..words.len() {
        let mut moved = words.clone();
        moved[hole].1.left += 0.5;
        assert!(!looks_right(&moved), "hole {hole} is moved");
        let mut swapped = words.clone();
        swapped.swap(hole, (hole + 1) % words.len());
        assert!(
            !looks_right(&swapped),
            "hole {hole} holds the words of the next"
        );
    }
}

/// Nothing of the person a mould was cast from is left in what others get.
#[test]
fn what_letters_share_holds_nothing_of_anybody() {
    let (one, other) = (
        poured(&mut Moulds::default(), &ann()),
        poured(&mut Moulds::default(), &bea()),
    );
    let (one, other) = (one.expect("a mould"), other.expect("a mould"));
    assert!(one.mould.same() == other.mould.same());
}

#[test]
fn many_letters_in_one_file_are_each_as_alone() {
    let people = [ann(), bea(), bea(), ann()];
    let mut run = crate::press::Run::new(true);
    let stretches: Vec<_> = (people.iter().enumerate())
        .map(|(number, person)| {
            // One of them is written in full.
            let document = letter(person);
            let filled = Filled::of(&document, &person.personal()).expect("plain words");
            match number {
                2 => run.add(&document),
                _ => run.pour(&filled).expect("letters of every mould"),
            }
        })
        .collect();
    let file = run
        .press("run", DATE)
        .expect("a file")
        .expect("a file that is poured");
    for (person, stretch) in people.iter().zip(stretches) {
        assert!(shows(&file, stretch.from, &in_full(person)));
    }
    let pages = picture::open(&file).expect("a PDF").pages().len();
    assert_eq!(pages, 8);
    let said = format!("<xmpTPg:NPages>{pages}</xmpTPg:NPages>");
    assert!(pdf::find(&file, said.as_bytes()).is_some());
}

#[test]
fn numbers_and_strings_of_a_pdf_are_read_as_they_were_written() {
    let shown = words::shown(b"[(\\000\\001)-720(\\000\\()8(\\n\\\\)]TJ").expect("strings");
    assert_eq!(shown, [0, 1, 0, b'(', b'\n', b'\\']);
    assert_eq!(words::shown(b"<0041>Tj").expect("a string"), [0, 0x41]);
    assert_eq!(words::shown(b"(open"), None);
    assert_eq!(pdf::number_at(b"xref\n0 12\n", 7), Some(12));
    assert_eq!(pdf::find(b"aab", b"ab"), Some(1));
}

#[test]
fn a_name_that_stands_where_no_template_marks_it_is_not_poured() {
    let person = Invented {
        name: "Come".into(),
        ..ann()
    };
    assert!(Filled::of(&letter(&person), &person.personal()).is_none());
    let marked = Invented {
        name: "Comer".into(),
        ..ann()
    };
    assert!(Filled::of(&letter(&marked), &marked.personal()).is_some());
}
