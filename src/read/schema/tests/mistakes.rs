//! What an editor underlines.

use std::fs;

use super::{here, refused};
use crate::read::SchemaOf;

/// Changes words of a built-in file, one pair at a time, and expects that none fits.
fn none_fits(of: SchemaOf, file: &str, mistakes: &[(&str, &str)]) {
    let text = fs::read_to_string(here().join("content").join(file)).expect("built in");
    for (old, new) in mistakes {
        let wrong = text.replacen(old, new, 1);
        assert_ne!(wrong, text, "`{old}` is there");
        assert!(refused(of, &wrong).is_some(), "{file}: {new}");
    }
}

/// What an editor underlines: words of built-in files, and what is wrong in their place.
#[test]
fn mistakes_do_not_fit() {
    none_fits(
        SchemaOf::Service,
        "examples/riverside/service.yaml",
        &[
            ("nation: england", "nation: cornwall"),
            ("tone: wellbeing", "tone: cheerful"),
            ("languages: [en-GB]", "languages: []"),
            ("languages: [en-GB]", "languages: en-GB"),
            ("tone: wellbeing", "tones: wellbeing"),
            ("tone: wellbeing", "tone:"),
            ("gsm: 80", "gsm: 8000"),
            ("gsm: 80", "gsm: thick"),
            ("flip: short-edge", "flip: short"),
            ("\"#0b6e69\"", "#0b6e69"),
            ("6 months", "six months"),
            ("6 months", "300 days"),
            ("checked: 2026-10-12", "checked: 12/10/2026"),
            ("hours: Tuesday", "ours: Tuesday"),
            ("phone: 01632 960456", "hours: at any time"),
            ("formats-line: true", "formats-line: yes"),
            ("name: Riverside Pain", "name: \" \"\n  #"),
        ],
    );
    none_fits(
        SchemaOf::Guide,
        "guides/pain-and-mood/en-GB.yaml",
        &[
            ("kind: leaflet", "kind: flyer"),
            ("audience: patients", "audience: everybody"),
            ("sections:", "section:"),
            ("      - crisis", "      - crises"),
            ("      - crisis", "      - crisis: now"),
            ("      - crisis", "      - text"),
            (
                "      - crisis",
                "      - {text: a, quote: {text: a, by: b}}",
            ),
            ("      - crisis", "      - {when: visit}"),
            ("      - crisis", "      - write-in: {lines: 31}"),
            (
                "      - crisis",
                "      - fact: {number: 5, off: 10, text: a}",
            ),
            ("      - crisis", "      - contacts: some"),
        ],
    );
    none_fits(
        SchemaOf::Tone,
        "tones/wellbeing.yaml",
        &[("avoid:", "avoids:")],
    );
    none_fits(
        SchemaOf::Crisis,
        "crisis.yaml",
        &[("england:", "cornwall:")],
    );
    none_fits(
        SchemaOf::WordsToAvoid,
        "words-to-avoid.yaml",
        &[("why:", "because:")],
    );
    for wrong in [
        "sections: {opening: dropped}",
        "sections: {opening: {headings: a}}",
        "options: {one: {id: two}}",
        "add: [{section: {id: a, blocks: []}}]",
        "cover: no-such-picture",
        "except: [{rule: LW012}]",
    ] {
        assert!(refused(SchemaOf::Override, wrong).is_some(), "{wrong}");
    }
}

#[test]
fn names_may_be_given_by_language() {
    let service = include_str!("../../../../content/examples/riverside/service.yaml");
    for (old, new) in [
        (
            "name: Bookings team",
            "name: {en-GB: Bookings team, cy: Tîm archebu}",
        ),
        ("name: Riverside Clinic", "name: {en-GB: Riverside Clinic}"),
    ] {
        let told = service.replacen(old, new, 1);
        assert_ne!(told, service, "`{old}` is there");
        assert_eq!(refused(SchemaOf::Service, &told), None, "{new}");
    }
}
