//! No page printed in a tone holds a word that this tone avoids.
//!
//! The words come from the tone's own file and the text from the PDF, so that
//! neither the checks nor the templates of the program are believed.

use leafwright::Edition;

use crate::support::library::Order;
use crate::support::{Desk, PUBLICATIONS, Pdf, TONES, snapshot};

/// The words a tone avoids, as its file and the one for all tones say them.
fn avoided(tone: &str) -> Vec<String> {
    let own = avoided_in(&format!("tones/{tone}.yaml"));
    [own, avoided_in("words-to-avoid.yaml")].concat()
}

fn avoided_in(file: &str) -> Vec<String> {
    let path = format!("{}/content/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file of content");
    let file: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let entries = file["avoid"].as_sequence().expect("a list");
    let words = entries
        .iter()
        .flat_map(|entry| entry["words"].as_sequence().expect("words"));
    words
        .map(|word| word.as_str().expect("text").to_owned())
        .collect()
}

/// Letters and digits in lower case, everything between them one blank.
fn plain(text: &str) -> String {
    let spaced: String = text
        .replace(['’', '\''], "")
        .chars()
        .map(|character| {
            if character.is_alphanumeric() {
                character
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<String> = spaced.split_whitespace().map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

/// The forms a word is met in: "suffer", "suffers", "suffered", "suffering".
fn forms(phrase: &str) -> Vec<String> {
    let phrase = plain(phrase).trim().to_owned();
    let endings = ["", "s", "es", "ed", "d", "ing", "er", "ers"];
    let mut forms: Vec<String> = endings.iter().map(|end| format!("{phrase}{end}")).collect();
    if let Some(stem) = phrase.strip_suffix('y') {
        forms.extend(["ies", "ied"].map(|end| format!("{stem}{end}")));
    }
    if let Some(stem) = phrase.strip_suffix('e') {
        forms.extend(["ing", "er", "ers"].map(|end| format!("{stem}{end}")));
    }
    forms
}

/// Avoided words in a text, with a little of what stands around them.
fn found(text: &str, tone: &str) -> Vec<String> {
    // Who answers a crisis line is called by its name.
    let text = plain(text).replace(" mental health line ", " line ");
    let mut found = Vec::new();
    for phrase in avoided(tone) {
        for form in forms(&phrase) {
            if let Some(at) = text.find(&format!(" {form} ")) {
                let around: String = text[at..].chars().take(60).collect();
                found.push(format!("`{phrase}`: …{around}…"));
            }
        }
    }
    found
}

#[test]
fn the_matcher_finds_planted_words() {
    let wellbeing = [
        "Our Mental\nHealth team",
        "a mental-health problem",
        "people with mental illnesses",
        "a psychological cause",
        "She suffered from pain",
        "two clinicians",
        "Seeking help",
        "at risk",
        "you claim: denies",
        "Telephoned twice",
    ];
    for text in wellbeing {
        assert!(!found(text, "wellbeing").is_empty(), "{text}");
    }
    let fine = [
        "asterisk",
        "the reclaimed land",
        "wellbeing and how you feel",
        "your medicine",
    ];
    for text in fine {
        assert_eq!(found(text, "wellbeing"), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        found("mental health", "mental-health"),
        Vec::<String>::new()
    );
    assert!(!found("a mental health disorder", "mental-health").is_empty());
}

#[test]
fn no_page_holds_an_avoided_word() {
    for tone in TONES {
        for edition in [Edition::Standard, Edition::LargePrint] {
            for (guide, _) in PUBLICATIONS {
                let order = Order {
                    tone: Some(tone),
                    edition,
                    ..Order::EXAMPLE
                };
                let text = Pdf::open(&order.print(guide)).running_text();
                assert!(text.len() > 500, "{guide} says too little to be searched");
                assert_eq!(found(&text, tone), Vec::<String>::new(), "{guide}, {tone}");
            }
        }
    }
}

/// Names that look odd bring no avoided word of their own: what stands on the
/// pages beside them comes from the guides.
#[test]
fn nor_for_a_service_with_odd_names() {
    let desk = Desk::with("odd-names");
    for tone in TONES {
        for (guide, _) in PUBLICATIONS {
            let order = Order {
                folder: Some(desk.folder()),
                tone: Some(tone),
                ..Order::EXAMPLE
            };
            let text = Pdf::open(&order.print(guide)).running_text();
            assert_eq!(found(&text, tone), Vec::<String>::new(), "{guide}, {tone}");
        }
    }
}

/// Nor is a word in a letter somebody really gets, whatever its spreadsheet says.
#[test]
fn nor_a_letter_to_a_person() {
    let desk = Desk::own_service();
    for tone in TONES {
        let letters = [
            "letters",
            "invitation",
            "--people",
            "people.csv",
            "--tone",
            tone,
            "--replace",
        ];
        desk.done(&letters);
        for (name, bytes) in desk.files("out/invitation") {
            if name.ends_with(".pdf") {
                let text = Pdf::open(&bytes).running_text();
                assert_eq!(found(&text, tone), Vec::<String>::new(), "{name}, {tone}");
            }
        }
    }
}

/// A service may write such a word itself; it is told wherever the word stands. Its
/// names are its own.
#[test]
fn a_service_is_told_of_its_own_avoided_words() {
    let desk = Desk::with("own-words");
    let told = desk.done(&["build"]);
    snapshot("words/own-words", &told.story());
    for word in ["Triage", "Normally", "sufferers", "suffer"] {
        let said = format!("avoids `{word}`");
        assert!(told.err.contains(&said), "{said} in\n{}", told.err);
    }
    // Nor is a job that somebody really has.
    for name in ["Psychology", "Mental Health", "psychologist"] {
        let said = format!("avoids `{name}`");
        assert!(!told.err.contains(&said), "{said} in\n{}", told.err);
    }
}

#[test]
fn wherever_its_own_avoided_word_stands() {
    let desk = Desk::with("own-words");
    let told = desk.done(&["build"]);
    let text = Pdf::open(&desk.read("out/invitation.sample.pdf")).running_text();
    // It is printed, so it is said, with its line.
    assert!(text.contains("clinician"), "{text}");
    assert!(told.err.contains("service.yaml:21:"), "{}", told.err);
}

#[test]
fn a_word_of_a_spreadsheet_is_shown_in_its_row() {
    let told = Desk::with("own-words").done(&["build"]);
    assert!(told.err.contains("local-services.csv:2"), "{}", told.err);
}

/// A name with such a word in it excuses itself, not what stands beside it.
#[test]
fn a_name_does_not_excuse_the_words_of_a_text() {
    let desk = Desk::with("harbour");
    desk.change(
        "service.yaml",
        "Harbour Pain Service",
        "Harbour Mental Health Service",
    );
    desk.write(
        "overrides/pain-and-mood.yaml",
        "sections:\n  who-for:\n    blocks:\n      - text: For people of {{ service.name }} who care for their mental health.\n",
    );
    let told = desk.done(&["build", "pain-and-mood"]);
    assert!(
        told.err.contains("overrides/pain-and-mood.yaml:4"),
        "{}",
        told.err
    );
    let shown = told.err.matches("avoids").count();
    assert_eq!(shown, 1, "{}", told.err);
}
