//! YAML as text: parts of a file taken into another one with their notes, as somebody wrote
//! them.

/// A key at the edge of a file, with all that belongs to it.
struct Part<'a> {
    key: &'a str,
    lines: Vec<&'a str>,
}

/// The keys at the edge of a text, in their order; notes above a key belong to it.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut before = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let is_edge = line.starts_with(|first: char| !first.is_whitespace() && first != '#');
        if line.starts_with("# yaml-language-server:") || line.starts_with("---") {
            continue;
        }
        if is_edge && let Some((key, _)) = line.split_once(':') {
            let mut lines = std::mem::take(&mut before);
            lines.push(line);
            parts.push(Part {
                key: key.trim().trim_matches(['"', '\'']),
                lines,
            });
        } else if line.starts_with('#') || line.trim().is_empty() || parts.is_empty() {
            before.push(line);
        } else if let Some(last) = parts.last_mut() {
            // What stood between belongs to what goes on here.
            last.lines.append(&mut before);
            last.lines.push(line);
        }
    }
    if let Some(last) = parts.last_mut() {
        last.lines.append(&mut before);
    }
    parts
}

/// A text without these keys at its edge.
pub(super) fn without(text: &str, keys: &[&str]) -> String {
    let parts = parts(text).into_iter();
    let parts = parts.filter(|part| !keys.contains(&part.key));
    let lines: Vec<&str> = parts.flat_map(|part| part.lines).collect();
    joined(&lines)
}

/// A text as what stands under a key: each line two blanks further in.
pub(super) fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| match line.trim().is_empty() {
        true => String::new(),
        false => format!("  {line}"),
    });
    let lines: Vec<String> = lines.collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    joined(&lines)
}

/// What stands under a key at the edge of a text, as a text of its own; blank where it holds
/// nothing but notes.
pub(super) fn under(text: &str, key: &str) -> String {
    let mut parts = parts(text).into_iter();
    let Some(part) = parts.find(|part| part.key == key) else {
        return String::new();
    };
    let mut lines = part
        .lines
        .into_iter()
        .skip_while(|line| line.starts_with('#') || line.trim().is_empty());
    let first = lines.next().and_then(|line| line.split_once(':'));
    let beside = first.map_or("", |(_, rest)| rest.trim());
    let beside = if beside.starts_with('#') { "" } else { beside };
    let rest: Vec<&str> = lines.collect();
    let deep = rest
        .iter()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.len() - line.trim_start().len())
        .min();
    let rest = rest.iter().map(|line| {
        let blanks = line.len() - line.trim_start().len();
        &line[blanks.min(deep.unwrap_or(0))..]
    });
    let lines: Vec<&str> = std::iter::once(beside)
        .filter(|beside| !beside.is_empty())
        .chain(rest)
        .collect();
    in_lines(joined(&lines))
}

/// What stands in braces as lines of its own, so that others can stand behind it.
fn in_lines(text: String) -> String {
    if !text.starts_with('{') {
        return text;
    }
    match serde_yaml::from_str::<serde_yaml::Mapping>(&text) {
        Ok(group) if group.is_empty() => String::new(),
        Ok(group) => serde_yaml::to_string(&group).unwrap_or(text),
        Err(_) => text,
    }
}

/// Whether a text can be read as YAML.
pub(super) fn is_whole(text: &str) -> bool {
    serde_yaml::from_str::<serde_yaml::Value>(text).is_ok()
}

/// Lines, without blank ones at either end.
fn joined(lines: &[&str]) -> String {
    let is_blank = |line: &&&str| line.trim().is_empty();
    let first = lines.iter().take_while(is_blank).count();
    let last = lines.iter().rev().take_while(is_blank).count();
    let lines = lines.get(first..lines.len() - last).unwrap_or_default();
    lines
        .iter()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# yaml-language-server: $schema=x\n# About it\nfrom: full\nreason: |\n  Two\n\n  lines\n# Notes on changes\nchanges:\n  # less\n  sections:\n    one: drop\n\n  order: [b, a]\nword-budget: 600\n";

    #[test]
    fn a_key_goes_with_its_notes_and_its_lines() {
        insta::assert_snapshot!(without(TEXT, &["from", "changes"]), @r"
        reason: |
          Two

          lines
        word-budget: 600
        ");
        insta::assert_snapshot!(under(TEXT, "changes"), @r"
        # less
        sections:
          one: drop

        order: [b, a]
        ");
    }

    #[test]
    fn what_was_taken_out_can_be_put_back() {
        let changes = under(TEXT, "changes");
        let text = format!("changes:\n{}", indented(&changes));
        assert_eq!(under(&text, "changes"), changes);
    }

    #[test]
    fn nothing_is_under_a_key_with_notes_alone() {
        assert_eq!(under("changes:\n# a\n# b\n", "changes"), "# a\n# b\n");
        assert_eq!(under("changes: {}\n", "changes"), "");
        assert_eq!(
            under("changes: {length: short}\n", "changes"),
            "length: short\n"
        );
        assert_eq!(
            under("changes:\n  {order: [a, b],\n   title: It}\n", "changes"),
            "order:\n- a\n- b\ntitle: It\n"
        );
        assert_eq!(under("a: b\n", "changes"), "");
    }
}
