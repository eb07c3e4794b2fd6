//! A drawing of the folded dummy for the README, made from what was folded: for
//! people who have never folded a leaflet.

use super::super::imposition::{Imposition, Side, Way};
use super::Work;
use super::dummy::{Dummy, Part, left_moves};
use crate::read::Format;

/// How many mm one character is wide: a panel's name has room on a panel.
const WIDE: f64 = 4.5;

/// For booklets, whose pages are numbers.
const NARROW: f64 = 14.85;

/// Characters that are put anywhere on a sheet of squared paper.
#[derive(Default)]
struct Canvas {
    rows: Vec<Vec<char>>,
}

impl Canvas {
    fn put(&mut self, row: usize, column: usize, text: &str) {
        while self.rows.len() <= row {
            self.rows.push(Vec::new());
        }
        let cells = &mut self.rows[row];
        for (place, letter) in (column..).zip(text.chars()) {
            while cells.len() <= place {
                cells.push(' ');
            }
            cells[place] = letter;
        }
    }

    fn text(&self) -> String {
        let rows = self.rows.iter();
        let rows = rows.map(|row| row.iter().collect::<String>().trim_end().to_owned() + "\n");
        rows.collect()
    }
}

/// "flap 3", or "3" where pages have no name.
fn name(work: &Work, page: usize) -> String {
    match work.format.panels().get(page) {
        Some((panel, _)) => format!("{} {}", panel.id(), page + 1),
        None => (page + 1).to_string(),
    }
}

fn names(work: &Work, pages: &[usize]) -> String {
    let names: Vec<String> = pages.iter().map(|page| name(work, *page)).collect();
    names.join(", ")
}

fn columns(length: f64, scale: f64) -> usize {
    (length / scale).round() as usize
}

/// A side of a sheet with its pages, three rows.
fn draw_side(canvas: &mut Canvas, at: (usize, usize), side: &Side, work: &Work, scale: f64) {
    let (row, column) = at;
    for (number, spot) in side.iter().enumerate() {
        let left = column + columns(spot.cell.left, scale);
        let right = column + columns(spot.cell.left + spot.cell.width, scale);
        let line = "─".repeat(right - left - 1);
        let (above, below) = match number {
            0 => ("┌", "└"),
            _ => ("┬", "┴"),
        };
        canvas.put(row, left, &format!("{above}{line}┐"));
        canvas.put(
            row + 1,
            left,
            &format!("│{:^1$}│", name(work, spot.page), right - left - 1),
        );
        canvas.put(row + 2, left, &format!("{below}{line}┘"));
    }
}

/// A fold between two parts of a sheet, seen from the lower edge.
struct Crease {
    rows: (usize, usize),
    column: usize,
    /// Whether the parts lie to the right of it.
    opens_right: bool,
}

/// Where the line of a part is drawn: its pages stand above and below it.
fn line_row(layer: usize) -> usize {
    3 * layer + 1
}

/// The closed pile from its lower edge: a line a part, the highest first, with the
/// pages on its faces above and below.
fn draw_edge(dummy: &Dummy, work: &Work, scale: f64) -> String {
    let layers: Vec<&Part> = dummy.closed().iter().rev().collect();
    let start = layers.iter().map(|part| part.left).fold(f64::MAX, f64::min);
    let column = |at: f64| columns(at - start, scale);
    let creases = creases(&layers, column);
    let mut canvas = Canvas::default();
    // A loose end keeps a little away from the fold it lies in.
    let ends: Vec<(usize, usize)> = (0..)
        .zip(&layers)
        .map(|(layer, part)| {
            let here = |crease: &&Crease, right: bool| {
                let (from, to) = crease.rows;
                crease.opens_right == right && [from, to].contains(&line_row(layer))
            };
            let at = |right| creases.iter().find(|crease| here(crease, right));
            let left = at(true).map_or(column(part.left) + 1, |crease| crease.column);
            let right = at(false).map_or(column(part.right) - 1, |crease| crease.column);
            (left, right)
        })
        .collect();
    for ((layer, part), (left, right)) in (0..).zip(&layers).zip(&ends) {
        let row = line_row(layer);
        canvas.put(row, *left, &"─".repeat(right - left + 1));
        for (row, page) in [(row - 1, part.up), (row + 1, part.down)] {
            // Names of parts that begin almost together begin together.
            let label = (column(part.left) + 2).max(4);
            canvas.put(
                row,
                label,
                &page.map_or(String::new(), |page| name(work, page)),
            );
        }
    }
    for crease in &creases {
        let (from, to) = crease.rows;
        let (above, below) = match crease.opens_right {
            true => ("┌", "└"),
            false => ("┐", "┘"),
        };
        canvas.put(from, crease.column, above);
        for row in from + 1..to {
            canvas.put(row, crease.column, "│");
        }
        canvas.put(to, crease.column, below);
    }
    canvas.text()
}

fn creases(layers: &[&Part], column: impl Fn(f64) -> usize) -> Vec<Crease> {
    let mut creases = Vec::new();
    for (upper, one) in layers.iter().enumerate() {
        for (lower, other) in layers.iter().enumerate().skip(upper + 1) {
            if one.sheet != other.sheet || one.number.abs_diff(other.number) != 1 {
                continue;
            }
            let opens_right = (one.left - other.left).abs() < 0.01;
            creases.push(Crease {
                rows: (line_row(upper), line_row(lower)),
                column: column(if opens_right { one.left } else { one.right }),
                opens_right,
            });
        }
    }
    // A sheet inside another has its fold a little further in.
    let nested = |crease: &Crease| {
        let mut around = 0;
        for other in &creases {
            let same = (other.column, other.opens_right) == (crease.column, crease.opens_right);
            if same && other.rows.0 < crease.rows.0 && other.rows.1 > crease.rows.1 {
                around += 2;
            }
        }
        around
    };
    let deep: Vec<usize> = creases.iter().map(nested).collect();
    for (crease, deep) in creases.iter_mut().zip(deep) {
        crease.column = match crease.opens_right {
            true => crease.column + deep,
            false => crease.column - deep,
        };
    }
    creases
}

/// What the hands do, fold by fold.
fn steps(dummy: &Dummy, sheets: &Imposition) -> Vec<String> {
    let folds = sheets.folds.iter().zip(&dummy.piles);
    let steps = folds.map(|(fold, pile)| {
        let (part, other) = match left_moves(pile, fold.at) {
            true => ("left", "right"),
            false => ("right", "left"),
        };
        match fold.way {
            Way::Valley => format!("fold the {part} part over to the {other}"),
            Way::Mountain => format!("fold the {part} part back behind the rest"),
        }
    });
    steps.collect()
}

/// A leaflet of one sheet: its sides, its folds, its edge, and how it reads.
pub fn leaflet(work: &Work) -> String {
    let sheets = work.sheets();
    let dummy = Dummy::of(&sheets);
    let sheet = &sheets.sheets[0];
    let mut sides = Canvas::default();
    sides.put(0, 0, "outer side of the sheet");
    draw_side(&mut sides, (1, 0), &sheet.front, work, WIDE);
    sides.put(
        4,
        0,
        "inner side: turn the sheet over like the page of a book",
    );
    draw_side(&mut sides, (5, 0), &sheet.back, work, WIDE);
    let moments = dummy.opened();
    let last = moments.len() - 1;
    let told = moments.iter().enumerate().map(|(number, pages)| {
        let moment = match number {
            0 => "closed",
            1 => "opened",
            number if number == last => "turned over",
            _ => "opened again",
        };
        format!("  {:<14}{}\n", moment, names(work, pages))
    });
    format!(
        "{}: one sheet, folded {}\n\n{}\nWith the inner side up, {}.\nSeen from the lower edge, the paper now lies like this:\n\n{}\nIn the hand:\n{}",
        work.format.id(),
        if sheets.folds.len() == 1 {
            "once"
        } else {
            "twice"
        },
        sides.text(),
        steps(&dummy, &sheets).join(",\nthen "),
        draw_edge(&dummy, work, WIDE),
        told.collect::<String>()
    )
}

/// A stapled booklet: the sides of its sheets, its edge, and how it reads.
pub fn booklet(work: &Work) -> String {
    let sheets = work.sheets();
    let dummy = Dummy::of(&sheets);
    let (front, back) = (10, 14 + columns(sheets.width, NARROW));
    let mut sides = Canvas::default();
    sides.put(0, front, "front");
    sides.put(0, back, "back: turn over like the page of a book");
    for (number, sheet) in sheets.sheets.iter().enumerate() {
        let row = 1 + 3 * number;
        sides.put(row + 1, 0, &format!("sheet {}", number + 1));
        draw_side(&mut sides, (row, front), &sheet.front, work, NARROW);
        draw_side(&mut sides, (row, back), &sheet.back, work, NARROW);
    }
    let pages = dummy.leafed_through();
    // The first page stands alone, then what lies open side by side.
    let (first, rest) = pages.split_at(1);
    let spreads = std::iter::once(first).chain(rest.chunks(2));
    let spreads: Vec<String> = spreads
        .map(|pages| names(work, pages).replace(',', ""))
        .collect();
    format!(
        "{}, {} pages: {} sheets inside each other\n\n{}\nPile the sheets with their backs up, sheet 1 at the bottom,\n{}, and staple them in the fold.\nSeen from the lower edge, the booklet now lies like this:\n\n{}\nIn the hand, what lies open side by side:\n  {}\n",
        work.format.id(),
        work.pages,
        sheets.sheets.len(),
        sides.text(),
        steps(&dummy, &sheets).join(", "),
        draw_edge(&dummy, work, NARROW),
        spreads.join(" · ")
    )
}

/// The drawings in the README are those of the sheets that are printed.
#[test]
fn the_readme_shows_how_it_folds() {
    let readme = include_str!("../../../README.md");
    let drawings = [
        leaflet(&Work::standard(Format::A4RollFold, 6)),
        booklet(&Work::standard(Format::A5Booklet, 8)),
    ];
    let wanted = format!("```text\n{}```", drawings.join("\n"));
    assert!(
        readme.contains(&wanted),
        "README.md has to show this under “How it folds”:\n\n{wanted}\n"
    );
}

/// The other folded formats have no place in the README, but can be drawn.
#[test]
fn every_fold_can_be_drawn() {
    for work in super::folded() {
        let drawing = leaflet(&work);
        for page in 0..work.pages {
            let named = name(&work, page);
            // On its side of the sheet, in the folded pile, and as it is read.
            assert_eq!(drawing.matches(&named).count(), 3, "{named} in\n{drawing}");
        }
    }
}
