//! What blocks are called, and the texts in them, whatever their kind.

use super::block::Content;
use super::guide::Section;
use super::yaml::ByTone;

impl Section {
    /// Every text of it, in the order it is written.
    pub fn texts(&self) -> impl Iterator<Item = &ByTone> {
        let blocks = self.blocks.iter();
        let inside = blocks.flat_map(|block| block.value.content.texts());
        self.heading.iter().chain(inside)
    }
}

impl Content {
    /// The word for it in guides.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Quote(_) => "quote",
            Self::Fact(_) => "fact",
            Self::Steps(_) => "steps",
            Self::Checklist(_) => "checklist",
            Self::Options(_) => "options",
            Self::Overview => "overview",
            Self::Contacts(_) => "contacts",
            Self::Signposts(_) => "signposts",
            Self::Crisis => "crisis",
            Self::Appointment(_) => "appointment",
            Self::Table(_) => "table",
            Self::Picture(_) => "picture",
            Self::Qr(_) => "qr",
            Self::WriteIn(_) => "write-in",
            Self::ReplySlip(_) => "reply-slip",
            Self::PageBreak => "page-break",
        }
    }

    /// Every text in it, in the order it is written.
    pub fn texts(&self) -> Vec<&ByTone> {
        match self {
            Self::Text(text) => vec![text],
            Self::Quote(quote) => vec![&quote.text, &quote.by],
            Self::Fact(fact) => vec![&fact.text],
            Self::Steps(items) | Self::Checklist(items) => items.iter().collect(),
            Self::Options(options) => options
                .iter()
                .flat_map(|option| {
                    let parts = option.parts().map(|(_, text)| text);
                    [&option.name, &option.summary].into_iter().chain(parts)
                })
                .collect(),
            Self::Appointment(appointment) => vec![&appointment.length],
            Self::Table(table) => {
                let rows = table.rows.iter().flatten();
                table.header.iter().chain(rows).collect()
            }
            Self::Picture(picture) => vec![&picture.alt],
            Self::Qr(qr) => vec![&qr.text],
            Self::WriteIn(write_in) => write_in.label.iter().collect(),
            Self::ReplySlip(slip) => slip.choices.iter().collect(),
            Self::Overview
            | Self::Contacts(_)
            | Self::Signposts(_)
            | Self::Crisis
            | Self::PageBreak => Vec::new(),
        }
    }
}
