//! LW02x: what an invitation says, and how it says it.

pub mod letter_form;
pub mod opt_in;
pub mod pain_not_believed;
pub mod weekday_and_date;
mod what_it_says;
pub mod without_length;
pub mod without_support;
pub mod without_way_to_change;
pub mod without_what_to_bring;
pub mod without_when_and_where;
pub mod without_who_and_what;

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
