//! The overview of all options: what it compares.

use crate::support::{Desk, Pdf, snapshot};

const FIRST: &str = "options:\n  peer-support:\n    at-a-glance: ";
const ADDED: &str = "add-options:
  - after: peer-support
    option:
      id: walking-group
      name: Walking group
      summary: A slow walk with other people, with time to rest.
      what-it-is: You walk a short way with a small group. A volunteer leads, and knows where the benches are.
      what-it-is-like: You go as far as you like and turn back when you wish. You can talk or be quiet.
      how-it-may-help: You can be outdoors and meet people who live near you. You set how far you go each time.
      what-may-be-hard: Some paths are rough, and the weather can be bad. It may not suit you if you want to sit.
      what-is-known: Not studied in our sources. They tell of no group like this.
      time-and-place: You meet at the park gate by the river. Each group sets its own days and times.
";

#[test]
fn an_option_at_a_glance_has_all_four_columns_and_few_words() {
    let cases = [
        (
            "without-where",
            "{who-with: A group, how-often: Weekly, weigh-up: It is new}",
        ),
        ("nothing", "{}"),
        (
            "too-long",
            "{who-with: A group of people who all live with pain that lasts, where: A hall, how-often: Weekly, weigh-up: It is new}",
        ),
        (
            "another-column",
            "{who-with: A group, where: A hall, how-often: Weekly, weigh-up: It is new, cost: Free}",
        ),
    ];
    let mut said = String::new();
    for (name, words) in cases {
        let desk = Desk::with("harbour");
        desk.write("overrides/your-options.yaml", format!("{FIRST}{words}\n"));
        let told = desk.run(&["build", "your-options"]);
        assert_eq!(told.status, 1, "{name}: {}", told.story());
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    snapshot("overview/refused", &said);
}

/// One option that says nothing would stand in an empty row.
#[test]
fn an_option_without_words_for_the_overview_is_named() {
    let desk = Desk::with("harbour");
    desk.write("overrides/your-options.yaml", ADDED);
    let told = desk.done(&["build", "your-options", "--target", "screen"]);
    snapshot("overview/one-without", &told.err);
}

/// What the service says of one option is asked of all of which something is asked.
#[test]
fn what_a_service_says_of_an_option_is_the_last_part_of_every_one() {
    let desk = Desk::with("harbour");
    let answers = "guides:
  your-options:
    options:
      peer-support: {offered: elsewhere, wait: about 3 weeks}
";
    let settings = desk.read_text("service.yaml");
    desk.write("service.yaml", format!("{settings}\n{answers}"));
    desk.done(&["build", "your-options", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    // Nobody waits for staying as they are, or pays for it.
    assert_eq!(text.matches("In your area").count(), 8, "{text}");
    assert!(
        text.contains("How long people wait: about 3 weeks"),
        "{text}"
    );
    assert_eq!(
        text.matches("How long people wait: Ask us").count(),
        7,
        "{text}"
    );
    // The short list says the first of it.
    desk.write("overrides/your-options.yaml", "length: short\n");
    desk.done(&["build", "your-options", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    assert_eq!(text.matches("Who offers it: ").count(), 8, "{text}");
    assert!(text.contains("Another service offers it"), "{text}");
    assert!(!text.contains("about 3 weeks"), "{text}");
}

/// Without an answer nothing is printed of it.
#[test]
fn a_service_that_says_nothing_of_options_has_no_such_part() {
    let desk = Desk::with("harbour");
    desk.done(&["build", "your-options", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    assert!(!text.contains("In your area"), "{text}");
}
