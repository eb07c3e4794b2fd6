//! Who made a publication, when, and from what.

use super::help::contact;
use super::publication::{Imprint, Source};
use super::{Materials, Tongue};
use crate::read::{Guide, MAIN_CONTACT};

/// The imprint of a guide.
pub fn of(guide: &Guide, materials: &Materials) -> Imprint {
    let tongue = materials.tongue;
    let dated = |label: &str, day| tongue.say(label, &[("date", &tongue.month(day))]);
    let sources = guide.sources.iter();
    Imprint {
        version: tongue.say("version", &[("number", &tongue.number(guide.version))]),
        version_number: guide.version,
        reviewed: dated("reviewed", guide.reviewed.value),
        next_review: dated("next-review", guide.next_review.value),
        audience: plain(tongue, guide.audience.value.label()),
        formats: materials
            .service
            .formats_line
            .then(|| plain(tongue, "formats-line")),
        feedback: plain(tongue, "feedback"),
        contact: materials.service.contact(MAIN_CONTACT).map(contact),
        sources: (1..)
            .zip(sources)
            .map(|(number, source)| Source {
                number,
                text: source.text.value.clone(),
            })
            .collect(),
        draft: guide.draft.then(|| plain(tongue, "draft-translation")),
    }
}

fn plain(tongue: &Tongue, label: &str) -> String {
    tongue.say(label, &[])
}
