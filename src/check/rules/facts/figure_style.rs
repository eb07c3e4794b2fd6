use super::slip::{self, Slip};
use crate::check::english::figures::{Kind, figures};
use crate::check::english::{Sentence, sentences_of, tokens, word_at};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::FigureWords;
use crate::tailor::Role;

/// Figures count people.
pub static RULE: Rule = Rule {
    id: RuleId::FigureStyle,
    severity: Severity::Warning,
    asks: "A figure counts people, in whole numbers: `around 5 in 10`, not 49%, and not 4.9 in 10.",
    why: "More readers understand so many people out of 10 or 100 than a percentage.",
    before: "49% of people sleep badly.",
    after: "Around 5 in 10 people sleep badly.",
    source: "NHS service manual: 1 in 7, not 14.3%",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let wanted = |role: Role| slip::is_worded(role) && role != Role::Practical;
    let known = &subject.words.figures;
    slip::in_texts(rule, subject, wanted, |line| find(line, known))
}

fn find(line: &str, known: &FigureWords) -> Vec<Slip> {
    let mut slips = Vec::new();
    for Sentence { words, start } in sentences_of(line) {
        for figure in figures(words, known) {
            let place = start + figure.start..start + figure.end;
            let words = &line[place.clone()];
            match figure.kind {
                Kind::Percent(percent) => slips.push(Slip {
                    message: format!("`{words}` is harder to picture than a number of people"),
                    help: in_words(percent, &line[..place.start], &line[place.end..], known),
                    place,
                }),
                Kind::In(some, of) if some.fract() != 0.0 => slips.push(Slip {
                    message: format!("`{words}` counts parts of people"),
                    help: match in_people(some * 100.0 / f64::from(of)) {
                        Some(better) => format!("write `{better}`"),
                        None => "count whole people".to_owned(),
                    },
                    place,
                }),
                _ => {}
            }
        }
    }
    slips
}

/// What to write for a percentage, seen what stands around it.
fn in_words(percent: f64, before: &str, after: &str, known: &FigureWords) -> String {
    let next = word_at(&tokens(after), 0);
    let last = tokens(before).last().map(|token| token.text.to_lowercase());
    let change = known.changes.contains(&next) || last.as_deref() == Some("by") && next != "of";
    match in_people(percent) {
        _ if ends_a_range(before) => {
            "say from how many to how many, as in `7 to 8 in 10`".to_owned()
        }
        _ if change => {
            "say how many people in 10 or in 100 there are with it, and how many without it"
                .to_owned()
        }
        Some(better) => format!("write `{better}`"),
        None => "say how many people in 10 or in 100".to_owned(),
    }
}

/// Whether what comes before a figure is the lower end of a range: "70-", "70% to".
fn ends_a_range(before: &str) -> bool {
    let before = before.trim_end();
    let joined = ["-", "–", " to"].iter();
    let mut lower = joined.filter_map(|join| before.strip_suffix(join));
    lower.any(|lower| {
        lower
            .trim_end()
            .ends_with(|last: char| last.is_ascii_digit() || last == '%')
    })
}

/// The nearest number of people in 10, or where that is too coarse in 100 or in
/// 1,000.
fn in_people(percent: f64) -> Option<String> {
    if !(0.05..=99.95).contains(&percent) {
        return None;
    }
    let nearest = |per: f64| (percent * per / 100.0).round();
    let off = |per: f64| (nearest(per) * 100.0 / per - percent).abs();
    let of = if off(10.0) <= 1.0 && (1.0..=9.0).contains(&nearest(10.0)) {
        10.0
    } else if (1.0..=99.0).contains(&percent) {
        100.0
    } else {
        1000.0
    };
    let around = if off(of) < 0.05 { "" } else { "around " };
    let whole = if of == 1000.0 {
        "1,000".to_owned()
    } else {
        of.to_string()
    };
    Some(format!("{around}{} in {whole}", nearest(of)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    #[test]
    fn percentages_are_said_as_people() {
        let story = Story::saying(
            "In one study, 49% of people slept badly. A walk made that 20% less likely. It was done by 37% of them.",
        );
        insta::assert_snapshot!(story.says("LW043"), @"
        warning[LW043 figure-style]: `49%` is harder to picture than a number of people
           ┌─ content/guides/story/en-GB.yaml:17:25
           │
        17 │           In one study, 49% of people slept badly. A walk made that 20% less likely. It was done by 37% of them.
           │                         ^^^
           │
           = help: write `around 5 in 10`

        warning[LW043 figure-style]: `20%` is harder to picture than a number of people
           ┌─ content/guides/story/en-GB.yaml:17:69
           │
        17 │           In one study, 49% of people slept badly. A walk made that 20% less likely. It was done by 37% of them.
           │                                                                     ^^^
           │
           = help: say how many people in 10 or in 100 there are with it, and how many without it

        warning[LW043 figure-style]: `37%` is harder to picture than a number of people
           ┌─ content/guides/story/en-GB.yaml:17:101
           │
        17 │           In one study, 49% of people slept badly. A walk made that 20% less likely. It was done by 37% of them.
           │                                                                                                     ^^^
           │
           = help: write `37 in 100`
        ");
    }

    #[test]
    fn nobody_is_four_point_nine_people() {
        insta::assert_snapshot!(Story::saying("Around 4.9 in 10 people sleep badly.").says("LW043"), @"
        warning[LW043 figure-style]: `4.9 in 10` counts parts of people
           ┌─ content/guides/story/en-GB.yaml:17:18
           │
        17 │           Around 4.9 in 10 people sleep badly.
           │                  ^^^^^^^^^
           │
           = help: write `around 5 in 10`
        ");
    }

    #[test]
    fn people_and_other_percentages_are_fine() {
        let story = Story::saying(
            "Around 5 in 10 people sleep badly. Classes are 50% off. Nobody is 100% sure.",
        );
        assert_eq!(story.says("LW043"), "");
    }

    #[test]
    fn the_nearest_number_of_people_is_given() {
        for (percent, people) in [
            (50.0, "5 in 10"),
            (49.0, "around 5 in 10"),
            (14.3, "around 14 in 100"),
            (25.0, "25 in 100"),
            (98.0, "98 in 100"),
            (0.3, "3 in 1,000"),
            (99.5, "995 in 1,000"),
        ] {
            assert_eq!(in_people(percent).as_deref(), Some(people));
        }
        assert_eq!(in_people(100.0), None);
        assert_eq!(in_people(0.0), None);
    }
}
