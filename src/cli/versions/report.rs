//! What came back, on a terminal.

use crate::cli::table::{numbers, paragraph, table, words};
use crate::versions::Counted;

pub fn text(counted: &Counted) -> String {
    let versions: Vec<Vec<String>> = counted
        .versions
        .iter()
        .map(|it| {
            let numbers = [it.printed, it.offered, it.declined, it.returned];
            let name = std::iter::once(it.name.clone());
            name.chain(numbers.map(|number| number.to_string()))
                .collect()
        })
        .collect();
    let columns = [
        words("version"),
        numbers("printed"),
        numbers("offered"),
        numbers("handed back"),
        numbers("returned"),
    ];
    let mut text = table(&columns, &versions);
    if !counted.places.is_empty() {
        let number = |count: Option<u32>| count.map_or("–".to_owned(), |it| it.to_string());
        let places = counted.places.iter().map(|it| {
            let counts = [it.offered, it.declined, it.given, it.returned];
            let name = std::iter::once(it.place.clone());
            name.chain(counts.map(number)).collect()
        });
        let places: Vec<Vec<String>> = places.collect();
        let columns = [
            words("place"),
            numbers("asked"),
            numbers("said no"),
            numbers("took a copy"),
            numbers("gave a slip back"),
        ];
        text.push('\n');
        text.push_str(&table(&columns, &places));
    }
    let of_all = counted.sentence_for_all();
    for question in &counted.questions {
        let rows: Vec<Vec<String>> = counted
            .versions
            .iter()
            .zip(&question.answers)
            .map(|(version, answers)| {
                let name = std::iter::once(version.name.clone());
                name.chain(answers.map(|number| number.to_string()))
                    .collect()
            })
            .collect();
        let columns = [
            words("version"),
            numbers("yes"),
            numbers("in part"),
            numbers("no"),
        ];
        text.push_str(&format!("\n{}\n{}", question.says, table(&columns, &rows)));
        if of_all.is_none() {
            text.push_str(&paragraph(&question.sentence, 0));
        }
    }
    if let Some(sentence) = of_all {
        text.push_str(&format!("\n{}", paragraph(sentence, 0)));
    }
    text
}
