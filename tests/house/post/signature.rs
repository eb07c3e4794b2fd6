//! A signature on a page of its own could stand under anything.

use leafwright::Edition;
use leafwright::inspect::{Drawn, Part, drawn};

use crate::support::Desk;
use crate::support::library::Order;

/// A letter of so many short paragraphs.
fn letter(paragraphs: usize) -> String {
    let text = "          We would like to meet you, and to hear how things are.\n\n";
    format!(
        "guide: story\nkind: letter\nformat: a4-letter\ntitle: A letter\nsummary: A story\n\
         audience: patients\nversion: 1\nreviewed: 2026-11-01\n\
         next-review: 2028-11-01\nsources: []\nsections:\n  - id: story\n    blocks:\n      - text: |\n{}",
        text.repeat(paragraphs)
    )
}

/// How many lines of text stand above the signature on its page, and which page that is.
fn lines_above(drawn: &[Drawn]) -> (usize, usize) {
    let says = |drawn: &&Drawn, words: &str| {
        let text = drawn.text.as_ref();
        text.is_some_and(|text| text.words.contains(words))
    };
    let signature = drawn.iter().find(|drawn| says(drawn, "Yours sincerely"));
    let signature = signature.expect("a signature");
    let above = drawn.iter().filter(|drawn| {
        drawn.page == signature.page
            && drawn.is_in(Part::Paragraph)
            && !drawn.is_in(Part::Furniture)
            && drawn.area.top < signature.area.top
            && says(drawn, "We would like")
    });
    (above.count(), signature.page)
}

#[test]
fn a_signature_takes_two_lines_of_the_text_over_the_page_with_it() {
    for edition in [Edition::Standard, Edition::LargePrint] {
        for post in ["dl", "notify"] {
            let desk = Desk::with("harbour");
            desk.change("service.yaml", "post: c5", &format!("post: {post}"));
            let mut turned = false;
            for paragraphs in 6..26 {
                desk.write("content/guides/story/en-GB.yaml", letter(paragraphs));
                let order = Order {
                    folder: Some(desk.folder()),
                    edition,
                    ..Order::EXAMPLE
                };
                let workspace = order.open().expect("a service");
                let pages = workspace.pages(&order.id(&workspace, "story"));
                let pages = pages.expect("a letter");
                let (lines, page) = lines_above(&drawn(pages.pages()));
                assert!(
                    lines >= 2,
                    "{post}, {paragraphs} paragraphs: {lines} on page {page}"
                );
                turned |= page == 1 && lines == 2;
            }
            assert!(
                turned,
                "{post}: no letter was long enough to be turned over"
            );
        }
    }
}
