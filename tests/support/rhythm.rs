//! How lines of text stand on pages, measured on what is drawn: baselines, where columns
//! begin and end, sizes, how full pages are. All lengths are mm from the top of the page.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

use leafwright::inspect::{Drawn, DrawnShape, DrawnText, Part};

/// The size of text, pt, for which the grid is made.
pub const TEXT: f64 = 12.0;

/// The distances from line to line that a publication may have, mm: the usual one, and
/// closer ones where its text would not fit. Halves of it stand between two contacts, in
/// pairs, and above a heading.
pub const LINES: [f64; 3] = [6.0, 5.625, 5.25];

/// Less is rounding, mm.
const ROUNDING: f64 = 0.1;

/// Numbers to phone are larger than the text beside them, and may stand so much lower, mm.
const LOWER: f64 = 0.5;

/// The smallest size on any page, pt.
pub const LEAST: f64 = 10.0;

/// What stands on another grid, or on none.
const OFF_THE_GRID: [Part; 8] = [
    Part::Furniture,
    Part::Figure,
    Part::Cell,
    Part::Weighty,
    Part::NoteNumber,
    Part::CutOff,
    Part::CanBeLost,
    Part::OwnGrid,
];

/// Something that is wrong with a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The page, counted from 0.
    pub page: usize,
    /// The words where it is seen.
    pub words: String,
    /// What is wrong.
    pub what: String,
}

impl Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = self.page + 1;
        write!(formatter, "page {page}, “{}”: {}", self.words, self.what)
    }
}

fn fault(drawn: &Drawn, text: &DrawnText, what: String) -> Fault {
    let words = text.words.trim();
    Fault {
        page: drawn.page,
        words: words.chars().take(40).collect(),
        what,
    }
}

fn texts(drawn: &[Drawn]) -> impl Iterator<Item = (&Drawn, &DrawnText)> {
    drawn.iter().filter_map(|it| Some((it, it.text.as_ref()?)))
}

/// How far a place is from the nearest line of a grid; below zero, how far above it.
fn off(place: f64, step: f64) -> f64 {
    place - (place / step).round() * step
}

/// The distance from line to line that most lines of these pages have, mm.
fn line_of(drawn: &[Drawn]) -> f64 {
    let lines: Vec<_> = texts(drawn)
        .filter(|(_, text)| (text.size - TEXT).abs() < 0.1)
        .map(|(it, text)| (it.page, it.number_of(Part::Paragraph), text.baseline))
        .collect();
    let apart = lines.windows(2).filter_map(|pair| {
        let same = pair[0].0 == pair[1].0 && pair[0].1 == pair[1].1;
        same.then(|| pair[1].2 - pair[0].2)
    });
    let apart: Vec<f64> = apart.collect();
    let count = |line: f64| {
        apart
            .iter()
            .filter(|it| (**it - line).abs() < ROUNDING)
            .count()
    };
    // Of equal ones the usual one.
    LINES
        .into_iter()
        .rev()
        .max_by_key(|line| count(*line))
        .unwrap_or(LINES[0])
}

/// Text of 12 pt and headings that do not stand on a grid that begins at `origin`, or on
/// each page with its first line of text, and lines
/// of one paragraph that are not one line apart. Larger than a heading is display, and has
/// no grid; smaller is the imprint.
pub fn off_the_grid(drawn: &[Drawn], origin: Option<f64>) -> Vec<Fault> {
    let line = line_of(drawn);
    let half = line / 2.0;
    let is_on_grid = |it: &Drawn| !OFF_THE_GRID.into_iter().any(|part| it.is_in(part));
    let is_text = |size: f64| (TEXT - 0.1..18.0).contains(&size);
    let lines = texts(drawn).filter(|(it, text)| is_on_grid(it) && is_text(text.size));
    let mut faults = Vec::new();
    let mut origins = BTreeMap::new();
    let mut last: Option<(usize, Option<usize>, f64)> = None;
    for (it, text) in lines {
        let paragraph = it.number_of(Part::Paragraph);
        let here = (it.page, paragraph, text.baseline);
        // A line is often drawn in several runs.
        if last == Some(here) {
            continue;
        }
        let begins = origin.unwrap_or_else(|| *origins.entry(it.page).or_insert(text.baseline));
        let off = off(text.baseline - begins, half);
        let lower = if text.size > TEXT + 0.5 { LOWER } else { 0.0 };
        if off < -ROUNDING || off > lower + ROUNDING {
            let what = format!(
                "its baseline is at {:.2} mm, {off:+.2} mm off the grid of {half} mm",
                text.baseline
            );
            faults.push(fault(it, text, what));
        }
        if let Some((page, before, baseline)) = last
            && paragraph.is_some()
            && (page, before) == (it.page, paragraph)
        {
            let apart = text.baseline - baseline;
            let is_same_line = apart.abs() < LOWER + ROUNDING;
            // Text goes on at the top of the next column.
            if apart > 0.0 && !is_same_line && (apart - line).abs() > lower + ROUNDING {
                let what = format!("it stands {apart:.2} mm below the line before, not {line} mm");
                faults.push(fault(it, text, what));
            }
        }
        last = Some(here);
    }
    faults
}

/// Text that is smaller than any may be, each size once a page.
pub fn too_small(drawn: &[Drawn]) -> Vec<Fault> {
    let mut said = Vec::new();
    let small = texts(drawn).filter(|(_, text)| text.size < LEAST - 0.01);
    let once = small.filter(|(it, text)| {
        let size = (it.page, (text.size * 10.0) as u32);
        let is_new = !said.contains(&size);
        said.push(size);
        is_new
    });
    once.map(|(it, text)| fault(it, text, format!("it is set in {:.1} pt", text.size)))
        .collect()
}

/// The size that most letters of a page have, pt; none where nothing but a heading is
/// written on it.
pub fn text_size(drawn: &[Drawn], page: usize) -> Option<f64> {
    let mut letters: BTreeMap<u64, usize> = BTreeMap::new();
    let is_text = |it: &Drawn| !it.is_in(Part::Furniture) && !it.is_in(Part::Heading);
    let here = texts(drawn).filter(|(it, _)| it.page == page && is_text(it));
    for (_, text) in here {
        let size = (text.size * 100.0).round() as u64;
        *letters.entry(size).or_default() +=
            text.words.chars().filter(|it| it.is_alphabetic()).count();
    }
    let most = letters.into_iter().max_by_key(|(_, letters)| *letters);
    let most = most.filter(|(_, letters)| *letters > 0);
    most.map(|(size, _)| size as f64 / 100.0)
}

/// How a column ends.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// With a line of text: its baseline and its words.
    Line(f64, String),
    /// With a picture, a panel of colour, or lines to write on: these fill what is left.
    Filled,
}

/// Where a column begins and ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its first line: the baseline and its words. None where it begins with a picture or a
    /// box.
    pub first: Option<(f64, String)>,
    /// Its end.
    pub end: End,
}

fn is_picture(drawn: &Drawn) -> bool {
    drawn.shape == Some(DrawnShape::Picture)
}

/// Whether it is a part of what the page is for: pictures are, though nobody hears them.
fn is_content(drawn: &Drawn) -> bool {
    !drawn.is_in(Part::Furniture) || is_picture(drawn)
}

/// The column that a page is; none where nothing is written on it.
pub fn column(drawn: &[Drawn], page: usize) -> Option<Column> {
    let here = || {
        drawn
            .iter()
            .filter(move |it| it.page == page && is_content(it))
    };
    let lines = || here().filter_map(|it| Some((it, it.text.as_ref()?)));
    let by_baseline =
        |a: &(&Drawn, &DrawnText), b: &(&Drawn, &DrawnText)| a.1.baseline.total_cmp(&b.1.baseline);
    let (above, first) = lines().min_by(by_baseline)?;
    let (_, last) = lines().max_by(by_baseline)?;
    let begins_otherwise = above.is_in(Part::Weighty)
        || here().any(|it| is_picture(it) && it.area.bottom < first.baseline);
    // What lies lower than the last line, or round it.
    let fills = here().any(|it| {
        let is_rule = it.area.bottom - it.area.top < 1.0 && it.area.right - it.area.left > 20.0;
        let lies_lower = it.area.top > last.baseline && (is_picture(it) || is_rule);
        lies_lower || it.is_in(Part::ToTheEdge) && it.area.bottom > last.baseline
    });
    let said = |text: &DrawnText| (text.baseline, text.words.trim().to_owned());
    Some(Column {
        first: (!begins_otherwise).then(|| said(first)),
        end: if fills {
            End::Filled
        } else {
            let (baseline, words) = said(last);
            End::Line(baseline, words)
        },
    })
}

/// Columns of one spread that do not begin on one line, or end more than a line apart.
pub fn uneven(drawn: &[Drawn], pages: &[usize]) -> Vec<Fault> {
    let columns: Vec<_> = pages
        .iter()
        .filter_map(|page| Some((*page, column(drawn, *page)?)))
        .collect();
    let firsts = columns
        .iter()
        .filter_map(|(_, column)| column.first.as_ref());
    let top = firsts.map(|(baseline, _)| *baseline).next().unwrap_or(0.0);
    let ends = columns.iter().filter_map(|(_, column)| match column.end {
        End::Line(baseline, _) => Some(baseline),
        End::Filled => None,
    });
    let lowest = ends.fold(0.0, f64::max);
    let mut faults = Vec::new();
    for (page, column) in &columns {
        let mut say = |words: &str, what| {
            faults.push(Fault {
                page: *page,
                words: words.chars().take(40).collect(),
                what,
            });
        };
        if let Some((first, words)) = &column.first
            && (first - top).abs() > ROUNDING
        {
            let what = format!("the column begins at {first:.2} mm, another at {top:.2} mm");
            say(words, what);
        }
        if let End::Line(baseline, words) = &column.end
            && lowest - baseline > LINES[0] + ROUNDING
        {
            say(
                words,
                format!(
                    "the column ends at {baseline:.2} mm, the longest of the spread at {lowest:.2} mm"
                ),
            );
        }
    }
    faults
}

/// How far down each page something stands, per cent of its height, without page numbers
/// and panels of colour.
pub fn filled(drawn: &[Drawn], heights: &[f64]) -> Vec<f64> {
    let counts = |it: &&Drawn| {
        let is_ground =
            it.is_in(Part::ToTheEdge) && it.text.is_none() && it.shape != Some(DrawnShape::Picture);
        is_content(it) && !is_ground
    };
    let per_cent = heights.iter().enumerate().map(|(page, height)| {
        let here = drawn.iter().filter(|it| it.page == page).filter(counts);
        let lowest = here.map(|it| it.area.bottom).fold(0.0, f64::max);
        100.0 * lowest / height
    });
    per_cent.collect()
}

/// The words that stand lowest on a page.
pub fn last_words(drawn: &[Drawn], page: usize) -> String {
    let here = texts(drawn).filter(|(it, _)| it.page == page && is_content(it));
    let last = here.max_by(|a, b| a.1.baseline.total_cmp(&b.1.baseline));
    last.map_or_else(String::new, |(_, text)| text.words.trim().to_owned())
}
