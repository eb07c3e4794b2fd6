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
pub(super) mod tests;
mod tone;
mod translation;

pub use families::{FAMILIES, Family};

pub(super) use about::{EXCEPTION_WITHOUT_EFFECT, UNKNOWN_RULE};
pub(super) use options::{MIXED_DENOMINATORS, ONE_SIDED, UNEQUAL_DETAIL, decision, is_nothing};

use super::Rule;
use crate::diagnostics::RuleId;

/// The rule of an id. Every id has one, or this does not compile.
pub const fn rule_of(id: RuleId) -> &'static Rule {
    match id {
        RuleId::ExceptionWithoutEffect => &about::EXCEPTION_WITHOUT_EFFECT,
        RuleId::UnknownRule => &about::UNKNOWN_RULE,
        RuleId::OtherTonesTerm => &tone::OTHER_TONES_TERM,
        RuleId::TermWithoutEntry => &tone::TERM_WITHOUT_ENTRY,
        RuleId::WordToAvoid => &tone::WORD_TO_AVOID,
        RuleId::CommandInInvitation => &tone::COMMAND_IN_INVITATION,
        RuleId::WeekdayAndDate => &invitation::WEEKDAY_AND_DATE,
        RuleId::InvitationWithoutWhenAndWhere => &invitation::WITHOUT_WHEN_AND_WHERE,
        RuleId::InvitationWithoutWhoAndWhat => &invitation::WITHOUT_WHO_AND_WHAT,
        RuleId::InvitationWithoutLength => &invitation::WITHOUT_LENGTH,
        RuleId::InvitationWithoutWhatToBring => &invitation::WITHOUT_WHAT_TO_BRING,
        RuleId::InvitationWithoutWayToChange => &invitation::WITHOUT_WAY_TO_CHANGE,
        RuleId::InvitationWithoutSupport => &invitation::WITHOUT_SUPPORT,
        RuleId::PainNotBelieved => &invitation::PAIN_NOT_BELIEVED,
        RuleId::OptIn => &invitation::OPT_IN,
        RuleId::LetterForm => &invitation::LETTER_FORM,
        RuleId::OptionsDifferInParts => &options::OPTIONS_DIFFER_IN_PARTS,
        RuleId::UnequalDetail => &options::UNEQUAL_DETAIL,
        RuleId::OneSided => &options::ONE_SIDED,
        RuleId::NoDoingNothing => &options::NO_DOING_NOTHING,
        RuleId::MixedDenominators => &options::MIXED_DENOMINATORS,
        RuleId::OrderNotExplained => &options::ORDER_NOT_EXPLAINED,
        RuleId::RecommendedOption => &options::RECOMMENDED_OPTION,
        RuleId::DecisionNotStated => &options::DECISION_NOT_STATED,
        RuleId::OptionsWithoutSources => &options::OPTIONS_WITHOUT_SOURCES,
        RuleId::FigureWithoutSource => &facts::FIGURE_WITHOUT_SOURCE,
        RuleId::UnknownSource => &facts::UNKNOWN_SOURCE,
        RuleId::UnusedSource => &facts::UNUSED_SOURCE,
        RuleId::FigureStyle => &facts::FIGURE_STYLE,
        RuleId::DateAndTimeStyle => &facts::DATE_AND_TIME_STYLE,
        RuleId::UnexplainedAcronym => &facts::UNEXPLAINED_ACRONYM,
        RuleId::NumberStyle => &facts::NUMBER_STYLE,
        RuleId::PhoneStyle => &facts::PHONE_STYLE,
        RuleId::NhsNumberStyle => &facts::NHS_NUMBER_STYLE,
        RuleId::ShortForms => &facts::SHORT_FORMS,
        RuleId::LongSentence => &reading::LONG_SENTENCE,
        RuleId::LongParagraph => &reading::LONG_PARAGRAPH,
        RuleId::PassiveVoice => &reading::PASSIVE_VOICE,
        RuleId::LongWord => &reading::LONG_WORD,
        RuleId::HeadingStyle => &reading::HEADING_STYLE,
        RuleId::Jargon => &reading::JARGON,
        RuleId::LongList => &reading::LONG_LIST,
        RuleId::BlockCapitals => &reading::BLOCK_CAPITALS,
        RuleId::UnfinishedText => &reading::UNFINISHED_TEXT,
        RuleId::ContactNotChecked => &freshness::CONTACT_NOT_CHECKED,
        RuleId::GuidePastReview => &freshness::GUIDE_PAST_REVIEW,
        RuleId::DateInTheFuture => &freshness::DATE_IN_THE_FUTURE,
        RuleId::SameNumberTwice => &freshness::SAME_NUMBER_TWICE,
        RuleId::PhoneThatCannotBe => &freshness::PHONE_THAT_CANNOT_BE,
        RuleId::AddressThatCannotBe => &freshness::ADDRESS_THAT_CANNOT_BE,
        RuleId::PostcodeThatCannotBe => &freshness::POSTCODE_THAT_CANNOT_BE,
        RuleId::CrisisLineNotRung => &freshness::CRISIS_LINE_NOT_RUNG,
        RuleId::TextTooLong => &pages::TEXT_TOO_LONG,
        RuleId::HalfEmptyPage => &pages::HALF_EMPTY_PAGE,
        RuleId::HeadingAtFoot => &pages::HEADING_AT_FOOT,
        RuleId::SplitItem => &pages::SPLIT_ITEM,
        RuleId::SmallText => &pages::SMALL_TEXT,
        RuleId::LineLength => &pages::LINE_LENGTH,
        RuleId::PaleColour => &pages::PALE_COLOUR,
        RuleId::CoarsePicture => &pages::COARSE_PICTURE,
        RuleId::NearEdge => &pages::NEAR_EDGE,
        RuleId::TooManyPages => &pages::TOO_MANY_PAGES,
        RuleId::UnknownLanguage => &accessible::UNKNOWN_LANGUAGE,
        RuleId::DrawingWithoutWords => &accessible::DRAWING_WITHOUT_WORDS,
        RuleId::TableWithoutHeader => &accessible::TABLE_WITHOUT_HEADER,
        RuleId::LinkWithoutWords => &accessible::LINK_WITHOUT_WORDS,
        RuleId::NoHeading => &accessible::NO_HEADING,
        RuleId::FakeHeading => &accessible::FAKE_HEADING,
        RuleId::FileNameAsWords => &accessible::FILE_NAME_AS_WORDS,
        RuleId::IncompleteImprint => &imprint::INCOMPLETE_IMPRINT,
        RuleId::NoOtherFormats => &imprint::NO_OTHER_FORMATS,
        RuleId::NoTranslationOffer => &imprint::NO_TRANSLATION_OFFER,
        RuleId::NoFeedback => &imprint::NO_FEEDBACK,
        RuleId::NoCrisisHelp => &imprint::NO_CRISIS_HELP,
        RuleId::LateCrisisHelp => &imprint::LATE_CRISIS_HELP,
        RuleId::CrisisHelpWithoutNumber => &imprint::CRISIS_HELP_WITHOUT_NUMBER,
        RuleId::OtherSections => &translation::OTHER_SECTIONS,
        RuleId::OtherFigures => &translation::OTHER_FIGURES,
        RuleId::OtherPlaceholders => &translation::OTHER_PLACEHOLDERS,
        RuleId::DraftNotSaid => &translation::DRAFT_NOT_SAID,
    }
}

/// Every rule, in the order of the codes.
pub static ALL: [&Rule; RuleId::ALL.len()] = {
    let mut rules = [rule_of(RuleId::ALL[0]); RuleId::ALL.len()];
    let mut number = 0;
    while number < rules.len() {
        rules[number] = rule_of(RuleId::ALL[number]);
        number += 1;
    }
    rules
};

/// The rule of this code, whatever its case.
pub fn rule(code: &str) -> Option<&'static Rule> {
    let same = |rule: &&&Rule| rule.code().eq_ignore_ascii_case(code) || rule.name() == code;
    ALL.iter().find(same).copied()
}
