//! Templates read as Typst reads them: what they have to keep to, so that a long
//! run of letters stays fast.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use typst::syntax::ast::LetBinding;
use typst::syntax::{SyntaxKind, SyntaxNode, parse};

/// The names that hold something of a person: `person`, and every name bound to
/// something said with one of them.
fn personal(root: &SyntaxNode) -> BTreeSet<String> {
    let mut names = BTreeSet::from(["person".to_owned()]);
    loop {
        let before = names.len();
        for binding in all(root, SyntaxKind::LetBinding) {
            if !mentioned(binding, &names).is_empty() {
                let bound = binding.cast::<LetBinding>().expect("a binding").kind();
                names.extend(bound.bindings().iter().map(|name| name.as_str().to_owned()));
            }
        }
        if names.len() == before {
            return names;
        }
    }
}

/// Every node of a kind, outer ones first.
fn all(root: &SyntaxNode, kind: SyntaxKind) -> Vec<&SyntaxNode> {
    let mut found = Vec::new();
    if root.kind() == kind {
        found.push(root);
    }
    for child in root.children() {
        found.extend(all(child, kind));
    }
    found
}

/// Which of these names stand in it.
fn mentioned<'a>(node: &SyntaxNode, names: &'a BTreeSet<String>) -> Vec<&'a String> {
    let words = all(node, SyntaxKind::Ident);
    let words = words
        .into_iter()
        .filter_map(|word| names.get(word.leaf_text().as_str()));
    words.collect()
}

/// The set rules that say something of a person, as they are written.
fn personal_set_rules(template: &str) -> Vec<String> {
    let root = parse(template);
    let names = personal(&root);
    let rules = all(&root, SyntaxKind::SetRule).into_iter();
    rules
        .filter(|rule| !mentioned(rule, &names).is_empty())
        .map(|rule| rule.full_text().to_string())
        .collect()
}

fn templates(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        match path.is_dir() {
            true => found.extend(templates(&path)),
            false => found.push(path),
        }
    }
    found
}

/// Set rules are part of what Typst remembers a paragraph by: one word of a person
/// in one of them, or in the head or foot of the page, and every paragraph is laid
/// out anew for every letter.
#[test]
fn no_set_rule_says_anything_of_a_person() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut rules = 0;
    for path in templates(&folder) {
        let text = fs::read_to_string(&path).expect("a template");
        let personal = personal_set_rules(&text);
        assert!(personal.is_empty(), "{}: {personal:#?}", path.display());
        rules += all(&parse(&text), SyntaxKind::SetRule).len();
    }
    assert!(
        rules > 50,
        "only {rules} rules: are they still looked for rightly?"
    );
}

/// A file that reads the person is read again for everybody, and all that is made in
/// it is made anew: it holds nothing else. One is for a letter in one language, one for
/// several, and one for what is personal in the letters of several people.
#[test]
fn a_template_that_reads_the_person_does_nothing_else() {
    const READERS: [&str; 3] = ["letter.typ", "letter-fragments.typ", "letter-together.typ"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for path in templates(&folder) {
        let text = fs::read_to_string(&path).expect("a template");
        let name = path.strip_prefix(&folder).expect("below it");
        let reads = text.contains("/data/person.json");
        let may_read = READERS.iter().any(|reader| name == Path::new(reader));
        assert_eq!(reads, may_read, "{}", name.display());
        if reads {
            let root = parse(&text);
            for made in [
                SyntaxKind::LetBinding,
                SyntaxKind::SetRule,
                SyntaxKind::Closure,
            ] {
                assert!(all(&root, made).is_empty(), "it makes a {}", made.name());
            }
        }
    }
}

#[test]
fn a_personal_set_rule_is_seen_however_it_is_written() {
    for personal in [
        "#set page(footer: [#person.reference])",
        "#let foot = context { person.name }\n#set page(footer: foot)",
        "#let (a, b) = person.address\n#let c = [#b]\n#show heading: set text(fill: luma(c))",
        "#let draw(it, person) = { set document(title: person.name); it }",
        "#let get = key => person.at(key)\n#{ set text(lang: get(\"language\")) }",
        "#set text(red) if person.name == \"\"",
    ] {
        assert_eq!(personal_set_rules(personal).len(), 1, "{personal}");
    }
    let free = "#let person = json(\"p.json\")\n#set page(footer: [Page]) // person\n#person.name";
    assert!(personal_set_rules(free).is_empty());
}
