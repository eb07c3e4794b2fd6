use super::what_it_says::first_text;
use crate::check::english::words_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;
use crate::tailor::{Inline, Node, fields};

/// A letter begins with the person and ends with somebody.
pub static RULE: Rule = Rule {
    id: RuleId::LetterForm,
    severity: Severity::Warning,
    asks: "A letter begins with `Dear` and the person's name, and the settings say who signs it: a name or a role.",
    why: "A letter to nobody, from nobody, is a notice. People answer people.",
    before: "Dear patient,",
    after: "Dear {{ person.name }},",
    source: "NHS service manual: a letter has Dear and the name, and a signature with the service's name, which every letter here has",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let signature = nobody_signs(rule, subject);
    opening(rule, subject)
        .into_iter()
        .chain(signature)
        .collect()
}

const DEAR: &str = "begin the first text with `Dear {{ person.name }},`";

fn opening(rule: &Rule, subject: &Subject) -> Option<Problem> {
    if !subject.is_english() {
        return None;
    }
    let Some(text) = first_text(subject) else {
        let problem = rule.finding("this letter has no text, so it greets nobody");
        return Some(problem.at(subject.guide.title.place()).help(DEAR));
    };
    let plain = text.plain();
    let greets = words_of(&plain)
        .first()
        .is_some_and(|word| word.text == "dear");
    if !greets {
        let first = plain.lines().next().unwrap_or_default();
        let problem = rule.finding("this letter does not begin with `Dear` and the person's name");
        return Some(problem.at(text.place).on_words(&plain, 0, first).help(DEAR));
    }
    if names_person(&text.nodes) {
        return None;
    }
    let line = plain.lines().next().unwrap_or_default();
    let end = line.find([',', '.', ':']).unwrap_or(line.len());
    let greeting = &line[..end];
    Some(
        rule.finding(format!("`{greeting}` does not name the person"))
            .at(text.place)
            .on_words(&plain, 0, greeting)
            .help("write `Dear {{ person.name }},`"),
    )
}

/// Whether the first paragraph fills in the person's name before it goes on.
fn names_person(nodes: &[Node]) -> bool {
    let Some(Node::Paragraph(words)) = nodes.first() else {
        return false;
    };
    // Up to the first comma or new line, "Dear" and a title may stand.
    let greeting = words.iter().take_while(|inline| match inline {
        Inline::Text(text) => !text.contains(','),
        Inline::Break => false,
        _ => true,
    });
    let mut greeting = greeting.flat_map(|inline| fields(std::slice::from_ref(inline)));
    greeting.any(|field| field == "name")
}

fn nobody_signs(rule: &Rule, subject: &Subject) -> Option<Problem> {
    let letter = subject.publication.letter.as_ref()?;
    if letter.signed_name.is_some() || letter.signed_role.is_some() {
        return None;
    }
    let service = subject.service;
    let signed = service.letters.signed_by.as_ref();
    let blank = signed.and_then(|signed| signed.name.as_ref().or(signed.role.as_ref()));
    let place = blank.map_or(service.service.name.place, |text| text.place);
    Some(rule.finding("nobody signs this letter").at(place).help(
        "write who does under `letters`: `signed-by: {name: …, role: …}`; one of the two is enough",
    ))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn story(text: &str) -> Story {
        Story::letter(&format!(
            "  - id: opening\n    blocks:\n      - text: |\n          {text}\n"
        ))
    }

    #[test]
    fn a_letter_to_nobody_is_found() {
        let greeting = story("Dear Sir or Madam, we write to you, {{ person.name }}.");
        insta::assert_snapshot!(greeting.says("LW029"), @"
        warning[LW029 letter-form]: `Dear Sir or Madam` does not name the person
           ┌─ content/guides/story/en-GB.yaml:16:11
           │
        16 │           Dear Sir or Madam, we write to you, {{ person.name }}.
           │           ^^^^^^^^^^^^^^^^^
           │
           = help: write `Dear {{ person.name }},`
        ");
        let none = story("We write to you, {{ person.name }}.");
        insta::assert_snapshot!(none.says("LW029"), @"
        warning[LW029 letter-form]: this letter does not begin with `Dear` and the person's name
           ┌─ content/guides/story/en-GB.yaml:16:11
           │
        16 │           We write to you, {{ person.name }}.
           │           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: begin the first text with `Dear {{ person.name }},`
        ");
    }

    #[test]
    fn a_letter_from_nobody_is_found() {
        let blank = story("Dear {{ person.name }},").settings(
            "signed-by: {name: Sam Field, role: Service lead}",
            "signed-by: {name: \"\"}",
        );
        insta::assert_snapshot!(blank.says("LW029"), @r#"
        warning[LW029 letter-form]: nobody signs this letter
          ┌─ service.yaml:9:57
          │
        9 │ letters: {post: dl, reply-to: clinic, signed-by: {name: ""}}
          │                                                         ^^
          │
          = help: write who does under `letters`: `signed-by: {name: …, role: …}`; one of the two is enough
        "#);
        let absent = story("Dear {{ person.name }},")
            .settings(", signed-by: {name: Sam Field, role: Service lead}", "");
        insta::assert_snapshot!(absent.says("LW029"), @"
        warning[LW029 letter-form]: nobody signs this letter
          ┌─ service.yaml:1:17
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
          │                 ^^^^^^^^^^^^^^^^^^^^
          │
          = help: write who does under `letters`: `signed-by: {name: …, role: …}`; one of the two is enough
        ");
    }

    #[test]
    fn a_role_alone_may_sign() {
        let role = story("Dear **{{ person.name }}**,").settings("name: Sam Field, role", "role");
        assert_eq!(role.says("LW029"), "");
    }
}
