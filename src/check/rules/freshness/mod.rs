//! LW06x: what was right once, and what never was: dates, numbers, addresses.

pub mod address_that_cannot_be;
pub mod contact_not_checked;
pub mod crisis_line_not_rung;
pub mod date_in_the_future;
pub mod example_details;
pub mod guide_past_review;
pub mod phone_that_cannot_be;
pub mod postcode_that_cannot_be;
pub mod same_number_twice;

pub use contact_not_checked::of_contacts;
