//! Contacts that nobody has checked for too long.

use jiff::civil::Date;

use crate::problem::Problem;
use crate::read::{LocalService, Service};
use crate::tailor::{Block, Publication};

/// Contacts of the service, and local services that are printed, last checked
/// longer ago than `contacts-valid-for`, or on a day that has not come yet.
pub fn stale(
    publication: &Publication,
    service: &Service,
    local_services: &[LocalService],
    today: Date,
) -> Vec<Problem> {
    let limit = service.contacts_valid_for.as_ref();
    let oldest = limit.map(|limit| today.saturating_sub(limit.value.0));
    let doubt = |checked: Date| {
        if checked > today {
            Some("was checked on a day that has not come yet")
        } else if oldest.is_some_and(|oldest| checked < oldest) {
            Some("was checked longer ago than `contacts-valid-for`")
        } else {
            None
        }
    };
    let help = "ring or write to it, then put the day into `checked`";
    let contacts = service.contacts.iter().filter_map(|(id, contact)| {
        let what = doubt(contact.checked.value)?;
        let place = contact.checked.place;
        Some(
            Problem::warning(format!("`{id}` {what}"))
                .at(place)
                .help(help),
        )
    });
    let blocks = publication
        .sections
        .iter()
        .flat_map(|section| &section.blocks);
    let rows: Vec<usize> = blocks
        .filter_map(|entry| match &entry.show {
            Block::Signposts { list, .. } => Some(list.iter().map(|signpost| signpost.row)),
            _ => None,
        })
        .flatten()
        .collect();
    let printed = local_services
        .iter()
        .filter(|service| rows.contains(&service.row));
    let signposts = printed.filter_map(|service| {
        let what = doubt(service.checked)?;
        Some(
            Problem::warning(format!("this service {what}"))
                .at(service.place)
                .help(help),
        )
    });
    contacts.chain(signposts).collect()
}
