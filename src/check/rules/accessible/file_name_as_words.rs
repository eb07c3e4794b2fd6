use super::pictures;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{PicturesAndLinks, Text};

/// The words for a picture say what it shows.
pub static RULE: Rule = Rule {
    id: RuleId::FileNameAsWords,
    severity: Severity::Warning,
    asks: "The words for a picture or logo are not the name of a file, not `image` or `logo` alone, and do not begin with `picture of`.",
    why: "A screen reader says that it is a picture, and then these words. Somebody who hears `image, IMG 2041 dot jpg` knows nothing.",
    before: "alt: IMG_2041.jpg",
    after: "alt: The garden behind the clinic",
    source: "WCAG 2.2, failure F30 of success criterion 1.1.1; that, and `picture of`, are widely known",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let english = subject.is_english();
    let known = &subject.words.pictures_and_links;
    let pictures = pictures(subject).into_iter();
    let found = pictures.filter_map(|(file, words)| {
        if is_file_name(&words.value, &file.value, known) {
            Some(name_of_file(rule, words))
        } else if english {
            empty(rule, words, known)
        } else {
            None
        }
    });
    found.collect()
}

fn name_of_file(rule: &Rule, words: &Text) -> Problem {
    rule.finding(format!("`{}` is the name of a file", words.value))
        .at(words.place)
        .help("say what somebody sees there, as in: The garden behind the clinic")
}

fn is_file_name(words: &str, file: &str, known: &PicturesAndLinks) -> bool {
    let words = words.trim().to_lowercase();
    let file = file.to_lowercase();
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let technical =
        stem.contains(['_', '-']) || stem.contains(|letter: char| letter.is_ascii_digit());
    known
        .file_endings
        .iter()
        .any(|ending| words.ends_with(ending))
        || known.cameras.iter().any(|front| words.starts_with(front))
        || words == name
        || (technical && words == stem)
}

fn empty(rule: &Rule, words: &Text, known: &PicturesAndLinks) -> Option<Problem> {
    let said = words.value.trim().to_lowercase();
    let said = said.trim_end_matches('.');
    if known.empty_pictures.contains(said) {
        return Some(
            rule.finding(format!("`{}` does not say what it shows", words.value))
                .at(words.place)
                .help("say what somebody sees there; for a logo, the words in it"),
        );
    }
    let begins = |front: &&str| {
        said.strip_prefix(front)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    let front = known.fronts.iter().find(begins)?;
    let rest = words
        .value
        .trim()
        .get(front.len() + 1..)
        .unwrap_or_default();
    let mut rest = rest.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    Some(
        rule.finding(format!("`{front}` is said by a screen reader already"))
            .severity(Severity::Note)
            .at(words.place)
            .help(format!(
                "write: {}{}",
                first.unwrap_or_default(),
                rest.as_str()
            )),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn alt(words: &str) -> String {
        let section = format!(
            "  - id: who\n    heading: Where we meet\n    blocks:\n      - picture: {{file: garden_2.png, alt: {words:?}, width: 30}}\n"
        );
        Story::leaflet(&section)
            .picture("garden_2.png", 400, 300)
            .says("LW086")
    }

    #[test]
    fn names_of_files_are_no_words() {
        insta::assert_snapshot!(alt("IMG_2041.jpg"), @r#"
        warning[LW086 file-name-as-words]: `IMG_2041.jpg` is the name of a file
           ┌─ content/guides/story/en-GB.yaml:16:44
           │
        16 │       - picture: {file: garden_2.png, alt: "IMG_2041.jpg", width: 30}
           │                                            ^^^^^^^^^^^^^^
           │
           = help: say what somebody sees there, as in: The garden behind the clinic
        "#);
        insta::assert_snapshot!(alt("garden_2"), @r#"
        warning[LW086 file-name-as-words]: `garden_2` is the name of a file
           ┌─ content/guides/story/en-GB.yaml:16:44
           │
        16 │       - picture: {file: garden_2.png, alt: "garden_2", width: 30}
           │                                            ^^^^^^^^^^
           │
           = help: say what somebody sees there, as in: The garden behind the clinic
        "#);
    }

    #[test]
    fn words_that_say_nothing_are_no_words_either() {
        insta::assert_snapshot!(alt("Picture"), @r#"
        warning[LW086 file-name-as-words]: `Picture` does not say what it shows
           ┌─ content/guides/story/en-GB.yaml:16:44
           │
        16 │       - picture: {file: garden_2.png, alt: "Picture", width: 30}
           │                                            ^^^^^^^^^
           │
           = help: say what somebody sees there; for a logo, the words in it
        "#);
        insta::assert_snapshot!(alt("A picture of the garden behind the clinic"), @r#"
        note[LW086 file-name-as-words]: `a picture of` is said by a screen reader already
           ┌─ content/guides/story/en-GB.yaml:16:44
           │
        16 │       - picture: {file: garden_2.png, alt: "A picture of the garden behind the clinic", width: 30}
           │                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: write: The garden behind the clinic
        "#);
    }

    #[test]
    fn a_logo_is_a_picture_too() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: We listen.\n",
        );
        let story = story.picture("logo.png", 800, 300).settings(
            "languages: [en-GB]",
            "languages: [en-GB]\nbrand: {logo: logo.png, logo-alt: Logo}",
        );
        insta::assert_snapshot!(story.says("LW086"), @"
        warning[LW086 file-name-as-words]: `Logo` does not say what it shows
          ┌─ service.yaml:4:35
          │
        4 │ brand: {logo: logo.png, logo-alt: Logo}
          │                                   ^^^^
          │
          = help: say what somebody sees there; for a logo, the words in it
        ");
    }

    #[test]
    fn words_that_say_what_is_seen_are_fine() {
        for words in [
            "The garden behind the clinic",
            "Logo of Harbour Health",
            "Garden",
            "Photo of the desk",
        ] {
            assert_eq!(alt(words), "", "{words}");
        }
    }
}
