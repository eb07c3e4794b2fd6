//! Sections and blocks: one arm a block.

use maud::{Markup, html};

use super::front::heading;
use super::pictures::{people, qr_code};
use super::text::{plain_inlines, statement, words};
use super::writer::Writer;
use crate::tailor::{Block, Entry, Inline, Node, Section};

impl Writer<'_> {
    /// What stands in a section: its heading, its picture, its blocks.
    pub fn blocks_of(&self, section: &Section) -> Markup {
        let picture = section.picture.as_ref();
        let picture = html! { @if let Some(scene) = picture { (self.scene(scene, None, "spot")) } };
        if let [
            Entry {
                show: Block::Crisis(help),
                ..
            },
        ] = section.blocks.as_slice()
        {
            let title = match &section.heading {
                Some(heading) => self.inlines(heading),
                None => words(&help.title),
            };
            return html! { (picture) (self.crisis(help, &heading(self.level, None, &title))) };
        }
        let lists_options = |entry: &Entry| matches!(entry.show, Block::OptionList { .. });
        let heads = section.heading.is_some();
        let head = match &section.heading {
            Some(heading) => Some(self.inlines(heading)),
            None if section.blocks.iter().any(lists_options) => {
                Some(html! { (self.label("options-heading")) })
            }
            None => None,
        };
        let opening = statement_for_heading(section);
        let id = self.own_id(&format!("heading-{}", section.id));
        html! {
            @if let Some((said, rest)) = opening {
                div.statement { (heading(self.level, Some(&id), &self.inlines(said))) }
                (picture)
                (self.nodes(rest))
            } @else {
                @if let Some(head) = &head { (heading(self.level, Some(&id), head)) }
                (picture)
            }
            @for entry in section.blocks.iter().skip(usize::from(opening.is_some())) {
                // Nothing here is for some people only: letters alone have conditions.
                (self.block(&entry.show, heads || head.is_some(), &id))
            }
        }
    }

    /// A block. `headed`: its section has a heading, whose id this is.
    fn block(&self, block: &Block, headed: bool, heading_id: &str) -> Markup {
        let below = if headed { self.level + 1 } else { self.level };
        match block {
            Block::Text { body } => self.nodes(body),
            Block::Quote { body, by } => html! {
                figure.quote {
                    blockquote { (self.nodes(body)) }
                    @if !by.is_empty() { figcaption { (self.inlines(by)) } }
                }
            },
            Block::Fact {
                number, of, words, ..
            } => self.fact(*number, *of, words),
            Block::Steps { items } => html! { ol.steps { (self.items(items)) } },
            Block::Checklist { items } => self.checklist(items),
            Block::Options { list } => self.options(list, below),
            Block::OptionList { list } => self.option_list(list, heading_id),
            Block::Overview { list } => self.overview(list),
            Block::Contacts { list } => self.contacts(list),
            Block::Signposts {
                list,
                checked,
                left_out,
                more,
            } => {
                let more = more.as_ref().filter(|_| *left_out > 0);
                self.signposts(list, checked.as_deref(), more)
            }
            Block::Urgent {
                heading: title,
                lead,
                signs,
                what_to_do,
            } => html! {
                div.urgent {
                    div.inside {
                        (heading(below, None, &words(title)))
                        p { strong { (words(lead)) } }
                        ul { @for sign in signs { li { (words(sign)) } } }
                    }
                    p.what-to-do { strong { (words(what_to_do)) } }
                }
            },
            Block::Crisis(help) => self.crisis(help, &heading(below, None, &words(&help.title))),
            Block::Table { header, rows } => self.table(header, rows),
            Block::Picture { picture } => html! { figure.picture { (self.placed(picture)) } },
            Block::Qr {
                rows,
                address,
                words,
            } => html! {
                div.qr {
                    (qr_code(rows))
                    div {
                        p { (self.inlines(words)) }
                        p { strong { a href={"https://" (address)} { (address) } } }
                    }
                }
            },
            Block::WriteIn {
                label,
                lines,
                picture,
            } => self.write_in(
                label,
                *lines,
                picture.as_ref(),
                headed.then_some(heading_id),
            ),
            Block::Scale {
                label,
                marks,
                ends,
                alt,
            } => self.scale(label, marks, ends, alt),
            Block::Diary {
                header,
                rows,
                row_height,
            } => self.diary(header, rows, *row_height),
            Block::Tally {
                header,
                rows,
                boxes,
                alt,
            } => self.tally(header, rows, *boxes, alt),
            Block::Cycle { label, steps, alt } => self.cycle(label, steps, alt),
            // Only letters have these, and letters have no web edition.
            Block::Appointment { .. } | Block::ReplySlip { .. } => html! {},
            // A page of paper.
            Block::PageBreak => html! {},
        }
    }

    /// A figure in words and as people.
    fn fact(&self, number: u32, of: u32, words: &[Inline]) -> Markup {
        let (drawn, whole) = (number.to_string(), of.to_string());
        let figure = self.say("figure-in", &[("number", &drawn), ("of", &whole)]);
        html! {
            div.fact {
                p.figure { strong { (figure) } }
                (people(number, of))
                p { (self.inlines(words)) }
            }
        }
    }

    /// Things to tick.
    fn checklist(&self, items: &[Vec<Inline>]) -> Markup {
        html! {
            ul.ticks role="list" {
                @for item in items {
                    @let id = self.next_id("box");
                    li {
                        input type="checkbox" id=(id) autocomplete="off";
                        label for=(id) { (self.inlines(item)) }
                    }
                }
            }
        }
    }
}

/// Where a section opens with a statement that says what its heading says, it stands in the
/// heading's place, as on paper: the words of the statement, and the rest of its first text.
fn statement_for_heading(section: &Section) -> Option<(&[Inline], &[Node])> {
    let heading = section.heading.as_ref()?;
    let first = section
        .blocks
        .first()
        .filter(|entry| entry.when.is_none())?;
    let Block::Text { body } = &first.show else {
        return None;
    };
    let (opening, rest) = body.split_first()?;
    let said = statement(opening)?;
    let in_small = |inlines: &[Inline]| {
        plain_inlines(inlines)
            .to_lowercase()
            .replace(['.', '!'], "")
    };
    in_small(said)
        .contains(&in_small(heading))
        .then_some((said, rest))
}
