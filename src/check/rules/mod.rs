//! Every rule, a file each, in families of ten codes.

mod about;
mod accessible;
mod answers;
mod drawings;
mod facts;
mod families;
mod freshness;
mod harm;
mod imprint;
mod invitation;
pub(super) mod options;
mod pages;
mod plain;
mod reading;
mod sheets;
#[cfg(test)]
pub(crate) mod tests;
mod tone;
mod translation;

pub use families::{FAMILIES, Family};

pub(super) use freshness::of_contacts;
pub(super) use options::{decision, is_nothing};

use super::Rule;
use crate::diagnostics::RuleId;

/// The rule of an id. Every id has one, or this does not compile.
pub const fn rule_of(id: RuleId) -> &'static Rule {
    match id {
        RuleId::ExceptionWithoutEffect => &about::exception_without_effect::RULE,
        RuleId::UnknownRule => &about::unknown_rule::RULE,
        RuleId::OtherTonesTerm => &tone::other_tones_term::RULE,
        RuleId::TermWithoutEntry => &tone::term_without_entry::RULE,
        RuleId::WordToAvoid => &tone::word_to_avoid::RULE,
        RuleId::CommandInInvitation => &tone::command_in_invitation::RULE,
        RuleId::JobNotExplained => &tone::job_not_explained::RULE,
        RuleId::WeekdayAndDate => &invitation::weekday_and_date::RULE,
        RuleId::InvitationWithoutWhenAndWhere => &invitation::without_when_and_where::RULE,
        RuleId::InvitationWithoutWhoAndWhat => &invitation::without_who_and_what::RULE,
        RuleId::InvitationWithoutLength => &invitation::without_length::RULE,
        RuleId::InvitationWithoutWhatToBring => &invitation::without_what_to_bring::RULE,
        RuleId::InvitationWithoutWayToChange => &invitation::without_way_to_change::RULE,
        RuleId::InvitationWithoutSupport => &invitation::without_support::RULE,
        RuleId::PainNotBelieved => &invitation::pain_not_believed::RULE,
        RuleId::OptIn => &invitation::opt_in::RULE,
        RuleId::LetterForm => &invitation::letter_form::RULE,
        RuleId::OptionsDifferInParts => &options::options_differ_in_parts::RULE,
        RuleId::UnequalDetail => &options::unequal_detail::RULE,
        RuleId::OneSided => &options::one_sided::RULE,
        RuleId::NoDoingNothing => &options::no_doing_nothing::RULE,
        RuleId::MixedDenominators => &options::mixed_denominators::RULE,
        RuleId::OrderNotExplained => &options::order_not_explained::RULE,
        RuleId::RecommendedOption => &options::recommended_option::RULE,
        RuleId::PressureInOption => &options::pressure_in_option::RULE,
        RuleId::DecisionNotStated => &options::decision_not_stated::RULE,
        RuleId::OptionsWithoutSources => &options::options_without_sources::RULE,
        RuleId::FigureWithoutSource => &facts::figure_without_source::RULE,
        RuleId::UnknownSource => &facts::unknown_source::RULE,
        RuleId::UnusedSource => &facts::unused_source::RULE,
        RuleId::FigureStyle => &facts::figure_style::RULE,
        RuleId::DateAndTimeStyle => &facts::date_and_time_style::RULE,
        RuleId::UnexplainedAcronym => &facts::unexplained_acronym::RULE,
        RuleId::NumberStyle => &facts::number_style::RULE,
        RuleId::PhoneStyle => &facts::phone_style::RULE,
        RuleId::NhsNumberStyle => &facts::nhs_number_style::RULE,
        RuleId::ShortForms => &facts::short_forms::RULE,
        RuleId::LongSentence => &reading::long_sentence::RULE,
        RuleId::LongParagraph => &reading::long_paragraph::RULE,
        RuleId::PassiveVoice => &reading::passive_voice::RULE,
        RuleId::LongWord => &reading::long_word::RULE,
        RuleId::HeadingStyle => &reading::heading_style::RULE,
        RuleId::Jargon => &reading::jargon::RULE,
        RuleId::LongList => &reading::long_list::RULE,
        RuleId::BlockCapitals => &reading::block_capitals::RULE,
        RuleId::UnfinishedText => &reading::unfinished_text::RULE,
        RuleId::ContactNotChecked => &freshness::contact_not_checked::RULE,
        RuleId::GuidePastReview => &freshness::guide_past_review::RULE,
        RuleId::DateInTheFuture => &freshness::date_in_the_future::RULE,
        RuleId::SameNumberTwice => &freshness::same_number_twice::RULE,
        RuleId::PhoneThatCannotBe => &freshness::phone_that_cannot_be::RULE,
        RuleId::AddressThatCannotBe => &freshness::address_that_cannot_be::RULE,
        RuleId::PostcodeThatCannotBe => &freshness::postcode_that_cannot_be::RULE,
        RuleId::CrisisLineNotRung => &freshness::crisis_line_not_rung::RULE,
        RuleId::ExampleDetails => &freshness::example_details::RULE,
        RuleId::TextTooLong => &pages::text_too_long::RULE,
        RuleId::HalfEmptyPage => &pages::half_empty_page::RULE,
        RuleId::HeadingAtFoot => &pages::heading_at_foot::RULE,
        RuleId::SplitItem => &pages::split_item::RULE,
        RuleId::SmallText => &pages::small_text::RULE,
        RuleId::LineLength => &pages::line_length::RULE,
        RuleId::PaleColour => &pages::pale_colour::RULE,
        RuleId::CoarsePicture => &pages::coarse_picture::RULE,
        RuleId::NearEdge => &pages::near_edge::RULE,
        RuleId::TooManyPages => &pages::too_many_pages::RULE,
        RuleId::UnknownLanguage => &accessible::unknown_language::RULE,
        RuleId::DrawingWithoutWords => &accessible::drawing_without_words::RULE,
        RuleId::TableWithoutHeader => &accessible::table_without_header::RULE,
        RuleId::LinkWithoutWords => &accessible::link_without_words::RULE,
        RuleId::NoHeading => &accessible::no_heading::RULE,
        RuleId::FakeHeading => &accessible::fake_heading::RULE,
        RuleId::FileNameAsWords => &accessible::file_name_as_words::RULE,
        RuleId::IncompleteImprint => &imprint::incomplete_imprint::RULE,
        RuleId::NoOtherFormats => &imprint::no_other_formats::RULE,
        RuleId::NoTranslationOffer => &imprint::no_translation_offer::RULE,
        RuleId::NoFeedback => &imprint::no_feedback::RULE,
        RuleId::NoCrisisHelp => &imprint::no_crisis_help::RULE,
        RuleId::LateCrisisHelp => &imprint::late_crisis_help::RULE,
        RuleId::CrisisHelpWithoutNumber => &imprint::crisis_help_without_number::RULE,
        RuleId::OtherSections => &translation::other_sections::RULE,
        RuleId::OtherFigures => &translation::other_figures::RULE,
        RuleId::OtherPlaceholders => &translation::other_placeholders::RULE,
        RuleId::DraftNotSaid => &translation::draft_not_said::RULE,
        RuleId::SlipTakesText => &sheets::slip_takes_text::RULE,
        RuleId::InAFold => &sheets::in_a_fold::RULE,
        RuleId::OffThePage => &drawings::off_the_page::RULE,
        RuleId::UnansweredNeed => &answers::unanswered_need::RULE,
        RuleId::Promise => &harm::promise::RULE,
        RuleId::Blame => &harm::blame::RULE,
        RuleId::Dismissal => &harm::dismissal::RULE,
        RuleId::MedicineOr999 => &harm::medicine_or_999::RULE,
        RuleId::ThreatInLetter => &harm::threat_in_letter::RULE,
        RuleId::Assumption => &harm::assumption::RULE,
        RuleId::Idiom => &plain::idiom::RULE,
        RuleId::DoubleNegative => &plain::double_negative::RULE,
        RuleId::VagueTime => &plain::vague_time::RULE,
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
