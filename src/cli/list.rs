//! `leafwright list`: what there is, and what this service prints.

mod pictures;

use super::arguments::List;
use super::table::{Column, table, words};
use super::terminal::Terminal;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Sources};
use crate::publish::READERS;
use crate::read::{
    Answers, Audience, FIRST_LANGUAGE, Guide, MAIN_CONTACT, Reader, Service, Tone, guides,
};

pub fn run(list: &List, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = list.service.assets()?;
    let text = if list.pictures {
        pictures::text(&assets, &terminal.sources)?
    } else {
        text(&assets, &terminal.sources)?
    };
    terminal.print(&text);
    Ok(())
}

fn text(assets: &Assets, sources: &Sources) -> Result<String, Failure> {
    let reader = &mut Reader::new(assets, sources);
    let service = reader.service(&[])?;
    let tones = reader.all_tones(&service.tone)?;
    let mut own = tones.iter();
    let own = own.find(|tone| tone.tone.value == service.tone.value);
    let example = if assets.is_example() {
        " (the built-in example)"
    } else {
        ""
    };
    let mut text = format!(
        "{}{example}\n  tone      {}\n  language  {}\n",
        service.service.name.value,
        service.tone.value,
        joined(service.languages.iter().map(|text| &text.value))
    );
    let mut shelves: Vec<(Audience, Vec<Vec<String>>)> = READERS
        .iter()
        .map(|(audience, _)| (*audience, Vec::new()))
        .collect();
    for entry in guides(assets) {
        let guide = reader.guide_in(&entry.id, spoken(&service, &entry.languages))?;
        let mut shelves = shelves.iter_mut();
        if let Some((_, rows)) = shelves.find(|(audience, _)| *audience == guide.audience.value) {
            rows.push(row(&guide, &entry.languages, &service, own));
        }
    }
    for (audience, heading) in READERS {
        let rows = shelves.iter().find(|(shelf, _)| *shelf == audience);
        let rows = rows.map(|(_, rows)| rows.as_slice()).unwrap_or_default();
        if !rows.is_empty() {
            text.push_str(&format!("\n{heading}\n{}", table(&columns(), rows)));
        }
    }
    text.push_str(
        "\n* is printed by this service. `needs 2` is not printed before 2 questions are\n\
         answered, `asks 2` says more with answers: `leafwright needs GUIDE` lists them.\n",
    );
    text.push_str(&format!(
        "\nTones      {}\nLanguages  {}\nEditions   standard, large-print\n\n\
         Fill in    service.name, service.organisation: write {{{{ service.name }}}}\n",
        joined(reader.tones()),
        joined(reader.languages())
    ));
    let ids = service.contacts.keys().map(String::as_str);
    for id in std::iter::once(MAIN_CONTACT).chain(ids) {
        let Some(contact) = service.contact(id) else {
            continue;
        };
        let parts = contact.parts();
        let said = parts.iter().filter(|(_, text)| text.is_some());
        let names = said.map(|(part, _)| format!("contact.{id}.{part}"));
        text.push_str(&format!("           {}\n", joined(names)));
    }
    let terms = own.into_iter().flat_map(|tone| tone.terms.keys());
    let terms = terms.map(|term| format!("term.{term}"));
    Ok(format!("{text}           {}\n", joined(terms)))
}

/// The language in which a guide is listed: the service's, where it is written in one of
/// them.
fn spoken<'a>(service: &Service, written: &'a [String]) -> &'a str {
    let own = service.languages.iter().map(|tag| tag.value.as_str());
    let wanted = own.chain([FIRST_LANGUAGE]);
    let mut wanted = wanted.filter_map(|tag| written.iter().find(|it| *it == tag));
    wanted.next().or(written.first()).map_or("", String::as_str)
}

fn columns() -> [Column; 7] {
    [
        "",
        "guide",
        "kind",
        "paper",
        "languages",
        "answers",
        "title",
    ]
    .map(words)
}

/// A guide as a line shows it.
fn row(guide: &Guide, languages: &[String], service: &Service, own: Option<&Tone>) -> Vec<String> {
    let id = guide.guide.value.as_str();
    let is_printed = match &service.prints {
        Some(prints) => prints.iter().any(|text| text.value == id),
        None => true,
    };
    let title = own.and_then(|tone| guide.title.in_tone(tone));
    vec![
        if is_printed { "*" } else { "" }.to_owned(),
        id.to_owned(),
        guide.kind.value.id().to_owned(),
        guide.format.value.id().to_owned(),
        joined(languages),
        still_needed(guide, service),
        title.map(|text| text.value.clone()).unwrap_or_default(),
    ]
}

/// How much only the service can say and has not said.
fn still_needed(guide: &Guide, service: &Service) -> String {
    let tag = service.languages.first().map_or("", |tag| &tag.value);
    let answers = Answers::of(guide, service, tag);
    match (answers.missing().len(), answers.open().len()) {
        (0, 0) => String::new(),
        (0, open) => format!("asks {open}"),
        (needed, _) => format!("needs {needed}"),
    }
}

fn joined<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<T> = words.into_iter().collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(", ")
}
