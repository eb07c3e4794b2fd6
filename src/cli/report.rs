//! `leafwright check --report`: how each part of a guide reads, and how far a
//! booklet of options is a decision aid. Numbers to put the work in order by: they
//! fail nothing.

use super::table::{Column, numbers, paragraph, table, words};
use crate::check::Report;
use crate::check::ipdas::{self, Answer, Group};
use crate::check::report::{self, Readability, SLOW_WORDS_A_MINUTE, WORDS_A_MINUTE};
use crate::diagnostics::Sources;

/// Both tables of a publication, for a terminal.
pub fn text(report: &Report, sources: &Sources) -> String {
    let mut text = format!(
        "{}: how it reads. Minutes at {WORDS_A_MINUTE} words a minute, and at \
         {SLOW_WORDS_A_MINUTE} for those who read slowly\n\n{}\n",
        report.title,
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

/// The table about reading. What cannot be said of any part has no column.
fn reading_table(report: &Readability) -> String {
    const COLUMNS: [Column; 7] = [
        words("part"),
        numbers("words"),
        numbers("sentences"),
        numbers("minutes"),
        numbers("slowly"),
        numbers("grade"),
        numbers("age"),
    ];
    let rows = || report.sections.iter().chain([&report.total]);
    let graded = rows().any(|row| row.grade.is_some());
    let columns = &COLUMNS[..if graded { 7 } else { 5 }];
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
            text.push_str(&format!("\n{}\n", name(row.group)));
        }
        let item = paragraph(row.item, 8);
        text.push_str(&format!("  {:<6}{}", word(row.answer), item.trim_start()));
        if row.answer != Answer::Yes {
            let advice = row.advice.map(str::to_owned);
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

fn name(group: Group) -> &'static str {
    match group {
        Group::Qualifying => "Qualifying",
        Group::Certifying => "Certifying",
        Group::Quality => "Quality",
    }
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Look => "look",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, SourceKind};

    #[test]
    fn numbers_and_what_cannot_be_said() {
        let row = |name: &str, words, grade: Option<f64>| report::Row {
            name: name.into(),
            words,
            sentences: words / 10,
            grade,
        };
        let both = |grade| Readability {
            sections: vec![row("Short", 12, None)],
            total: row("You are not alone", 1240, grade),
        };
        insta::assert_snapshot!(reading_table(&both(Some(4.6))), @"
        part               words  sentences  minutes  slowly  grade  age
        Short                 12          1        1       1      –    –
        You are not alone   1240        124        7      13      5   10
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
                Answer::Look,
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
          look  It says who paid for it.
                guide.yaml:2
        ");
    }
}
