//! The page as a whole, and what it begins with: whose it is, the title, what it is for.

use maud::{Markup, html};

use super::text::{plain, words};
use super::writer::{MAIN, Writer};
use crate::read::{Edition, Format};
use crate::tailor::{Block, CrisisHelp, Section};

/// What must reach no reader says so: a line at the top, and on each page that is printed.
pub fn mark(mark: &str) -> Markup {
    html! { section.mark lang="en-GB" aria-label=(mark) { p { (mark) } } }
}

impl Writer<'_> {
    /// The page of a publication in one language.
    pub fn alone(&self, draft: Option<&str>) -> Markup {
        html! {
            (self.skip_link())
            @if let Some(words) = draft { (mark(words)) }
            (self.help_at_once())
            header.front { (self.front()) }
            main.sections id=(MAIN) { (self.sections()) }
            footer.imprint { (self.imprint()) }
        }
    }

    /// A language as a part of a page that has several.
    pub fn whole(&self) -> Markup {
        html! {
            (self.help_at_once())
            div.front { (self.front()) }
            div.sections { (self.sections()) }
            div.imprint { (self.imprint()) }
        }
    }

    /// Past what stands above the text.
    pub fn skip_link(&self) -> Markup {
        html! { a.skip href={"#" (MAIN)} { (self.label("web-skip")) } }
    }

    /// Whose it is, the title, what it is for and the picture of the cover.
    fn front(&self) -> Markup {
        let publication = self.publication;
        let service = &publication.service;
        html! {
            div.inside {
                div.words {
                @for copy in &publication.copies { p.copy { (words(copy)) } }
                @if let Some(logo) = &service.logo { div.logo { (self.placed(logo)) } }
                p.service { (words(&service.name)) }
                (heading(self.level - 1, None, &words(&publication.title)))
                p.summary { (self.inlines(&publication.summary)) }
                @if let Some(draft) = &publication.imprint.draft { p.draft { strong { (words(draft)) } } }
                @if publication.edition == Edition::LargePrint {
                    p.edition { (self.label("large-print-edition")) }
                }
                @if self.is_filled_in() { p.stays { (self.label("web-stays-here")) } }
                }
                @if let Some(cover) = &publication.cover {
                    (self.scene(cover, Some(&cover.alt), "cover"))
                }
            }
        }
    }

    /// Whether there is anything to write or tick.
    fn is_filled_in(&self) -> bool {
        self.blocks().any(|block| {
            matches!(
                block,
                Block::Checklist { .. }
                    | Block::Options { .. }
                    | Block::OptionList { .. }
                    | Block::WriteIn { .. }
                    | Block::Scale { .. }
                    | Block::Diary { .. }
                    | Block::Tally { .. }
            ) || matches!(block, Block::Cycle { steps, .. } if steps.iter().any(Vec::is_empty))
        })
    }

    /// The sections in their order.
    fn sections(&self) -> Markup {
        html! {
            @for section in self.in_order() { (self.section(section)) }
            @if let Some(crisis) = self.crisis_of_poster() {
                section { (self.crisis(crisis, &heading(self.level, None, &words(&crisis.title)))) }
            }
        }
    }

    /// The sections as they are read on paper: where they say their panels, panel by panel.
    fn in_order(&self) -> Vec<&Section> {
        let mut sections: Vec<&Section> = self.publication.sections.iter().collect();
        let panels = &self.publication.paper.panels;
        sections.sort_by_key(|section| {
            let mut panels = panels.iter();
            section
                .panel
                .and_then(|panel| panels.position(|it| it.name == panel))
        });
        sections
    }

    fn section(&self, section: &Section) -> Markup {
        let id = self.own_id(&format!("section-{}", section.id));
        html! {
            section id=(id) {
                (self.blocks_of(section))
            }
        }
    }

    /// The numbers of the crisis box, at the very top.
    fn help_at_once(&self) -> Markup {
        let boxes = self.blocks().filter_map(|block| match block {
            Block::Crisis(help) => Some(help),
            _ => None,
        });
        let Some(help) = boxes.chain(self.crisis_of_poster()).next() else {
            return html! {};
        };
        html! {
            section.now aria-label=(plain(&help.title)) {
                p { strong { (words(&help.title)) } }
                ul { @for line in &help.lines { li { (self.crisis_in_short(line)) } } }
            }
        }
    }

    /// A poster says whom to call, where no block of it does.
    fn crisis_of_poster(&self) -> Option<&CrisisHelp> {
        let crisis = self.publication.crisis.as_ref();
        crisis.filter(|_| self.publication.format == Format::A3)
    }
}

/// A heading of this level, from 1 to 6.
pub fn heading(level: u8, id: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            0 | 1 => h1 id=[id] { (words) },
            2 => h2 id=[id] { (words) },
            3 => h3 id=[id] { (words) },
            4 => h4 id=[id] { (words) },
            5 => h5 id=[id] { (words) },
            _ => h6 id=[id] { (words) },
        }
    }
}
