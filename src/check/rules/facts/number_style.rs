use super::slip::{self, Slip};
use crate::check::english::{Token, is_quoted, number_word, tokens, word_at, word_before};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, with_commas};
use crate::read::NumberWords;
use crate::tailor::Role;

/// Numbers are written in figures.
pub static RULE: Rule = Rule {
    id: RuleId::NumberStyle,
    severity: Severity::Note,
    asks: "Numbers that count something are figures, 1 and 2 as well, with a comma above 999 and `to` in ranges. Phrases such as `one another` and `one of` stay words.",
    why: "A figure is found at a glance, also by people who read slowly or look for it a second time.",
    before: "The course has two sessions of 6-8 people. Over 1000 people have done it.",
    after: "The course has 2 sessions of 6 to 8 people. Over 1,000 people have done it.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let wanted = |role: Role| role.is_prose() || matches!(role, Role::Heading | Role::Answer);
    let known = &subject.words.numbers;
    slip::in_texts(rule, subject, wanted, |line| find(line, known))
}

fn find(line: &str, known: &NumberWords) -> Vec<Slip> {
    let tokens = tokens(line);
    let mut slips = Vec::new();
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        let before = word_before(&tokens, at);
        let place = rest[0].start..rest[0].end;
        let words = rest[0].text;
        if is_quoted(line, place.start) {
            continue;
        }
        if let Some(better) = in_figures(rest, &before, known) {
            slips.push(Slip::better(
                place,
                format!("`{words}` is a number in letters"),
                &better,
            ));
        } else if let Some(better) = with_comma(rest, &before, known) {
            slips.push(Slip::better(
                place,
                format!("`{words}` has no comma"),
                &better,
            ));
        } else if let Some(better) = with_to(rest, known) {
            slips.push(Slip::better(
                place,
                format!("`{words}` is a range with a dash"),
                &better,
            ));
        }
    }
    slips
}

/// "two" before "weeks"
fn in_figures(rest: &[Token], before: &str, known: &NumberWords) -> Option<String> {
    let word = word_at(rest, 0);
    let many = number_word(&word).filter(|_| word != "hundred")?;
    let counted = match many {
        1 => known.counted_once.contains(&word_at(rest, 1)),
        _ => counts(rest, 1, known),
    };
    (counted && !known.not_after.contains(before)).then(|| many.to_string())
}

/// Whether what is counted stands so many tokens on.
fn counts(rest: &[Token], by: usize, known: &NumberWords) -> bool {
    let next = word_at(rest, by);
    let then = word_at(rest, by + 1);
    let counted = &known.counted;
    counted.contains(&next) || known.between.contains(&next) && counted.contains(&then)
}

/// "1000" before "people", "£1500"
fn with_comma(rest: &[Token], before: &str, known: &NumberWords) -> Option<String> {
    let text = rest[0].text;
    let (sign, figures) = match text.strip_prefix('£') {
        Some(figures) => ("£", figures),
        None => ("", text),
    };
    let all_figures = figures.bytes().all(|byte| byte.is_ascii_digit());
    if !all_figures || figures.len() < 4 || figures.starts_with('0') {
        return None;
    }
    let year = figures.len() == 4 && matches!(figures.parse(), Ok(1900..=2099));
    let is_year = year && known.before_years.contains(before);
    let is_number = sign == "£" || counts(rest, 1, known) && !is_year;
    is_number.then(|| format!("{sign}{}", with_commas(figures)))
}

/// "6-8" before "weeks"
fn with_to(rest: &[Token], known: &NumberWords) -> Option<String> {
    let (from, to) = rest[0].text.split_once(['-', '–'])?;
    let figures = |text: &str| {
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    (figures(from) && figures(to) && counts(rest, 1, known)).then(|| format!("{from} to {to}"))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn numbers_in_letters_without_commas_and_with_dashes() {
        let story = Story::saying(
            "Come for one hour, two weeks in a row. There are three short sessions of 6-8 people.\n\nOver 12000 people did. It cost £1500.",
        );
        insta::assert_snapshot!(story.says("LW046"), @"
        note[LW046 number-style]: `one` is a number in letters
           ┌─ content/guides/story/en-GB.yaml:17:20
           │
        17 │           Come for one hour, two weeks in a row. There are three short sessions of 6-8 people.
           │                    ^^^
           │
           = help: write `1`

        note[LW046 number-style]: `two` is a number in letters
           ┌─ content/guides/story/en-GB.yaml:17:30
           │
        17 │           Come for one hour, two weeks in a row. There are three short sessions of 6-8 people.
           │                              ^^^
           │
           = help: write `2`

        note[LW046 number-style]: `three` is a number in letters
           ┌─ content/guides/story/en-GB.yaml:17:60
           │
        17 │           Come for one hour, two weeks in a row. There are three short sessions of 6-8 people.
           │                                                            ^^^^^
           │
           = help: write `3`

        note[LW046 number-style]: `6-8` is a range with a dash
           ┌─ content/guides/story/en-GB.yaml:17:84
           │
        17 │           Come for one hour, two weeks in a row. There are three short sessions of 6-8 people.
           │                                                                                    ^^^
           │
           = help: write `6 to 8`

        note[LW046 number-style]: `12000` has no comma
           ┌─ content/guides/story/en-GB.yaml:19:16
           │
        19 │           Over 12000 people did. It cost £1500.
           │                ^^^^^
           │
           = help: write `12,000`

        note[LW046 number-style]: `£1500` has no comma
           ┌─ content/guides/story/en-GB.yaml:19:42
           │
        19 │           Over 12000 people did. It cost £1500.
           │                                          ^^^^^
           │
           = help: write `£1,500`
        ");
    }

    #[test]
    fn phrases_and_years_are_fine() {
        let story = Story::saying(
            "One of us listens. Help one another, one-to-one. One day you may be in two minds, or need a week or two. In 2015 people asked us, on 01632 960123. Text 85258. We saw 2,000 people for 6 to 8 weeks. “I waited two weeks”, one person said.",
        );
        assert_eq!(story.says("LW046"), "");
    }
}
