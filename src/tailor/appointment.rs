//! Whether a letter shows when and where somebody is expected: one that does not asks no
//! spreadsheet for it, and no service for a place.

use super::content::{Block, Condition};
use super::printed::fields;
use super::publication::Publication;

/// The fields of a person that say when and where they are expected.
pub(super) const FIELDS: [&str; 3] = ["appointment_date", "appointment_time", "place_name"];

impl Publication {
    /// Whether anything in it shows an appointment, or is printed only for those who have
    /// one.
    pub fn shows_appointment(&self) -> bool {
        let is_one = |name: &str| FIELDS.contains(&name);
        let asks = |when: &Option<Condition>| when.as_ref().is_some_and(|it| is_one(&it.field));
        let mut sections = self.sections.iter().chain(&self.continued);
        let mut runs = self.texts.iter().flat_map(|text| text.runs());
        sections.any(|section| {
            let mut blocks = section.blocks.iter();
            asks(&section.when)
                || blocks.any(|entry| {
                    asks(&entry.when) || matches!(entry.show, Block::Appointment { .. })
                })
        }) || runs.any(|run| fields(run).any(is_one))
    }
}
