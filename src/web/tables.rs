//! Tables: to read, to write in, to count with.
//!
//! On a narrow screen the rows of a table fold into cards, each cell with the head of its
//! column. What is no table any more to the eye stays one to a screen reader: every part
//! keeps its role.

use maud::{Markup, html};

use super::text::plain_inlines;
use super::writer::Writer;
use crate::tailor::Inline;

/// A table of two columns stays one: it has room on any screen.
const FOLDS_FROM: usize = 3;

impl Writer<'_> {
    /// A table with a header row.
    pub fn table(&self, header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Markup {
        let names: Vec<String> = header.iter().map(|cell| plain_inlines(cell)).collect();
        let body = html! {
            @for row in rows {
                tr role="row" {
                    @for (cell, name) in row.iter().zip(&names) {
                        td role="cell" data-label=(name) { (self.inlines(cell)) }
                    }
                }
            }
        };
        self.framed("plain", header, &[], &body)
    }

    /// A table to write in.
    pub fn diary(
        &self,
        header: &[Vec<Inline>],
        rows: &[Vec<Inline>],
        height: Option<f64>,
    ) -> Markup {
        let table = self.next_id("diary");
        let heads = head_ids(&table, header.len());
        let named = rows.iter().any(|row| !row.is_empty());
        // A line on a screen is about 8 mm tall.
        let lines = height.map_or(2.0, |height| (height / 8.0).round().clamp(1.0, 8.0));
        let body = html! {
            @for (number, row) in (1..).zip(rows) {
                @let row_id = format!("{table}-row-{number}");
                tr role="row" {
                    @for (column, (head, cell)) in heads.iter().zip(header).enumerate() {
                        @let name = plain_inlines(cell);
                        @if column == 0 && !row.is_empty() {
                            th role="rowheader" scope="row" id=(row_id) { (self.inlines(row)) }
                        } @else {
                            td role="cell" data-label=(name) {
                                @if named && !row.is_empty() {
                                    textarea.lines rows=(lines) autocomplete="off" aria-labelledby={(row_id) " " (head)} {}
                                } @else {
                                    textarea.lines rows=(lines) autocomplete="off" aria-label={(name) ", " (number)} {}
                                }
                            }
                        }
                    }
                }
            }
        };
        self.framed("diary", header, &heads, &body)
    }

    /// A table of boxes to count with.
    pub fn tally(
        &self,
        header: &[Vec<Inline>],
        rows: &[Vec<Inline>],
        boxes: u32,
        alt: &str,
    ) -> Markup {
        let table = self.next_id("tally");
        let counted = header.len().saturating_sub(1).max(1);
        let heads = head_ids(&table, header.len());
        let body = html! {
            @for (number, row) in (1..).zip(rows) {
                @let row_id = format!("{table}-row-{number}");
                tr role="row" {
                    th role="rowheader" scope="row" id=(row_id) { (self.inlines(row)) }
                    @for column in 1..=counted {
                        @let name = header.get(column).map(|cell| plain_inlines(cell));
                        td role="cell" data-label=[name.as_deref()] {
                            @let of = [Some(row_id.as_str()), heads.get(column).map(String::as_str)];
                            @let of: Vec<&str> = of.into_iter().flatten().collect();
                            div.boxes role="group" aria-labelledby=(of.join(" ")) {
                                @for each in 1..=boxes {
                                    input type="checkbox" autocomplete="off" aria-label=(self.say("web-box", &[("number", &each.to_string()), ("of", &boxes.to_string())]));
                                }
                            }
                        }
                    }
                }
            }
        };
        if header.is_empty() {
            let label = self.label("tally-each");
            return html! {
                table.tally role="table" aria-label=(alt) {
                    caption { strong { (label) } }
                    tbody role="rowgroup" { (body) }
                }
            };
        }
        self.framed("tally", header, &heads, &body)
    }

    /// A table with this header, whose cells have these ids, and these rows.
    pub fn framed(
        &self,
        class: &str,
        header: &[Vec<Inline>],
        ids: &[String],
        body: &Markup,
    ) -> Markup {
        let folds = if header.len() >= FOLDS_FROM {
            "folds"
        } else {
            "narrow"
        };
        html! {
            table class={(class) " " (folds)} role="table" {
                thead role="rowgroup" {
                    tr role="row" {
                        @for (column, cell) in header.iter().enumerate() {
                            th role="columnheader" scope="col" id=[ids.get(column)] { (self.inlines(cell)) }
                        }
                    }
                }
                tbody role="rowgroup" { (body) }
            }
        }
    }
}

/// Ids for the heads of columns.
fn head_ids(table: &str, columns: usize) -> Vec<String> {
    (1..=columns)
        .map(|column| format!("{table}-column-{column}"))
        .collect()
}
