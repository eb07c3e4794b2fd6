//! Runs of text, and the paragraphs and lists they stand in.

use std::ops::Range;

use maud::{Markup, html};

use super::writer::Writer;
use crate::tailor::{Inline, Node, plain as plain_words};

/// What stands around a value whose direction may not turn the text round it (UAX 9).
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// The numbers of British phones have so many digits; beyond that is no number at all.
const DIGITS_OF_A_NUMBER: std::ops::RangeInclusive<usize> = 10..=11;
/// And with the code of a country (ITU-T E.164).
const DIGITS_WITH_COUNTRY: std::ops::RangeInclusive<usize> = 10..=15;

impl Writer<'_> {
    /// Inlines.
    pub fn inlines(&self, inlines: &[Inline]) -> Markup {
        html! {
            @for (number, inline) in inlines.iter().enumerate() {
                @match inline {
                    Inline::Text(text) | Inline::Value(text) => (words(text)),
                    Inline::Strong(inner) => strong { (self.inlines(inner)) },
                    Inline::Break => br;,
                    Inline::Link { url, words } => (link(url, words)),
                    Inline::Note(source) => {
                        @let before = number.checked_sub(1).and_then(|at| inlines.get(at));
                        (self.note(*source, matches!(before, Some(Inline::Note(_)))))
                    },
                    // Only letters have fields, and letters have no web edition.
                    Inline::Field(_) => {},
                }
            }
        }
    }

    /// The number of a source. Two in a row are two numbers, and not one of two digits.
    fn note(&self, source: u32, after_another: bool) -> Markup {
        let target = self.id(&format!("source-{source}"));
        html! {
            sup {
                @if after_another { "," }
                a href={"#" (target)} id=(self.cite(source)) { (source) }
            }
        }
    }

    /// Paragraphs and lists.
    pub fn nodes(&self, nodes: &[Node]) -> Markup {
        html! {
            @for node in nodes {
                @match node {
                    Node::Paragraph(words) if statement(node).is_some() => {
                        p.statement { (self.inlines(words)) }
                    },
                    Node::Paragraph(words) => p { (self.inlines(words)) },
                    Node::Bullets(items) => ul { (self.items(items)) },
                    Node::Numbered(items) => ol { (self.items(items)) },
                }
            }
        }
    }

    /// The items of a list.
    pub fn items(&self, items: &[Vec<Inline>]) -> Markup {
        html! { @for item in items { li { (self.inlines(item)) } } }
    }
}

/// The words of a paragraph that is strong from end to end.
pub fn statement(node: &Node) -> Option<&[Inline]> {
    match node {
        Node::Paragraph(words) => match words.as_slice() {
            [Inline::Strong(_)] => Some(words),
            _ => None,
        },
        _ => None,
    }
}

/// Words without what isolates values: for a title or the name of a field, which is no markup.
pub fn plain(text: &str) -> String {
    text.replace([ISOLATE, END_OF_ISOLATE], "")
}

/// The same of inlines.
pub fn plain_inlines(inlines: &[Inline]) -> String {
    plain(&plain_words(inlines))
}

/// Words as they stand on the page: values that could turn the text round them isolated, phone
/// numbers and emails to tap.
pub fn words(text: &str) -> Markup {
    let mut pieces = text.split(ISOLATE);
    let before = pieces.next().unwrap_or_default();
    html! {
        (tappable(before))
        @for piece in pieces {
            @let (inside, after) = piece.split_once(END_OF_ISOLATE).unwrap_or((piece, ""));
            bdi { (tappable(inside)) }
            (tappable(after))
        }
    }
}

fn tappable(text: &str) -> Markup {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((range, href)) = first_tappable(rest) {
        let (before, from) = rest.split_at(range.start);
        let (words, after) = from.split_at(range.len());
        pieces.push((before, words, href));
        rest = after;
    }
    html! {
        @for (before, words, href) in &pieces { (before) a href=(href) { (words) } }
        (rest)
    }
}

/// Where the first phone number or email is, and where it leads.
fn first_tappable(text: &str) -> Option<(Range<usize>, String)> {
    let phone = first_phone(text);
    let email = first_email(text).map(|range| {
        let address = text.get(range.clone()).unwrap_or_default();
        (range, format!("mailto:{address}"))
    });
    match (phone, email) {
        (Some(phone), Some(email)) if email.0.start < phone.0.start => Some(email),
        (Some(phone), _) => Some(phone),
        (None, email) => email,
    }
}

fn first_phone(text: &str) -> Option<(Range<usize>, String)> {
    let mut before = ' ';
    for (start, character) in text.char_indices() {
        let begins = matches!(character, '0' | '+')
            && !before.is_alphanumeric()
            && !matches!(before, '.' | ',' | '/' | '-');
        before = character;
        if !begins {
            continue;
        }
        let rest = text.get(start..)?;
        let end = rest
            .find(|it: char| !(it.is_ascii_digit() || is_blank(it) || it == '+'))
            .unwrap_or(rest.len());
        let number = rest.get(..end)?.trim_end_matches(is_blank);
        let digits: String = number.chars().filter(|it| !is_blank(*it)).collect();
        let allowed = if character == '+' {
            DIGITS_WITH_COUNTRY
        } else {
            DIGITS_OF_A_NUMBER
        };
        let count = digits.trim_start_matches('+').len();
        let ends = text.get(start + number.len()..)?.chars().next();
        if allowed.contains(&count) && !ends.is_some_and(char::is_alphanumeric) {
            return Some((start..start + number.len(), dialled(number)));
        }
    }
    None
}

fn first_email(text: &str) -> Option<Range<usize>> {
    let in_name = |it: char| it.is_ascii_alphanumeric() || "._%+-".contains(it);
    let in_domain = |it: char| it.is_ascii_alphanumeric() || ".-".contains(it);
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('@').map(|at| from + at) {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let start = at - before.chars().rev().take_while(|it| in_name(*it)).count();
        let domain: String = after.chars().take_while(|it| in_domain(*it)).collect();
        let domain = domain.trim_end_matches(['.', '-']);
        if start < at && domain.contains('.') {
            return Some(start..at + 1 + domain.len());
        }
        from = at + 1;
    }
    None
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}')
}

/// What a phone dials: the number without its blanks.
pub fn dialled(number: &str) -> String {
    let number: String = number
        .chars()
        .filter(|it| it.is_ascii_digit() || *it == '+')
        .collect();
    format!("tel:{number}")
}

/// A link with words of its own. Its address stands beside it in print, as on paper, unless it
/// is those words.
fn link(url: &str, inside: &[Inline]) -> Markup {
    let address = ["https://", "http://", "mailto:"]
        .iter()
        .fold(url, |url, before| url.strip_prefix(before).unwrap_or(url));
    let said = plain_inlines(inside);
    html! {
        a href=(url) { (said) }
        @if said != address { span.in-print { " (" (address) ")" } }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    fn written(text: &str) -> String {
        words(text).into_string()
    }

    #[test]
    fn phone_numbers_and_emails_are_to_tap() {
        assert_eq!(
            written("Ring 01632\u{a0}960111, or 07700 900123."),
            "Ring <a href=\"tel:01632960111\">01632\u{a0}960111</a>, or \
             <a href=\"tel:07700900123\">07700 900123</a>."
        );
        assert_eq!(
            written("Write to desk@garden.example."),
            "Write to <a href=\"mailto:desk@garden.example\">desk@garden.example</a>."
        );
        assert_eq!(
            written("(+44 1632 960111)"),
            "(<a href=\"tel:+441632960111\">+44 1632 960111</a>)"
        );
    }

    #[test]
    fn other_figures_are_not() {
        for text in [
            "999 123 4567",
            "0 to 10, 20 of 100",
            "01632",
            "no at @ here",
            "£1,0000000000",
            "by 2028 and A0123456789",
        ] {
            assert_eq!(written(text), text);
        }
    }

    #[test]
    fn what_is_filled_in_cannot_be_markup_nor_turn_the_text() {
        assert_eq!(
            written("for \u{2068}שלום <b>\u{2069} & us"),
            "for <bdi>שלום &lt;b&gt;</bdi> &amp; us"
        );
    }
}
