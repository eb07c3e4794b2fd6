//! LW15x: what can be read two ways.

pub mod double_negative;
pub mod idiom;
pub mod vague_time;

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_name_may_be_a_figure_of_speech() {
        let says = |text: &str| Story::saying(text).says("LW150");
        assert_ne!(says("The group helps you back on your feet."), "");
        assert_eq!(says("Come to the Back On Your Feet group."), "");
        assert_eq!(says("Stand with both feet on the floor."), "");
    }

    #[test]
    fn a_date_and_a_time_are_clear_and_a_day_to_come_is_not() {
        let says = |text: &str| Story::saying(text).says("LW152");
        for text in [
            "Come next Friday.",
            "We start at half seven.",
            "Ring us within a fortnight.",
        ] {
            assert_ne!(says(text), "", "{text}");
        }
        for text in [
            "Come on Friday 4 December 2026 at 7:30pm.",
            "We meet every Friday, in 2 weeks and again in 4.",
            "It may help. This may take an hour and a half.",
            "The next page says more.",
        ] {
            assert_eq!(says(text), "", "{text}");
        }
    }
}
