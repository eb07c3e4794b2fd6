//! `leafwright list`: what there is, and what this service prints.

use super::arguments::List;
use super::terminal::Terminal;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Sources};
use crate::read::{MAIN_CONTACT, Reader, Text, guides};

pub fn run(arguments: &List, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = arguments.service.assets()?;
    for line in lines(&assets, &terminal.sources)? {
        terminal.result(&line);
    }
    Ok(())
}

fn lines(assets: &Assets, sources: &Sources) -> Result<Vec<String>, Failure> {
    let reader = &mut Reader::new(assets, sources);
    let service = reader.service(&[])?;
    let mut lines = vec![
        if assets.is_example() {
            format!("{} (the built-in example)", service.service.name.value)
        } else {
            service.service.name.value.clone()
        },
        format!("  tone      {}", service.tone.value),
        format!(
            "  language  {}",
            joined(service.languages.iter().map(|text| text.value.as_str()))
        ),
        String::new(),
        "Guides (* this service prints it)".to_owned(),
    ];
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
        let title = guide.title.in_tone(&service.tone.value);
        lines.push(format!(
            "{} {:<16} {:<8} {:<13} {:<8} {}",
            if prints(&entry.id) { '*' } else { ' ' },
            entry.id,
            guide.kind.value.id(),
            guide.format.value.id(),
            joined(entry.languages.iter().map(String::as_str)),
            title.map(|text| text.value.as_str()).unwrap_or_default(),
        ));
    }
    lines.push(String::new());
    lines.push(format!(
        "Tones      {}",
        joined(reader.tones().iter().map(String::as_str))
    ));
    lines.push(format!(
        "Languages  {}",
        joined(reader.languages().iter().map(String::as_str))
    ));
    lines.push("Editions   standard, large-print".to_owned());
    lines.push(String::new());
    lines
        .push("Fill in    service.name, service.organisation: write {{ service.name }}".to_owned());
    let ids = service.contacts.keys().map(String::as_str);
    for id in std::iter::once(MAIN_CONTACT).chain(ids) {
        let Some(contact) = service.contact(id) else {
            continue;
        };
        let parts = contact.parts();
        let said = parts.iter().filter(|(_, text)| text.is_some());
        let names: Vec<String> = said
            .map(|(part, _)| format!("contact.{id}.{part}"))
            .collect();
        lines.push(format!("           {}", names.join(", ")));
    }
    let tone = reader.tone(&service.tone)?;
    let terms: Vec<String> = tone
        .terms
        .keys()
        .map(|term| format!("term.{term}"))
        .collect();
    lines.push(format!("           {}", terms.join(", ")));
    Ok(lines)
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
