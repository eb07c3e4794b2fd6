//! LW04x: figures, dates, numbers and names as readers can use them.

mod calendar;
mod clock;
mod date_and_time_style;
mod figure_style;
mod figure_without_source;
mod nhs_number_style;
mod number_style;
mod phone_number;
mod phone_style;
mod short_forms;
mod slip;
mod unexplained_acronym;
mod unknown_source;
mod unused_source;

pub use date_and_time_style::DATE_AND_TIME_STYLE;
pub use figure_style::FIGURE_STYLE;
pub use figure_without_source::FIGURE_WITHOUT_SOURCE;
pub use nhs_number_style::NHS_NUMBER_STYLE;
pub use number_style::NUMBER_STYLE;
pub use phone_style::PHONE_STYLE;
pub use short_forms::SHORT_FORMS;
pub use unexplained_acronym::UNEXPLAINED_ACRONYM;
pub use unknown_source::UNKNOWN_SOURCE;
pub use unused_source::UNUSED_SOURCE;

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn of_welsh_words_nothing_is_said() {
        let story = Story::saying(
            "Come on 6th August, at 17:30, for two weeks, eg to MSK. Some 49% did. NHS number 4857773456.",
        );
        assert_ne!(story.says("LW04"), "");
        assert_eq!(story.in_language("cy").says("LW04"), "");
    }
}
