//! A guide that is based on another one says only what is different.

use crate::support::{Desk, Pdf, snapshot};

const HEAD: &str = "\
guide: my-video
based-on: invitation
title: An invitation to a call
summary: A first visit, from where you are
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
";

/// A service with a guide of its own that is based on the invitation.
fn with(rest: &str) -> Desk {
    let desk = Desk::own_service();
    desk.write(
        "content/guides/my-video/en-GB.yaml",
        format!("{HEAD}{rest}"),
    );
    desk
}

#[test]
fn it_has_the_parts_of_the_other_and_its_own() {
    let desk = with("\
needs:
  on-the-call: {type: text, ask: How does the call work?}
sections:
  getting-here: drop
  what-to-bring: {heading: Before the call, blocks: [text: Find a quiet place.]}
add:
  - after: what-happens
    section: {id: call, heading: How the call works, when: needs.on-the-call, blocks: [text: \"{{ needs.on-the-call }}\"]}
");
    desk.change(
        "service.yaml",
        "guides:\n",
        "guides:\n  my-video: {asked: your GP asked us to, we-do: We listen., meets: a nurse, on-the-call: We phone you.}\n",
    );
    desk.done(&["build", "my-video", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/my-video.sample.pdf")).running_text();
    for said in [
        "An invitation to a call",
        "We believe your pain is real.",
        "How the call works We phone you.",
        "Before the call Find a quiet place.",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    for gone in ["Getting here", "What to bring"] {
        assert!(!text.contains(gone), "{gone} in {text}");
    }
    // What no text of it names any more is not asked.
    let asked = desk.done(&["needs", "my-video"]).out;
    assert!(!asked.contains("travel:"), "{asked}");
    let shown = desk.done(&["show", "my-video"]).out;
    assert!(shown.contains("leafwright show invitation"), "{shown}");
}

#[test]
fn what_cannot_be_is_said_where_it_is_written() {
    let cases = [
        (
            "no-such-guide",
            HEAD.replace("based-on: invitation", "based-on: invitatoin"),
            "",
        ),
        (
            "twice",
            HEAD.replace("based-on: invitation", "based-on: invitation-video"),
            "",
        ),
        (
            "no-such-section",
            HEAD.to_owned(),
            "sections: {getting-there: drop}\n",
        ),
        ("no-such-key", HEAD.to_owned(), "section: {}\n"),
        (
            "two-papers",
            HEAD.to_owned(),
            "format: a4-letter\nlength: short\n",
        ),
    ];
    let mut said = String::new();
    for (name, head, rest) in cases {
        let desk = Desk::own_service();
        desk.write(
            "content/guides/my-video/en-GB.yaml",
            format!("{head}{rest}"),
        );
        let told = desk.run(&["build", "my-video"]);
        assert_eq!(told.status, 1, "{name}: {}", told.story());
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    snapshot("based-on/wrong", &said);
}
