//! A service's own guides and its changes to those built in: what works, and
//! what is said where something does not.

use crate::support::desk::Told;
use crate::support::pdf::flowing;
use crate::support::{Desk, Pdf, guide_head, snapshot};

fn refused(desk: &Desk, typed: &[&str]) -> Told {
    let told = desk.run(typed);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"), "something was written after all");
    told
}

fn text(desk: &Desk, file: &str) -> String {
    Pdf::open(&desk.read(format!("out/{file}.pdf"))).running_text()
}

#[test]
fn a_guide_that_cannot_be_read() {
    let told = refused(&Desk::with("wrong-guides"), &["build", "misread"]);
    snapshot("guides/misread", &told.err);
    for line in [2, 8, 9, 10, 13, 16, 17] {
        let place = format!("misread/en-GB.yaml:{line}:");
        assert!(told.err.contains(&place), "{place} in\n{}", told.err);
    }
}

#[test]
fn blocks_that_cannot_be_read() {
    let cases = [
        ("unknown", "- txt: Hello"),
        ("unknown-word", "- crises"),
        ("two-in-one", "- text: Hello\n        contacts: all"),
        ("no-content", "- text"),
        ("empty", "- text:"),
        ("not-a-list", "- steps: Only one"),
        ("content-for-a-word", "- crisis: yes"),
        ("only-a-condition", "- when: person.name"),
        ("unknown-part", "- write-in: {line: 3}"),
        ("too-many-people", "- fact: {number: 5, of: 0, text: Five}"),
        (
            "uneven-table",
            "- table: {header: [One, Two], rows: [[1, 2], [one]]}",
        ),
        (
            "no-such-picture",
            "- picture: {file: a.png, alt: A, width: 50}",
        ),
        ("no-such-topic", "- signposts: {topic: nothing}"),
        ("a-letters-block", "- reply-slip: {choices: [Yes, No]}"),
    ];
    let mut said = String::new();
    for (name, block) in cases {
        let desk = Desk::with("notice-board");
        desk.change("content/guides/notice/en-GB.yaml", "- contacts: all", block);
        let told = desk.run(&["build"]);
        assert_ne!(told.status, 101, "{}", told.story());
        said.push_str(&format!("=== {name}: status {}\n{}", told.status, told.err));
    }
    snapshot("guides/blocks", &said);
}

/// All at once, also where several blocks cannot be read.
#[test]
fn every_wrong_block_is_said() {
    let desk = Desk::with("notice-board");
    let blocks = "- txt: Hello\n      - steps: One\n      - crises";
    desk.change(
        "content/guides/notice/en-GB.yaml",
        "- contacts: all",
        blocks,
    );
    let told = refused(&desk, &["build"]);
    for line in [17, 18, 19] {
        let place = format!("notice/en-GB.yaml:{line}:");
        assert!(told.err.contains(&place), "{place} in\n{}", told.err);
    }
}

#[test]
fn a_guide_that_reads_well_and_says_nonsense() {
    let desk = Desk::with("wrong-guides");
    let told = refused(&desk, &["build", "misspoken"]);
    let first = told.err;
    // Two parts of one name: said before anything else is looked at.
    desk.change(
        "content/guides/misspoken/en-GB.yaml",
        "  - id: first\n    when",
        "  - id: second\n    when",
    );
    let told = refused(&desk, &["build", "misspoken"]);
    snapshot(
        "guides/misspoken",
        &format!("=== ids\n{first}=== words\n{}", told.err),
    );
    for line in [5, 20, 22, 26, 29, 31, 33, 34, 36, 37, 40, 44] {
        let place = format!("misspoken/en-GB.yaml:{line}:");
        assert!(told.err.contains(&place), "{place} in\n{}", told.err);
    }
}

#[test]
fn a_guide_of_ones_own_prints() {
    let desk = Desk::with("notice-board");
    let told = desk.done(&["build"]);
    snapshot("guides/own", &told.story());
    assert!(text(&desk, "notice").contains("You are welcome at Harbour Pain Service."));
    let told = desk.done(&["list"]);
    assert!(told.out.contains("*  notice "), "{}", told.out);
}

#[test]
fn changes_that_cannot_be_made() {
    let desk = Desk::with("wrong-overrides");
    let leaflet = refused(&desk, &["build", "pain-and-mood"]);
    let booklet = refused(&desk, &["build", "your-options"]);
    let both = refused(&desk, &["build"]);
    let told = format!("=== leaflet\n{}=== booklet\n{}", leaflet.err, booklet.err);
    snapshot("guides/overrides", &told);
    for said in [leaflet.err, booklet.err] {
        let body = said
            .split_once("\n")
            .expect("the first line names the service")
            .1;
        assert!(both.err.contains(body), "both at once");
    }
}

#[test]
fn what_is_wrong_with_a_change_is_said_where_the_service_wrote_it() {
    let drop_all_but_one = "options: {talking-physio: drop, pain-programme: drop, guided-self-help: drop, online-programme: drop, one-to-one: drop, peer-support: drop, link-worker: drop, community-activity: drop, options-workshop: drop, team-assessment: drop, joint-pain-advice: drop, shared-appointment: drop, yoga-course: drop}\n";
    let section = "add:\n  - {after: opening, section: {id: help, blocks: [page-break]}}\n";
    let option = "add-options:
  - after: talking-physio
    option: {id: peer-support, name: A, summary: B, what-it-is: C, what-it-is-like: D, how-it-may-help: E, what-may-be-hard: F, what-is-known: G, time-and-place: H}
";
    let changes = [
        ("your-options", drop_all_but_one, "too few options", 1),
        ("your-options", section, "`help` is taken", 2),
        ("your-options", option, "`peer-support` is taken", 3),
        ("your-options", "format: a4\n", "cannot be `a4`", 1),
        (
            "pain-and-mood",
            "options: {walk: drop}\n",
            "has no options",
            1,
        ),
        (
            "pain-and-mood",
            "sections: {crisis-help: {blocks: [page-break]}}\n",
            "leave out help",
            1,
        ),
    ];
    for (guide, change, says, line) in changes {
        let desk = Desk::with("harbour");
        desk.write(format!("overrides/{guide}.yaml"), change);
        let said = refused(&desk, &["build", guide]).err;
        assert!(said.contains(says), "{said}");
        let (_, place) = said.split_once("┌─ ").expect("a place");
        let wanted = format!("overrides/{guide}.yaml:{line}:");
        assert!(place.starts_with(&wanted), "{wanted}\n{said}");
    }
}

#[test]
fn a_dropped_option_is_gone_and_the_rest_are_counted_anew() {
    let desk = Desk::with("harbour");
    desk.write(
        "overrides/your-options.yaml",
        "options:\n  pain-programme: drop\n",
    );
    desk.done(&["build", "your-options"]);
    let text = text(&desk, "your-options");
    assert!(!text.contains("Pain management programme"), "{text}");
    assert!(
        text.contains("Option 1 of 8 Talking with a physiotherapist"),
        "{text}"
    );
    assert!(text.contains("Option 2 of 8 Guided self-help"), "{text}");
    assert!(
        text.contains("Option 8 of 8 Staying as I am for now"),
        "{text}"
    );
    assert!(!text.contains("of 9"), "{text}");
}

#[test]
fn a_part_of_an_option_says_something_else() {
    let desk = Desk::with("harbour");
    let before = "You may meet in a hall, a café or online.";
    desk.write(
        "overrides/your-options.yaml",
        "options:\n  peer-support:\n    time-and-place: |\n      You meet at {{ service.name }} on *Tuesdays*.\n",
    );
    desk.done(&["build", "your-options"]);
    let text = text(&desk, "your-options");
    assert!(
        text.contains("You meet at Harbour Pain Service on Tuesdays."),
        "{text}"
    );
    assert!(!text.contains(before), "{text}");
}

/// What the example's overrides say in notes, with the notes taken away as they say.
fn example_overrides() -> String {
    let text = Desk::own_service().read_text("overrides/your-options.yaml");
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let inside = lines.iter().any(|line| line == "sections:");
        lines.push(match line {
            "sections: {}" | "options: {}" => line.replace(" {}", ""),
            "add: []" | "add-options: []" => line.replace(" []", ""),
            note if inside && note.starts_with("#   ") => note[2..].to_owned(),
            other => other.to_owned(),
        });
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_examples_own_overrides_work() {
    let desk = Desk::own_service();
    desk.write("overrides/your-options.yaml", example_overrides());
    desk.done(&["build", "your-options"]);
    let text = text(&desk, "your-options");
    assert!(
        text.contains("You meet at Saltmarsh Library on Tuesday afternoons."),
        "{text}"
    );
    assert!(text.contains("Option 5 of 9 Peer support"), "{text}");
    assert!(text.contains("Option 8 of 9 Yoga for backs"), "{text}");
    assert!(
        text.contains("Option 9 of 9 Staying as I am for now"),
        "{text}"
    );
    assert!(!text.contains("Online programme"), "{text}");
    assert!(!text.contains("What matters to me"), "{text}");
    assert!(text.contains("My notes"), "{text}");
}

/// A service takes only that part of the example.
#[test]
fn the_examples_added_option_fits_beside_all_others() {
    let desk = Desk::own_service();
    let example = example_overrides();
    let (_, option) = example.split_once("add-options:").expect("the example");
    desk.write(
        "overrides/your-options.yaml",
        format!("add-options:{option}"),
    );
    desk.done(&["build", "your-options"]);
    assert!(text(&desk, "your-options").contains("Option 9 of 10 Yoga for backs"));
}

#[test]
fn a_section_is_dropped_another_added_and_a_third_says_something_else() {
    let desk = Desk::with("harbour");
    desk.write(
        "overrides/invitation.yaml",
        "sections:
  what-to-bring: drop
  cannot-come:
    heading: If another day is better
    core-change: {reason: Readers asked for it, approved-by: Clinical lead}
add:
  - after: belief
    section:
      id: parking
      heading: Where to park
      blocks: [text: Behind the house.]
",
    );
    desk.done(&["build", "invitation"]);
    let text = text(&desk, "invitation.sample");
    assert!(
        text.contains("We believe your pain is real. Where to park Behind the house."),
        "{text}"
    );
    assert!(!text.contains("What to bring"), "{text}");
    assert!(
        text.contains("If another day is better If the day does not suit you,"),
        "{text}"
    );
}

/// Longer words than there is room for: which panel, how much, and nothing clipped.
#[test]
fn too_long_a_text_says_which_panel_and_by_how_much() {
    let desk = Desk::with("harbour");
    let line = "It is for everybody who comes to us with pain that goes on and on. ";
    let write = |times: usize| {
        let words = flowing(&line.repeat(times));
        let text = format!("sections:\n  who-for:\n    blocks:\n      - text: {words}\n");
        desk.write("overrides/pain-and-mood.yaml", text);
    };
    write(6);
    let told = refused(&desk, &["build", "pain-and-mood"]);
    snapshot("guides/too-long", &told.err);
    let over = |said: &str| {
        let (_, after) = said.split_once("holds ").expect("by how much");
        let number = after.split(' ').next().expect("a number");
        number.parse::<u32>().expect("millimetres")
    };
    let six = over(&told.err);
    write(12);
    let twelve = over(&refused(&desk, &["build", "pain-and-mood"]).err);
    // A sentence is nearly two lines of 5 mm.
    assert!(
        (40..80).contains(&(twelve - six)),
        "{six} mm, then {twelve} mm"
    );
    // In large print there is room for everything.
    desk.done(&["build", "pain-and-mood", "--edition", "large-print"]);
    let pdf = Pdf::open(&desk.read("out/pain-and-mood.large-print.pdf"));
    let printed = pdf.tags().words();
    assert_eq!(printed.matches("everybody who comes to us").count(), 12);
}

/// The table of all options stands where its author put it.
#[test]
fn what_comes_after_the_overview_is_printed_after_it() {
    let desk = Desk::with("harbour");
    desk.write(
        "overrides/your-options.yaml",
        "sections:
  overview-page:
    blocks:
      - page-break
      - text: Tick any you like.
      - overview
      - write-in: {lines: 2, label: Something else I would like}
",
    );
    desk.done(&["build", "your-options"]);
    let text = text(&desk, "your-options");
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words} in\n{text}"))
    };
    // The head of the table, and the last words of its last row.
    assert!(
        at("Tick any you like.") < at("Things to weigh up"),
        "{text}"
    );
    let end = at("Pain may ease, stay or get worse");
    assert!(at("Things to weigh up") < end, "{text}");
    assert!(end < at("Something else I would like"), "{text}");
}

/// A guide that is built in brings its pictures in the same way.
#[test]
fn a_picture_beside_its_guide_is_printed_and_the_services_own_comes_first() {
    let desk = Desk::with("notice-board");
    desk.change(
        "content/guides/notice/en-GB.yaml",
        "- contacts: all",
        "- contacts: all\n      - picture: {file: walk.png, alt: A walk, width: 30}",
    );
    let picture = |path: &str, grey: u8| {
        let dots = image::GrayImage::from_pixel(300, 200, image::Luma([grey]));
        dots.save(desk.path(path)).expect("a picture");
    };
    let build = ["build", "--target", "screen"];
    picture("content/guides/notice/walk.png", 90);
    desk.done(&build);
    let beside = desk.read("out/notice.pdf");
    assert!(Pdf::open(&beside).tags().outline().contains("A walk"));
    picture("walk.png", 200);
    desk.done(&build);
    assert!(desk.read("out/notice.pdf") != beside);
}

/// Two sources of one sentence are not one source of a higher number.
#[test]
fn two_sources_side_by_side_are_two_numbers() {
    let desk = Desk::own_service();
    let head = guide_head("proof", "sheet", "a4", "What we know");
    let sources = "sources: [{id: one, text: The first}, {id: two, text: The second}]\n";
    let section =
        "sections: [{id: known, heading: Known, blocks: [text: \"It is so.[^one][^two]\"]}]\n";
    desk.write(
        "content/guides/proof/en-GB.yaml",
        format!("{head}{sources}{section}"),
    );
    desk.done(&["build", "proof", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/proof.pdf")).running_text();
    assert!(text.contains("It is so. 1,2"), "{text}");
}
