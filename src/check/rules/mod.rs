//! Every rule, a file each, in families of ten codes.

mod about;
mod accessible;
mod facts;
mod families;
mod freshness;
mod imprint;
mod invitation;
pub(super) mod options;
mod pages;
mod reading;
#[cfg(test)]
pub(crate) mod tests;
mod tone;
mod translation;

pub use families::{FAMILIES, Family};

pub(super) use about::{EXCEPTION_WITHOUT_EFFECT, UNKNOWN_RULE};
pub(super) use options::{MIXED_DENOMINATORS, ONE_SIDED, UNEQUAL_DETAIL, decision, is_nothing};

use super::Rule;

/// Every rule, in the order of the codes.
pub static ALL: &[&Rule] = &[
    &about::EXCEPTION_WITHOUT_EFFECT,
    &about::UNKNOWN_RULE,
    &tone::OTHER_TONES_TERM,
    &tone::TERM_WITHOUT_ENTRY,
    &tone::WORD_TO_AVOID,
    &tone::COMMAND_IN_INVITATION,
    &invitation::WEEKDAY_AND_DATE,
    &invitation::WITHOUT_WHEN_AND_WHERE,
    &invitation::WITHOUT_WHO_AND_WHAT,
    &invitation::WITHOUT_LENGTH,
    &invitation::WITHOUT_WHAT_TO_BRING,
    &invitation::WITHOUT_WAY_TO_CHANGE,
    &invitation::WITHOUT_SUPPORT,
    &invitation::PAIN_NOT_BELIEVED,
    &invitation::OPT_IN,
    &invitation::LETTER_FORM,
    &options::OPTIONS_DIFFER_IN_PARTS,
    &options::UNEQUAL_DETAIL,
    &options::ONE_SIDED,
    &options::NO_DOING_NOTHING,
    &options::MIXED_DENOMINATORS,
    &options::ORDER_NOT_EXPLAINED,
    &options::RECOMMENDED_OPTION,
    &options::DECISION_NOT_STATED,
    &options::OPTIONS_WITHOUT_SOURCES,
    &facts::FIGURE_WITHOUT_SOURCE,
    &facts::UNKNOWN_SOURCE,
    &facts::UNUSED_SOURCE,
    &facts::FIGURE_STYLE,
    &facts::DATE_AND_TIME_STYLE,
    &facts::UNEXPLAINED_ACRONYM,
    &facts::NUMBER_STYLE,
    &facts::PHONE_STYLE,
    &facts::NHS_NUMBER_STYLE,
    &facts::SHORT_FORMS,
    &reading::LONG_SENTENCE,
    &reading::LONG_PARAGRAPH,
    &reading::PASSIVE_VOICE,
    &reading::LONG_WORD,
    &reading::HEADING_STYLE,
    &reading::JARGON,
    &reading::LONG_LIST,
    &reading::BLOCK_CAPITALS,
    &reading::UNFINISHED_TEXT,
    &freshness::CONTACT_NOT_CHECKED,
    &freshness::GUIDE_PAST_REVIEW,
    &freshness::DATE_IN_THE_FUTURE,
    &freshness::SAME_NUMBER_TWICE,
    &freshness::PHONE_THAT_CANNOT_BE,
    &freshness::ADDRESS_THAT_CANNOT_BE,
    &freshness::POSTCODE_THAT_CANNOT_BE,
    &freshness::CRISIS_LINE_NOT_RUNG,
    &pages::TEXT_TOO_LONG,
    &pages::HALF_EMPTY_PAGE,
    &pages::HEADING_AT_FOOT,
    &pages::SPLIT_ITEM,
    &pages::SMALL_TEXT,
    &pages::LINE_LENGTH,
    &pages::PALE_COLOUR,
    &pages::COARSE_PICTURE,
    &pages::NEAR_EDGE,
    &pages::TOO_MANY_PAGES,
    &accessible::UNKNOWN_LANGUAGE,
    &accessible::DRAWING_WITHOUT_WORDS,
    &accessible::TABLE_WITHOUT_HEADER,
    &accessible::LINK_WITHOUT_WORDS,
    &accessible::NO_HEADING,
    &accessible::FAKE_HEADING,
    &accessible::FILE_NAME_AS_WORDS,
    &imprint::INCOMPLETE_IMPRINT,
    &imprint::NO_OTHER_FORMATS,
    &imprint::NO_TRANSLATION_OFFER,
    &imprint::NO_FEEDBACK,
    &imprint::NO_CRISIS_HELP,
    &imprint::LATE_CRISIS_HELP,
    &imprint::CRISIS_HELP_WITHOUT_NUMBER,
    &translation::OTHER_SECTIONS,
    &translation::OTHER_FIGURES,
    &translation::OTHER_PLACEHOLDERS,
    &translation::DRAFT_NOT_SAID,
];

/// The rule of this code, whatever its case.
pub fn rule(code: &str) -> Option<&'static Rule> {
    let same = |rule: &&&Rule| rule.code().eq_ignore_ascii_case(code) || rule.name() == code;
    ALL.iter().find(same).copied()
}
