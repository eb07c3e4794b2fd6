//! LW06x: what was right once, and what never was: dates, numbers, addresses.

mod address_that_cannot_be;
mod contact_not_checked;
mod crisis_line_not_rung;
mod date_in_the_future;
mod guide_past_review;
mod phone_that_cannot_be;
mod postcode_that_cannot_be;
mod same_number_twice;

pub use address_that_cannot_be::ADDRESS_THAT_CANNOT_BE;
pub use contact_not_checked::CONTACT_NOT_CHECKED;
pub use crisis_line_not_rung::CRISIS_LINE_NOT_RUNG;
pub use date_in_the_future::DATE_IN_THE_FUTURE;
pub use guide_past_review::GUIDE_PAST_REVIEW;
pub use phone_that_cannot_be::PHONE_THAT_CANNOT_BE;
pub use postcode_that_cannot_be::POSTCODE_THAT_CANNOT_BE;
pub use same_number_twice::SAME_NUMBER_TWICE;
