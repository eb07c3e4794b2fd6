//! A letter and the marks on it, told apart.
//!
//! Typst gives each of their glyphs the text of them all. The PDF then says that the glyph
//! of `o` means `ọ̀`, in every word that has an `o`; and where a mark is raised above a
//! capital, Typst draws it as a text of its own, and the pair is read out twice.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::layout::Em;
use typst::text::{Glyph, TextItem};
use unicode_normalization::char::is_combining_mark;

/// A glyph: which text it is in, and which of that text's glyphs it is.
type Spot = (usize, usize);

/// Gives each glyph of a letter with marks its own character. `texts` are those of a
/// frame, in the order they are drawn. None where a letter is drawn as its marks alone.
pub fn told_apart(texts: &mut [&mut TextItem]) -> Option<()> {
    let mut own = BTreeMap::new();
    for cluster in clusters(texts) {
        let (number, glyph) = cluster[0];
        let written = text_of(texts[number], &texts[number].glyphs[glyph]);
        let mut marks = written.chars().skip(1).filter(|it| is_combining_mark(*it));
        if written.starts_with(is_combining_mark) || marks.next().is_none() {
            continue;
        }
        if cluster
            .iter()
            .all(|&(number, glyph)| is_mark(texts[number], glyph))
        {
            return None;
        }
        let each = written.chars().count() == cluster.len();
        if each && written.chars().skip(1).all(is_common_mark) {
            own.extend(cluster.into_iter().zip(written.chars()));
        }
    }
    for (number, text) in texts.iter_mut().enumerate() {
        let own = |glyph: usize| own.get(&(number, glyph)).copied();
        if (0..text.glyphs.len()).any(|glyph| own(glyph).is_some()) {
            rewrite(text, own);
        }
    }
    Some(())
}

/// The glyphs of each letter, with those of its marks. What is read from right to left
/// is left out: its glyphs stand the other way round.
fn clusters(texts: &[&mut TextItem]) -> Vec<Vec<Spot>> {
    let mut clusters: Vec<Vec<Spot>> = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        if !text.glyphs.is_sorted_by_key(|glyph| glyph.range.start) {
            continue;
        }
        for (n, glyph) in text.glyphs.iter().enumerate() {
            let goes_on = |&(before, last): &Spot| {
                let earlier = &texts[before].glyphs[last];
                if before == number {
                    earlier.range == glyph.range
                } else {
                    n == 0
                        && (glyph.x_advance == Em::zero() || is_mark(text, n))
                        && text_of(texts[before], earlier) == text_of(text, glyph)
                }
            };
            match clusters.last_mut() {
                Some(cluster) if cluster.last().is_some_and(goes_on) => cluster.push((number, n)),
                _ => clusters.push(vec![(number, n)]),
            }
        }
    }
    clusters
}

/// Writes the text anew, a glyph with a character of its own for that character.
fn rewrite(item: &mut TextItem, own: impl Fn(usize) -> Option<char>) {
    let mut text = String::with_capacity(item.text.len());
    let position = |text: &String| u16::try_from(text.len()).unwrap_or(u16::MAX);
    let mut shared: Option<(Range<u16>, Range<u16>)> = None;
    for (n, glyph) in item.glyphs.iter_mut().enumerate() {
        let before = glyph.range.clone();
        let start = position(&text);
        glyph.range = match (own(n), &shared) {
            (None, Some((range, now))) if *range == before => now.clone(),
            (Some(character), _) => {
                text.push(character);
                start..position(&text)
            }
            (None, _) => {
                let range = usize::from(before.start)..usize::from(before.end);
                text.push_str(item.text.get(range).unwrap_or_default());
                start..position(&text)
            }
        };
        shared = Some((before, glyph.range.clone()));
    }
    item.text = text.into();
}

fn text_of<'a>(item: &'a TextItem, glyph: &Glyph) -> &'a str {
    item.text.get(glyph.range()).unwrap_or_default()
}

/// Whether a glyph is that of a mark on the letter it belongs to.
fn is_mark(item: &TextItem, glyph: usize) -> bool {
    let glyph = &item.glyphs[glyph];
    let marks = text_of(item, glyph).chars().skip(1);
    let mut marks = marks.filter(|it| is_combining_mark(*it));
    marks.any(|mark| {
        item.font
            .ttf()
            .glyph_index(mark)
            .is_some_and(|id| id.0 == glyph.id)
    })
}

/// Whether a mark is one of those that stand on letters of any script, which faces draw
/// in the order they are written.
fn is_common_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}
