//! A booklet whose options are fair: each test makes it unfair in one way.

use crate::check::rules::tests::Story;

/// Its sections.
pub const SECTIONS: &str = "  - id: opening
    heading: How to use this
    blocks:
      - text: |
          This is for people with a sore knee. You choose what to talk about.

          The order does not mean that 1 is better.
  - id: options
    blocks:
      - options:
          - id: walking
            name: Walking
            summary: A short walk each day.
            what-it-is: You walk a short way each day with a leader.
            what-it-is-like: You go at your own pace and rest often.
            how-it-may-help: You may feel stronger and meet people too.[^knees]
            what-may-be-hard: Some days your knee may hurt after it.
            time-and-place: You meet in the park each morning at 10am.
            how-to-start: Ask us at your visit for the next walk.
          - id: brace
            name: A knee brace
            summary: A band that holds your knee.
            what-it-is: You wear a soft band around your knee by day.
            what-it-is-like: It feels tight at first and warm in summer.
            how-it-may-help: Your knee may feel safer on stairs and slopes.
            what-may-be-hard: It can rub or slip, and some people dislike it.
            time-and-place: You wear it at home and when you go out.
            how-to-start: Ask us at your visit to measure your knee.
          - id: nothing
            name: Doing nothing for now
            summary: Carrying on as you are.
            what-it-is: You choose not to start anything new at this time.
            what-it-is-like: Your days stay as they are for the present.
            how-it-may-help: You keep your time and energy for other things.
            what-may-be-hard: Your knee may get better, stay or get worse.
            time-and-place: You do not need to go anywhere for this.
            how-to-start: You need not do anything, and can ring us later.
";

/// The booklet.
pub fn booklet() -> Story {
    let story = Story::booklet(SECTIONS);
    story.guide(
        "sources: []",
        "sources: [{id: knees, text: \"Field and others, 2020\"}]",
    )
}
