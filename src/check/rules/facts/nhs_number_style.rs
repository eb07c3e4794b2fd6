use super::slip::{self, Slip};
use crate::check::english::says;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// An NHS number in a text is an example, and is parted as on people's letters.
pub static RULE: Rule = Rule {
    id: RuleId::NhsNumberStyle,
    severity: Severity::Warning,
    asks: "An NHS number in a text is parted `999 123 4567`, and begins with a 9, as an example.",
    why: "Nobody's own number may stand in a leaflet. Numbers that begin with 9 are kept for examples.",
    before: "Your NHS number looks like this: 4857773456.",
    after: "Your NHS number looks like this: 999 123 4567.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

/// How many figures an NHS number has.
const FIGURES: usize = 10;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    slip::in_texts(rule, subject, slip::is_worded, find)
}

fn find(line: &str) -> Vec<Slip> {
    if !says(["nhs number"], line) {
        return Vec::new();
    }
    let places = ten_figures(line).into_iter();
    places.filter_map(|place| slip(line, place)).collect()
}

fn slip(line: &str, place: std::ops::Range<usize>) -> Option<Slip> {
    let written = &line[place.clone()];
    let figures: String = written.chars().filter(char::is_ascii_digit).collect();
    let parted = format!("{} {} {}", &figures[..3], &figures[3..6], &figures[6..]);
    if !figures.starts_with('9') {
        return Some(Slip {
            place,
            message: format!("`{written}` may be the NHS number of a person"),
            help: "write an example that begins with 9, such as `999 123 4567`".to_owned(),
        });
    }
    let same = written.split_whitespace().eq(parted.split(' '));
    (!same).then(|| {
        let message = format!("`{written}` is not parted as NHS numbers are");
        Slip::better(place, message, &parted)
    })
}

/// Where exactly ten figures stand, parted by blanks, dashes or nothing, that do
/// not begin as a phone number does.
fn ten_figures(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let end = std::iter::once((line.len(), '\n'));
    for (at, character) in line.char_indices().chain(end) {
        if character.is_ascii_digit() {
            let (start, _, count) = run.unwrap_or((at, at, 0));
            run = Some((start, at + 1, count + 1));
        } else if !matches!(character, ' ' | '\u{a0}' | '-') {
            if let Some((start, end, FIGURES)) = run
                && !line[start..].starts_with('0')
            {
                found.push(start..end);
            }
            run = None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn numbers_that_may_be_somebodys_or_are_parted_oddly() {
        let story = Story::saying(
            "Your NHS number looks like this: 4857773456, or in other places 9991-234-567.",
        );
        insta::assert_snapshot!(story.says("LW048"), @"
        warning[LW048 nhs-number-style]: `4857773456` may be the NHS number of a person
           ┌─ content/guides/story/en-GB.yaml:17:44
           │
        17 │           Your NHS number looks like this: 4857773456, or in other places 9991-234-567.
           │                                            ^^^^^^^^^^
           │
           = help: write an example that begins with 9, such as `999 123 4567`

        warning[LW048 nhs-number-style]: `9991-234-567` is not parted as NHS numbers are
           ┌─ content/guides/story/en-GB.yaml:17:75
           │
        17 │           Your NHS number looks like this: 4857773456, or in other places 9991-234-567.
           │                                                                           ^^^^^^^^^^^^
           │
           = help: write `999 123 4567`
        ");
    }

    #[test]
    fn examples_and_other_numbers_are_fine() {
        let story = Story::saying(
            "Your NHS number looks like this: 999 123 4567. Ring 01632 960123 for it.\n\nThe charity has number 4857773456.",
        );
        assert_eq!(story.says("LW048"), "");
    }
}
