use crate::check::english::{Word, is_quoted, sentences_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::SentenceWords;
use crate::tailor::PrintedText;

/// Who does what, in that order.
pub static RULE: Rule = Rule {
    id: RuleId::PassiveVoice,
    severity: Severity::Note,
    asks: "A sentence says first who does something. Found are `is … by`, `you will be contacted` and a few like it, and two in a row that name nobody.",
    why: "A reader wants to know who rings whom. `You will be contacted` leaves open who does it and what they have to do themselves.",
    before: "You will be contacted after your visit.",
    after: "We will phone you after your visit.",
    source: "NHS service manual: active voice",
    check: Some(Check::Words(check)),
};

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am"];

/// So many in a row, with nobody who does anything, are an office's.
const A_ROW: usize = 2;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = super::english_prose(subject);
    let known = &subject.words.sentences;
    texts.flat_map(|text| passives(rule, text, known)).collect()
}

/// A passive, and where it stands in a text.
struct Passive {
    start: usize,
    end: usize,
    /// Whether it says, last, who does it.
    has_actor: bool,
    /// What makes it worth a word by itself: what it lacks, and what is better.
    alone: Option<(&'static str, String)>,
}

fn passives(rule: &Rule, text: &PrintedText, known: &SentenceWords) -> Vec<Problem> {
    let plain = text.written();
    let finding = |passive: &Passive, end: usize, message: String, better: &str| {
        let problem = rule.finding(message).at(text.place);
        let words = &plain[passive.start..end];
        problem.on_words(&plain, passive.start, words).help(better)
    };
    let mut problems = Vec::new();
    for row in rows(&plain, known) {
        let nobody = row.iter().filter(|passive| !passive.has_actor).count();
        if let (true, Some(first), Some(last)) = (nobody >= A_ROW, row.first(), row.last()) {
            let [one, other] = [first, last].map(|one| &plain[one.start..one.end]);
            problems.push(finding(
                first,
                first.end,
                format!("from `{one}` to `{other}`, nobody is said to do anything"),
                "say who does it, as in `a nurse reads your letter, and phones you`",
            ));
            continue;
        }
        for passive in &row {
            if let Some((lacks, better)) = &passive.alone {
                let words = &plain[passive.start..passive.end];
                let message = format!("`{words}` is passive: it {lacks}");
                problems.push(finding(passive, passive.end, message, better));
            }
        }
    }
    problems
}

/// Passives, those of sentences that follow each other together.
fn rows(plain: &str, known: &SentenceWords) -> Vec<Vec<Passive>> {
    let mut rows: Vec<Vec<Passive>> = Vec::new();
    let mut goes_on = false;
    let mut line = None;
    for sentence in sentences_of(plain) {
        let words = words_of(sentence.words);
        let found = (0..words.len()).filter_map(|first| passive_at(&words, first, known));
        // Somebody else's words are not ours to turn round.
        let own = found.filter(|passive| !is_quoted(sentence.words, passive.start));
        let found: Vec<Passive> = own
            .map(|passive| Passive {
                start: sentence.start + passive.start,
                end: sentence.start + passive.end,
                ..passive
            })
            .collect();
        let here = plain[..sentence.start].matches('\n').count();
        let same_line = line.replace(here) == Some(here);
        let is_passive = !found.is_empty();
        match rows.last_mut() {
            Some(row) if goes_on && same_line => row.extend(found),
            _ => rows.push(found),
        }
        goes_on = is_passive;
    }
    rows
}

/// The passive whose form of "be" is this word.
fn passive_at(words: &[Word], first: usize, known: &SentenceWords) -> Option<Passive> {
    let text = |number: usize| words.get(number).map(|word| word.text.as_str());
    if !BE.contains(&text(first)?) {
        return None;
    }
    let between = |word: &str| known.between.contains(word) || word.ends_with("ly");
    let mut participle = first + 1;
    while between(text(participle)?) {
        participle += 1;
    }
    let done = text(participle)?;
    if !is_participle(done, known) {
        return None;
    }
    let mut by = participle + 1;
    if text(by).is_some_and(|word| known.before_by.contains(word)) {
        by += 1;
    }
    if text(by) == Some("by") && is_actor(&words[by + 1..], known) {
        return Some(Passive {
            start: words[first].start,
            end: words[by].end,
            has_actor: true,
            alone: Some((
                "says last who does it",
                "say first who does it, as in `a nurse will see you`".to_owned(),
            )),
        });
    }
    let to_you = (first.saturating_sub(3)..first).any(|number| text(number) == Some("you"));
    let thought =
        text(first.saturating_sub(1)) == Some("it") || text(participle + 1) == Some("that");
    // `You may have been told that`: that was somebody else.
    let by_others = text(first) == Some("been");
    let of_you = known.done_to_you.iter().filter(|_| to_you && !by_others);
    let of_it = known.thought.iter().filter(|_| thought);
    let mut written = known.office.iter().chain(of_you).chain(of_it);
    let better = written.find(|written| written.participle.value == done);
    Some(Passive {
        start: words[first].start,
        end: words[participle].end,
        has_actor: false,
        alone: better.map(|better| {
            let better = format!("say who does it, as in `{}`", better.say.value);
            ("does not say who does it", better)
        }),
    })
}

fn is_participle(word: &str, known: &SentenceWords) -> bool {
    let regular =
        word.len() > "need".len() && word.ends_with("ed") && !known.not_done.contains(word);
    regular || known.irregular.contains(word)
}

/// Whether the words after "by" can name somebody who acts.
fn is_actor(words: &[Word], known: &SentenceWords) -> bool {
    let mut words = words.iter().map(|word| word.text.as_str());
    let is_article = |word: &&str| matches!(*word, "the" | "a" | "an");
    let Some(word) = words.find(|word| !is_article(word)) else {
        return false;
    };
    let is_moment = word.starts_with(|first: char| first.is_ascii_digit());
    // "by moving": a way to do it.
    !known.no_actor.contains(word) && !is_moment && !word.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;
    use crate::read::WordLists;

    #[test]
    fn whoever_acts_comes_first() {
        let story = Story::saying(
            "Our groups are usually led by people who live with pain.\n\nYou will be contacted after your visit.\n\nYou may be asked to fill in a form.",
        );
        insta::assert_snapshot!(story.says("LW052"), @"
        note[LW052 passive-voice]: `are usually led by` is passive: it says last who does it
           ┌─ content/guides/story/en-GB.yaml:17:22
           │
        17 │           Our groups are usually led by people who live with pain.
           │                      ^^^^^^^^^^^^^^^^^^
           │
           = help: say first who does it, as in `a nurse will see you`

        note[LW052 passive-voice]: `be contacted` is passive: it does not say who does it
           ┌─ content/guides/story/en-GB.yaml:19:20
           │
        19 │           You will be contacted after your visit.
           │                    ^^^^^^^^^^^^
           │
           = help: say who does it, as in `we will phone you, or write to you`

        note[LW052 passive-voice]: `be asked` is passive: it does not say who does it
           ┌─ content/guides/story/en-GB.yaml:21:19
           │
        21 │           You may be asked to fill in a form.
           │                   ^^^^^^^^
           │
           = help: say who does it, as in `we will ask you`
        ");
    }

    #[test]
    fn a_way_a_time_or_a_feeling_is_no_passive() {
        for text in [
            "Your letter is sent by post.",
            "Many people are tired by then, and some are worried by pain.",
            "The form is needed by Friday, and it can be eased by moving.",
            "You are invited to meet us, and some may not be offered near you.",
            "They are called peers. The room is red, and the bed is by the window.",
            "The yoga class is made for people with back pain.",
            "Pain can be seen in many ways.",
        ] {
            assert_eq!(Story::saying(text).says("LW052"), "", "{text}");
        }
    }

    #[test]
    fn sentences_in_a_row_in_which_nobody_does_anything_are_found() {
        let says = |text: &str| Story::saying(text).says("LW052");
        insta::assert_snapshot!(says("Letters are read on the day. A decision is made in a meeting."), @"
        note[LW052 passive-voice]: from `are read` to `is made`, nobody is said to do anything
           ┌─ content/guides/story/en-GB.yaml:17:19
           │
        17 │           Letters are read on the day. A decision is made in a meeting.
           │                   ^^^^^^^^
           │
           = help: say who does it, as in `a nurse reads your letter, and phones you`
        ");
        for text in [
            "It is felt that you may find this useful.",
            "Your letter will be reviewed.",
            "Forms are stored and may be shared.",
        ] {
            assert_ne!(says(text), "", "{text}");
        }
        for text in [
            "Your place is booked. A nurse will meet you at the door.",
            "Your place is booked.\n\nThe room is heated.",
            "You are invited to meet us. The room is closed at night.",
            "Do not write “it is felt that”.",
        ] {
            assert_eq!(says(text), "", "{text}");
        }
    }

    #[test]
    fn no_word_is_in_two_tables() {
        let known = WordLists::built_in().sentences;
        for word in &known.irregular {
            assert!(!known.not_done.contains(word), "{word}");
        }
        for written in known.office.iter().chain(&known.done_to_you) {
            let word = &written.participle.value;
            assert!(is_participle(word, &known), "{word}");
        }
    }
}
