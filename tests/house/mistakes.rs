//! Mistakes in `service.yaml`: each is named with file, line and column and what
//! to type instead, and nothing is left half done.

use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

/// Types `build`, which has to fail on what was written, and to write nothing.
fn refused(desk: &Desk) -> Told {
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"), "something was written after all");
    assert_eq!(told.out, "", "a file was promised");
    told
}

/// A sound service with one stretch of its settings changed.
fn with_settings(from: &str, to: &str) -> Desk {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", from, to);
    desk
}

#[test]
fn all_of_a_files_mistakes_are_said_at_once() {
    let told = refused(&Desk::with("wrong-settings"));
    snapshot("mistakes/settings", &told.err);
    // Every line that was written wrong is pointed at.
    for line in [3, 4, 5, 6, 8, 11, 16, 17, 19, 21, 25, 27, 29] {
        let place = format!("service.yaml:{line}:");
        assert!(told.err.contains(&place), "{place} in\n{}", told.err);
    }
}

#[test]
fn a_misspelt_word_does_not_hide_a_number_that_nobody_can_ring() {
    let desk = with_settings("01632 960111", "01632 9601");
    desk.change("service.yaml", "post: c5", "post: c55");
    snapshot("mistakes/two-kinds", &refused(&desk).err);
}

#[test]
fn what_is_no_plain_yaml_is_refused() {
    let cases = [
        (
            "repeated-key",
            "tone: wellbeing",
            "tone: wellbeing\ntone: mental-health",
        ),
        ("alias", "  name: Harbour Pain Service", "  name: *harbour"),
        (
            "anchor",
            "  name: Harbour Pain Service",
            "  name: &harbour Harbour",
        ),
        (
            "tag",
            "  name: Harbour Pain Service",
            "  name: !text Harbour",
        ),
        (
            "merge-key",
            "  nation: wales",
            "  nation: wales\n  <<: {name: Other}",
        ),
        ("tab", "  nation: wales", "\tnation: wales"),
        ("open-quote", "  nation: wales", "  nation: \"wales"),
        (
            "colon",
            "  name: Harbour Pain Service",
            "  name: Harbour: Pain Service",
        ),
        ("second-document", "tone: wellbeing", "---\ntone: wellbeing"),
        ("null", "tone: wellbeing", "tone: ~"),
        ("missing", "tone: wellbeing\n", ""),
        ("number", "  name: Harbour Pain Service", "  name: 2026"),
        (
            "turned-text",
            "Harbour Pain Service",
            "Harbour \u{202e}Pain Service",
        ),
        ("nul", "Harbour Pain Service", "Harbour \0Pain Service"),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let told = refused(&with_settings(from, to));
        assert!(
            told.err.contains("service.yaml:"),
            "{name}: no place in\n{}",
            told.err
        );
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    snapshot("mistakes/not-plain-yaml", &said);
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let desk = Desk::with("harbour");
    let text = desk.read_text("service.yaml");
    let text = text.replace("Front desk", "Front d\u{ea}sk");
    let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    desk.write("service.yaml", latin);
    snapshot("mistakes/not-utf-8", &refused(&desk).err);
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let desk = Desk::with("harbour");
    let text = desk.read_text("service.yaml");
    desk.write(
        "service.yaml",
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    );
    desk.done(&["build", "invitation"]);
    // Nor does it move the place of another mistake.
    desk.change("service.yaml", "nation: wales", "nation: whales");
    let told = desk.run(&["build", "invitation"]);
    assert!(told.err.contains("service.yaml:4:11"), "{}", told.err);
}

#[test]
fn an_empty_or_endless_file_is_refused() {
    for (name, text) in [
        ("empty", String::new()),
        ("a-list", "- one\n- two\n".into()),
        ("one-word", "hello".into()),
        ("too-deep", format!("service: {}", "[".repeat(5000))),
    ] {
        let desk = Desk::with("harbour");
        desk.write("service.yaml", text);
        let told = refused(&desk);
        let first = told.err.lines().next().unwrap_or_default();
        assert!(first.starts_with("error"), "{name}: {}", told.err);
        assert!(told.err.len() < 10_000, "{name}: too long to read");
    }
}

#[test]
fn parts_have_to_agree() {
    let cases = [
        ("reply-to", "  reply-to: pier", "  reply-to: peer"),
        ("nobody-to-call", "    phone: 01632 960111\n", ""),
        (
            "logo-without-words",
            "brand:\n",
            "brand:\n  logo: badge.png\n",
        ),
        (
            "unknown-guide",
            "[pain-and-mood, your-options, invitation]",
            "[pain-and-mod]",
        ),
        ("unknown-tone", "tone: wellbeing", "tone: well-being"),
        ("unknown-language", "[en-GB]", "[en]"),
        ("not-a-colour", "\"#7a3e9d\"", "violet"),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let told = refused(&with_settings(from, to));
        assert!(
            told.err.contains("service.yaml:"),
            "{name}: no place in\n{}",
            told.err
        );
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    snapshot("mistakes/parts-disagree", &said);
}

#[test]
fn a_logo_has_to_be_there_and_inside() {
    let desk = with_settings(
        "brand:\n",
        "brand:\n  logo: badge.png\n  logo-alt: A badge\n",
    );
    let mut said = format!("=== not there\n{}", refused(&desk).err);
    desk.write("badge.png", "this is no picture");
    said.push_str(&format!("=== no picture\n{}", refused(&desk).err));
    desk.change("service.yaml", "badge.png", "../badge.png");
    said.push_str(&format!("=== outside\n{}", refused(&desk).err));
    snapshot("mistakes/logo", &said);
}

/// Numbers as people write them: what to write instead is said.
#[test]
fn a_number_with_its_unit_is_asked_for_alone() {
    let desk = Desk::with("harbour");
    let settings = desk.read_text("service.yaml");
    let wrong = [
        ("paper: {gsm: 80g}", "write the number alone: 80"),
        ("paper: {gsm: \"80\"}", "write the number alone: 80"),
        ("press: {copies: \"1,000\"}", "write the number alone: 1000"),
        ("paper: {gsm: 8}", "write a number from 40 to 400"),
        (
            "check: {options-ratio: 0.5}",
            "write a number from 1 to 100",
        ),
        (
            "check: {options-ratio: .nan}",
            "write a number from 1 to 100",
        ),
        ("press: {copies: 99999999999}", "from 1 to 1,000,000"),
    ];
    for (line, help) in wrong {
        desk.write("service.yaml", format!("{settings}{line}\n"));
        let told = refused(&desk);
        assert!(told.err.contains(help), "{line}: {}", told.err);
    }
}

/// Text stands where a part is to be dropped, or to say something else.
#[test]
fn a_text_alone_does_not_say_which_part_it_replaces() {
    let desk = Desk::with("harbour");
    desk.write(
        "overrides/pain-and-mood.yaml",
        "sections:\n  who-for: For people who live with pain.\n  pain-is-real: dorp\n",
    );
    desk.write(
        "overrides/your-options.yaml",
        "options:\n  peer-support: Meet people who know.\n",
    );
    snapshot("mistakes/text-alone", &refused(&desk).err);
}

/// What is missing in a group on one line is no line to add.
#[test]
fn what_is_missing_within_braces_goes_into_them() {
    let desk = Desk::with("harbour");
    desk.write(
        "overrides/pain-and-mood.yaml",
        "sections:
  who-for:
    blocks:
      - picture: {file: garden.png, width: 60}
      - picture:
          file: garden.png
          width: 60
",
    );
    let mut said = refused(&desk).err;
    let desk = Desk::with("harbour");
    let contact = "contacts:\n  cancel: {name: To cancel, checked: 2026-11-02}\n";
    desk.change("service.yaml", "contacts:\n", contact);
    said.push_str(&refused(&desk).err);
    snapshot("mistakes/within-braces", &said);
}

/// Nothing outside the service's folder is read, not even through a link.
#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let desk = Desk::empty();
    let fixture = Desk::with("harbour");
    desk.write("service/service.yaml", fixture.read("service.yaml"));
    let logo = "brand:\n  logo: badge.png\n  logo-alt: A badge\n";
    desk.change("service/service.yaml", "brand:\n", logo);
    desk.write("secret.png", leafwright_logo());
    std::os::unix::fs::symlink(desk.path("secret.png"), desk.path("service/badge.png")).unwrap();
    let told = desk.run(&["build", "--service", "service"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(
        told.err.contains("outside the service's folder"),
        "{}",
        told.err
    );
    assert!(!desk.exists("out"));
}

fn leafwright_logo() -> &'static [u8] {
    include_bytes!("../../content/examples/riverside/logo.png")
}
