//! LW03x: options that a reader can choose from freely.

mod decision_not_stated;
mod mixed_denominators;
mod no_doing_nothing;
mod one_sided;
mod options_differ_in_parts;
mod options_without_sources;
mod order_not_explained;
mod recommended_option;
mod unequal_detail;

pub use decision_not_stated::{DECISION_NOT_STATED, decision};
pub use mixed_denominators::MIXED_DENOMINATORS;
pub use no_doing_nothing::{NO_DOING_NOTHING, is_nothing};
pub use one_sided::ONE_SIDED;
pub use options_differ_in_parts::OPTIONS_DIFFER_IN_PARTS;
pub use options_without_sources::OPTIONS_WITHOUT_SOURCES;
pub use order_not_explained::ORDER_NOT_EXPLAINED;
pub use recommended_option::RECOMMENDED_OPTION;
pub use unequal_detail::UNEQUAL_DETAIL;

#[cfg(test)]
pub mod story;

#[cfg(test)]
mod tests {
    use super::story::booklet;

    #[test]
    fn the_story_of_all_tests_here_breaks_no_rule_by_itself() {
        assert_eq!(booklet().says("LW03"), "");
    }

    #[test]
    fn of_welsh_words_only_what_can_be_counted_is_said() {
        let story = booklet()
            .guide("You choose what to talk about.", "Read on.")
            .guide(
                "The order does not mean that 1 is better.",
                "Here they are.",
            )
            .guide(
                "It can rub or slip, and some people dislike it.",
                "It can rub.",
            )
            .guide("A short walk each day.", "Our favourite.");
        insta::assert_snapshot!(story.in_language("cy").says("LW03"), @"
        warning[LW031 unequal-detail]: `what-may-be-hard` has 9 words for `Doing nothing for now` and 3 for `A knee brace`
           ┌─ content/guides/story/cy.yaml:38:31
           │
        38 │             what-may-be-hard: It can rub.
           │                               ^^^^^^^^^^^ the fewest: 3 words
           ·
        47 │             what-may-be-hard: Your knee may get better, stay or get worse.
           │                               -------------------------------------------- the most: 9 words
           │
           = help: say about as much in each: readers take the fuller option for the better one
           = help: the most may have 1.5 times as many words as the fewest; `options-ratio` under `check` in `service.yaml` changes that

        warning[LW032 one-sided]: `A knee brace` has 9 words on `how-it-may-help` and 3 on `what-may-be-hard`
           ┌─ content/guides/story/cy.yaml:38:31
           │
        37 │             how-it-may-help: Your knee may feel safer on stairs and slopes.
           │                              ---------------------------------------------- 9 words
        38 │             what-may-be-hard: It can rub.
           │                               ^^^^^^^^^^^ 3 words
           │
           = help: give both sides about as much room
        ");
    }
}
