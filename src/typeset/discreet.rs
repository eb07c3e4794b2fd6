//! What Typst says of a letter, without what it says of the person: a template that stumbles
//! over a value may name it, as in `dictionary does not contain key "…"`.

use serde_json::Value;

use crate::diagnostics::{Help, Problem};

/// The texts of a person, the longest first.
pub struct Texts(Vec<String>);

impl Texts {
    /// All that is in a person's data.
    pub fn of(person: &Value) -> Self {
        let mut texts = Vec::new();
        gather(person, &mut texts);
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self(texts)
    }

    /// The problem without what it quotes and without these texts.
    pub fn left_out_of(&self, problem: Problem) -> Problem {
        let help = problem.help.iter();
        Problem {
            message: self.without(&problem.message),
            help: help
                .map(|help| Help::from(self.without(&help.to_string())))
                .collect(),
            ..problem
        }
    }

    fn without(&self, message: &str) -> String {
        // An escaped quotation mark is a part of what is quoted.
        let message = message.replace("\\\"", "");
        let parts = message.split('"').enumerate();
        let parts = parts.map(|(number, part)| if number % 2 == 1 { "…" } else { part });
        let message = parts.collect::<Vec<_>>().join("\"");
        let texts = self.0.iter();
        texts.fold(message, |message, text| message.replace(text, "…"))
    }
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        // A single letter is in every message, and tells nothing.
        Value::String(text) if text.chars().nth(1).is_some() => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        Value::Object(values) => values.values().for_each(|value| gather(value, texts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_template_holds_nothing_of_the_person() {
        let person = serde_json::json!({
            "name": "Ann O\"Sample",
            "address": ["Ann O\"Sample", "1 Mill Lane"],
            "fields": {"reason": "knee pain"},
        });
        let texts = Texts::of(&person);
        let said = |message: &str| {
            let problem = Problem::error(message).help("did you mean \"Ann O\\\"Sample\"?");
            let problem = texts.left_out_of(problem);
            (problem.message, problem.help[0].to_string())
        };
        assert_eq!(
            said("dictionary does not contain key \"Ann O\\\"Sample\""),
            (
                "dictionary does not contain key \"…\"".to_owned(),
                "did you mean \"…\"?".to_owned()
            )
        );
        assert_eq!(said("invalid integer: knee pain").0, "invalid integer: …");
        assert_eq!(said("unclosed \"1 Mill").0, "unclosed \"…");
    }
}
