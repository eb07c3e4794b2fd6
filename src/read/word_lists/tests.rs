use std::fs;

use codespan_reporting::term::termcolor::NoColor;

use super::WordLists;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Sources, draw};
use crate::read::Reader;

impl WordLists {
    /// The built-in lists, for tests of functions that read them.
    pub fn built_in() -> Self {
        let assets = Assets::example();
        let lists = Reader::new(&assets, &Sources::default()).word_lists();
        lists.expect("the built-in lists are right")
    }
}

/// What a service reads that has this file in its folder.
fn with(path: &str, text: &str) -> Result<WordLists, String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("content/words")).expect("a folder");
    fs::write(folder.path().join("service.yaml"), "").expect("written");
    fs::write(folder.path().join(path), text).expect("written");
    let assets = Assets::of(folder.path()).expect("a service");
    let sources = Sources::default();
    let read = Reader::new(&assets, &sources).word_lists();
    read.map_err(|failure: Failure| {
        let mut output = NoColor::new(Vec::new());
        for problem in failure.problems() {
            draw(&mut output, &sources, &problem).expect("it is written to memory");
        }
        let said = String::from_utf8(output.into_inner()).expect("UTF-8");
        said.replace(&format!("{}/", folder.path().display()), "")
    })
}

#[test]
fn a_list_of_the_service_takes_the_place_of_the_built_in_one() {
    let own = with(
        "content/words/unfinished-text.yaml",
        "stand-ins: [to follow]\n",
    );
    let own = own.expect("it is right");
    let words: Vec<&str> = own.unfinished_text.stand_ins.iter().collect();
    assert_eq!(words, ["to follow"]);
    let built_in = WordLists::built_in();
    assert!(built_in.unfinished_text.stand_ins.contains("tbc"));
    assert!(own.headings.small.iter().eq(built_in.headings.small.iter()));
}

#[test]
fn every_mistake_in_a_list_is_said() {
    let said = with(
        "content/words/plainer-words.yaml",
        "plainer:\n  - {instead-of: commence}\n  - {instead-of: \" \", say: help}\nplain: []\n",
    );
    insta::assert_snapshot!(said.expect_err("three mistakes"), @r#"
    error: `say` is missing
      ┌─ content/words/plainer-words.yaml:2:5
      │
    2 │   - {instead-of: commence}
      │     ^^^^^^^^^^^^^^^^^^^^^^ this has no `say`
      │
      = help: add `say: …` inside the braces

    error: this is blank
      ┌─ content/words/plainer-words.yaml:3:18
      │
    3 │   - {instead-of: " ", say: help}
      │                  ^^^
      │
      = help: write the text, or take it out

    error: `plain` is not a setting here
      ┌─ content/words/plainer-words.yaml:4:1
      │
    4 │ plain: []
      │ ^^^^^
      │
      = help: did you mean `plainer`?
    "#);
}

#[test]
fn a_file_that_changes_nothing_is_said() {
    let said = with("content/words/jargn.yaml", "words: []\n");
    insta::assert_snapshot!(said.expect_err("no such list"), @"
    error: `content/words/jargn.yaml` changes nothing
     = help: rename it to `jargon.yaml`
    ");
}

#[test]
fn a_phrase_that_cannot_be_read_and_a_set_there_is_not_are_said() {
    let said = with(
        "content/words/promises.yaml",
        "phrases:\n  - problem: promises a cure\n    say: less\n    instead-of:\n      - will (cure\n      - cure|heal\n",
    );
    insta::assert_snapshot!(said.expect_err("two mistakes"), @"
    error: `(` is not closed
      ┌─ content/words/promises.yaml:5:9
      │
    5 │       - will (cure
      │         ^^^^^^^^^^
      │
      = help: close it

    error: `|` stands between choices in brackets
      ┌─ content/words/promises.yaml:6:9
      │
    6 │       - cure|heal
      │         ^^^^^^^^^
      │
      = help: write `(one|other)`, or two phrases
    ");
    let said = with(
        "content/words/promises.yaml",
        "phrases:\n  - problem: promises a cure\n    say: less\n    instead-of:\n      - <treatmnt> will cure\n",
    );
    insta::assert_snapshot!(said.expect_err("one mistake"), @"
    error: there is no set of words `<treatmnt>`
      ┌─ content/words/promises.yaml:5:9
      │
    5 │       - <treatmnt> will cure
      │         ^^^^^^^^^^^^^^^^^^^^
      │
      = help: did you mean `treatment`?
      = help: the sets are in `content/words/sets.yaml`
    ");
    let said = with(
        "content/words/sets.yaml",
        "sets:\n  problem: [pain]\n  treatment: [<problem> relief]\n",
    );
    assert!(
        said.expect_err("a set in a set")
            .contains("cannot hold another set")
    );
}

#[test]
fn a_list_of_harm_and_a_set_of_the_service_are_added_to_the_built_in_ones() {
    let own = "phrases:\n  - {problem: is ours, say: less, instead-of: [turbo]}\nfine-in: [turbo charged]\n";
    let count = |lists: &WordLists| (lists.idioms.phrases.len(), lists.medicines.phrases.len());
    let built_in = WordLists::built_in();
    let (idioms, medicines) = count(&built_in);
    let with_idioms = with("content/words/idioms.yaml", own).expect("it is right");
    assert_eq!(count(&with_idioms), (idioms + 1, medicines));
    assert_eq!(
        with_idioms.idioms.fine_in.len(),
        built_in.idioms.fine_in.len() + 1
    );
    // What may be said of medicines is not a service's to widen.
    let with_medicines = with("content/words/medicines.yaml", own).expect("it is right");
    assert_eq!(count(&with_medicines), (idioms, medicines + 1));
    let fine = |lists: &WordLists| lists.medicines.fine_in.len();
    assert_eq!(fine(&with_medicines), fine(&built_in));
    with("content/words/sets.yaml", "sets: {medicine: [turbolin]}\n").expect("it is right");
}
