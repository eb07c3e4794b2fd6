//! Whole tables of whole booklets.

use super::{Row, report};
use crate::assets::Assets;
use crate::check::rules::options::story::booklet;
use crate::check::rules::tests::{SOURCES, Story, Told};
use crate::diagnostics::Sources;
use crate::read::Edition;

/// The table of a guide, a line an item: answer, item, line of the file.
fn table(rows: &[Row], sources: &Sources) -> String {
    let lines = rows.iter().map(|row| {
        let place = row.place.map(|place| format!(" ({})", sources.line(place)));
        let advice = row.advice.map(|advice| format!("\n    {advice}"));
        format!(
            "{:?} {:?}: {}{}{}\n",
            row.answer,
            row.group,
            row.item,
            place.unwrap_or_default(),
            advice.unwrap_or_default()
        )
    });
    lines.collect()
}

fn of_story(story: &Story) -> String {
    let (rows, sources) = story.looked_at(report);
    table(&rows, &sources)
}

fn of_the_example(guide: &str) -> String {
    let told = Told::read(Assets::example(), guide, Edition::Standard);
    let told = told.expect("it can be read");
    table(&report(&told.subject()), &SOURCES)
}

#[test]
fn the_built_in_booklet_says_everything_but_who_paid() {
    insta::assert_snapshot!(of_the_example("your-options"), @"
    Judge Qualifying: It says for which condition or problem it is. (73)
        read whether these words do
    Judge Qualifying: It says what there is to decide. (57)
        read whether these words do
    Yes Qualifying: It sets out the options. (98)
    Judge Qualifying: It says what is good about each option. (159)
        read it beside the same part of every other option
    Judge Qualifying: It says what is not good about each option. (161)
        read it beside the same part of every other option
    Judge Qualifying: It says what each option is like to live with. (157)
        read it beside the same part of every other option
    Judge Certifying: It shows all options in equal detail.
        the lengths are alike: read whether each is shown as fairly
    Yes Certifying: It names the sources of what it says about the options. (163)
    Yes Certifying: It says when it was last checked. (61)
    Yes Certifying: It says when it will be checked again. (62)
    Judge Certifying: It says how sure anybody can be of what it says. (89)
        read whether these words do
    No Certifying: It says who paid for it.
        say who paid for it: `Harbour Health paid for this booklet.`
    Judge Quality: It says what happens if one does nothing. (399)
        read whether these words do
    Judge Quality: Its figures count in one number of people, over one time.
        read whether every figure counts in the same way
    ");
}

#[test]
fn a_booklet_that_pushes_its_readers_fails_where_it_does() {
    let story = booklet()
        .guide(
            "This is for people with a sore knee. You choose what to talk about.",
            "About knees.",
        )
        .guide("It can rub or slip, and some people dislike it.", "None.")
        .guide("Doing nothing for now", "Tablets")
        .guide("Carrying on as you are.", "A tablet each day.")
        .guide(
            "You choose not to start anything new at this time.",
            "You take a tablet each morning with your breakfast.",
        )
        .guide("too.[^knees]", "too.")
        .guide(
            "Your knee may feel safer on stairs and slopes.",
            "In 5 in 10 people it feels safer, and in 20 in 100 warmer.",
        );
    insta::assert_snapshot!(of_story(&story), @"
    No Qualifying: It says for which condition or problem it is.
        say in the opening who it is for: `This booklet is for people who …`
    No Qualifying: It says what there is to decide.
        say it in the opening: `You choose what to talk about at your appointment.`
    Yes Qualifying: It sets out the options. (22)
    Judge Qualifying: It says what is good about each option. (28)
        read it beside the same part of every other option
    No Qualifying: It says what is not good about each option. (38)
        say what people find hard about each option
    Judge Qualifying: It says what each option is like to live with. (27)
        read it beside the same part of every other option
    No Certifying: It shows all options in equal detail. (28)
        The same part of every option has about as many words: the longest at most 1.5 times as many as the shortest. `options-ratio` under `check` in `service.yaml` sets another number.
    No Certifying: It names the sources of what it says about the options.
        put `[^id]` after what comes from a source, and name it under `sources`
    Yes Certifying: It says when it was last checked. (9)
    Yes Certifying: It says when it will be checked again. (10)
    No Certifying: It says how sure anybody can be of what it says.
        say what is not known: `No option works for everyone.`
    No Certifying: It says who paid for it.
        say who paid for it: `Harbour Health paid for this booklet.`
    No Quality: It says what happens if one does nothing.
        add such an option, with all its parts: `Staying as I am for now`
    No Quality: Its figures count in one number of people, over one time. (37)
        Figures in the options of a guide all count in the same number of people, and after the same length of time.
    ");
}

#[test]
fn words_of_another_language_are_left_to_a_person() {
    insta::assert_snapshot!(of_story(&booklet().in_language("cy")), @"
    Judge Qualifying: It says for which condition or problem it is.
        read the whole: the words for it are known in English only
    Judge Qualifying: It says what there is to decide.
        read the whole: the words for it are known in English only
    Yes Qualifying: It sets out the options. (22)
    Judge Qualifying: It says what is good about each option. (28)
        read it beside the same part of every other option
    Judge Qualifying: It says what is not good about each option. (29)
        read it beside the same part of every other option
    Judge Qualifying: It says what each option is like to live with. (27)
        read it beside the same part of every other option
    Judge Certifying: It shows all options in equal detail.
        the lengths are alike: read whether each is shown as fairly
    Yes Certifying: It names the sources of what it says about the options. (28)
    Yes Certifying: It says when it was last checked. (9)
    Yes Certifying: It says when it will be checked again. (10)
    Judge Certifying: It says how sure anybody can be of what it says.
        read the whole: the words for it are known in English only
    Judge Certifying: It says who paid for it.
        read the whole: the words for it are known in English only
    Judge Quality: It says what happens if one does nothing.
        read the whole: the words for it are known in English only
    Judge Quality: Its figures count in one number of people, over one time.
        read whether every figure counts in the same way
    ");
}

#[test]
fn a_guide_without_options_is_no_decision_aid() {
    assert_eq!(of_the_example("invitation"), "");
}
