use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// A screen reader can tell which language a page is in.
pub static RULE: Rule = Rule {
    id: RuleId::UnknownLanguage,
    severity: Severity::Error,
    asks: "Every one of `languages` begins with a code of ISO 639, and a country after it is one of ISO 3166.",
    why: "A screen reader takes its voice from the language of the file. With a code nobody knows it reads Welsh as if it were English.",
    before: "languages: [en-UK]",
    after: "languages: [en-GB]",
    source: "WCAG 2.2, success criterion 3.1.1 (widely known); neither Typst nor veraPDF refuses such a file, as we tried",
    check: Some(Check::Words(check)),
};

/// ISO 639-1: every language with a code of two letters.
#[rustfmt::skip]
const TWO_LETTERS: [&str; 183] = [
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi",
    "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de",
    "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy",
    "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia",
    "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk",
    "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo",
    "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd",
    "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl",
    "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk", "sl",
    "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk",
    "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa",
    "wo", "xh", "yi", "yo", "za", "zh", "zu",
];

/// Codes of three letters that name no language (ISO 639-2): of several, none,
/// not known, not listed.
const NO_LANGUAGE: [&str; 4] = ["mul", "zxx", "und", "mis"];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let language = &subject.publication.language;
    let mut written = subject.service.languages.iter();
    let place = written.find(|text| text.value == language.tag);
    let place = place.map_or(subject.guide.guide.place, |text| text.place);
    let mut problems = Vec::new();
    if !is_known(&language.code) {
        problems.push(
            rule.finding(format!("`{}` is the code of no language", language.code))
                .at(place)
                .help("write the code of ISO 639, such as `cy` for Welsh or `ur` for Urdu, and name the files of labels and guides after it"),
        );
    }
    if language.region == "UK" {
        let right = language.tag.replace("UK", "GB");
        problems.push(
            rule.finding(format!("`{}` names no country", language.tag))
                .at(place)
                .help(format!("the code of the United Kingdom is GB: write `{right}`, and name the files of labels and guides after it")),
        );
    }
    problems
}

fn is_known(code: &str) -> bool {
    match code.len() {
        2 => TWO_LETTERS.contains(&code),
        // From qaa to qtz is for private use.
        3 => !NO_LANGUAGE.contains(&code) && !("qaa"..="qtz").contains(&code),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{TWO_LETTERS, is_known};
    use crate::check::rules::tests::Story;

    fn language(tag: &str) -> String {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: We listen.\n",
        );
        story.in_language(tag).says("LW080")
    }

    #[test]
    fn a_code_that_nobody_knows_is_refused() {
        insta::assert_snapshot!(language("xx"), @"
        error[LW080 unknown-language]: `xx` is the code of no language
          ┌─ service.yaml:3:13
          │
        3 │ languages: [xx]
          │             ^^
          │
          = help: write the code of ISO 639, such as `cy` for Welsh or `ur` for Urdu, and name the files of labels and guides after it
        ");
        insta::assert_snapshot!(language("en-UK"), @"
        error[LW080 unknown-language]: `en-UK` names no country
          ┌─ service.yaml:3:13
          │
        3 │ languages: [en-UK]
          │             ^^^^^
          │
          = help: the code of the United Kingdom is GB: write `en-GB`, and name the files of labels and guides after it
        ");
    }

    #[test]
    fn languages_are_known_with_and_without_a_country() {
        for tag in ["cy", "ur", "en-GB", "cy-GB"] {
            assert_eq!(language(tag), "", "{tag}");
        }
        assert!(is_known("rom"));
        assert!(!is_known("und") && !is_known("qab") && !is_known(""));
        assert!(TWO_LETTERS.is_sorted());
    }
}
