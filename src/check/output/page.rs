//! What was found and how guides read as one page of HTML: to be sent to an editor who
//! has no leafwright and no terminal.

use std::collections::BTreeSet;

use jiff::civil::Date;
use maud::{Markup, html};

use super::spot;
use crate::check::report::{self, FEWEST_SENTENCES, SLOW_WORDS_A_MINUTE, WORDS_A_MINUTE};
use crate::check::rules::rule_of;
use crate::check::{Report, ipdas};
use crate::diagnostics::{
    Help, Place, Problem, Severity, Sources, plural, pointed_at, shown_in_short,
};
use crate::html;

/// What stands on the page.
pub struct Page<'a> {
    /// The service that was looked at; none where its settings cannot be read.
    pub service: Option<&'a str>,
    /// The day on which, where it could be.
    pub date: Option<Date>,
    /// How many guides.
    pub guides: usize,
    /// What was found, file by file.
    pub problems: &'a [Problem],
    /// How each guide reads.
    pub reports: &'a [Report],
    /// The texts it was found in.
    pub sources: &'a Sources,
}

/// The page, from its first line to its last.
pub fn page(page: &Page) -> String {
    let of = page.service.unwrap_or("a service");
    let title = format!("Notes on what {of} prints");
    let body = html! {
        p { (made(page)) }
        (found(page))
        @if !page.reports.is_empty() { (reading(page)) }
        @if page.reports.iter().any(|report| !report.options.is_empty()) { (options(page)) }
        (reasons(page))
    };
    html::page(&title, STYLE, &body)
}

const STYLE: &str = "
body { font: 18px/1.5 sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { border: 1px solid #767676; padding: .2rem .6rem; text-align: left }
td.number, th.number { text-align: right }
blockquote { margin: .3rem 0; padding: .2rem .8rem; border-left: .3rem solid #767676; overflow-wrap: anywhere }
mark { background: #ffe48a; color: #111 }
code { background: #f0f0f0; padding: 0 .2rem }
li, dd { margin-bottom: 1.2rem }
li ul li { margin-bottom: .2rem }
";

/// What was found: first what stops printing, then the rest, file by file.
fn found(page: &Page) -> Markup {
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    let errors: Vec<&Problem> = page.problems.iter().filter(is_error).collect();
    let others: Vec<&Problem> = page.problems.iter().filter(|it| !is_error(it)).collect();
    let same_file = |one: &&Problem, other: &&Problem| file(one, page) == file(other, page);
    let list = |problems: &[&Problem]| {
        html! { ol { @for problem in problems { (finding(problem, page.sources)) } } }
    };
    html! {
        h2 { "What was found" }
        @if page.problems.is_empty() { p { "Nothing." } }
        @for problems in errors.chunk_by(same_file) {
            h3 { "Errors in " (file(problems[0], page)) }
            (list(problems))
        }
        @for problems in others.chunk_by(same_file) {
            h3 { (file(problems[0], page)) }
            (list(problems))
        }
    }
}

/// Why each rule is there that found something, once.
fn reasons(page: &Page) -> Markup {
    let ids: BTreeSet<_> = page.problems.iter().filter_map(Problem::rule_id).collect();
    html! {
        @if !ids.is_empty() { h2 { "Why" } dl { @for rule in ids.into_iter().map(rule_of) {
            dt id=(rule.code()) { (rule.id) }
            dd { (with_code(rule.why)) }
        } } }
    }
}

/// When it was made, and what it counts.
fn made(page: &Page) -> Markup {
    let count = |severity: Severity| {
        let same = page.problems.iter().filter(|it| it.severity == severity);
        plural(same.count(), severity.word())
    };
    let date = page
        .date
        .map(|date| date.strftime(" on %-d %B %Y").to_string());
    html! {
        "Made by leafwright" (date.unwrap_or_default()) ", from " (plural(page.guides, "guide")) ": "
        (count(Severity::Error)) ", " (count(Severity::Warning)) " and " (count(Severity::Note)) ". "
        "An error stops printing. A warning is something to look at before you print. "
        "A note is about how a text reads."
    }
}

fn reading(page: &Page) -> Markup {
    html! {
        h2 { "How each part reads" }
        p {
            "Minutes at " (WORDS_A_MINUTE) " words a minute, and at " (SLOW_WORDS_A_MINUTE)
            " for those who read slowly. The age is the age at which a text can be read: by "
            "Flesch-Kincaid, from the length of sentences and words, and by SMOG, from long words "
            "alone, where there are " (FEWEST_SENTENCES) " sentences or more. The NHS aims at 9 to "
            "11. A score does not know whether a text makes sense."
        }
        @for report in page.reports {
            h3 { (report.title) }
            (table(&report.reading))
        }
    }
}

fn table(reading: &report::Readability) -> Markup {
    let columns = [
        "Words",
        "Sentences",
        "Minutes",
        "Slowly",
        "Age (Flesch-Kincaid)",
        "Age (SMOG)",
    ];
    let age = |age: Option<f64>| age.map_or("–".to_owned(), |age| format!("{age:.0}"));
    let cells = |row: &report::Row| {
        [
            row.words.to_string(),
            row.sentences.to_string(),
            row.minutes(WORDS_A_MINUTE).to_string(),
            row.minutes(SLOW_WORDS_A_MINUTE).to_string(),
            age(row.reading_age()),
            age(row.smog_age()),
        ]
    };
    html! {
        table {
            thead { tr {
                th scope="col" { "Part" }
                @for column in columns { th.number scope="col" { (column) } }
            } }
            tbody { @for row in reading.sections.iter().chain([&reading.total]) { tr {
                th scope="row" { (row.name) }
                @for cell in cells(row) { td.number { (cell) } }
            } } }
        }
    }
}

fn options(page: &Page) -> Markup {
    let reports = page
        .reports
        .iter()
        .filter(|report| !report.options.is_empty());
    html! {
        h2 { "How far it is a decision aid" }
        p { "By IPDASi version 4, in our own words." }
        @for report in reports {
            h3 { (report.title) }
            table {
                thead { tr {
                    th scope="col" { "Item" }
                    th scope="col" { "Answer" }
                    th scope="col" { "What to do" }
                } }
                tbody { @for row in &report.options { (item(row, page.sources)) } }
            }
        }
    }
}

fn item(row: &ipdas::Row, sources: &Sources) -> Markup {
    let place = row.place.filter(|_| row.answer != ipdas::Answer::Yes);
    html! { tr {
        td { (row.item) }
        td { (row.answer.word()) }
        td {
            @if let Some(advice) = row.advice { (with_code(advice)) }
            @if let Some(place) = place { " (" (sources.name(place.source)) ", line " (sources.line(place)) ")" }
        }
    } }
}

/// The file a problem stands in.
fn file(problem: &Problem, page: &Page) -> String {
    let spot = spot(page.sources, problem);
    spot.map_or("Of everything".to_owned(), |spot| spot.file)
}

fn finding(problem: &Problem, sources: &Sources) -> Markup {
    let rule = problem.rule_id().map(rule_of);
    let spot = spot(sources, problem);
    // How an exception is written is for whoever keeps the files.
    let help = problem.help.iter().map(Help::to_string);
    let help: Vec<String> = help.filter(|help| !help.contains("`except:`")).collect();
    html! { li {
        p {
            strong { (kind(problem.severity)) }
            @if let Some(rule) = rule { " " a href=(format!("#{}", rule.code())) { (rule.id) } }
            @if let Some(spot) = &spot { ", line " (spot.line) }
        }
        @if let Some(place) = pointed_at(sources, problem).filter(|_| spot.is_some()) {
            (quoted(place, sources))
        }
        p { (with_code(&sentence(&shown_in_short(&problem.message)))) }
        @if !help.is_empty() { ul {
            @for help in help { li { (with_code(&shown_in_short(&help))) } }
        } }
    } }
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// The line a problem stands on, with what is meant marked.
fn quoted(place: Place, sources: &Sources) -> Markup {
    let text = sources.text(place.source);
    let start = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
    let rest = &text[place.start..];
    let end = place.start + rest.find('\n').unwrap_or(rest.len());
    let marked = place.end.min(end);
    html! { blockquote {
        (shown_in_short(text[start..place.start].trim_start()))
        mark { (shown_in_short(&text[place.start..marked])) }
        (shown_in_short(text[marked..end].trim_end()))
    } }
}

/// A message as a sentence.
fn sentence(message: &str) -> String {
    let mut rest = message.chars();
    let first = rest.next().map(char::to_uppercase);
    let first: String = first.into_iter().flatten().collect();
    format!("{first}{}.", rest.as_str())
}

/// Words in backticks as code.
fn with_code(text: &str) -> Markup {
    let parts = text.split('`').enumerate();
    html! { @for (number, part) in parts {
        @if number % 2 == 1 { code { (part) } } @else { (part) }
    } }
}

#[cfg(test)]
mod tests {
    use super::super::tests::examples;
    use super::*;
    use crate::check::rules::tests::{Story, TODAY};

    #[test]
    fn the_page_quotes_the_line_and_says_why() {
        let (sources, problems) = examples();
        let (report, _) = Story::saying("We listen to you & yours.").looked_at(Report::of);
        let text = page(&Page {
            service: Some("Pier & Co"),
            date: Some(TODAY),
            guides: 2,
            problems: &problems,
            reports: &[report],
            sources: &sources,
        });
        insta::assert_snapshot!(text.replace("><", ">\n<").replace(STYLE, ""));
    }
}
