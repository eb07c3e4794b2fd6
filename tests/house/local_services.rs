//! Help near you: what a service's list may hold, what of it is printed, and what is said of
//! the rest.

use crate::support::{Desk, Pdf, guide_head, snapshot};

const LIST: &str = "\
Name,Topics,What it is,When,Venue,Who for,How to join,Price,Access,Area,Phone,E-mail address,Keeper,Last checked,Colour
Tea Club,low mood,Tea and a chat,\"Thursday, 2pm\",Harbour Library,Adults,Just turn up,Free,Step-free,North Harbour,01632 960771,,Sam,2026-11-02,red
Owl Walks,Activity; mood,Slow walks,,,,Phone first,,,,01632 960772,,,2026-11-03,
Debt Line,debt,Help with bills,,,,,,,,01632 960773,,,2026-11-03,
Carers Tea,mood/carers,Tea for carers,,,,,,,South Harbour,,tea@carers.example,,2026-11-04,
Night Group,sleep,For people who lie awake,,,,,,,,01632 960775,,,,
";

fn with(list: &str, signposts: &str) -> Desk {
    let desk = Desk::with("notice-board");
    desk.write("local-services.csv", list);
    let block = format!("- contacts: all\n      - signposts: {signposts}");
    let guide = "content/guides/notice/en-GB.yaml";
    desk.change(guide, "- contacts: all", &block);
    desk
}

fn page(desk: &Desk) -> String {
    Pdf::open(&desk.read("out/notice.pdf")).running_text()
}

fn build(desk: &Desk) -> String {
    desk.done(&["build", "--target", "screen"]).err
}

#[test]
fn what_is_known_of_a_service_is_printed_below_its_name() {
    let desk = with(LIST, "{topic: mood}");
    let said = build(&desk);
    // A column that is none of ours stops nothing, and what nobody checked is not printed.
    snapshot("local_services/read", &said);
    let page = page(&desk);
    let tea = "Tea Club Tea and a chat Thursday, 2pm · Harbour Library · Step-free \
               For: Adults · To join: Just turn up · Cost: Free 01632\u{a0}960771";
    assert!(page.contains(&tea.replace('\u{a0}', " ")), "{page}");
    assert!(
        page.contains("Owl Walks Slow walks To join: Phone first"),
        "{page}"
    );
    for unsaid in ["Debt Line", "Night Group", "red", "Sam", "More on", "North"] {
        assert!(!page.contains(unsaid), "{unsaid} in\n{page}");
    }
}

#[test]
fn what_is_left_out_is_said_on_the_terminal_and_on_the_page() {
    let said = [
        (
            "{topic: mood, at-most: 2}",
            "More on mood: ask us, 01632 960111",
        ),
        (
            "{topic: [carers, Debts], at-most: 1}",
            "More help near you: ask us, 01632 960111",
        ),
        (
            "{topic: all, area: [North Harbour, Old Town]}",
            "More help near you: ask us, 01632 960111",
        ),
        (
            "{topic: mood, area: South Harbour, at-most: 1}",
            "More on mood: ask us, 01632 960111",
        ),
    ]
    .map(|(signposts, on_page)| {
        let desk = with(LIST, signposts);
        let said = build(&desk);
        let page = page(&desk);
        assert!(page.contains(on_page), "{signposts}: {page}");
        let said = said
            .split("\n\n")
            .filter(|it| it.contains("not printed here"));
        format!(
            "=== {signposts}\n{}\n",
            said.collect::<Vec<_>>().join("\n\n")
        )
    });
    snapshot("local_services/left-out", &said.concat());
}

/// A service that has no phone is asked in another way.
#[test]
fn one_asks_for_more_in_the_way_that_the_service_has() {
    let desk = with(LIST, "{topic: mood, at-most: 1}");
    desk.change(
        "service.yaml",
        "phone: 01632 960111",
        "email: a@harbour.example",
    );
    build(&desk);
    let asked = "More on mood: ask us, a@harbour.example";
    assert!(page(&desk).contains(asked));
}

#[test]
fn lists_that_cannot_be_read() {
    let cases = [
        (
            "no-such-topic",
            "name,topic,phone,checked",
            "Tea Club,hosing; zebras,01632 960771,2026-11-02",
        ),
        (
            "twice",
            "name,topic,phone,Telephone,checked",
            "Tea Club,mood,01632 960771,,2026-11-02",
        ),
        ("missing", "name,phone,kost", "Tea Club,01632 960771,free"),
        (
            "not-a-day",
            "name,topic,phone,checked",
            "Tea Club,mood,01632 960771,last week",
        ),
        (
            "no-way",
            "name,topic,phone,checked",
            "Tea Club,mood,,2026-11-02",
        ),
    ];
    let mut said = String::new();
    for (name, header, row) in cases {
        let told = with(&format!("{header}\n{row}\n"), "{topic: mood}").run(&["build"]);
        assert_eq!(told.status, 1, "{name}: {}", told.story());
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    let list = LIST.lines().filter(|line| !line.starts_with("Night"));
    let list = list.collect::<Vec<_>>().join("\n");
    for signposts in [
        "{topic: [mood, det]}",
        "{topic: carers, area: Mars}",
        "{topic: []}",
    ] {
        let told = with(&list, signposts).run(&["build", "--target", "screen"]);
        said.push_str(&format!(
            "=== {signposts}: status {}\n{}",
            told.status, told.err
        ));
    }
    snapshot("local_services/mistakes", &said);
}

#[test]
fn a_service_has_topics_of_its_own() {
    let own = "topics:\n  owls:\n    name: {en-GB: owls at night}\n    also: [birds]\n";
    let desk = with(
        "name,topic,phone,checked\nA,owls,01632 960771,2026-11-02\nB,Birds,01632 960772,2026-11-02\n",
        "{topic: owls, at-most: 1}",
    );
    desk.write("content/topics.yaml", own);
    build(&desk);
    assert!(page(&desk).contains("More on owls at night: ask us"));
    // A word means one topic.
    desk.write(
        "content/topics.yaml",
        format!("{own}  all: {{name: {{en-GB: everything}}}}\n  bats: {{name: {{en-GB: bats}}, also: [birds]}}\n"),
    );
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("local_services/own-topics", &told.err);
}

/// What help says to paste works, in a file of the service's own and over built-in text.
#[test]
fn lines_to_paste_make_a_list_shorter() {
    let desk = Desk::with("harbour");
    let rows = ["Harbour Talkers", "Harbour Walkers", "Harbour Singers"].map(|name| {
        format!("{name},mood,A group that meets each week and is glad of anyone who comes,\"Thursday, 2pm\",01632 960777,hello@harbour.example,https://harbour.example,2026-11-02\n")
    });
    let header = "name,topic,what,when,phone,email,website,checked\n";
    desk.write("local-services.csv", format!("{header}{}", rows.concat()));
    let head = guide_head("leaf", "leaflet", "dl-card", "Come and see us");
    desk.write("content/guides/leaf/en-GB.yaml", format!("{head}{LEAF}"));
    let told = desk.run(&["build", "leaf", "--target", "screen"]);
    assert_eq!(told.status, 1, "{}", told.story());
    let line = "      - signposts: {topic: mood, at-most: 2}";
    let said = "in `content/guides/leaf/en-GB.yaml`, in place of line 20, write:";
    assert!(told.err.contains(said), "{}", told.err);
    assert!(told.err.contains(line.trim_start()), "{}", told.err);
    desk.change(
        "content/guides/leaf/en-GB.yaml",
        "      - signposts: {topic: mood}",
        line,
    );
    build_of(&desk, "leaf");
}

fn build_of(desk: &Desk, guide: &str) {
    desk.done(&["build", guide, "--target", "screen"]);
}

const LEAF: &str = "\
sections:
  - id: hello
    heading: Hello
    blocks:
      - text: You are welcome here, on any day of the week but Sunday.
  - id: near
    heading: Help near you
    blocks:
      - text: >-
          Groups.
      - signposts: {topic: mood}
  - id: help
    blocks:
      - contacts: all
      - crisis
";
