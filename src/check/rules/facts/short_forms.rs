use super::slip::{self, Slip};
use crate::check::english::{is_quoted, tokens};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::ShortForms;
use crate::tailor::Role;

/// Words are written out.
pub static RULE: Rule = Rule {
    id: RuleId::ShortForms,
    severity: Severity::Note,
    asks: "`Do not` is written out, never `don't`; and there is no eg, ie, etc or & in a text.",
    why: "Some readers, and many who are new to English, miss the `n't` and read the opposite. Latin letters are read out as nonsense by screen readers.",
    before: "Don't stop your medicines, e.g. tablets.",
    after: "Do not stop your medicines, such as tablets.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let wanted = |role: Role| {
        role.is_prose()
            || matches!(
                role,
                Role::Title | Role::Heading | Role::Label | Role::Cell | Role::Answer
            )
    };
    let known = &subject.words.short_forms;
    slip::in_texts(rule, subject, wanted, |line| find(line, known))
}

fn find(line: &str, known: &ShortForms) -> Vec<Slip> {
    let tokens = tokens(line).into_iter();
    tokens
        .filter(|token| !is_quoted(line, token.start))
        .filter_map(|token| {
            let lower = token.text.to_lowercase().replace('’', "'");
            let lower = lower.trim_end_matches('.');
            let mut forms = known.short_forms.iter();
            let form = forms.find(|form| form.instead_of.value == lower)?;
            let whole = form.say.value.as_str();
            let capital = token.text.starts_with(char::is_uppercase);
            let better = if capital {
                with_capital(whole)
            } else {
                whole.to_owned()
            };
            let message = format!("`{}` is a short form", token.text);
            Some(Slip::better(token.start..token.end, message, &better))
        })
        .collect()
}

fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn short_forms_are_shown_with_the_whole_words() {
        let story =
            Story::saying("Don't stop tablets, e.g. for pain & sleep.\n\nIt isn't hard, etc.");
        insta::assert_snapshot!(story.says("LW049"), @"
        note[LW049 short-forms]: `Don’t` is a short form
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           Don't stop tablets, e.g. for pain & sleep.
           │           ^^^^^
           │
           = help: write `Do not`

        note[LW049 short-forms]: `e.g.` is a short form
           ┌─ content/guides/story/en-GB.yaml:17:31
           │
        17 │           Don't stop tablets, e.g. for pain & sleep.
           │                               ^^^^
           │
           = help: write `such as`

        note[LW049 short-forms]: `&` is a short form
           ┌─ content/guides/story/en-GB.yaml:17:45
           │
        17 │           Don't stop tablets, e.g. for pain & sleep.
           │                                             ^
           │
           = help: write `and`

        note[LW049 short-forms]: `isn’t` is a short form
           ┌─ content/guides/story/en-GB.yaml:19:14
           │
        19 │           It isn't hard, etc.
           │              ^^^^^
           │
           = help: write `is not`

        note[LW049 short-forms]: `etc` is a short form
           ┌─ content/guides/story/en-GB.yaml:19:26
           │
        19 │           It isn't hard, etc.
           │                          ^^^
           │
           = help: write `and so on`
        ");
    }

    #[test]
    fn whole_words_names_and_quotations_are_fine() {
        let story = Story::saying(
            "Do not wait: go to A&E. It’s your choice. They said “I can’t sleep”. See eggs, pie and the society’s page.",
        );
        assert_eq!(story.says("LW049"), "");
    }
}
