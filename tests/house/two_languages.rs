//! A service in Wales that prints everything in Welsh and in English, as one publication
//! each: Welsh first, and nothing of one language in the other.

use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf};

/// A desk where everything is printed in both languages.
fn desk() -> Desk {
    Desk::with("two-languages")
}

fn screen(desk: &Desk, guide: &str, more: &[&str]) -> Pdf {
    desk.done(&[&["build", guide, "--target", "screen"], more].concat());
    let large = if more.contains(&"large-print") {
        ".large-print"
    } else {
        ""
    };
    let sample = if ["gwahoddiad", "aros"].contains(&guide) {
        ".sample"
    } else {
        ""
    };
    let bytes = desk.read(format!("out/{guide}{sample}{large}.pdf"));
    assert_conforms(guide, &bytes);
    Pdf::open(&bytes)
}

/// The words of each page.
fn pages(pdf: &Pdf) -> Vec<String> {
    pdf.text()
}

#[test]
fn each_language_of_a_letter_is_a_side_of_its_sheet() {
    let pages = pages(&screen(&desk(), "aros", &[]));
    assert_eq!(pages.len(), 2, "{pages:#?}");
    let [front, back] = [&pages[0], &pages[1]];
    for said in [
        "Sam Sample",
        "22 Tachwedd 2026",
        "SAMPLE",
        "Annwyl",
        "Tudalen 1 o 2",
    ] {
        assert!(front.contains(said), "{said}: {front}");
    }
    for said in [
        "Dear",
        "Riverbank Pain Service",
        "01632 960301",
        "9am to 5pm",
        "Page 2 of 2",
    ] {
        assert!(back.contains(said), "{said}: {back}");
    }
    // They stand once, on the front.
    for said in [
        "1 Sample Street",
        "SAMPLE",
        "2026, ",
        "Drafft",
        "Gwasanaeth",
    ] {
        assert!(!back.contains(said), "{said}: {back}");
    }
    assert!(front.contains("Drafft"), "the Welsh has not been checked");
}

#[test]
fn a_longer_letter_begins_each_language_on_a_sheet_of_its_own() {
    let pages = pages(&screen(&desk(), "gwahoddiad", &[]));
    let begins = |words: &str| pages.iter().position(|page| page.contains(words));
    let (welsh, english) = (begins("Annwyl"), begins("Dear"));
    assert_eq!(welsh, Some(0));
    assert!(english.is_some_and(|page| page % 2 == 0), "{english:?}");
    // The slips lie back to back.
    let (slip, other) = (begins("Ticiwch un"), begins("Please tick one"));
    assert!(slip.is_some_and(|page| page % 2 == 0), "{slip:?}");
    assert_eq!(other, slip.map(|page| page + 1));
    assert_eq!(other, Some(pages.len() - 1));
}

/// Where the line to cut along is on each slip, pt from the foot of the page.
fn cuts(pdf: &Pdf) -> Vec<f32> {
    let pages = pdf.pages().into_iter();
    let cuts = pages.filter_map(|page| {
        let runs = pdf.runs(page);
        let is_cut = |text: &str| text.contains("Torrwch yma") || text.contains("Cut here");
        let cut = runs.iter().find(|run| is_cut(&run.text));
        cut.map(|run| run.y)
    });
    cuts.collect()
}

#[test]
fn slips_back_to_back_are_cut_at_one_height() {
    // The answers of one language make the slip taller, and then the address of the other.
    let choices = "          choices:\n            - I plan to come on this day\n";
    let more = format!("{choices}            - I would like to bring someone\n");
    for (guide, from, to) in [
        ("gwahoddiad", choices, more.as_str()),
        ("aros", "  - id: change\n", SLIP),
    ] {
        let desk = desk();
        desk.change(&format!("content/guides/{guide}/en-GB.yaml"), from, to);
        if guide == "aros" {
            desk.change("content/guides/aros/cy.yaml", from, to);
        }
        let pdf = screen(&desk, guide, &[]);
        let heights = cuts(&pdf);
        let [front, back] = heights[..] else {
            panic!("{guide}: {heights:?}");
        };
        assert!((front - back).abs() < 0.1, "{guide}: {heights:?}");
    }
}

/// A slip, before a section.
const SLIP: &str = "  - id: reply
    heading: Your reply
    blocks:
      - reply-slip: {choices: [I will come, I will not]}

  - id: change
";

#[test]
fn a_booklet_has_one_cover_and_says_where_each_language_begins() {
    let desk = desk();
    let pdf = screen(&desk, "dewisiadau", &[]);
    let pages = pages(&pdf);
    assert!(pages.len().is_multiple_of(4), "{}", pages.len());
    let cover = &pages[0];
    for said in ["Eich dewisiadau", "Your options", "Cymraeg: tudalen 2"] {
        assert!(cover.contains(said), "{said}: {cover}");
    }
    let begins = pages
        .iter()
        .position(|page| page.contains("How to use this booklet"));
    let begins = begins.expect("the English part");
    assert!(
        cover.contains(&format!("English: page {}", begins + 1)),
        "{cover}"
    );
    // Page numbers run on, and each overview names the pages of its own options.
    let overview = &pages[begins + 1];
    assert!(
        overview.contains(&format!("page {}", begins + 3)),
        "{overview}"
    );
    let back = pages.last().expect("a back cover");
    assert!(back.contains("If you cannot cope right now"), "{back}");
    let help = pages
        .iter()
        .any(|page| page.contains("Os na allwch ymdopi nawr"));
    assert!(help, "help in a crisis in Welsh as well");
}

#[test]
fn each_tag_says_its_language() {
    let pdf = screen(&desk(), "poen", &[]);
    let catalog = pdf.document.catalog().expect("a catalogue");
    let language = catalog.get(b"Lang").expect("a language");
    assert!(language.as_str().expect("a tag").starts_with(b"cy"));
    let tags = pdf.tags();
    let headings = tags.all().into_iter().filter(|tag| tag.role == "H2");
    for heading in headings {
        let is_english = ["You are", "What", "If you", "Ask us", "How to", "About"]
            .iter()
            .any(|words| heading.words().starts_with(words));
        let lang = heading.lang.as_deref().unwrap_or("cy-GB");
        assert_eq!(lang.starts_with("en"), is_english, "{}", heading.words());
    }
}

#[test]
fn every_part_of_large_print_is_whole() {
    for guide in ["poen", "dewisiadau", "cerdyn", "gwahoddiad"] {
        let pages = pages(&screen(&desk(), guide, &["--edition", "large-print"]));
        let english = pages
            .iter()
            .position(|page| page.contains("Riverbank Pain Service"));
        assert!(
            english.is_some_and(|page| page % 2 == 0 || page == 1),
            "{guide}: {english:?}"
        );
    }
}

#[test]
fn a_cover_in_large_print_says_where_the_next_language_begins() {
    for guide in ["poen", "dewisiadau"] {
        let pages = pages(&screen(&desk(), guide, &["--edition", "large-print"]));
        let english = pages
            .iter()
            .position(|page| page.contains("Riverbank Pain Service"));
        let english = english.expect("the English cover");
        let said = format!("English: page {}", english + 1);
        assert!(pages[0].contains(&said), "{said}: {}", pages[0]);
        // Nothing comes after the last language.
        let last = &pages[english];
        assert!(!last.contains("English: page"), "{last}");
    }
}

#[test]
fn a_language_stands_once_in_the_list() {
    let desk = desk();
    desk.change("service.yaml", "[cy, en-GB]", "[cy, en-GB, cy]");
    let told = desk.run(&["build", "cerdyn"]);
    assert_eq!(told.status, 1);
    let said = told.said();
    assert!(said.contains("`cy` stands here twice"), "{said}");
    assert!(said.contains("it stands here already"), "{said}");
}

#[test]
fn a_leaflet_in_each_language_is_folded_for_itself() {
    let desk = desk();
    let told = desk.done(&["build", "poen", "--target", "desk", "--target", "press"]);
    assert!(
        told.out.contains("out/poen.desk.pdf  2 sheets"),
        "{}",
        told.out
    );
    let sides = pages(&Pdf::open(&desk.read("out/poen.desk.pdf")));
    let is_welsh = sides
        .iter()
        .map(|side| side.contains("Gwasanaeth Poen") || side.contains("Beth allai"));
    assert_eq!(is_welsh.collect::<Vec<_>>(), [true, true, false, false]);
    assert!(
        desk.read_text("out/poen.press.txt")
            .contains("2 pieces of 2 pages")
    );
}

#[test]
fn a_card_is_turned_over_its_upper_edge() {
    let desk = desk();
    desk.change(
        "service.yaml",
        "letters:\n",
        "desk: {flip: manual}\nletters:\n",
    );
    desk.done(&["build", "cerdyn", "--target", "desk", "--target", "press"]);
    let turned = |file: &str| {
        let pdf = Pdf::open(&desk.read(file));
        let page = pdf.pages()[0];
        pdf.runs(page).iter().all(|run| run.turned)
    };
    assert!(!turned("out/cerdyn.desk.fronts.pdf"));
    // By hand the sheet is turned like the page of a book.
    assert!(turned("out/cerdyn.desk.backs.pdf"));
    assert!(desk.read_text("out/cerdyn.press.txt").contains("(tumble)"));
}

#[test]
fn what_has_more_sides_cannot_be_tumbled() {
    let desk = desk();
    desk.change("service.yaml", "{sheet: tumble}", "{leaflet: tumble}");
    let told = desk.run(&["build", "poen"]);
    assert_eq!(told.status, 1);
    let said = told.said();
    assert!(
        said.contains("`tumble` has room for one in each language"),
        "{said}"
    );
    assert!(said.contains("bilingual: {leaflet: following}"), "{said}");
}

#[test]
fn languages_that_are_to_be_apart_are() {
    let desk = desk();
    desk.change("service.yaml", "{sheet: tumble}", "separate");
    let told = desk.done(&["build", "cerdyn", "--target", "screen"]);
    for file in ["out/cerdyn.cy.pdf", "out/cerdyn.en-GB.pdf"] {
        assert!(told.out.contains(file), "{}", told.out);
    }
    let welsh = Pdf::open(&desk.read("out/cerdyn.cy.pdf")).running_text();
    assert!(!welsh.contains("Riverbank"), "{welsh}");
}

#[test]
fn one_language_alone_is_asked_for() {
    let desk = desk();
    desk.done(&["build", "poen", "--language", "en-GB", "--target", "screen"]);
    let pages = pages(&Pdf::open(&desk.read("out/poen.en-GB.pdf")));
    assert_eq!(pages.len(), 6);
    assert!(pages[0].contains("Riverbank Pain Service"), "{}", pages[0]);
}

#[test]
fn a_name_without_a_language_is_said_with_its_line() {
    let desk = desk();
    desk.change(
        "service.yaml",
        "{cy: Y swyddfa, en-GB: The office}",
        "{cy: Y swyddfa}",
    );
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1);
    let said = told.said();
    assert!(said.contains("`name` says nothing in `en-GB`"), "{said}");
    assert!(said.contains("service.yaml:"), "{said}");
}

#[test]
fn what_is_not_translated_is_printed_alone_and_says_so() {
    let desk = desk();
    std::fs::remove_file(desk.path("content/guides/cerdyn/cy.yaml")).expect("it was there");
    let told = desk.done(&["build", "cerdyn", "--target", "screen"]);
    let said = told.said();
    assert!(
        said.contains("printed in `en-GB` alone: it is not translated into `cy`"),
        "{said}"
    );
    assert!(told.out.contains("out/cerdyn.en-GB.pdf"), "{}", told.out);
    assert!(said.contains("warning: `cerdyn`"), "{said}");
    // Who works here can do without.
    desk.change(
        "content/guides/cerdyn/en-GB.yaml",
        "audience: patients",
        "audience: staff",
    );
    let said = desk.done(&["build", "cerdyn", "--target", "screen"]).said();
    assert!(said.contains("note: `cerdyn` is printed in"), "{said}");
}

/// What stands below the signature, that nobody has checked the translation, once pushed the
/// slip so far down that a piece of it went to the next page.
#[test]
fn a_slip_below_a_draft_stays_on_its_page() {
    let desk = Desk::with("harbour");
    let typed = [
        "build",
        "invitation",
        "--language",
        "cy",
        "--target",
        "screen",
    ];
    desk.done(&typed);
    let letter = Pdf::open(&desk.read("out/invitation.sample.cy.pdf"));
    let pages = pages(&letter);
    let slip = pages.iter().find(|page| page.contains("Eich ateb"));
    let slip = slip.expect("a slip");
    for said in ["Drafft:", "Ticiwch un.", "Fy rhif ffôn"] {
        assert!(slip.contains(said), "{said}: {slip}");
    }
}

/// Who asked for nothing is to get both languages.
#[test]
fn letters_that_are_not_translated_wait_until_somebody_says_which() {
    let desk = desk();
    let people = "name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference\n\
                  Ada Moss,3 Long Lane,Riverside,LD91 1AA,2027-03-01,09:30,clinic,R-1\n";
    desk.write("people.csv", people);
    std::fs::remove_file(desk.path("content/guides/aros/en-GB.yaml")).expect("it was there");
    let letters = ["letters", "aros", "--people", "people.csv"];
    let told = desk.run(&letters);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(told.err.contains("type `--language cy`"), "{}", told.err);
    assert!(!desk.exists("out/aros"));
    desk.done(&[&letters[..], &["--language", "cy"]].concat());
}

#[test]
fn a_draft_of_two_languages_says_how_to_see_one() {
    let desk = desk();
    let long = "You are welcome.\n\n          ".repeat(90);
    let guide = "content/guides/cerdyn/en-GB.yaml";
    let text = desk.read_text(guide);
    let (head, rest) = text.split_once("    blocks:\n").expect("blocks");
    let text = format!("{head}    blocks:\n      - text: |\n          {long}\n{rest}");
    desk.write(guide, text);
    let told = desk.run(&["build", "cerdyn", "--draft"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(told.err.contains("add `--language cy`"), "{}", told.err);
    desk.done(&["build", "cerdyn", "--draft", "--language", "en-GB"]);
}

#[test]
fn a_row_asks_for_one_language_for_both_or_for_nothing() {
    let desk = desk();
    desk.write(
        "people.csv",
        "\
name,address line 1,address line 2,postcode,appointment date,appointment time,place,reference,language
Ada Moss,3 Long Lane,Riverside,LD91 1AA,2027-03-01,09:30,clinic,R-1,
Bea Hill,4 Long Lane,Riverside,LD91 1AB,2027-03-02,10:30,clinic,R-2,Welsh
Kit Dale,5 Long Lane,Riverside,LD91 1AD,2027-03-03,11:30,clinic,R-3,Welsh and English
Lou Fern,6 Long Lane,Riverside,LD91 1AE,2027-03-04,12:30,clinic,R-4,Both
",
    );
    desk.done(&["letters", "aros", "--people", "people.csv"]);
    let text = |row: usize| Pdf::open(&desk.read(format!("out/aros/{row:06}.pdf"))).running_text();
    for (row, speaks_english) in [(2, true), (3, false), (4, true), (5, true)] {
        let text = text(row);
        assert!(text.contains("Annwyl"), "{row}: {text}");
        assert_eq!(text.contains("Dear"), speaks_english, "{row}: {text}");
    }
}

#[test]
fn each_copy_of_a_letter_counts_the_pages_of_both_languages() {
    let desk = desk();
    for guide in ["cy", "en-GB"].map(|tag| format!("content/guides/aros/{tag}.yaml")) {
        desk.change(
            &guide,
            "version: 1\n",
            "version: 1\ncopies: [to keep, for the GP]\n",
        );
    }
    let pages = pages(&screen(&desk, "aros", &[]));
    let numbers = [
        "Tudalen 1 o 2",
        "Page 2 of 2",
        "Tudalen 1 o 2",
        "Page 2 of 2",
    ];
    assert_eq!(pages.len(), numbers.len());
    for (page, number) in pages.iter().zip(numbers) {
        assert!(page.contains(number), "{number}: {page}");
    }
}
