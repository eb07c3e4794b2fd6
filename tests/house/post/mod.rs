//! Letters that somebody else prints and posts: where the address stands, what such a
//! service refuses, and the picture with its zones.

mod overlay;
mod sheets;
mod signature;
mod zones;

use image::RgbImage;

use crate::support::desk::Told;
use crate::support::rendering::{DOTS, is_ink, pictures};
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

const HEADER: &str = "name,address line 1,address line 2,address line 3,address line 4,\
address line 5,address line 6,postcode,appointment date,appointment time,place,reference";

/// What stands between name and postcode in addresses of three to seven lines.
const ADDRESSES: [&str; 5] = [
    "8 Net Loft Lane,,,,",
    "8 Net Loft Lane,Quayside,,,",
    "Flat 12b,8 Net Loft Lane,Quayside,,",
    "Flat 12b,Old Maltings,8 Net Loft Lane,Quayside,",
    "Flat 12b,Old Maltings,8 Net Loft Lane,Quayside,Harbour-upon-Water",
];

/// A long name, with accents above capitals.
fn row((number, address): (usize, &&str)) -> String {
    let name = "Ŵilhelmina Featherstonehaugh-Ashdown";
    format!(
        "{name} {number},{name} {number},{address},LD99 2BB,2026-12-07,09:30,pier,HPS-770{number}"
    )
}

fn sheet(addresses: &[&str]) -> String {
    let rows: Vec<String> = (1..).zip(addresses).map(row).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// Types `letters` with these words, for people with these addresses.
fn letters(desk: &Desk, addresses: &[&str], words: &[&str]) -> Told {
    desk.write("people.csv", sheet(addresses));
    let told = desk.run(&[&["letters", "invitation", "--people", "people.csv"], words].concat());
    for private in ["ilhelmina", "Ashdown", "Net Loft", "LD99 2BB", "7701"] {
        assert!(
            !told.said().contains(private),
            "{private}: {}",
            told.story()
        );
    }
    told
}

/// The ink within a part of a page, mm: left, top, right, bottom.
fn ink_within(page: &RgbImage, [left, top, right, bottom]: [f64; 4]) -> [f64; 4] {
    let dots = |mm: f64| (mm * f64::from(DOTS)) as u32;
    let mm = |dots: u32| f64::from(dots) / f64::from(DOTS);
    let mut found: Option<[u32; 4]> = None;
    for y in dots(top)..dots(bottom) {
        for x in dots(left)..dots(right) {
            if is_ink(*page.get_pixel(x, y)) {
                let [l, t, r, b] = found.unwrap_or([x, y, x, y]);
                found = Some([l.min(x), t.min(y), r.max(x + 1), b.max(y + 1)]);
            }
        }
    }
    found.expect("some ink").map(mm)
}

/// Between the logo and the text nothing else stands on the left.
#[test]
fn an_address_of_any_length_stands_in_the_box_of_the_service_that_posts_it() {
    for post in ["notify", "nhs-notify"] {
        for edition in ["standard", "large-print"] {
            let desk = Desk::with("harbour");
            let words = ["--post", post, "--edition", edition];
            let told = letters(&desk, &ADDRESSES, &words);
            assert_eq!(told.status, 0, "{}", told.story());
            let files = desk.files("out");
            let pdfs = files.iter().filter(|(name, _)| name.ends_with(".pdf"));
            let mut height = 0.0;
            for (name, pdf) in pdfs {
                assert_conforms(name, pdf);
                let first = &pictures(pdf)[0];
                let [left, top, right, bottom] = ink_within(first, [0.0, 31.0, 120.9, 94.0]);
                let ink = format!("{post} {name}: {left} {top} {right} {bottom}");
                assert!(left >= 24.6 && right <= 120.0, "{ink}");
                assert!(top >= 39.5 && bottom <= 66.3, "{ink}");
                assert!(bottom - top > height, "no longer than one line less: {ink}");
                height = bottom - top;
            }
            assert!(height > 20.0, "{height}");
        }
    }
}

/// However the paper slides, the whole address shows in the window of its envelope: also
/// what stands on a capital, and what hangs below the last line. Nothing else ever shows.
#[test]
fn an_address_of_any_length_shows_in_the_window_of_its_envelope() {
    for (post, [from_left, from_top, to_right, to_bottom]) in [
        ("dl", [20.0, 53.0, 103.0, 81.0]),
        ("c5", [20.0, 57.0, 91.0, 88.5]),
    ] {
        for edition in ["standard", "large-print"] {
            let desk = Desk::with("harbour");
            let words = ["--post", post, "--edition", edition];
            let told = letters(&desk, &ADDRESSES, &words);
            assert_eq!(told.status, 0, "{}", told.story());
            let files = desk.files("out");
            let pdfs = files.iter().filter(|(name, _)| name.ends_with(".pdf"));
            let mut tallest = 0.0;
            for (name, pdf) in pdfs {
                let first = &pictures(pdf)[0];
                let [left, top, right, bottom] = ink_within(first, [0.0, 42.0, 112.0, 98.0]);
                let ink = format!("{post} {name}: {left} {top} {right} {bottom}");
                assert!(left >= from_left && right <= to_right, "{ink}");
                assert!(top >= from_top && bottom <= to_bottom, "{ink}");
                tallest = f64::max(tallest, bottom - top);
            }
            assert!(tallest > 23.0, "{tallest}");
        }
    }
}

/// The longest name of a service pushes the text down, and stands on nothing.
#[test]
fn a_long_name_of_a_service_stands_beside_the_address_and_above_the_text() {
    let name = "North Riverside Persistent Pain, Wellbeing and Rehabilitation Services";
    let organisation = "North Riverside and Harbour Community Health Partnership Trust";
    for post in ["notify", "nhs-notify"] {
        for edition in ["standard", "large-print"] {
            let desk = Desk::with("harbour");
            desk.change(
                "service.yaml",
                "Harbour Pain Service",
                &format!("\"{name}\""),
            );
            desk.change("service.yaml", "Harbour Community Health", organisation);
            let told = letters(
                &desk,
                &ADDRESSES[4..],
                &["--post", post, "--edition", edition],
            );
            assert_eq!(told.status, 0, "{}", told.story());
            let files = desk.files("out");
            let pdf = files.iter().find(|(name, _)| name.ends_with("000002.pdf"));
            let page = &pictures(pdf.expect("a letter").1)[0];
            // A stretch without ink is left between the reference and the title.
            let column = ink_within(page, [121.0, 5.0, 195.0, 94.0]);
            assert!(column[0] >= 121.0 && column[2] <= 194.0, "{column:?}");
            let rows = (0..page.height())
                .map(|y| (121 * DOTS..195 * DOTS).any(|x| is_ink(*page.get_pixel(x, y))));
            let rows: Vec<bool> = rows.collect();
            let white = rows[60 * DOTS as usize..130 * DOTS as usize]
                .chunk_by(|a, b| a == b)
                .any(|run| !run[0] && run.len() > 4 * DOTS as usize);
            assert!(
                white,
                "{post} {edition}: the title touches what is above it"
            );
        }
    }
}

const WELSH: &str = r#"guide: llythyr
kind: letter
format: a4-letter
title: Gwahoddiad
summary: Ymweliad cyntaf
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
sources: []
fields:
  nhs-number: {type: nhs-number, required: true, about: Rhif GIG}
sections:
  - id: opening
    blocks:
      - text: |
          Annwyl {{ person.name }},

          Dewch i gwrdd â ni.
      - appointment: {length: Hyd at 1 awr}
      - qr: {link: "https://harbour.example/letters", text: Gallwch ddarllen rhagor yma.}
"#;

/// NHS Notify: pages are counted, the NHS number stands above the text, and a code has
/// its address in words beside it.
#[test]
fn a_letter_for_nhs_notify_counts_its_pages_in_its_own_language() {
    let desk = Desk::with("harbour");
    desk.write("content/guides/llythyr/cy.yaml", WELSH);
    let people = sheet(&ADDRESSES[..1])
        .replace("reference\n", "reference,nhs number\n")
        .replace("7701\n", "7701,999 000 0018\n");
    desk.write("people.csv", people);
    let words = [
        "letters",
        "llythyr",
        "--people",
        "people.csv",
        "--language",
        "cy",
    ];
    desk.done(&[&words[..], &["--post", "nhs-notify"]].concat());
    let text = Pdf::open(&desk.read("out/llythyr.cy/000002.pdf")).running_text();
    for words in [
        "Tudalen 1 o 1",
        "Ein cyfeirnod: HPS-7701 Rhif GIG: 999 000 0018",
        "harbour.example/letters",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // Only there: other letters hold no more of a person than they need.
    desk.done(&[&words[..], &["--replace"]].concat());
    let text = Pdf::open(&desk.read("out/llythyr.cy/000002.pdf")).running_text();
    assert!(!text.contains("Rhif GIG"), "{text}");

    let desk = Desk::with("harbour");
    assert_eq!(
        letters(&desk, &ADDRESSES[..1], &["--post", "nhs-notify"]).status,
        0
    );
    let text = Pdf::open(&desk.read("out/invitation/000002.pdf")).running_text();
    assert!(
        text.contains("Page 1 of 3") && text.contains("Page 3 of 3"),
        "{text}"
    );
}

#[test]
fn a_post_that_does_not_exist_and_one_without_zones_are_explained() {
    let desk = Desk::with("harbour");
    let mut said = String::new();
    for words in [&["--post", "notfy"][..], &["--post", "none", "--overlay"]] {
        let told = letters(&desk, &ADDRESSES[..1], words);
        said.push_str(&told.story());
        assert!(!desk.exists("out"));
    }
    snapshot("post/refused", &said);
}

/// Nobody uploads a file of 500 letters to a service that takes them one by one.
#[test]
fn letters_put_together_for_a_posting_service_are_warned_of() {
    let desk = Desk::with("harbour");
    for (post, warned) in [("notify", true), ("nhs-notify", true), ("dl", false)] {
        let told = letters(
            &desk,
            &ADDRESSES[..1],
            &["--post", post, "--print-run", "--replace"],
        );
        assert_eq!(told.status, 0, "{}", told.story());
        let said = told.err.contains("takes each letter as a file of its own");
        assert_eq!(said, warned, "{}", told.story());
    }
}
