//! Whether every character can be printed: known before anything is written.

use unicode_normalization::char::is_combining_mark;

use super::Fonts;
use crate::problem::Problem;
use crate::tailor::{Person, Publication};

/// Characters of a publication that no face has, each with the text it stands in.
pub fn unprintable(publication: &Publication, fonts: &Fonts) -> Vec<Problem> {
    let in_texts = publication.texts.iter().flat_map(|(place, text)| {
        missing(text, fonts).into_iter().map(move |character| {
            problem(character)
                .at(*place)
                .on_words(text, 0, &character.to_string())
        })
    });
    let names = [
        ("service.name", &publication.service.name),
        ("service.organisation", &publication.service.organisation),
    ];
    let in_names = names.into_iter().flat_map(|(field, text)| {
        missing(text, fonts).into_iter().map(move |character| {
            let problem = problem(character);
            Problem {
                message: format!("`{field}`: {}", problem.message),
                ..problem
            }
        })
    });
    in_texts.chain(in_names).collect()
}

fn problem(character: char) -> Problem {
    Problem::error(format!(
        "no typeface here has the character U+{:04X}",
        u32::from(character)
    ))
    .help("write it another way, or put a font that has it into `fonts/` in the service's folder")
}

/// The fields of a person that hold a character no face has: the field's name and
/// the code points, never the text.
pub fn unprintable_in_person(person: &Person, fonts: &Fonts) -> Vec<String> {
    let mut fields: Vec<(String, &str)> = vec![
        ("name".into(), &person.name),
        ("reference".into(), &person.reference),
    ];
    fields.extend(
        person
            .address
            .iter()
            .map(|line| ("address".into(), line.as_str())),
    );
    let declared = person.fields.iter();
    fields.extend(declared.map(|(key, text)| (key.replace('_', " "), text.as_str())));
    let said = fields.into_iter().flat_map(|(field, text)| {
        missing(text, fonts).into_iter().map(move |character| {
            format!("`{field}`: no typeface has U+{:04X}", u32::from(character))
        })
    });
    let mut said: Vec<String> = said.collect();
    said.dedup();
    said
}

/// The characters that would not be printed, each once.
fn missing(text: &str, fonts: &Fonts) -> Vec<char> {
    let mut missing = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let printed = if is_invisible(character) {
            true
        } else if let (true, Some(letter)) = (is_combining_mark(character), before) {
            fonts.has_together(letter, character)
        } else {
            before = Some(character);
            fonts.has(character)
        };
        if !printed && !missing.contains(&character) {
            missing.push(character);
        }
    }
    missing
}

/// Characters that only say how others are set: line ends, joiners, isolates.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\n' | '\t' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}
