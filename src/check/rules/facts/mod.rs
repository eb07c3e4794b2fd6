//! LW04x: figures, dates, numbers and names as readers can use them.

mod calendar;
mod clock;
pub mod date_and_time_style;
pub mod figure_style;
pub mod figure_without_source;
pub mod nhs_number_style;
pub mod number_style;
mod phone_number;
pub mod phone_style;
pub mod short_forms;
mod slip;
pub mod unexplained_acronym;
pub mod unknown_source;
pub mod unused_source;

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
