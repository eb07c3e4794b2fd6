use crate::check::english::{places_of, says};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Audience, Kind, Tone};
use crate::tailor::{Block, PrintedText, Role};

/// Whoever reads about mood finds help in a crisis beside it.
pub static RULE: Rule = Rule {
    id: RuleId::NoCrisisHelp,
    severity: Severity::Error,
    asks: "What is about mood or mental health has a `crisis` block. A card may give one of the numbers in its text instead; letters are left out. Papers for staff have it too.",
    why: "Somebody who reads about depression may be in danger now. The page in their hand is the help they have. Staff who speak with them need to know what to do if somebody may be in danger.",
    before: "A leaflet about low mood that ends with the opening hours",
    after: "The same leaflet with a section of its own:\n\n- id: crisis-help\n  blocks:\n    - crisis",
    source: "our own, after the services whose leaflets these grew from; urgent help belongs to an imprint (widely known)",
    check: Some(Check::Words(check)),
};

/// So many in running texts make it the subject, not something in passing.
const SEVERAL: usize = 3;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let publication = subject.publication;
    if publication.kind == Kind::Letter || has_help(subject) {
        return Vec::new();
    }
    let Some((text, start, words)) = about_mood(subject) else {
        return Vec::new();
    };
    let kind = publication.kind.id();
    let problem = rule.finding(format!(
        "this {kind} speaks of `{words}` and does not say what to do in a crisis"
    ));
    let problem = problem
        .at(text.place)
        .on_words(&text.written(), start, &words);
    vec![match subject.guide.audience.value {
        Audience::Staff => problem
            .help("add a section with the block `- crisis`: for staff its heading is about somebody else who may be in danger")
            .help("say below it what your own steps are: whom a colleague calls, and who takes over")
            .help("this cannot be switched off: whoever they speak with may be in danger"),
        Audience::Patients | Audience::Carers => problem
            .help("add a section with the block `- crisis`, where it is seen at once")
            .help("this cannot be switched off: whoever reads it may be in danger"),
    }]
}

fn has_help(subject: &Subject) -> bool {
    let publication = subject.publication;
    let sections = publication.sections.iter();
    let mut entries = sections
        .filter(|section| section.when.is_none())
        .flat_map(|section| &section.blocks);
    let has_box =
        entries.any(|entry| entry.when.is_none() && matches!(entry.show, Block::Crisis(_)));
    let mut texts = publication.texts.iter();
    has_box || (publication.format.is_card() && texts.any(|text| gives_number(subject, text)))
}

/// Whether a text gives the number of a crisis line, of any nation.
fn gives_number(subject: &Subject, text: &PrintedText) -> bool {
    let numbers = subject.crisis.lines();
    let numbers = numbers.map(|line| line.number.value.as_str());
    says(numbers, &text.plain().replace('\u{a0}', " "))
}

/// The text, the byte and the words that show what a publication is about.
fn about_mood<'a>(subject: &'a Subject) -> Option<(&'a PrintedText, usize, String)> {
    let terms = terms(subject);
    let english = subject.is_english();
    let known = &subject.words.mood_and_pain;
    let grave: Vec<&str> = known.grave.iter().filter(|_| english).collect();
    let mood = known.mood.iter().filter(|_| english);
    let mood: Vec<&str> = mood.chain(terms).collect();
    let headed = |role: Role| {
        matches!(
            role,
            Role::Title | Role::Summary | Role::Heading | Role::OptionName(_)
        )
    };
    let in_heads = mentions(subject, &mood, headed).into_iter().next();
    let anywhere = mentions(subject, &grave, Role::is_own).into_iter().next();
    let running = mentions(subject, &mood, Role::is_prose);
    let several = running.len() >= SEVERAL;
    in_heads
        .or(anywhere)
        .or(running.into_iter().next().filter(|_| several))
}

/// What every tone calls low mood in the language of the publication.
fn terms<'a>(subject: &Subject<'a>) -> Vec<&'a str> {
    let tag = &subject.publication.language.tag;
    let tones = std::iter::once(subject.tone).chain(subject.other_tones.iter().copied());
    let terms = &subject.words.mood_and_pain.terms;
    let in_tone = |tone: &'a Tone| {
        let terms = terms.iter().filter_map(|term| tone.terms.get(term));
        terms.filter_map(|term| Some(term.get(tag)?.value.as_str()))
    };
    tones.flat_map(in_tone).collect()
}

/// Every use of these words in the texts of some roles.
fn mentions<'a>(
    subject: &'a Subject,
    words: &[&str],
    wanted: impl Fn(Role) -> bool,
) -> Vec<(&'a PrintedText, usize, String)> {
    let texts = subject.publication.texts.iter();
    let texts = texts.filter(|text| wanted(text.role) && text.role != Role::LocalService);
    let mut found = Vec::new();
    for text in texts {
        let plain = text.written();
        let places = words.iter().flat_map(|words| places_of(words, &plain));
        let mut places: Vec<_> = places.collect();
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        places.dedup_by_key(|place| place.start);
        found.extend(
            places
                .into_iter()
                .map(|place| (text, place.start, plain[place].to_owned())),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn with(text: &str) -> String {
        format!(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: |\n          {text}\n      - contacts: all\n"
        )
    }

    #[test]
    fn a_leaflet_about_mood_has_to_say_what_to_do_in_a_crisis() {
        let story = Story::leaflet(&with("We listen."))
            .guide("What it is for", "Help with low mood and worry");
        insta::assert_snapshot!(story.says("LW094"), @"
        error[LW094 no-crisis-help]: this leaflet speaks of `low mood` and does not say what to do in a crisis
          ┌─ content/guides/story/en-GB.yaml:5:20
          │
        5 │ summary: Help with low mood and worry
          │                    ^^^^^^^^
          │
          = help: add a section with the block `- crisis`, where it is seen at once
          = help: this cannot be switched off: whoever reads it may be in danger
        ");
        let story = Story::leaflet(&with("Some people think of suicide."));
        insta::assert_snapshot!(story.says("LW094"), @"
        error[LW094 no-crisis-help]: this leaflet speaks of `suicide` and does not say what to do in a crisis
           ┌─ content/guides/story/en-GB.yaml:17:32
           │
        17 │           Some people think of suicide.
           │                                ^^^^^^^
           │
           = help: add a section with the block `- crisis`, where it is seen at once
           = help: this cannot be switched off: whoever reads it may be in danger
        ");
        let several =
            with("Anxiety is common. So is depression. {{ term.low_mood | start }} can pass.");
        assert_ne!(Story::booklet(&several).says("LW094"), "");
    }

    #[test]
    fn nobody_can_switch_it_off() {
        let story = Story::leaflet(&with("Some people think of suicide."))
            .settings(
                "contacts-valid-for",
                "check: {ignore: [LW094]}\ncontacts-valid-for",
            )
            .guide(
                "sources: []",
                "sources: []\nexcept:\n  - {rule: LW094, reason: We have no room}",
            );
        assert_ne!(story.says("LW094"), "");
    }

    #[test]
    fn with_the_box_or_about_something_else_all_is_well() {
        let about = |sections: &str| {
            Story::leaflet(sections).guide("What it is for", "Help with low mood and worry")
        };
        let with_box = with("We listen.") + "  - id: crisis-help\n    blocks:\n      - crisis\n";
        assert_eq!(about(&with_box).says("LW094"), "");
        let in_passing = with("A sore knee can affect your mental health. Some have anxiety.");
        assert_eq!(Story::leaflet(&in_passing).says("LW094"), "");
        assert_eq!(
            Story::letter(&with("We know about depression, anxiety and low mood.")).says("LW094"),
            ""
        );
    }

    #[test]
    fn staff_need_to_know_what_to_do_if_somebody_may_be_in_danger() {
        let staff = |sections: &str| {
            Story::leaflet(sections)
                .guide("What it is for", "Talking about low mood and worry")
                .guide("audience: patients", "audience: staff")
        };
        insta::assert_snapshot!(staff(&with("We listen.")).says("LW094"), @r##"
        error[LW094 no-crisis-help]: this leaflet speaks of `low mood` and does not say what to do in a crisis
          ┌─ content/guides/story/en-GB.yaml:5:24
          │
        5 │ summary: Talking about low mood and worry
          │                        ^^^^^^^^
          │
          = help: add a section with the block `- crisis`: for staff its heading is about somebody else who may be in danger
          = help: say below it what your own steps are: whom a colleague calls, and who takes over
          = help: this cannot be switched off: whoever they speak with may be in danger
        "##);
        let with_box = with("We listen.") + "  - id: crisis-help\n    blocks:\n      - crisis\n";
        assert_eq!(staff(&with_box).says("LW094"), "");
    }

    fn card(text: &str) -> Story {
        let section =
            format!("  - id: who\n    heading: Low mood\n    blocks:\n      - text: \"{text}\"\n");
        Story::sheet("a6", &section)
    }

    #[test]
    fn a_card_may_give_a_number_in_its_text() {
        assert_eq!(card("Call Samaritans on 116 123.").says("LW094"), "");
        assert_ne!(card("Call us.").says("LW094"), "");
    }

    #[test]
    fn the_numbers_are_those_of_the_services_own_crisis_lines() {
        let own = |text: &str| {
            card(text).file(
                "content/crisis.yaml",
                "england:\n  - id: helpline\n    number: \"01632 960199\"\n    say: {en-GB: Call our helpline.}\n    source: Our own line\n",
            )
        };
        let helpline = "Call our helpline on 01632 960199.";
        assert_eq!(own(helpline).says("LW094"), "");
        assert_ne!(card(helpline).says("LW094"), "");
        assert_ne!(own("Call Samaritans on 116 123.").says("LW094"), "");
    }

    #[test]
    fn in_welsh_the_tones_say_what_it_is_about() {
        let story = Story::leaflet(&with("Siarad."))
            .guide("What it is for", "Hwyliau isel")
            .in_language("cy");
        assert_ne!(story.says("LW094"), "");
    }

    #[test]
    fn a_service_cannot_take_it_out_of_a_core_section() {
        let sections = "  - id: crisis-help\n    core: true\n    blocks:\n      - crisis\n"
            .to_owned()
            + &with("We listen.");
        let story = Story::leaflet(&sections).file(
            "overrides/story.yaml",
            "sections:\n  crisis-help:\n    blocks:\n      - text: Call us.\n",
        );
        insta::assert_snapshot!(story.says("LW094"), @"
        error[LW094 no-crisis-help]: the new blocks of `crisis-help` leave out help in a crisis
           ┌─ overrides/story.yaml:3:5
           │
         3 │     blocks:
           │     ^^^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: crisis-help
           │         ----------- it is part of the core
           │
           = help: add `- crisis` to them; it cannot be switched off
        ");
    }
}
