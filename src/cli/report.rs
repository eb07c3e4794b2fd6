//! `leafwright check --report`: how each part of a guide reads, and how far a
//! booklet of options is a decision aid. Numbers to put the work in order by: they
//! fail nothing.

use super::table::{Column, numbers, paragraph, table, words};
use crate::check::Report;
use crate::check::ipdas::{self, Answer};
use crate::check::report::{
    self, FEWEST_SENTENCES, Readability, SLOW_WORDS_A_MINUTE, WORDS_A_MINUTE,
};
use crate::diagnostics::Sources;

/// Both tables of a publication, for a terminal.
pub fn text(report: &Report, sources: &Sources) -> String {
    let mut text = format!(
        "{}: how it reads\n{}\n{}\n",
        report.title,
        paragraph(&about_numbers(), 0),
        reading_table(&report.reading)
    );
    if !report.options.is_empty() {
        text.push_str(&format!(
            "{}: how far it is a decision aid, by IPDASi version 4\n{}\n",
            report.title,
            options_list(&report.options, sources)
        ));
    }
    text
}

/// What the numbers are.
fn about_numbers() -> String {
    format!(
        "Minutes at {WORDS_A_MINUTE} words a minute, and at {SLOW_WORDS_A_MINUTE} for those who \
         read slowly. Grade and age by Flesch-Kincaid, from the length of sentences and words; \
         SMOG from long words alone, where there are {FEWEST_SENTENCES} sentences or more. \
         The NHS aims at an age of 9 to 11. A score does not know whether a text makes sense."
    )
}

/// The table about reading. What cannot be said of any part has no column.
fn reading_table(report: &Readability) -> String {
    const COLUMNS: [Column; 9] = [
        words("part"),
        numbers("words"),
        numbers("sentences"),
        numbers("minutes"),
        numbers("slowly"),
        numbers("grade"),
        numbers("age"),
        numbers("SMOG"),
        numbers("age"),
    ];
    let rows = || report.sections.iter().chain([&report.total]);
    let graded = rows().any(|row| row.grade.is_some());
    let columns = &COLUMNS[..if graded { 9 } else { 5 }];
    let number = |number: Option<f64>| match number {
        Some(number) => format!("{number:.0}"),
        None => "–".to_owned(),
    };
    let cells = |row: &report::Row| {
        vec![
            row.name.clone(),
            row.words.to_string(),
            row.sentences.to_string(),
            row.minutes(WORDS_A_MINUTE).to_string(),
            row.minutes(SLOW_WORDS_A_MINUTE).to_string(),
            number(row.grade),
            number(row.reading_age()),
            number(row.smog),
            number(row.smog_age()),
        ]
    };
    let rows: Vec<Vec<String>> = rows().map(cells).collect();
    table(columns, &rows)
}

/// The items, group by group: the answer, and where it is not yes what to do and
/// where.
fn options_list(rows: &[ipdas::Row], sources: &Sources) -> String {
    let mut text = String::new();
    let mut group = None;
    for row in rows {
        if group.replace(row.group) != Some(row.group) {
            text.push_str(&format!("\n{}\n", row.group.name()));
        }
        let item = paragraph(row.item, 8);
        text.push_str(&format!("  {:<6}{}", mark(row.answer), item.trim_start()));
        if row.answer != Answer::Yes {
            let advice = row.advice.map(|advice| match row.answer {
                Answer::Judge => format!("{}: {advice}", row.answer.word()),
                Answer::Yes | Answer::No => advice.to_owned(),
            });
            let place = row.place.map(|place| {
                let file = sources.name(place.source);
                format!("{file}:{}", sources.line(place))
            });
            let lines: Vec<String> = advice.into_iter().chain(place).collect();
            text.push_str(&paragraph(&lines.join("\n"), 8));
        }
    }
    text
}

/// An answer in the first column.
fn mark(answer: Answer) -> &'static str {
    match answer {
        Answer::Judge => "?",
        Answer::Yes | Answer::No => answer.word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::ipdas::Group;
    use crate::diagnostics::{Place, SourceKind};

    #[test]
    fn numbers_and_what_cannot_be_said() {
        let row = |name: &str, words, grade: Option<f64>| report::Row {
            name: name.into(),
            words,
            sentences: words / 10,
            grade,
            smog: grade,
        };
        let both = |grade| Readability {
            sections: vec![row("Short", 12, None)],
            total: row("You are not alone", 1240, grade),
        };
        insta::assert_snapshot!(reading_table(&both(Some(4.6))), @"
        part               words  sentences  minutes  slowly  grade  age  SMOG  age
        Short                 12          1        1       1      –    –     –    –
        You are not alone   1240        124        7      13      5   10     5   10
        ");
        assert!(!reading_table(&both(None)).contains("grade"));
    }

    #[test]
    fn an_item_that_is_not_met_says_what_to_do() {
        let sources = Sources::default();
        let source = sources.add(SourceKind::Service, "guide.yaml", "guide: a\noptions: []\n");
        let place = Some(Place {
            source,
            start: 9,
            end: 16,
        });
        let row = |group, item, answer, advice| ipdas::Row {
            group,
            item,
            answer,
            place,
            advice,
        };
        let rows = [
            row(
                Group::Qualifying,
                "It sets out the options.",
                Answer::Yes,
                None,
            ),
            row(
                Group::Qualifying,
                "It says what is not good about each option, as a part of every option that a person may read beside the others.",
                Answer::No,
                Some("say what people find hard about each option"),
            ),
            row(
                Group::Certifying,
                "It says who paid for it.",
                Answer::Judge,
                None,
            ),
        ];
        insta::assert_snapshot!(options_list(&rows, &sources), @"

        Qualifying
          yes   It sets out the options.
          no    It says what is not good about each option, as a part of every option
                that a person may read beside the others.
                say what people find hard about each option
                guide.yaml:2

        Certifying
          ?     It says who paid for it.
                guide.yaml:2
        ");
    }
}
