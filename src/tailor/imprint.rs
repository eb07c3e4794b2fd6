//! Who made a publication, when, and from what.

use super::help::contact;
use super::publication::{Imprint, QrCode, Source};
use super::tailoring::Tailoring;
use super::{Locale, Materials, Role, qr, value};
use crate::read::{CoreChanged, Guide, Kind, MAIN_CONTACT, Nation, SourceEntry, Text};

/// The imprint of a guide, with the sources that its texts cite.
pub fn of(guide: &Guide, cited: &[&SourceEntry], materials: &Materials) -> Imprint {
    let locale = materials.locale;
    let dated = |label: &str, day| locale.say(label, &[("date", &locale.month(day))]);
    let sources = (1..).zip(cited);
    Imprint {
        version: locale.say("version", &[("number", &locale.number(guide.version))]),
        version_number: guide.version,
        reviewed: dated("reviewed", guide.reviewed.value),
        next_review: dated("next-review", guide.next_review.value),
        approval: approval(guide, materials),
        changes: guide
            .core_changes
            .iter()
            .map(|change| changed(change, guide, materials))
            .collect(),
        audience: plain(locale, guide.audience.value.label()),
        formats: offers(materials),
        feedback: plain(locale, "feedback"),
        feedback_page: materials.service.feedback_page.as_ref().and_then(page),
        contact: materials.service.contact(MAIN_CONTACT).map(contact),
        sources: sources
            .map(|(number, source)| Source {
                number,
                text: source.text.value.clone(),
            })
            .collect(),
        draft: guide.draft.then(|| plain(locale, "draft-translation")),
    }
}

/// Who stands behind it. A letter does not say: it is signed, and what is behind it
/// concerns whoever sends it.
fn approval(guide: &Guide, materials: &Materials) -> String {
    match guide.kind.value {
        Kind::Letter => String::new(),
        _ => materials.approval.words(materials.locale),
    }
}

/// That a part of the core says something else here, and who answers for it.
fn changed(change: &CoreChanged, guide: &Guide, materials: &Materials) -> String {
    // Its heading is among the texts of the page already.
    let mut aside = Tailoring::new(guide, materials);
    let name = change.name.as_ref();
    let what = match name.map(|name| aside.plain(name, Role::Heading)) {
        Some(name) => name,
        None => change.id.replace('-', " "),
    };
    let who = value(&change.approved_by.value);
    let values = [("what", what.as_str()), ("who", who.as_str())];
    materials.locale.say("core-changed", &values)
}

/// What people may ask for: this in another form and, in Wales, to use Welsh, which
/// is offered before anybody has to ask (Welsh Language Standards Regulations 2018).
fn offers(materials: &Materials) -> Option<String> {
    let locale = materials.locale;
    let in_wales = materials.service.service.nation.value == Nation::Wales;
    let labels = [
        (materials.service.offers_formats(), "formats-line"),
        (in_wales && locale.tag() != "cy", "welsh-is-welcome"),
    ];
    let said = labels.into_iter().filter(|(holds, _)| *holds);
    let said: Vec<String> = said.map(|(_, label)| plain(locale, label)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The code of a page for feedback: phones open it over an encrypted connection, however
/// its address is written.
fn page(address: &Text) -> Option<QrCode> {
    let address = address.value.trim();
    let name = address.split_once("://").map_or(address, |(_, name)| name);
    qr::of(&format!("https://{name}"))
}

fn plain(locale: &Locale, label: &str) -> String {
    locale.say(label, &[])
}
