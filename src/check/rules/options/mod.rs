//! LW03x: options that a reader can choose from freely.

pub mod decision_not_stated;
pub mod mixed_denominators;
pub mod no_doing_nothing;
pub mod one_sided;
pub mod options_differ_in_parts;
pub mod options_without_sources;
pub mod order_not_explained;
pub mod pressure_in_option;
pub mod recommended_option;
pub mod unequal_detail;

pub use decision_not_stated::decision;
pub use no_doing_nothing::is_nothing;

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
