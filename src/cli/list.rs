//! `leafwright list`: what there is, and what this service prints.

mod pictures;

use super::arguments::List;
use super::terminal::Terminal;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Sources, plural};
use crate::read::{Answers, Guide, MAIN_CONTACT, Reader, Service, Text, guides};

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
        "{}{example}\n  tone      {}\n  language  {}\n\nGuides (* this service prints it)\n",
        service.service.name.value,
        service.tone.value,
        joined(service.languages.iter().map(|text| &text.value))
    );
    let prints = |id: &str| match &service.prints {
        Some(prints) => prints.iter().any(|text| text.value == id),
        None => true,
    };
    for entry in guides(assets) {
        let language = Text {
            value: entry.languages[0].clone(),
            place: service.tone.place,
        };
        let guide = reader.guide(&entry.id, &language)?;
        let title = own.and_then(|tone| guide.title.in_tone(tone));
        text.push_str(&format!(
            "{} {:<16} {:<8} {:<13} {:<8} {}\n",
            if prints(&entry.id) { '*' } else { ' ' },
            entry.id,
            guide.kind.value.id(),
            guide.format.value.id(),
            joined(&entry.languages),
            title.map(|text| text.value.as_str()).unwrap_or_default(),
        ));
        if prints(&entry.id) {
            text.push_str(&still_needed(&guide, &service));
        }
    }
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

/// What only the service can say and has not said, and how to see the questions.
fn still_needed(guide: &Guide, service: &Service) -> String {
    let tag = service.languages.first().map_or("", |tag| &tag.value);
    let answers = Answers::of(guide, service, tag);
    let id = &guide.guide.value;
    let (needed, open) = (answers.missing().len(), answers.open().len());
    let what = match (needed, open - needed) {
        (0, 0) => return String::new(),
        (0, open) => format!("can say more with {}", plural(open, "answer")),
        (needed, 0) => format!("needs {}", plural(needed, "answer")),
        (needed, open) => format!("needs {}, and takes {open} more", plural(needed, "answer")),
    };
    format!("  {what}: leafwright needs {id}\n")
}

fn joined<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<T> = words.into_iter().collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(", ")
}
