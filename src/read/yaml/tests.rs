use indexmap::IndexMap;
use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Card {
    name: Text,
    #[serde(default)]
    phone: Option<Text>,
    #[serde(default)]
    lines: Vec<Placed<u32>>,
    #[serde(default)]
    title: Option<ByTone>,
    #[serde(default)]
    more: IndexMap<String, Card>,
    #[serde(default)]
    cards: Vec<Card>,
}

fn file(text: &str) -> File {
    File {
        name: "card.yaml".into(),
        kind: SourceKind::Service,
        bytes: text.as_bytes().to_vec(),
    }
}

fn card(text: &str) -> Result<(Card, Sources), (Vec<Problem>, Sources)> {
    let sources = Sources::default();
    match read(&sources, &file(text)) {
        Ok(card) => Ok((card, sources)),
        Err(problems) => Err((problems, sources)),
    }
}

/// Each problem as `line: message`.
fn mistakes(text: &str) -> Vec<String> {
    let (problems, sources) = card(text).expect_err("this has mistakes");
    problems
        .iter()
        .map(|problem| {
            let (place, _) = problem.place.as_ref().expect("a place");
            format!("{}: {}", sources.line(*place), problem.message)
        })
        .collect()
}

#[test]
fn a_value_knows_where_it_was_written() {
    let text = "name: Team\nmore:\n  b: {name: \"Büro\", lines: [1, 2]}\n";
    let (card, sources) = card(text).unwrap_or_else(|_| panic!("this is right"));
    let inner = &card.more["b"];
    assert_eq!(sources.at(inner.name.place), "\"Büro\"");
    assert_eq!(sources.at(inner.lines[1].place), "2");
    assert_eq!(sources.line(inner.name.place), 3);
}

#[test]
fn a_block_of_text_is_marked_without_the_lines_after_it() {
    let text = "title: |\n  One.\n\n  Two.\n\n\nname: Team\n";
    let (card, sources) = card(text).unwrap_or_else(|_| panic!("this is right"));
    let title = card.title.expect("a title");
    assert!(sources.at(title.place()).ends_with("Two."));
}

#[test]
fn every_mistake_is_said_at_once_and_in_order() {
    let text =
        "phone: 116123\nnmae: Team\nlines: [1, two, 3, four]\nmore:\n  a: {name: }\n  b: {}\n";
    assert_eq!(
        mistakes(text),
        [
            "1: `phone` should be text",
            "2: `nmae` is not a setting here",
            "3: an entry of this list should be a whole number from 0 to 4,294,967,295",
            "3: an entry of this list should be a whole number from 0 to 4,294,967,295",
            "5: `name` is empty",
            "6: `name` is missing",
        ]
    );
}

#[test]
fn every_wrong_item_of_a_list_is_said() {
    let text =
        "name: Team\ncards:\n  - {nmae: One}\n  - {name: 2}\n  - {}\n  - {name: Four, phone: 5}\n";
    assert_eq!(
        mistakes(text),
        [
            "3: `nmae` is not a setting here",
            "4: `name` should be text",
            "5: `name` is missing",
            "6: `phone` should be text",
        ]
    );
}

#[test]
fn a_mistyped_key_is_not_missed_as_well() {
    assert_eq!(
        mistakes("nmae: Team\n"),
        ["1: `nmae` is not a setting here"]
    );
}

#[test]
fn a_number_that_is_meant_as_text_is_shown_in_quotes() {
    let (problems, _) = card("name: 116123\n").expect_err("a number");
    assert_eq!(
        problems[0].help,
        ["put it in quotes, just as it stands here"]
    );
}

#[test]
fn what_makes_small_files_huge_is_refused() {
    for text in [
        "name: &a Team\n",
        "name: Team\nmore: {x: *a}\n",
        "name: !secret Team\n",
        "name: Team\n<<: {phone: x}\n",
        "name: Team\n---\nname: Other\n",
        "name: Team\nname: Other\n",
        "name: \u{202e}maeT\n",
        "name: \"\\u202emaeT\"\n",
        "name: Team\u{2028}more\n",
        "name: Team #4\n",
    ] {
        assert!(card(text).is_err(), "{text}");
    }
    let deep = format!("name: {}{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(
        mistakes(&deep),
        ["1: this is nested more than 64 levels deep"]
    );
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert!(card("\u{feff}name: Team\n").is_ok());
}

#[test]
fn text_that_is_not_utf_8_is_shown_with_its_line() {
    let sources = Sources::default();
    let latin = File {
        bytes: b"name: Team\nphone: caf\xe9\n".to_vec(),
        ..file("")
    };
    let problems = read::<Card>(&sources, &latin).expect_err("Latin-1");
    let (place, _) = problems[0].place.as_ref().expect("a place");
    assert_eq!(sources.line(*place), 2);
}

#[test]
fn a_setting_takes_the_place_of_a_value_and_has_a_place_of_its_own() {
    let setting = Setting {
        key: "more.a.name".into(),
        value: "R & D: #1".into(),
        from: "--set more.a.name".into(),
    };
    let sources = Sources::default();
    let card: Card = read_with(
        &sources,
        &file("name: Team\n"),
        &[setting],
        &Spoken::default(),
        |_| Vec::new(),
    )
    .expect("this is right");
    let name = &card.more["a"].name;
    assert_eq!(name.value, "R & D: #1");
    assert_eq!(&*sources.name(name.place.source), "--set more.a.name");
}

#[test]
fn a_text_by_language_is_read_in_the_one_that_is_wanted() {
    let text = "languages: [cy, en]\nname: {cy: Tîm, en: Team}\nmore:\n  a: {name: Same}\n  b: {name: {cy: Dau}}\n";
    let spoken = |wanted| Spoken {
        texts: &["name", "more.*.name"],
        languages: "languages",
        wanted,
    };
    let whole = text.replace("{cy: Dau}", "{cy: Dau, en: Two}");
    for (wanted, names) in [
        (None, ["Tîm", "Same", "Dau"]),
        (Some("en"), ["Team", "Same", "Two"]),
    ] {
        let sources = Sources::default();
        let read: Bilingual = read_with(&sources, &file(&whole), &[], &spoken(wanted), |_| {
            Vec::new()
        })
        .expect("this is right");
        let more = read.more.values().map(|more| more.name.value.as_str());
        let said: Vec<&str> = std::iter::once(read.name.value.as_str())
            .chain(more)
            .collect();
        assert_eq!(said, names);
        assert_eq!(read.languages.len(), 2);
    }
    let sources = Sources::default();
    let wrong = read_with::<Bilingual>(&sources, &file(text), &[], &spoken(None), |_| Vec::new());
    let problems = wrong.expect_err("nothing in English");
    let said: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    assert_eq!(said, ["`name` says nothing in `en`"]);
    let (place, _) = problems[0].place.as_ref().expect("a place");
    assert_eq!(sources.line(*place), 5);
}

/// Whoever prints in one language alone is told of the other too, or a leaflet is
/// refused on the day it is wanted.
#[test]
fn a_text_in_the_other_language_is_no_less_looked_at() {
    let text = "languages: [cy, en]\nname: {cy: Tîm, en: }\nmore:\n  a: {name: {cy: Un, en: 7}}\n  b: {name: {cy: Dau, en: \" \"}}\n";
    let spoken = Spoken {
        texts: &["name", "more.*.name"],
        languages: "languages",
        wanted: Some("cy"),
    };
    let sources = Sources::default();
    let wrong = read_with::<Bilingual>(&sources, &file(text), &[], &spoken, |_| Vec::new());
    let said: Vec<(usize, String)> = wrong
        .expect_err("no text in English")
        .into_iter()
        .map(|problem| {
            let (place, _) = problem.place.expect("a place");
            (sources.line(place), problem.message)
        })
        .collect();
    let said: Vec<(usize, &str)> = said.iter().map(|(line, what)| (*line, &**what)).collect();
    assert_eq!(
        said,
        [
            (2, "`en` is empty"),
            (4, "`en` should be text"),
            (5, "this is blank"),
        ]
    );
}

/// What may be given by language.
#[derive(Debug, Deserialize)]
struct Bilingual {
    languages: Vec<String>,
    name: Text,
    more: IndexMap<String, Named>,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: Text,
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever stands in a file, it is read or its mistakes are said at places
    /// that are in it.
    #[test]
    fn no_text_is_too_odd(text in "([a-z]{1,5}|name|more|: ?|\\n ?|- |\\[|\\]|\\{|\\}|,|\"|'|#|\\||&|\\*|!|é|م|\t){0,40}") {
        if let Err((problems, sources)) = card(&text) {
            prop_assert!(!problems.is_empty());
            for (place, _) in problems.iter().filter_map(|problem| problem.place.as_ref()) {
                prop_assert!(sources.text(place.source).get(place.range()).is_some(), "{problems:?}");
            }
        }
    }
}
