//! The lines to write so that a list of contacts or of local services is shorter, and where
//! they go: into the service's own file, or over the text that is built in.

use super::{Prepared, Workspace};
use crate::diagnostics::{Place, SourceKind, Sources};
use crate::read::{Block, ByTone, Choice, Content, Extent, OneOrMore, Placed, Section, Short};
use crate::read::{LeaveOut, Signposts};

/// More lines than this are no help to paste.
const MOST_LINES: usize = 40;

impl Workspace {
    /// What to write, and into which file, so that no more than `keep` of the list that
    /// stands at `place` are printed. None where nobody wrote the list.
    pub(super) fn lines_to_keep(
        &self,
        prepared: &Prepared,
        section: &str,
        place: Place,
        keep: usize,
    ) -> Option<String> {
        let mut sections = prepared.guide.sections.iter();
        let section = sections.find(|it| it.id.value == section)?;
        let list = section.blocks.iter().find(|block| block.place == place)?;
        let shorter = self.shorter(&list.value, prepared, keep)?;
        Some(if self.sources.kind(place.source) == SourceKind::Service {
            in_own_file(&self.sources, place, &shorter)
        } else {
            let path = &prepared.publication.changed_in;
            over_built_in(&self.sources, path, section, list, &shorter)
        })
    }

    /// The block in lines of YAML, with so many entries of its list.
    fn shorter(&self, block: &Block, prepared: &Prepared, keep: usize) -> Option<Vec<String>> {
        let first = match &block.content {
            Content::Signposts(signposts) => {
                let extent = prepared.publication.format.extent();
                format!("- signposts: {{{}}}", settings(signposts, extent, keep))
            }
            Content::Contacts(choice) => {
                let all = self.service().contacts.keys().map(String::as_str);
                let ids: Vec<&str> = match &choice.value {
                    Choice::All => all.collect(),
                    Choice::These(ids) => ids.iter().map(|id| id.value.as_str()).collect(),
                };
                format!("- contacts: [{}]", ids.get(..keep)?.join(", "))
            }
            _ => return None,
        };
        let when = block.when.as_ref();
        let when = when.map(|when| format!("  when: {}", when.value));
        let short = block.short.as_ref().map(|short| match short {
            Short::LeaveOut(LeaveOut::LeaveOut) => "  short: leave-out".to_owned(),
            Short::LeaveOut(LeaveOut::LeaveOutOfCards) => "  short: leave-out-of-cards".to_owned(),
            Short::Text(text) => format!("  short: {}", in_quotes(text)),
        });
        Some([Some(first), when, short].into_iter().flatten().collect())
    }
}

/// The settings of a list of local services, of which so many are printed in a format of
/// this extent.
fn settings(signposts: &Signposts, extent: Extent, keep: usize) -> String {
    let is_small = extent != Extent::Whole && signposts.short_at_most.is_some();
    let number = |setting: &Option<Placed<usize>>| setting.as_ref().map(|it| it.value);
    let (mut most, mut short) = (number(&signposts.at_most), number(&signposts.short_at_most));
    if is_small {
        short = Some(keep);
    } else {
        most = Some(keep);
    }
    let number = |key: &str, it: Option<usize>| it.map(|it| format!("{key}: {it}"));
    let settings = [
        Some(format!("topic: {}", words(&signposts.topic))),
        signposts
            .area
            .as_ref()
            .map(|area| format!("area: {}", words(area))),
        number("at-most", most),
        number("short-at-most", short),
    ];
    settings
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn words(words: &OneOrMore) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
    match words.as_slice() {
        [only] => (*only).to_owned(),
        several => format!("[{}]", several.join(", ")),
    }
}

fn in_quotes(text: &ByTone) -> String {
    match text {
        ByTone::Same(text) => quoted(&text.value),
        ByTone::Different(_, texts) => {
            let texts = texts.iter();
            let texts = texts.map(|(tone, text)| format!("{tone}: {}", quoted(&text.value)));
            format!("{{{}}}", texts.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The lines for a file that the service wrote itself.
fn in_own_file(sources: &Sources, place: Place, shorter: &[String]) -> String {
    let (first, column) = sources.line_and_column(place);
    let last = first + sources.at(place).trim_end().lines().count().max(1) - 1;
    let lines = if last == first {
        format!("line {first}")
    } else {
        format!("lines {first} to {last}")
    };
    // The place begins behind the dash.
    let indent = " ".repeat(column.saturating_sub(3));
    let shorter = shorter.iter().map(|line| format!("\n{indent}{line}"));
    format!(
        "in `{}`, in place of {lines}, write:{}",
        sources.name(place.source),
        shorter.collect::<String>()
    )
}

/// The lines that take the place of a section that is built in. What a service says there is
/// the whole section, so its other blocks are among them.
fn over_built_in(
    sources: &Sources,
    path: &str,
    section: &Section,
    list: &Placed<Block>,
    shorter: &[String],
) -> String {
    let id = &section.id.value;
    let blocks = section.blocks.iter().flat_map(|block| {
        if block.place == list.place {
            shorter.to_vec()
        } else {
            as_written(sources, block.place)
        }
    });
    let blocks: Vec<String> = blocks.map(|line| format!("\n      {line}")).collect();
    let blocks: Vec<&str> = blocks
        .iter()
        .map(|line| line.trim_end_matches(' '))
        .collect();
    let is_quoted = blocks.iter().any(|line| line.contains('`'));
    if blocks.len() > MOST_LINES || is_quoted {
        return format!(
            "in {path}, under `sections:`, `{id}:` and `blocks:`, write the blocks of the section, and this one among them: `{}`",
            shorter.join(" ").trim_start_matches("- ")
        );
    }
    format!(
        "write this into {path}; where `sections:` or `{id}:` stands there already, only what is below it:\nsections:\n  {id}:\n    blocks:{}",
        blocks.concat()
    )
}

/// A block as its author wrote it, a list item whose lines begin at the left.
fn as_written(sources: &Sources, place: Place) -> Vec<String> {
    let (_, column) = sources.line_and_column(place);
    let text = sources.at(place);
    let lines = text.trim_end().lines().enumerate();
    let lines = lines.map(|(number, line)| {
        if number == 0 {
            return format!("- {line}");
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let line = &line[indent.min(column - 1)..];
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    });
    lines.collect()
}

/// In quotes, as YAML and JSON both read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
