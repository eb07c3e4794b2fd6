use std::collections::BTreeSet;

use crate::check::english::{Sentence, found_in, says, sentences_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Audience;
use crate::tailor::{PrintedText, Role};

/// Whoever is sent to somebody reads what that person does.
pub static RULE: Rule = Rule {
    id: RuleId::JobNotExplained,
    severity: Severity::Warning,
    asks: "Where a guide for patients or carers names a job that many do not know, such as a psychologist, it says once what such a person does, in the same sentence or the next. No tone avoids the name of the job.",
    why: "People who do not know whom they are sent to, or why, can feel fobbed off. A tone changes words, not where somebody is sent.",
    before: "You may see a psychologist.",
    after: "You may see a psychologist, someone trained to help people live with pain that lasts.",
    source: "Q Lab and Mind, practical guide, November 2019, section 6; the list of jobs is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() || subject.guide.audience.value == Audience::Staff {
        return Vec::new();
    }
    let texts = subject.own_texts().filter(|text| is_said(text.role));
    let texts: Vec<(&PrintedText, String)> = texts.map(|text| (text, text.plain())).collect();
    let explained: BTreeSet<&str> = texts
        .iter()
        .flat_map(|(_, plain)| explained_in(subject, plain))
        .collect();
    let mut said = explained;
    let mut problems = Vec::new();
    for (text, plain) in &texts {
        for (place, title) in jobs_in(subject, plain) {
            // Once a guide: whoever explains a job has explained it.
            if !said.insert(title) {
                continue;
            }
            let found = &plain[place.clone()];
            problems.push(
                rule.finding(format!("nothing says what a `{found}` does"))
                    .at(text.place)
                    .on_words(plain, place.start, found)
                    .help(format!(
                        "the first time, write `a {found}, someone trained to …`, or say it in the next sentence"
                    )),
            );
        }
    }
    problems
}

/// What the guide itself says to its readers.
fn is_said(role: Role) -> bool {
    !matches!(
        role,
        Role::LocalService | Role::Practical | Role::Alternative
    )
}

/// The jobs that a text names, each where it stands and as the list has it.
fn jobs_in<'a>(subject: &'a Subject, plain: &str) -> Vec<(std::ops::Range<usize>, &'a str)> {
    let titles = &subject.words.jobs.titles;
    found_in(titles.iter().map(|title| (title, title)), plain)
}

/// The jobs of which a text says what they are: in the sentence after the name, in
/// brackets, or in the next sentence.
fn explained_in<'a>(subject: &'a Subject, plain: &str) -> Vec<&'a str> {
    let sentences = sentences_of(plain);
    let end = |sentence: &Sentence| sentence.start + sentence.words.len();
    let jobs = jobs_in(subject, plain).into_iter();
    let explained = jobs.filter(|(place, _)| {
        let here = sentences.iter().position(|it| place.start < end(it));
        let Some(here) = here else { return false };
        let last = sentences.get(here + 1).map_or(end(&sentences[here]), end);
        let after = &plain[place.end..last];
        let in_brackets = after.trim_start().starts_with('(') && words_of(after).len() > 2;
        in_brackets || says(subject.words.jobs.explaining.iter(), after)
    });
    explained.map(|(_, title)| title).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_job_is_explained_once_a_guide() {
        let story = Story::with_text("You may see a psychologist. Psychologists have a room here.");
        insta::assert_snapshot!(story.says("LW014"), @r##"
        warning[LW014 job-not-explained]: nothing says what a `psychologist` does
           ┌─ content/guides/story/en-GB.yaml:16:29
           │
        16 │       - text: You may see a psychologist. Psychologists have a room here.
           │                             ^^^^^^^^^^^^
           │
           = help: the first time, write `a psychologist, someone trained to …`, or say it in the next sentence
        "##);
        for text in [
            "You may see a psychologist, someone trained to help people live with pain.",
            "You may see a psychologist. They help people find what still gives them joy.",
            "You may see a psychologist (a person trained to listen). Our psychologist is kind.",
            "A counsellor is somebody who listens.",
        ] {
            assert_eq!(Story::with_text(text).says("LW014"), "", "{text}");
        }
    }

    #[test]
    fn no_tone_avoids_the_name_of_a_job() {
        let text = "You may see a psychologist or a mental health nurse.";
        for code in ["LW010", "LW012"] {
            assert_eq!(Story::with_text(text).says(code), "", "{code}");
        }
        let avoided = Story::with_text("You may need psychological care for your mental health.");
        assert_ne!(avoided.says("LW012"), "");
    }

    #[test]
    fn staff_know_the_jobs() {
        let story = Story::with_text("You may see a psychologist.");
        let staff = story.guide("audience: patients", "audience: staff");
        assert_eq!(staff.says("LW014"), "");
    }
}
