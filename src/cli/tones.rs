//! `leafwright tones`: what each tone calls things, side by side, and what it does not say.

use super::arguments::Tones;
use super::table::{named, paragraph, table};
use super::terminal::Terminal;
use crate::diagnostics::{Failure, Problem};
use crate::read::{Avoid, Reader, Tone};

/// How far what a tone does not say is set in.
const INDENT: usize = 2;

pub fn run(arguments: &Tones, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = arguments.service.assets()?;
    let mut reader = Reader::new(&assets, &terminal.sources);
    let service = reader.service(&[])?;
    let own = service.languages.first().map(|tag| tag.value.as_str());
    let language = arguments.language.as_deref().or(own).unwrap_or_default();
    let known = reader.languages();
    if !known.iter().any(|known| known == language) {
        let problem = Problem::not_there(format!("there are no words in `{language}`"));
        let known = known.iter().map(String::as_str);
        return Err(problem
            .help_known(language, "the languages are", known)
            .into());
    }
    let tones = reader.all_tones(&service.tone)?;
    let text = format!(
        "What each tone calls things (* is how this service speaks)\n\n{}\n{}",
        side_by_side(&tones, &service.tone.value, language),
        not_said(&tones)
    );
    terminal.print(&text);
    Ok(())
}

/// A row for each term, a column for each tone.
fn side_by_side(tones: &[Tone], own: &str, language: &str) -> String {
    let title = |tone: &Tone| {
        let id = &tone.tone.value;
        named(if id == own {
            format!("{id} *")
        } else {
            id.clone()
        })
    };
    let columns = std::iter::once(named("write".into())).chain(tones.iter().map(title));
    let mut terms: Vec<&String> = Vec::new();
    for term in tones.iter().flat_map(|tone| tone.terms.keys()) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    let rows = terms.into_iter().map(|term| {
        let words = tones.iter().map(|tone| {
            let words = tone.terms.get(term).and_then(|words| words.get(language));
            words.map_or_else(|| "–".to_owned(), |words| words.value.clone())
        });
        let written = format!("{{{{ term.{term} }}}}");
        std::iter::once(written).chain(words).collect()
    });
    table(&columns.collect::<Vec<_>>(), &rows.collect::<Vec<_>>())
}

/// What each tone does not say, and what it says instead; what none says, once.
fn not_said(tones: &[Tone]) -> String {
    let in_all = |avoid: &Avoid| {
        let mut tones = tones.iter();
        tones.all(|tone| tone.avoid.iter().any(|other| words(other) == words(avoid)))
    };
    let mut text = String::new();
    for tone in tones {
        let mut own = tone.avoid.iter().filter(|avoid| !in_all(avoid)).peekable();
        if own.peek().is_some() {
            text.push_str(&format!("What {} does not say\n", tone.tone.value));
            text.extend(own.map(line));
            text.push('\n');
        }
    }
    text.push_str("What no tone says\n");
    let all = tones.first().into_iter().flat_map(|tone| &tone.avoid);
    text.extend(all.filter(|avoid| in_all(avoid)).map(line));
    text
}

fn words(avoid: &Avoid) -> String {
    let words = avoid.words.iter().map(|words| words.value.as_str());
    words.collect::<Vec<_>>().join(", ")
}

fn line(avoid: &Avoid) -> String {
    paragraph(
        &format!("{}: say {}", words(avoid), avoid.say.value),
        INDENT,
    )
}
