//! Every rule on one page, for people who write: `docs/rules.md`.

use std::fmt::Write as _;

use crate::check::Rule;
use crate::check::rules::{FAMILIES, Family};

const OPENING: &str = "\
# What `leafwright check` looks for

<!-- Made from the rules. Do not edit: `UPDATE_DOCS=1 cargo test --lib` writes it anew. -->

Every rule has a code, so that it can be looked up (`leafwright explain LW012`), chosen and
silenced; [check.md](check.md) says how. An **error** is never printed over. A **warning** is
something to look at before you print. A **note** is about how a text reads: it fails nothing.
";

/// The page, as Markdown. Families that have no rule yet are left out.
pub fn manual() -> String {
    let families = || FAMILIES.iter().filter(|family| family.rules().count() > 0);
    let mut page = String::from(OPENING);
    for family in families() {
        contents(family, &mut page);
    }
    for family in families() {
        let _ = write!(page, "\n## {}\n", family.about);
        for rule in family.rules() {
            page.push_str(&chapter(rule));
        }
    }
    page
}

/// The rules of a family, a line each, with links.
fn contents(family: &Family, page: &mut String) {
    // Writing to a string does not fail.
    let _ = write!(page, "\n**{}**\n\n", family.about);
    for rule in family.rules() {
        let anchor = rule.id.to_string().to_lowercase().replace(' ', "-");
        let _ = writeln!(
            page,
            "- [{}](#{anchor}) ({})",
            rule.id,
            rule.severity.word()
        );
    }
}

fn chapter(rule: &Rule) -> String {
    let severity = match rule.severity.word() {
        "error" => "An error",
        "warning" => "A warning",
        _ => "A note",
    };
    let silence = if rule.can_be_silenced() {
        format!(
            "`except: [{{rule: {0}, reason: …}}]` in a guide, or `check: {{ignore: [{0}]}}` in `service.yaml`.",
            rule.code()
        )
    } else {
        "nobody can.".to_owned()
    };
    format!(
        "\n### {}\n\n{severity}. {}\n\n**Why:** {}\n\nBefore:\n\n{}\n\nAfter:\n\n{}\n\n\
         **Source:** {}.\n\n**To silence it:** {silence}\n",
        rule.id,
        rule.asks,
        rule.why,
        block(rule.before),
        block(rule.after),
        rule.source.trim_end_matches('.'),
    )
}

/// A block of code, fenced with more ticks than stand in it.
fn block(text: &str) -> String {
    let longest = text.split(|mark| mark != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;

    #[test]
    fn the_page_in_docs_says_what_the_rules_say() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
        let made = manual();
        if env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, &made).expect("a written page");
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == made,
            "docs/rules.md is not what the rules say: UPDATE_DOCS=1 cargo test --lib"
        );
    }

    #[test]
    fn ticks_do_not_end_a_block() {
        assert_eq!(block("plain"), "```text\nplain\n```");
        assert_eq!(block("a ``` b"), "````text\na ``` b\n````");
    }
}
