//! Sections and blocks: one arm a block.

use super::content as made;
use super::content::{Entry, Section};
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::{Place, Problem, RuleId};
use crate::read::{self, Block, ByTone, Content, Fact, Kind, PictureEntry, Placed, Qr, WriteIn};

/// More people than this cannot be drawn so that they can be counted.
const MOST_PEOPLE: u32 = 20;

impl Tailoring<'_> {
    /// The sections of the guide, those for nobody left out.
    pub(super) fn sections(&mut self) -> Vec<Section> {
        let mut made = Vec::new();
        for section in &self.guide.sections {
            made.extend(self.section(section));
            made.extend(self.directory_of(section));
        }
        self.enter(None);
        made
    }

    fn section(&mut self, section: &read::Section) -> Option<Section> {
        let when = self.condition(section.when.as_ref())?;
        self.enter(Some(&section.id.value));
        let heading = section.heading.as_ref();
        let heading = heading.map(|heading| self.line(heading, Role::Heading));
        let blocks = section.blocks.iter();
        let blocks: Vec<Entry> = blocks.filter_map(|block| self.entry(block)).collect();
        // Otherwise it is a heading over nothing.
        (!blocks.is_empty() || section.blocks.is_empty()).then(|| Section {
            id: section.id.value.clone(),
            place: section.id.place,
            heading,
            panel: section.panel.as_ref().map(|panel| panel.value),
            picture: self.picture_of(section.picture.as_ref()),
            when,
            blocks,
        })
    }

    fn entry(&mut self, block: &Placed<Block>) -> Option<Entry> {
        let when = self.condition(block.value.when.as_ref())?;
        let show = self.block(block)?;
        Some(Entry {
            place: block.place,
            when,
            show,
        })
    }

    fn block(&mut self, block: &Placed<Block>) -> Option<made::Block> {
        Some(match &block.value.content {
            Content::Text(text) => made::Block::Text {
                body: self.rich(text, Role::Running),
            },
            Content::Statement(sentence) => self.statement(sentence),
            Content::Quote(quote) => made::Block::Quote {
                body: self.rich(&quote.text, Role::Quote),
                by: self.line(&quote.by, Role::QuotedBy),
            },
            Content::Fact(fact) => self.fact(fact)?,
            Content::Steps(items) => made::Block::Steps {
                items: self.lines(items, Role::Item),
            },
            Content::Checklist(items) => made::Block::Checklist {
                items: self.lines(items, Role::Item),
            },
            Content::Options(options) if self.guide.lists_options() => made::Block::OptionList {
                list: self.options(options),
            },
            Content::Options(options) => made::Block::Options {
                list: self.options(options),
            },
            Content::Overview => made::Block::Overview {
                list: self.overview(block)?,
            },
            Content::Contacts(choice) => made::Block::Contacts {
                list: self.contacts(choice),
            },
            Content::Signposts(signposts) => self.signposts(signposts)?,
            // It becomes sections of its own.
            Content::Directory(_) => return None,
            Content::Urgent(name) => self.urgent(name)?,
            Content::Crisis => made::Block::Crisis(self.crisis()),
            Content::Appointment(appointment) => {
                self.only_in_letters(block)?;
                let length = appointment.length.as_ref();
                let length = length.map(|length| self.line(length, Role::Label));
                let length = length.unwrap_or_default();
                let in_line = within_a_line(&length);
                made::Block::Appointment { length, in_line }
            }
            Content::Table(table) => self.table(table, block.place),
            Content::Picture(picture) => self.picture(picture)?,
            Content::Qr(qr) => self.qr(qr)?,
            Content::WriteIn(write_in) => self.write_in(write_in),
            Content::Scale(scale) => self.scale(scale, block.place)?,
            Content::Diary(diary) => self.diary(diary, block.place)?,
            Content::Tally(tally) => self.tally(tally, block.place)?,
            Content::Cycle(cycle) => self.cycle(cycle, block.place)?,
            Content::ReplySlip(slip) => {
                self.only_in_letters(block)?;
                made::Block::ReplySlip {
                    choices: self.lines(&slip.choices, Role::Item),
                }
            }
            Content::PageBreak => made::Block::PageBreak,
        })
    }

    /// The cells of a row: as many as it has, whatever a service fills in.
    fn cells_of(&mut self, cells: &[ByTone]) -> Vec<Vec<made::Inline>> {
        let cells = cells.iter();
        cells.map(|cell| self.line(cell, Role::Cell)).collect()
    }

    fn only_in_letters(&mut self, block: &Placed<Block>) -> Option<()> {
        if self.guide.kind.value == Kind::Letter {
            return Some(());
        }
        self.refuse(
            Problem::error("this block can only stand in a letter")
                .at(block.place)
                .help("it speaks of one person's appointment"),
        )
    }

    fn fact(&mut self, fact: &Fact) -> Option<made::Block> {
        let (number, of) = (fact.number, fact.of);
        if number > of || of > MOST_PEOPLE {
            return self.refuse(
                Problem::error(format!("{number} in {of} cannot be drawn"))
                    .at(fact.text.place())
                    .help(format!(
                        "the number is at most the whole, and the whole at most {MOST_PEOPLE}"
                    )),
            );
        }
        let locale = self.materials.locale;
        let (drawn, whole) = (locale.number(number), locale.number(of));
        Some(made::Block::Fact {
            number,
            of,
            words: self.line(&fact.text, Role::Fact),
            alt: locale.say("people-alt", &[("number", &drawn), ("of", &whole)]),
        })
    }

    fn table(&mut self, table: &read::Table, place: Place) -> made::Block {
        if table.header.is_empty() || table.rows.is_empty() {
            let mut problem = Problem::error("this table is empty")
                .at(place)
                .help("give it a `header` and at least one of `rows`");
            if table.header.is_empty() {
                problem = problem.rule(RuleId::TableWithoutHeader);
            }
            self.problem(problem);
        }
        for row in &table.rows {
            if row.len() != table.header.len() && !table.header.is_empty() {
                let mut problem = Problem::error(format!(
                    "this row has {} cells, and the header has {}",
                    row.len(),
                    table.header.len()
                ))
                .help("give every row as many cells as the header");
                if let Some(cell) = row.first().or(table.header.first()) {
                    problem = problem.at(cell.place());
                }
                self.problem(problem);
            }
        }
        let rows = table.rows.iter();
        made::Block::Table {
            header: self.cells_of(&table.header),
            rows: rows.map(|row| self.cells_of(row)).collect(),
        }
    }

    fn qr(&mut self, qr: &Qr) -> Option<made::Block> {
        let address = qr.link.value.trim();
        let wrong = |message: &str, help: &str| {
            let problem = Problem::error(message).at(qr.link.place);
            problem.rule(RuleId::AddressThatCannotBe).help(help)
        };
        if !address.starts_with("https://") {
            return self.refuse(wrong(
                "a QR code holds a web address",
                "write it in full, beginning with https://",
            ));
        }
        let Some(code) = super::qr::of(address) else {
            return self.refuse(wrong(
                "this address is too long for a QR code",
                "use a shorter one: 504 letters at most",
            ));
        };
        Some(made::Block::Qr {
            rows: code.rows,
            address: code.address,
            words: self.line(&qr.text, Role::Running),
        })
    }

    fn write_in(&mut self, write_in: &WriteIn) -> made::Block {
        let label = write_in.label.as_ref();
        let label = label.map(|label| self.line(label, Role::Label));
        made::Block::WriteIn {
            label: label.unwrap_or_default(),
            lines: write_in.lines,
            picture: self.picture_of(write_in.picture.as_ref()),
        }
    }

    fn picture(&mut self, entry: &PictureEntry) -> Option<made::Block> {
        let alt = self.plain(&entry.alt, Role::Alternative);
        let mut pictures = self.materials.pictures.iter();
        let (_, picture) = pictures.find(|(place, _)| *place == entry.file.place)?;
        let picture = picture.clone();
        Some(made::Block::Picture {
            picture: made::Picture { alt, ..picture },
        })
    }
}

/// Words that stand alone, as they stand within a line: "Up to 1 hour" begins with a
/// small letter there. An acronym stays as it is.
fn within_a_line(words: &[made::Inline]) -> Vec<made::Inline> {
    let mut words = words.to_vec();
    if let Some(made::Inline::Text(text) | made::Inline::Value(text)) = words.first_mut() {
        let mut letters = text.chars();
        let (first, second) = (letters.next(), letters.next());
        if let Some(first) = first
            && !second.is_some_and(char::is_uppercase)
        {
            *text = first.to_lowercase().chain(text.chars().skip(1)).collect();
        }
    }
    words
}
