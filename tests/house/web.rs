//! The web edition: the words of the pages in their order, in one file that loads nothing,
//! runs nothing and sends nothing.

mod one_file;
mod same_words;

use std::path::Path;

use leafwright::{Options, PublicationId, Setting, Target, Workspace};

use crate::support::web::Element;
use crate::support::{Desk, TODAY, guide_head, snapshot};

/// The web edition of a publication.
fn page_of(workspace: &Workspace, id: &PublicationId) -> String {
    let published = workspace.publish(id, &[Target::Web]);
    let files = published.unwrap_or_else(|error| panic!("{}: {error}", id.describe()));
    let [file] = <[_; 1]>::try_from(files.files).expect("one file");
    assert_eq!(file.name.rsplit_once('.').expect("an ending").1, "html");
    String::from_utf8(file.bytes).expect("UTF-8")
}

/// The example service with these settings.
fn with_settings(settings: &[(&str, &str)]) -> Workspace {
    let settings = settings.iter().map(|(key, value)| Setting {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        from: "--set".to_owned(),
    });
    let options = Options {
        settings: settings.collect(),
        date: Some(TODAY.parse().expect("a day")),
        ..Options::default()
    };
    Workspace::open_with(None::<&Path>, options).expect("a service that opens")
}

fn first_page(workspace: &Workspace, guide: &str) -> String {
    let ids = workspace.publications_of(guide).expect("a guide");
    page_of(workspace, ids.first().expect("a publication"))
}

/// The body of a small guide: how it is written is looked at here as a whole.
#[test]
fn a_small_page_is_written_like_this() {
    let desk = Desk::own_service();
    let guide = guide_head("walk", "sheet", "a4", "A walk together")
        + "sections:\n\
           \x20 - id: why\n\
           \x20   heading: Why walk\n\
           \x20   blocks:\n\
           \x20     - text: |\n\
           \x20         Walking is **good** for you.[^book] See [our page](https://walk.example/now).\n\
           \x20     - steps: [Find a friend., Set off.]\n\
           \x20     - checklist: [Shoes, Water]\n\
           \x20 - id: plan\n\
           \x20   heading: My plan\n\
           \x20   blocks:\n\
           \x20     - scale: {label: How far will you go?, from: 1, to: 3, low: A little, high: A lot}\n\
           \x20     - write-in: {label: Where to, lines: 2}\n\
           \x20     - diary: {columns: [Day, Place, How it was], rows: [Monday, Tuesday]}\n\
           \x20     - contacts: [main]\n\
           sources:\n\
           \x20 - {id: book, text: The book of walks}\n";
    desk.write("content/guides/walk/en-GB.yaml", guide);
    desk.done(&["build", "walk", "--target", "web"]);
    let page = desk.read_text("out/walk.html");
    let (_, body) = page.split_once("<body>").expect("a body");
    // The logo is a long line of letters.
    let (before, logo) = body.split_once(";base64,").expect("a logo");
    let (_, after) = logo.split_once('"').expect("an end of it");
    let body = format!("{before};base64,…\"{after}");
    snapshot("web/walk", &body.replace("><", ">\n<"));
}

#[test]
fn a_name_with_signs_of_markup_is_printed_as_it_was_typed() {
    let name = "Pier & <script>alert(1)</script> \"us\"";
    let workspace = with_settings(&[("service.name", name)]);
    let page = first_page(&workspace, "pain-and-mood");
    assert!(!page.contains("<script"), "no markup of theirs");
    let page = Element::page(&page);
    let heads = page.of_class("service");
    let [service] = heads.as_slice() else {
        panic!("{heads:?}");
    };
    assert_eq!(service.words(&|_| false), name);
    let titles = page.called("title");
    let title = titles.first().expect("a title").words(&|_| false);
    assert_eq!(title, format!("Pain and how you feel – {name}"));
}

#[test]
fn letters_have_none_and_it_is_said() {
    let workspace = with_settings(&[]);
    let ids = workspace.publications_of("invitation").expect("a guide");
    let published = workspace.publish(ids.first().expect("a letter"), &[Target::Web]);
    let published = published.expect("no mistake");
    assert!(published.files.is_empty());
    let said: Vec<&str> = published
        .notes
        .iter()
        .map(|it| it.message.as_str())
        .collect();
    assert!(
        said.contains(&"`invitation` goes out letter by letter"),
        "{said:?}"
    );
}

#[test]
fn an_example_says_so_and_no_other_page() {
    let desk = Desk::new_service();
    desk.done(&["build", "pain-and-mood", "--target", "web"]);
    let page = Element::page(&desk.read_text("out/pain-and-mood.html"));
    let marks = page.of_class("mark");
    let said: Vec<String> = marks.iter().map(|mark| mark.words(&|_| false)).collect();
    assert_eq!(said, [" Example: fill in service.yaml "]);
    let page = Element::page(&first_page(&with_settings(&[]), "pain-and-mood"));
    assert!(page.of_class("mark").is_empty());
}

#[test]
fn large_print_begins_with_larger_letters() {
    let workspace = with_settings(&[]);
    let ids = workspace.publications_of("pain-and-mood").expect("a guide");
    let id = ids.first().expect("a publication");
    let large = page_of(
        &workspace,
        &id.clone().in_edition(leafwright::Edition::LargePrint),
    );
    assert!(large.contains("font-size:150%"));
    assert!(Element::page(&large).of_class("edition").len() == 1);
    let standard = page_of(&workspace, id);
    assert!(!standard.contains("font-size:150%"));
    assert!(Element::page(&standard).of_class("edition").is_empty());
}

/// Somebody who writes sees what has no room on paper: a page of the web has room for it.
#[test]
fn a_draft_that_does_not_fit_says_so() {
    let desk = Desk::own_service();
    let text = "There is more to say than this panel has room for. ".repeat(60);
    let overrides = format!("sections:\n  small-steps:\n    blocks:\n      - text: {text}\n");
    desk.write("overrides/pain-and-mood.yaml", overrides);
    let refused = desk.run(&["build", "pain-and-mood", "--target", "web"]);
    assert_eq!(refused.status, 1, "{}", refused.err);
    assert!(!desk.folder().join("out/pain-and-mood.html").exists());
    desk.done(&["build", "pain-and-mood", "--target", "web", "--draft"]);
    let page = Element::page(&desk.read_text("out/pain-and-mood.html"));
    let marks = page.of_class("mark");
    let said = marks.first().expect("a mark").words(&|_| false);
    assert_eq!(said.trim(), "Draft: does not fit");
    let said = page.words(&|_| false);
    assert_eq!(said.matches("more to say than this panel").count(), 60);
}
