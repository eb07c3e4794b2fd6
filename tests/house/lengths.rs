//! A guide in its lengths: the same options in the same order, on less paper.

use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, guide_head, snapshot};

const OVERRIDES: &str = "overrides/your-options.yaml";

/// Every option of the booklet but the last, which stays.
const OPTIONS: [(&str, &str); 8] = [
    ("talking-physio", "Talking with a physiotherapist"),
    ("pain-programme", "Pain management programme"),
    ("guided-self-help", "Guided self-help"),
    ("online-programme", "Online programme"),
    ("one-to-one", "One-to-one talking support"),
    ("peer-support", "Peer support"),
    ("link-worker", "Talking with a link worker"),
    ("community-activity", "Gardening and community activity"),
];
const LAST: &str = "Staying as I am for now";

fn built(desk: &Desk, overrides: &str, edition: &str) -> Pdf {
    desk.write(OVERRIDES, overrides);
    desk.done(&["build", "your-options", "--edition", edition]);
    let ending = if edition == "standard" {
        ""
    } else {
        ".large-print"
    };
    let bytes = desk.read(format!("out/your-options{ending}.pdf"));
    assert_conforms(overrides, &bytes);
    Pdf::open(&bytes)
}

/// The names of options, in the order in which each is first printed as a heading or a row:
/// after the words that come before them.
fn order(text: &str) -> Vec<&'static str> {
    let names = OPTIONS.iter().map(|(_, name)| *name).chain([LAST]);
    let mut found: Vec<_> = names
        .filter_map(|name| Some((text.find(name)?, name)))
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn both_lengths_hold_the_same_options_in_the_same_order() {
    let desk = Desk::with("harbour");
    for edition in ["standard", "large-print"] {
        let full = built(&desk, "length: full\n", edition).running_text();
        let short = built(&desk, "length: short\n", edition).running_text();
        assert_eq!(order(&full).len(), OPTIONS.len() + 1, "{full}");
        assert_eq!(order(&full), order(&short), "{edition}: {short}");
        for said in [
            "You can tick none",
            "says nothing about which is better",
            "116",
        ] {
            assert!(
                full.contains(said) && short.contains(said),
                "{said}: {short}"
            );
        }
        assert!(full.contains("How it may help"), "{full}");
        assert!(!short.contains("How it may help"), "{short}");
    }
}

/// What a service drops is dropped from both, and the rest are counted anew.
#[test]
fn a_dropped_option_is_gone_from_the_short_list() {
    let desk = Desk::with("harbour");
    let overrides = "length: short\noptions:\n  pain-programme: drop\n";
    let short = built(&desk, overrides, "standard").running_text();
    assert!(!short.contains("Pain management programme"), "{short}");
    let (_, list) = short.split_once("Which would you like").expect("the list");
    for row in [
        "1 Talking with a physiotherapist",
        "2 Guided self-help",
        "8 Staying as I am",
    ] {
        assert!(list.contains(row), "{row}: {list}");
    }
}

/// So many options: some dropped, or some more of the service's own.
fn with_options(count: usize) -> String {
    let mut overrides = String::from("length: short\n");
    let own = OPTIONS.len() + 1;
    if count < own {
        overrides.push_str("options:\n");
        for (id, _) in OPTIONS.iter().take(own - count) {
            overrides.push_str(&format!("  {id}: drop\n"));
        }
    } else if count > own {
        overrides.push_str("add-options:\n");
        for n in own..count {
            overrides.push_str(&format!(
                "  - after: peer-support\n    option: {{id: more-{n}, name: A group by the river, summary: \"Something to do with others, at a pace that suits you.\", at-a-glance: {{who-with: A group, where: A hall, how-often: Weekly, weigh-up: It is new}}, what-it-is: A, what-it-is-like: B, how-it-may-help: C, what-may-be-hard: D, what-is-known: E, time-and-place: F}}\n"
            ));
        }
    }
    overrides
}

#[test]
fn the_short_length_is_one_sheet_however_many_options_there_are() {
    let desk = Desk::with("harbour");
    for count in 2..=13 {
        let short = built(&desk, &with_options(count), "standard");
        assert_eq!(short.pages().len(), 2, "{count} options");
        assert_eq!(short.sizes()[0].map(f32::round), [210.0, 297.0]);
        let text = short.running_text();
        assert!(text.contains(&format!("{count} {LAST}")), "{text}");
        assert_eq!(short.words_off_the_page(2.0), Vec::<String>::new());
    }
}

#[test]
fn a_length_that_there_is_not_is_named() {
    let mut said = String::new();
    let desk = Desk::with("harbour");
    for overrides in ["length: shrot\n", "length: short\nformat: a5-pages\n"] {
        desk.write(OVERRIDES, overrides);
        let told = desk.run(&["build", "your-options"]);
        assert_eq!(told.status, 1, "{}", told.story());
        said.push_str(&told.err);
    }
    desk.write("overrides/pain-and-mood.yaml", "length: short\n");
    said.push_str(&desk.run(&["build", "pain-and-mood"]).err);
    snapshot("lengths/unknown", &said);
}

const TWO_LENGTHS: &str = "lengths: {full: {format: a4}, post: {format: a4-letter}}
sections:
  - id: hello
    heading: Hello
    blocks:
      - text: You are welcome.
      - crisis
";

#[test]
fn a_guide_cannot_have_every_length() {
    let desk = Desk::with("harbour");
    let head = guide_head("notice", "booklet", "a5-booklet", "Come and see us");
    let guide = format!("{head}{TWO_LENGTHS}");
    desk.write("content/guides/notice/en-GB.yaml", guide);
    let told = desk.run(&["build", "notice"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("lengths/impossible", &told.err);
}
