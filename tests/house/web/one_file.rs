//! One file that a browser and a screen reader make sense of, and that is alone in the world.

use std::collections::BTreeSet;

use crate::support::web::Element;
use crate::whole_library::examples;

use super::page_of;

/// What is wrong with a page.
fn wrong(html: &str) -> Vec<String> {
    let page = Element::page(html);
    let all = page.all();
    let mut wrong = Vec::new();
    let levels = all.iter().filter_map(|it| match it.name.as_str() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    });
    let levels: Vec<i32> = levels.collect();
    if levels.first() != Some(&1) || levels.iter().filter(|level| **level == 1).count() != 1 {
        wrong.push(format!("not one first heading: {levels:?}"));
    }
    if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
        wrong.push(format!("a level is skipped: {levels:?}"));
    }
    let ids: Vec<&str> = all.iter().filter_map(|it| it.get("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    if ids.len() != known.len() {
        wrong.push(format!("an id stands twice: {ids:?}"));
    }
    for element in &all {
        let named = ["for", "aria-labelledby", "aria-describedby"];
        let named = named.iter().filter_map(|name| element.get(name));
        let targets = named.flat_map(str::split_whitespace);
        let link = element.get("href").and_then(|href| href.strip_prefix('#'));
        for target in targets.chain(link) {
            if !known.contains(target) {
                wrong.push(format!("nothing is called {target}"));
            }
        }
        wrong.extend(forbidden(element));
    }
    wrong.extend(unnamed(&page));
    for drawing in page.called("svg") {
        let text = format!("{drawing:?}");
        for used in text
            .split("url(#")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(')')?.0))
        {
            if !known.contains(used) {
                wrong.push(format!("no {used} to clip with"));
            }
        }
    }
    wrong
}

/// What may stand on no page: anything that runs, is loaded or is sent.
fn forbidden(element: &Element) -> Vec<String> {
    let mut wrong = Vec::new();
    let names = [
        "script", "form", "iframe", "object", "embed", "link", "base", "button", "audio", "video",
    ];
    if names.contains(&element.name.as_str()) {
        wrong.push(format!("<{}>", element.name));
    }
    for (name, value) in &element.attributes {
        if name.starts_with("on") || matches!(name.as_str(), "style" | "srcset" | "action") {
            wrong.push(format!("{name}={value}"));
        }
        let allowed: &[&str] = match name.as_str() {
            "src" => &["data:image/png;", "data:image/jpeg;"],
            "href" => &["#", "https://", "http://", "tel:", "sms:", "mailto:"],
            _ => continue,
        };
        if !allowed.iter().any(|start| value.starts_with(start)) {
            wrong.push(format!("{name}={value:.60}"));
        }
        if value.starts_with("tel:") && value.contains(char::is_whitespace) {
            wrong.push(format!("nothing dials {value}"));
        }
    }
    wrong
}

/// Pictures and fields that a screen reader has no name for.
fn unnamed(page: &Element) -> Vec<String> {
    let all = page.all();
    let labelled: BTreeSet<&str> = all.iter().filter_map(|it| it.get("for")).collect();
    let has_name = |it: &Element| {
        let named = ["aria-label", "aria-labelledby"]
            .iter()
            .filter_map(|name| it.get(name));
        let mut named = named.filter(|name| !name.trim().is_empty());
        named.next().is_some() || it.get("id").is_some_and(|id| labelled.contains(id))
    };
    let fields = all
        .iter()
        .filter(|it| matches!(it.name.as_str(), "input" | "textarea"));
    let unnamed = fields.filter(|field| !has_name(field));
    let unnamed = unnamed.map(|field| format!("a field without a name: {:?}", field.attributes));
    let remembered = all.iter().filter(|it| {
        matches!(it.name.as_str(), "input" | "textarea") && it.get("autocomplete") != Some("off")
    });
    let remembered = remembered.map(|it| format!("kept: {:?}", it.attributes));
    let drawn = all
        .iter()
        .filter(|it| it.name == "img" && it.get("alt").is_none());
    let drawn = drawn.map(|it| format!("no text for {:?}", it.get("src").map(str::len)));
    let heads = all
        .iter()
        .filter(|it| it.name == "th" && it.get("scope").is_none());
    let heads = heads.map(|it| format!("a head of nothing: {:?}", it.words(&|_| false)));
    unnamed
        .chain(remembered)
        .chain(drawn)
        .chain(heads)
        .collect()
}

#[test]
fn every_page_is_whole_and_alone() {
    let mut found = Vec::new();
    let mut seen = 0;
    for (name, workspace) in examples() {
        let ids = workspace.publications().expect("guides that exist");
        for id in ids.iter().filter(|id| !id.guide.starts_with("invitation")) {
            let page = page_of(&workspace, id);
            let wrong = wrong(&page).into_iter();
            found.extend(wrong.map(|wrong| format!("{name}, {}: {wrong}", id.describe())));
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What is looked for above is found where it is.
#[test]
fn a_page_that_is_neither_is_seen() {
    let page = |body: &str| {
        wrong(&format!(
            "<!DOCTYPE html><html><body><h1>One</h1>{body}</body></html>"
        ))
    };
    assert_eq!(
        page("<h2 id=\"a\">Two</h2><a href=\"#a\">a</a>"),
        Vec::<String>::new()
    );
    for body in [
        "<h1>Two</h1>",
        "<h3>Three</h3>",
        "<p id=\"a\">a</p><p id=\"a\">b</p>",
        "<a href=\"#nowhere\">a</a>",
        "<script>x</script>",
        "<img src=\"https://elsewhere.example/a.png\" alt=\"\">",
        "<img src=\"data:image/png;base64,\">",
        "<input type=\"checkbox\" autocomplete=\"off\">",
        "<input type=\"checkbox\" aria-label=\"a\">",
        "<a href=\"javascript:x\">a</a>",
        "<a href=\"tel:01632 960111\">a</a>",
        "<p onclick=\"x\">a</p>",
    ] {
        assert_eq!(page(body).len(), 1, "{body}: {:?}", page(body));
    }
}

/// Nothing is loaded or sent, whatever may yet be written into a page.
#[test]
fn a_policy_says_so_to_browsers() {
    let (_, workspace) = examples().into_iter().next().expect("an example");
    let ids = workspace.publications_of("pain-and-mood").expect("a guide");
    let page = Element::page(&page_of(&workspace, ids.first().expect("a publication")));
    let metas = page.called("meta");
    let policy = metas
        .iter()
        .find(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"));
    assert_eq!(
        policy.expect("a policy").get("content"),
        Some(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
        )
    );
}
