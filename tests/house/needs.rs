//! Guides that ask what only the service can say.

use crate::support::{Desk, Pdf, snapshot};

/// Every question answered.
const ANSWERS: &str = r#"about:
  weeks: 8
guides:
  programme:
    venue: pier
    setting: group
    helper: main
    sessions: [Pacing, Sleep, "Ups & downs"]
    phone-first: no
    bring: "your glasses, if you wear them."
  choices:
    options:
      programme: {offered: here, wait: about 6 weeks, cost: nothing}
      talking: {offered: elsewhere}
  come:
    meet: a nurse from our team
    length: Up to 1 hour
"#;

/// The desk of a service that has answered this.
fn answered(answers: &str) -> Desk {
    let desk = Desk::with("questions");
    let service = desk.read_text("service.yaml") + answers;
    desk.write("service.yaml", service);
    desk
}

fn text(desk: &Desk, file: &str) -> String {
    Pdf::open(&desk.read(format!("out/{file}.pdf"))).running_text()
}

/// What can be printed is, and what cannot says what it waits for.
#[test]
fn a_guide_that_waits_for_answers_stops_no_other() {
    let desk = Desk::with("questions");
    let told = desk.run(&["build", "--target", "screen"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("needs/unanswered", &told.story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    assert_eq!(files, ["choices.pdf", "welcome.pdf"]);
    let told = desk.run(&["check", "come"]);
    assert_eq!(told.status, 1);
    snapshot("needs/check", &told.story());
    let told = desk.run(&["letters", "come", "--people", "people.csv"]);
    assert_eq!(told.status, 1);
    assert!(told.said().contains("LW130"), "{}", told.story());
    assert!(!desk.exists("out/come"));
}

/// Without an answer to an option, nothing is said of what is not known.
#[test]
fn what_nobody_answered_is_not_printed() {
    let desk =
        answered("guides: {programme: {venue: pier, setting: alone}, come: {meet: a nurse}}\n");
    desk.done(&["build", "--target", "screen"]);
    let programme = text(&desk, "programme");
    assert!(programme.contains("We meet at Pier House, 3 Pier Road, Harbour, LD99 1AA."));
    assert!(programme.contains("Nobody knows how long it lasts."));
    assert!(programme.contains("You come alone."));
    for unsaid in [
        "other people",
        "phone you first",
        "What to bring",
        "We talk about",
        "…",
    ] {
        assert!(!programme.contains(unsaid), "{unsaid}: {programme}");
    }
    let letter = text(&desk, "come.sample");
    assert!(!letter.contains("for up to"), "{letter}");
}

#[test]
fn answers_stand_in_the_texts() {
    let desk = answered(ANSWERS);
    desk.done(&["build", "--target", "screen"]);
    let programme = text(&desk, "programme");
    for said in [
        "The programme lasts 8 weeks.",
        "You come with other people.",
        "We do not phone you first.",
        "We talk about Pacing, Sleep and Ups & downs:",
        "Your glasses, if you wear them. Ring Front desk on 01632 960111.",
    ] {
        assert!(programme.contains(said), "{said}: {programme}");
    }
    // Once in the sentence, once in the list, once in the steps.
    assert_eq!(programme.matches("Ups & downs").count(), 3, "{programme}");
    let letter = text(&desk, "come.sample");
    assert!(letter.contains("for up to 1 hour"), "{letter}");
    assert!(
        letter.contains("to meet a nurse from our team at"),
        "{letter}"
    );
}

/// The list of what a service must decide can be pasted, and says then what was answered.
#[test]
fn the_questions_are_lines_to_paste() {
    let desk = Desk::with("questions");
    let told = desk.done(&["needs"]);
    snapshot("needs/questions", &told.story());
    let told = desk.done(&["list"]);
    snapshot("needs/list", &told.story());

    let first = answered(ANSWERS).done(&["needs"]).out;
    let again = answered(&first).done(&["needs"]).out;
    assert_eq!(first, again);
    snapshot("needs/answered", &first);

    let desk = Desk::with("questions");
    let one = desk.done(&["needs", "come"]);
    snapshot("needs/one-guide", &one.story());
    assert_eq!(desk.run(&["needs", "comme"]).status, 2);
    let none = desk.done(&["needs", "welcome"]);
    assert!(none.said().contains("`welcome` asks nothing of a service"));
}

#[test]
fn every_wrong_answer_is_said_at_once() {
    let desk = answered(
        "about: {weks: 8, weeks: eight}
guides:
  program: {venue: pier}
  programme:
    venue: peir
    setting: groups
    helper: mian
    sessions: Pacing
    phone-first: maybe
    bring: 7
    parking: yes
  choices:
    options:
      walking: {offered: here}
      talking: {offered: near, weit: 6 weeks}
  come: {meet: {en-GB: a nurse, fr: une infirmière}}
",
    );
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1);
    assert!(!desk.exists("out"));
    snapshot("needs/wrong-answers", &told.story());
    let desk = answered("guides: {come: {meet: , length: \"  \"}, programme: {sessions: []}}\n");
    snapshot("needs/empty-answers", &desk.run(&["build"]).story());
}

#[test]
fn what_holds_the_place_of_an_answer_is_none() {
    for said in ["TBC", "…", "no", "\"{{ service.name }}\"", "\"Yes\""] {
        let desk = answered(&ANSWERS.replace("about 6 weeks", said));
        let told = desk.run(&["build", "choices"]);
        assert_eq!(told.status, 1, "{said}: {}", told.story());
        assert!(
            told.err.contains("this is no answer to `wait` yet"),
            "{said}: {}",
            told.err
        );
    }
}

#[test]
fn a_guide_that_misnames_its_needs_is_said() {
    let desk = answered(ANSWERS);
    let file = "content/guides/programme/en-GB.yaml";
    desk.change(
        file,
        "title: Our programme",
        "title: Our {{ needs.weeks }} weeks",
    );
    desk.change(
        file,
        "        when: not needs.weeks\n",
        "        when: not needs.weaks\n",
    );
    desk.change(file, "needs.setting is alone", "needs.setting is lone");
    desk.change(file, "needs.venue.address", "needs.venue.adress");
    desk.change(
        file,
        "We phone you first.",
        "We phone you {{ needs.phone-first }}.",
    );
    desk.change(
        file,
        "needs.phone-first is no",
        "needs.phone-first is no and person.name",
    );
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1);
    snapshot("needs/wrong-guide", &told.story());
}

/// Rules judge the service's own words where it wrote them.
#[test]
fn answers_are_judged_in_the_settings() {
    let desk = answered(
        "guides:
  programme: {venue: pier, setting: group, sessions: [How you suffer, PACING YOURSELF WELL]}
  come: {meet: a nurse. You must attend. Ring 01632 960777.}
",
    );
    let told = desk.run(&[
        "check",
        "programme",
        "come",
        "--select",
        "LW012,LW013,LW057,LW063,LW064",
    ]);
    snapshot("needs/judged", &told.story());
}

/// An answer by language is that language's own; where it has none, there is no answer.
#[test]
fn an_answer_may_differ_by_language() {
    let desk = answered(
        "guides:
  come: {meet: {en-GB: a nurse, cy: nyrs}, length: {en-GB: Up to 1 hour}}
",
    );
    let guide = desk.read_text("content/guides/come/en-GB.yaml");
    desk.write(
        "content/guides/come/cy.yaml",
        guide.replace("You are invited to meet", "Dewch i weld"),
    );
    let both = [
        "build",
        "come",
        "--set",
        "languages=[en-GB, cy]",
        "--set",
        "bilingual=separate",
        "--target",
        "screen",
    ];
    desk.done(&both);
    let welsh = text(&desk, "come.sample.cy");
    assert!(welsh.contains("Dewch i weld nyrs at"), "{welsh}");
    assert!(!welsh.to_lowercase().contains("1 hour"), "{welsh}");
    desk.change("service.yaml", ", cy: nyrs", "");
    let told = desk.run(&both);
    assert_eq!(told.status, 1);
    assert!(
        told.said()
            .contains("the answer to `meet` says nothing in `cy`"),
        "{}",
        told.said()
    );
}

/// A list that names letters asks only for the answers of those that are named.
#[test]
fn letters_wait_only_for_their_own_answers() {
    let desk = answered("guides: {come: {meet: a nurse}}\n");
    let people = desk.read_text("people.csv");
    let people = people.replace("reference\n", "reference,letter\n");
    desk.write("people.csv", people.replace("HPS-77\n", "HPS-77,come\n"));
    desk.done(&["letters", "come", "--people", "people.csv", "--dry-run"]);
}
