//! What is wrong with an address, in the codes of GOV.UK Notify and in words.

use crate::diagnostics::RowCode;

/// The fewest lines an address may have, without the name.
pub(super) const FEWEST_LINES: usize = 3;

/// The most lines a block may have: more do not fit in the window of an envelope.
pub(super) const MOST_LINES: usize = 7;

/// What no line may start with: Royal Mail's machines do not take it.
pub(super) const FORBIDDEN_AT_START: &str = "@()=[]\"\\/,<>~";

/// What is wrong with an address; each is called as Notify calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault<'c> {
    AddressIsEmpty,
    NotEnoughAddressLines { lines: usize },
    TooManyAddressLines { lines: usize },
    InvalidAddressLine1Or2 { column: &'c str },
    NothingThatNotifyReads { column: &'c str },
    HasCountryForBfpoAddress { column: &'c str },
    NotARealUkPostcode { column: &'c str },
    InvalidCharInAddress { column: &'c str },
    NoFixedAbodeAddress { column: &'c str },
}

impl<'c> Fault<'c> {
    /// Notify's name for it.
    pub(super) fn code(self) -> RowCode {
        match self {
            Self::AddressIsEmpty => RowCode::AddressIsEmpty,
            Self::NotEnoughAddressLines { .. } => RowCode::NotEnoughAddressLines,
            Self::TooManyAddressLines { .. } => RowCode::TooManyAddressLines,
            Self::InvalidAddressLine1Or2 { .. } | Self::NothingThatNotifyReads { .. } => {
                RowCode::InvalidAddressLine1Or2
            }
            Self::HasCountryForBfpoAddress { .. } => RowCode::HasCountryForBfpoAddress,
            Self::NotARealUkPostcode { .. } => RowCode::NotARealUkPostcode,
            Self::InvalidCharInAddress { .. } => RowCode::InvalidCharInAddress,
            Self::NoFixedAbodeAddress { .. } => RowCode::NoFixedAbodeAddress,
        }
    }

    /// The column it is in; `address` for all of them together.
    pub(super) fn column(self) -> &'c str {
        match self {
            Self::AddressIsEmpty
            | Self::NotEnoughAddressLines { .. }
            | Self::TooManyAddressLines { .. } => "address",
            Self::InvalidAddressLine1Or2 { column }
            | Self::NothingThatNotifyReads { column }
            | Self::HasCountryForBfpoAddress { column }
            | Self::NotARealUkPostcode { column }
            | Self::InvalidCharInAddress { column }
            | Self::NoFixedAbodeAddress { column } => column,
        }
    }

    /// What is wrong, without a word of the address. `column` is what the spreadsheet
    /// calls the column it is in.
    pub(super) fn says(self, column: &str) -> String {
        match self {
            Self::AddressIsEmpty => "the address is empty".to_owned(),
            Self::NotEnoughAddressLines { lines: 1 } => {
                format!("the address has 1 line and needs at least {FEWEST_LINES}")
            }
            Self::NotEnoughAddressLines { lines } => {
                format!("the address has {lines} lines and needs at least {FEWEST_LINES}")
            }
            Self::TooManyAddressLines { lines } => format!(
                "the address has {lines} lines with the name on top, and an envelope takes {MOST_LINES}"
            ),
            Self::InvalidAddressLine1Or2 { .. } => {
                format!("`{column}` has no letter or number in it")
            }
            Self::NothingThatNotifyReads { .. } => {
                format!(
                    "`{column}` has no letter from A to Z and no number in it, and GOV.UK Notify asks for one in the first two lines"
                )
            }
            Self::HasCountryForBfpoAddress { .. } => {
                format!("`{column}` names a country, and the address has a BFPO number")
            }
            Self::NotARealUkPostcode { .. } => format!("`{column}` is not a UK postcode"),
            Self::InvalidCharInAddress { .. } => {
                format!("`{column}` starts with a character that no address line may start with")
            }
            Self::NoFixedAbodeAddress { .. } => {
                format!("`{column}` says that there is no fixed address to post to")
            }
        }
    }

    /// What to do about it.
    pub(super) fn help(self) -> String {
        match self {
            Self::AddressIsEmpty | Self::NoFixedAbodeAddress { .. } => {
                "reach this person another way, and take the row out of the file".to_owned()
            }
            Self::NotEnoughAddressLines { .. } => {
                "write at least a street, a town and a UK postcode, each in its own column"
                    .to_owned()
            }
            Self::TooManyAddressLines { .. } => {
                "join two short lines in one cell, with a comma between them".to_owned()
            }
            Self::InvalidAddressLine1Or2 { .. } => {
                "write the house and the street there, or leave the cell empty".to_owned()
            }
            Self::NothingThatNotifyReads { .. } => {
                "write it in the letters A to Z, or post this letter in another way".to_owned()
            }
            Self::HasCountryForBfpoAddress { .. } => {
                "take the country out: the number is enough for the forces' own post".to_owned()
            }
            Self::NotARealUkPostcode { .. } => {
                "end the address in a UK postcode such as SW1A 1AA, in a cell of its own; \
                 letters to other countries cannot be printed"
                    .to_owned()
            }
            Self::InvalidCharInAddress { .. } => {
                let every: Vec<String> =
                    FORBIDDEN_AT_START.chars().map(|c| c.to_string()).collect();
                format!("take it out; these may not come first: {}", every.join(" "))
            }
        }
    }
}
