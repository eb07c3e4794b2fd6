//! What has no business in a settings file, or was hardly meant as it stands.

use std::collections::HashMap;

use saphyr_parser::{Event, ScalarStyle, Span};

use super::marks::Reader;
use crate::diagnostics::{Place, Problem};
use crate::read::characters::{too_many_marks, why_refused};
use crate::read::limits;

impl<'a> Reader<'a> {
    pub(super) fn check_key(&mut self, key: &str, place: Place, seen: &mut HashMap<String, Place>) {
        if key == "<<" {
            self.stop_at(
                Problem::error("merge keys (`<<`) are not understood here")
                    .at(place)
                    .help("write the settings out where they belong"),
            );
        } else if key.is_empty() && self.text[place.start..].starts_with(['{', '[']) {
            // What comes after it makes no sense either.
            self.is_lost = true;
            self.stop_at(
                Problem::error("a text that begins with a bracket is taken for a group or a list")
                    .at(place)
                    .help("put the whole text in quotes: \"{{ service.name }} is here\""),
            );
        } else if key.is_empty() {
            self.stop_at(
                Problem::error("this has no name in one word")
                    .at(place)
                    .help("write the name of the setting in front of the colon"),
            );
        } else if let Some(&first) = seen.get(key) {
            self.stop_at(
                Problem::error(format!("`{key}` is said twice"))
                    .at_saying(place, "said again here")
                    .also(first, "said first here")
                    .help("keep one of the two lines"),
            );
        } else {
            seen.insert(key.to_owned(), place);
        }
    }

    /// Aliases, anchors and tags: a way to make a small file huge, or to mean
    /// something a reader cannot see.
    pub(super) fn refuse_extras(&mut self, event: &Event<'a>, span: Span) {
        let (anchor, tag) = match event {
            Event::Alias(_) => (1, false),
            Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some()),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            _ => (0, false),
        };
        let what = match event {
            Event::Alias(_) => "aliases (`*name`)",
            _ if anchor > 0 => "anchors (`&name`)",
            _ if tag => "tags (`!name`)",
            _ => return,
        };
        let place = self.span(span);
        self.stop_at(
            Problem::error(format!("{what} are not understood here"))
                .at(place)
                .help("if it is meant as text, put the whole text in quotes"),
        );
    }

    /// What a text may not hold, it may not hold as an escape (`"\u202E"`) either.
    pub(super) fn refuse_escaped(&mut self, event: &Event<'a>, span: Span) {
        let Event::Scalar(text, ..) = event else {
            return;
        };
        if too_many_marks(text) {
            let place = self.span(span);
            let most = limits::MARKS;
            self.problems.push(
                Problem::error(format!("a letter here has more than {most} marks"))
                    .at(place)
                    .help("delete the word and type it again; such letters come along when text is pasted"),
            );
        }
        let typed = self.span(span).range();
        let typed = self.text.get(typed).unwrap_or_default();
        let refused = text
            .chars()
            .filter(|character| !typed.contains(*character))
            .find_map(|character| Some((character, why_refused(character)?)));
        if let Some((character, why)) = refused {
            let place = self.span(span);
            self.problems.push(
                Problem::error(format!(
                    "the character `U+{:04X}` {why}",
                    u32::from(character)
                ))
                .at(place)
                .help("take it out"),
            );
        }
    }

    /// `name: “Team”` prints the quotation marks, which were hardly meant.
    pub(super) fn ask_about_quotes(&mut self, event: &Event<'a>, span: Span) {
        let Event::Scalar(text, ScalarStyle::Plain, ..) = event else {
            return;
        };
        let pairs = [('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»')];
        let is_round_all = pairs.into_iter().any(|(opens, closes)| {
            let inside = text.strip_prefix(opens);
            let inside = inside.and_then(|inside| inside.strip_suffix(closes));
            inside.is_some_and(|inside| !inside.contains([opens, closes]))
        });
        if is_round_all {
            let place = self.span(span);
            self.problems.push(
                Problem::error("these quotation marks would be printed")
                    .at(place)
                    .help("if they were only meant to hold the text together, write straight ones: \"…\"")
                    .help("if they are to be printed, write \"“…”\", with a straight mark outside each"),
            );
        }
    }

    /// `name: Team #4` says "Team": a `#` after one space was hardly meant to
    /// start a note. A note after a value has two spaces in front of it, or more.
    pub(super) fn refuse_cut(&mut self, event: &Event<'a>, span: Span) {
        if !matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) {
            return;
        }
        let place = self.span(span);
        let after = self.text.get(place.end..).unwrap_or_default();
        if after.starts_with(" #") && place.end > place.start {
            let rest = after.lines().next().unwrap_or_default().trim_end();
            let cut = self.place(place.end + 1..place.end + rest.len());
            self.problems.push(
                Problem::error("everything after this `#` would not be printed")
                    .at(cut)
                    .help("if it is text, put the whole text in quotes")
                    .help("if it is a note, put two spaces in front of the `#`"),
            );
        }
    }
}
