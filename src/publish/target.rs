//! What a file is for.

use crate::press::Purpose;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To be read on a screen: pages in reading order, tagged.
    Screen,
    /// To be printed in the office: sheets that are folded, stapled or cut.
    Desk,
    /// To be printed by a print shop: pages with bleed and marks, and a ticket.
    Press,
    /// To be read in a browser, on a phone too: one HTML file that holds everything.
    Web,
}

impl Target {
    /// How the names of all files end that it may make: which of them it makes
    /// depends on the service's printer.
    pub fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Screen => &["pdf"],
            Self::Desk => &["desk.pdf", "desk.fronts.pdf", "desk.backs.pdf"],
            Self::Press => &["press.pdf", "press.txt"],
            Self::Web => &["html"],
        }
    }

    /// What the press makes pages for; none where there are no pages.
    pub(crate) fn on_pages(self) -> Option<Purpose> {
        match self {
            Self::Screen => Some(Purpose::Screen),
            Self::Desk => Some(Purpose::Desk),
            Self::Press => Some(Purpose::Press),
            Self::Web => None,
        }
    }
}
