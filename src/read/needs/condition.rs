//! `when: needs.weeks`, and what else stands in a condition on answers.

/// What texts and conditions call needs by.
pub const PREFIX: &str = "needs.";

/// One condition on an answer: `not needs.kind is clinic`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedCondition<'a> {
    /// True where the opposite is meant.
    pub not: bool,
    /// The need.
    pub key: &'a str,
    /// What of it, where one of its parts is named: `phone`.
    pub part: Option<&'a str>,
    /// What the answer has to be, where that is said.
    pub is: Option<&'a str>,
}

/// The conditions on answers in a `when`, all of which have to hold: they are joined by
/// `and`. `None` where it speaks of something else.
pub fn conditions(when: &str) -> Option<Vec<NeedCondition<'_>>> {
    let parts = joined(when);
    let all: Option<Vec<_>> = parts.into_iter().map(condition).collect();
    all
}

/// The parts between one `and` and the next: a choice may hold the word as well.
fn joined(when: &str) -> Vec<&str> {
    const AND: &str = " and ";
    let mut parts = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(found) = when[from..].find(AND) {
        let (end, next) = (from + found, from + found + AND.len());
        let rest = when[next..].trim_start();
        if rest
            .strip_prefix("not ")
            .unwrap_or(rest)
            .trim_start()
            .starts_with(PREFIX)
        {
            parts.push(&when[start..end]);
            start = next;
        }
        from = next;
    }
    parts.push(&when[start..]);
    parts
}

fn condition(written: &str) -> Option<NeedCondition<'_>> {
    let written = written.trim();
    let (not, rest) = match written.strip_prefix("not ") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, written),
    };
    let rest = rest.strip_prefix(PREFIX)?;
    let (name, is) = match rest.split_once(" is ") {
        Some((name, is)) => (name.trim(), Some(is.trim())),
        None => (rest, None),
    };
    let (key, part) = key_and_part(name);
    Some(NeedCondition { not, key, part, is })
}

/// The need and its part in a name such as `venue.address`.
pub fn key_and_part(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((key, part)) => (key, Some(part)),
        None => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_names_a_need_and_what_it_has_to_be() {
        let said = conditions("needs.kind is bed and breakfast and not needs.weeks");
        let said = said.expect("conditions on needs");
        assert_eq!(said.len(), 2);
        assert_eq!(
            (said[0].key, said[0].is),
            ("kind", Some("bed and breakfast"))
        );
        assert_eq!((said[1].key, said[1].not), ("weeks", true));
        assert_eq!(conditions("person.interpreter"), None);
        assert_eq!(conditions("contact.main.phone and needs.weeks"), None);
    }
}
