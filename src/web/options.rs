//! The options of a booklet: each as an article, all in a table, or as a list to tick.

use maud::{Markup, html};

use super::fields::ANSWERS;
use super::front::heading;
use super::text::words;
use super::writer::Writer;
use crate::tailor::{Block, HereRow, Inline, OptionLine, OptionPage};

/// The labels over the columns of an overview.
const COLUMNS: [&str; 4] = [
    "overview-who-with",
    "overview-where",
    "overview-how-often",
    "overview-weigh-up",
];

impl Writer<'_> {
    /// Every option with all its parts, under headings of this level.
    pub fn options(&self, list: &[OptionPage], level: u8) -> Markup {
        let of = list.len().to_string();
        html! {
            @for option in list {
                @let line = &option.line;
                article.option id=(self.option_id(line.number)) {
                    p.place { (self.say("option-of", &[("number", &line.number.to_string()), ("of", &of)])) }
                    (heading(level, None, &self.inlines(&line.name)))
                    @if let Some(scene) = &line.picture { (self.scene(scene, None, "spot")) }
                    p.lead { (self.inlines(&line.summary)) }
                    @for part in &option.parts {
                        (heading(level + 1, None, &words(&part.heading)))
                        (self.nodes(&part.body))
                    }
                    @if let Some(here) = &option.here { (self.here(here, level + 1)) }
                    (self.choice(&line.name))
                }
            }
        }
    }

    /// What it is like at this service.
    fn here(&self, rows: &[HereRow], level: u8) -> Markup {
        html! {
            div.here {
                (heading(level, None, &html! { (self.label("option-here")) }))
                @for row in rows { p { (self.here_row(row)) } }
            }
        }
    }

    fn here_row(&self, row: &HereRow) -> Markup {
        html! { (words(&row.label)) ": " strong { (self.inlines(&row.words)) } }
    }

    /// Every option a line, with boxes to tick.
    pub fn option_list(&self, list: &[OptionPage], heading_id: &str) -> Markup {
        let table = self.next_id("options");
        html! {
            table.option-list role="table" aria-labelledby=(heading_id) {
                thead role="rowgroup" {
                    tr role="row" {
                        th role="columnheader" scope="col" { (self.label("overview-option")) }
                        @for answer in ANSWERS {
                            th.answer role="columnheader" scope="col" id={(table) "-" (answer)} { (self.label(answer)) }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for option in list { (self.option_row(option, &table)) }
                }
            }
        }
    }

    fn option_row(&self, option: &OptionPage, table: &str) -> Markup {
        let line = &option.line;
        let name = format!("{table}-{}", line.number);
        html! {
            tr role="row" {
                th role="rowheader" scope="row" {
                    div.line {
                        @if let Some(scene) = &line.picture { (self.scene(scene, None, "small")) }
                        div {
                            p.name id=(name) { strong { (line.number) "\u{a0}" (self.inlines(&line.name)) } }
                            p { (self.inlines(&line.summary)) }
                            @if let Some(row) = option.here.as_ref().and_then(|rows| rows.first()) {
                                p { (self.here_row(row)) }
                            }
                        }
                    }
                }
                @for answer in ANSWERS {
                    td.answer role="cell" {
                        label data-label=(self.label(answer)) {
                            input type="radio" name=(name) autocomplete="off" aria-labelledby={(name) " " (table) "-" (answer)};
                        }
                    }
                }
            }
        }
    }

    /// Every option at a glance, and the way to the whole of it.
    pub fn overview(&self, list: &[OptionLine]) -> Markup {
        let header: Vec<Vec<Inline>> = if list.iter().any(|option| option.cells.is_some()) {
            let labels = std::iter::once("overview-option").chain(COLUMNS);
            labels
                .map(|label| vec![Inline::Text(self.label(label).to_owned())])
                .collect()
        } else {
            vec![vec![Inline::Text(self.label("overview-option").to_owned())]]
        };
        let leads = self
            .blocks()
            .any(|block| matches!(block, Block::Options { .. }));
        let body = html! {
            @for option in list {
                tr role="row" {
                    th role="rowheader" scope="row" {
                        div.line {
                            @if let Some(scene) = &option.picture { (self.scene(scene, None, "small")) }
                            div {
                                p.name {
                                    span.number { (option.number) }
                                    " "
                                    @if leads {
                                        a href={"#" (self.option_id(option.number))} { (self.inlines(&option.name)) }
                                    } @else { strong { (self.inlines(&option.name)) } }
                                }
                                p.sentence { (self.inlines(&option.summary)) }
                            }
                        }
                    }
                    @if let Some(cells) = &option.cells {
                        @let cells = [&cells.who_with, &cells.r#where, &cells.how_often, &cells.weigh_up];
                        @for (cell, label) in cells.into_iter().zip(COLUMNS) {
                            td role="cell" data-label=(self.label(label)) { (self.inlines(cell)) }
                        }
                    }
                }
            }
        };
        self.framed("overview", &header, &[], &body)
    }

    fn option_id(&self, number: u32) -> String {
        self.id(&format!("option-{number}"))
    }
}
