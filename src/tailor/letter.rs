//! What letters have beside their sections, and the person each is for.

use std::collections::BTreeMap;

use super::publication::{Letter, Person, Window};
use super::{Materials, Tongue, value};
use crate::read::people::{FieldValue, PersonRow};
use crate::read::{Placed, Post, Service};

/// A4, mm.
const PAPER: (f64, f64) = (210.0, 297.0);

/// An envelope with a window, mm: sizes and places from the trade, as most
/// stationers sell them.
struct Envelope {
    width: f64,
    height: f64,
    /// The window seen from the front: left, top, width, height.
    window: (f64, f64, f64, f64),
    /// How many times the sheet is folded over: 3 for thirds.
    parts: f64,
}

/// DL: 110 x 220, window 93 x 39, 20 from the left, 53 from the top.
const DL: Envelope = Envelope {
    width: 220.0,
    height: 110.0,
    window: (20.0, 53.0, 93.0, 39.0),
    parts: 3.0,
};

/// C5: 162 x 229, window 90 x 45, 20 from the left, 60 up from the bottom.
const C5: Envelope = Envelope {
    width: 229.0,
    height: 162.0,
    window: (20.0, 57.0, 90.0, 45.0),
    parts: 2.0,
};

impl Envelope {
    fn of(post: Post) -> Option<Self> {
        match post {
            Post::Dl => Some(DL),
            Post::C5 => Some(C5),
            Post::None => None,
        }
    }

    /// The part of the sheet that shows wherever the paper slides to: on each
    /// axis, what the window shows of the paper pushed to one side, met with what
    /// it shows of the paper pushed to the other.
    fn safe(&self) -> Window {
        let (left, top, width, height) = self.window;
        let slide_across = self.width - PAPER.0;
        let slide_down = self.height - PAPER.1 / self.parts;
        Window {
            left,
            top,
            right: left + width - slide_across,
            bottom: top + height - slide_down,
        }
    }

    /// Where the sheet is folded, mm from its top.
    fn folds(&self) -> Vec<f64> {
        let part = PAPER.1 / self.parts;
        (1..self.parts as u32)
            .map(|fold| f64::from(fold) * part)
            .collect()
    }
}

/// What every letter of a run has.
pub fn face(materials: &Materials) -> Letter {
    let service = materials.service;
    let letters = &service.letters;
    let post = letters
        .post
        .as_ref()
        .map(|post| post.value)
        .unwrap_or_default();
    let envelope = Envelope::of(post);
    let signed = letters.signed_by.as_ref();
    let filled = |text: Option<&Placed<String>>| {
        let text = text.map(|text| text.value.trim()).unwrap_or_default();
        (!text.is_empty()).then(|| value(text))
    };
    Letter {
        date: materials.tongue.day(materials.date),
        window: envelope.as_ref().map(Envelope::safe),
        folds: envelope.as_ref().map(Envelope::folds).unwrap_or_default(),
        reply_to: reply_to(service),
        signed_name: filled(signed.and_then(|signed| signed.name.as_ref())),
        signed_role: filled(signed.and_then(|signed| signed.role.as_ref())),
    }
}

fn reply_to(service: &Service) -> Vec<String> {
    let place = service
        .letters
        .reply_to
        .as_ref()
        .and_then(|id| service.places.get(&id.value))
        .or_else(|| service.places.values().next());
    let lines = place
        .into_iter()
        .flat_map(|place| std::iter::once(&place.name).chain(&place.address));
    std::iter::once(&service.service.name)
        .chain(lines)
        .map(|line| value(&line.value))
        .collect()
}

/// An NHS number as the NHS service manual has it, 999 123 4567, and never broken
/// over two lines.
fn in_threes(digits: &str) -> String {
    match (digits.get(..3), digits.get(3..6), digits.get(6..)) {
        (Some(first), Some(second), Some(rest)) => format!("{first}\u{a0}{second}\u{a0}{rest}"),
        _ => digits.to_owned(),
    }
}

/// A person, ready to print. `declared` are the fields the guide knows.
pub fn person<'a>(
    row: &PersonRow,
    service: &Service,
    tongue: &Tongue,
    declared: impl Iterator<Item = &'a String>,
) -> Person {
    let place = service.places.get(&row.place);
    let mut fields: BTreeMap<String, String> = declared
        .map(|key| (key.replace('-', "_"), String::new()))
        .collect();
    for (key, field) in &row.fields {
        let text = match field {
            FieldValue::Text(text) => value(text),
            FieldValue::Date(day) => tongue.weekday(*day),
            FieldValue::Time(time) => tongue.time(*time),
            FieldValue::NhsNumber(digits) => value(&in_threes(digits)),
        };
        fields.insert(key.replace('-', "_"), text);
    }
    Person {
        name: value(&row.name),
        address: row.address.iter().map(|line| value(line)).collect(),
        appointment_date: tongue.weekday(row.appointment_date),
        appointment_time: tongue.time(row.appointment_time),
        place_name: place
            .map(|place| value(&place.name.value))
            .unwrap_or_default(),
        place_address: place
            .iter()
            .flat_map(|place| &place.address)
            .map(|line| value(&line.value))
            .collect(),
        place_access: place
            .and_then(|place| place.access.as_ref())
            .map(|access| value(&access.value))
            .unwrap_or_default(),
        reference: value(&row.reference),
        fields,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nhs_number_is_never_broken_over_two_lines() {
        let printed = value(&in_threes("9990000018"));
        assert_eq!(printed, "999\u{a0}000\u{a0}0018");
    }
}
