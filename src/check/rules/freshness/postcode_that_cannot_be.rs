use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::people::normalised_postcode;
use crate::read::{PlaceToGo, Text};

/// Every place can be found by its postcode.
pub static RULE: Rule = Rule {
    id: RuleId::PostcodeThatCannotBe,
    severity: Severity::Error,
    asks: "The address of every place ends in a UK postcode that can be. One without any is a warning.",
    why: "People put the postcode into a map, and a reply slip that comes back by post needs it.",
    before: "address: [3 Pier Road, Harbour, LD91 OAB]",
    after: "address: [3 Pier Road, Harbour, LD91 0AB]",
    source: "GOV.UK Notify's rules for postcodes",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let places = subject.service.places.values();
    places.filter_map(|place| wrong(rule, place)).collect()
}

fn wrong(rule: &Rule, place: &PlaceToGo) -> Option<Problem> {
    let mut lines = place.address.iter();
    if lines.any(|line| has_postcode(&line.value)) {
        return None;
    }
    let last = place.address.last()?;
    let problem = match place.address.iter().rev().find_map(look_alike) {
        Some((line, written)) => {
            let start = line.value.rfind(written).unwrap_or_default();
            rule.finding(format!("`{written}` cannot be a UK postcode"))
                .at(line.place)
                .on_words(&line.value, start, written)
                .help(match meant(written) {
                    Some(meant) => {
                        format!("is it `{meant}`? A letter O or I is easily typed for 0 or 1")
                    }
                    None => "look it up in Royal Mail's postcode finder".to_owned(),
                })
        }
        None => rule
            .finding(format!(
                "the address of `{}` has no postcode",
                place.name.value
            ))
            .severity(Severity::Warning)
            .at(last.place)
            .help("write it as the last line: people find the way with it"),
    };
    Some(problem)
}

/// Whether a line ends in a postcode, alone or after a town, or is for the forces.
fn has_postcode(line: &str) -> bool {
    let forces = line.trim().to_uppercase().starts_with("BFPO");
    forces || endings(line).any(|ending| normalised_postcode(ending).is_some())
}

/// What looks like a postcode at the end of a line.
fn look_alike(line: &Text) -> Option<(&Text, &str)> {
    let found = endings(&line.value).find(|ending| is_shaped_so(ending));
    found.map(|written| (line, written))
}

/// The last two words of a line, and the last one.
fn endings(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim().trim_end_matches(['.', ',']);
    let starts: Vec<usize> = line
        .char_indices()
        .filter(|(at, character)| {
            let before = line[..*at].chars().next_back();
            !character.is_whitespace() && before.is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| at)
        .collect();
    let last_two = starts.into_iter().rev().take(2).collect::<Vec<_>>();
    last_two.into_iter().rev().map(move |start| &line[start..])
}

/// The postcode that becomes of it with digits for the letters that look like them.
fn meant(written: &str) -> Option<String> {
    let compact: String = written.split_whitespace().collect();
    let (outward, inward) = compact.split_at_checked(compact.len().saturating_sub(3))?;
    let (first, rest) = inward.split_at_checked(1)?;
    let digit = match first {
        "O" | "o" => "0",
        "I" | "i" => "1",
        _ => return None,
    };
    normalised_postcode(&format!("{outward}{digit}{rest}"))
}

/// Letters and digits in the order of a postcode, or nearly so: `LD91 OAB`.
fn is_shaped_so(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let code = parts.concat().to_uppercase();
    if !code.is_ascii() || !(5..=8).contains(&code.len()) {
        return false;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    let district = &outward[letters..];
    let two_words = parts.len() == 1 || parts.last().is_some_and(|last| last.len() == 3);
    two_words
        && (1..=3).contains(&letters)
        && (1..=2).contains(&district.len())
        && district.starts_with(|first: char| first.is_ascii_digit())
        && inward.starts_with(|first: char| first.is_ascii_digit() || first == 'O' || first == 'I')
        && inward[1..]
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'0')
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn address(lines: &str) -> String {
        let story =
            Story::letter("  - id: who\n    heading: Who\n    blocks:\n      - text: We listen.\n");
        story
            .settings("[3 Pier Road, Harbour, LD91 4AB]", lines)
            .says("LW066")
    }

    #[test]
    fn a_postcode_that_cannot_be_is_an_error_and_none_is_a_warning() {
        insta::assert_snapshot!(address("[3 Pier Road, Harbour, RV1 2AB]"), @"
        error[LW066 postcode-that-cannot-be]: `RV1 2AB` cannot be a UK postcode
          ┌─ service.yaml:8:62
          │
        8 │   clinic: {name: Pier House, address: [3 Pier Road, Harbour, RV1 2AB]}
          │                                                              ^^^^^^^
          │
          = help: look it up in Royal Mail's postcode finder
        ");
        insta::assert_snapshot!(address("[3 Pier Road, Harbour LD91 OAB]"), @"
        error[LW066 postcode-that-cannot-be]: `LD91 OAB` cannot be a UK postcode
          ┌─ service.yaml:8:61
          │
        8 │   clinic: {name: Pier House, address: [3 Pier Road, Harbour LD91 OAB]}
          │                                                             ^^^^^^^^
          │
          = help: is it `LD91 0AB`? A letter O or I is easily typed for 0 or 1
        ");
        insta::assert_snapshot!(address("[3 Pier Road, Harbour]"), @"
        warning[LW066 postcode-that-cannot-be]: the address of `Pier House` has no postcode
          ┌─ service.yaml:8:53
          │
        8 │   clinic: {name: Pier House, address: [3 Pier Road, Harbour]}
          │                                                     ^^^^^^^
          │
          = help: write it as the last line: people find the way with it
        ");
    }

    #[test]
    fn a_postcode_may_stand_beside_the_town_or_above_the_country() {
        for lines in [
            "[3 Pier Road, Harbour LD91 4AB]",
            "[3 Pier Road, Harbour, ld914ab]",
            "[3 Pier Road, Harbour, LD91 4AB, Wales]",
            "[Camp 3, BFPO 57]",
        ] {
            assert_eq!(address(lines), "", "{lines}");
        }
    }
}
