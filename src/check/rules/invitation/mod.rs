//! LW02x: what an invitation says, and how it says it.

mod letter_form;
mod opt_in;
mod pain_not_believed;
mod weekday_and_date;
mod what_it_says;
mod without_length;
mod without_support;
mod without_way_to_change;
mod without_what_to_bring;
mod without_when_and_where;
mod without_who_and_what;

pub use letter_form::LETTER_FORM;
pub use opt_in::OPT_IN;
pub use pain_not_believed::PAIN_NOT_BELIEVED;
pub use weekday_and_date::WEEKDAY_AND_DATE;
pub use without_length::WITHOUT_LENGTH;
pub use without_support::WITHOUT_SUPPORT;
pub use without_way_to_change::WITHOUT_WAY_TO_CHANGE;
pub use without_what_to_bring::WITHOUT_WHAT_TO_BRING;
pub use without_when_and_where::WITHOUT_WHEN_AND_WHERE;
pub use without_who_and_what::WITHOUT_WHO_AND_WHAT;

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    /// An invitation that says everything, in one sentence each.
    const COMPLETE: &str = "  - id: opening
    blocks:
      - text: |
          Dear {{ person.name }},

          Come and see if we can help you.
      - appointment: {length: Up to 1 hour}
      - text: You will meet a nurse from our team.
      - text: We will talk about what matters to you.
      - text: Bring a list of your medicines.
      - text: If this day does not suit you, phone us on {{ contact.main.phone }}.
      - text: Tell us if you need an interpreter.
      - text: We believe your pain is real.
";

    /// The complete invitation.
    pub fn complete() -> Story {
        Story::letter(COMPLETE).guide(
            "title: A short story",
            "title: An invitation about your pain",
        )
    }

    /// The complete invitation, with something else in place of a sentence.
    pub fn instead(of: &str, say: &str) -> Story {
        complete().guide(of, say)
    }

    #[test]
    fn one_sentence_each_is_enough() {
        for code in 0..10 {
            let code = format!("LW02{code}");
            assert_eq!(complete().says(&code), "", "{code}");
        }
    }
}
