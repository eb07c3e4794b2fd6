//! What letters have beside their sections, and the person each is for.

use std::collections::BTreeMap;

use super::publication::{Letter, Person};
use super::{Locale, Materials, scenes, unbroken, value};
use crate::read::people::{FieldType, FieldValue, PersonRow};
use crate::read::{Guide, Placed, Post, Service, Text};

/// What every letter of a run has.
pub fn face(guide: &Guide, materials: &Materials) -> Letter {
    let service = materials.service;
    let letters = &service.letters;
    let post = letters.post();
    let signed = letters.signed_by.as_ref();
    let filled = |text: Option<&Placed<String>>| {
        let text = text.map(|text| text.value.trim()).unwrap_or_default();
        (!text.is_empty()).then(|| value(text))
    };
    Letter {
        date: materials.locale.day(materials.date),
        window: post.address().map(|zone| zone.area),
        folds: post.folds(),
        post: post.id(),
        nhs_number: nhs_number(guide).filter(|_| post == Post::NhsNotify),
        reply_to: reply_to(service),
        signed_name: filled(signed.and_then(|signed| signed.name.as_ref())),
        signed_role: filled(signed.and_then(|signed| signed.role.as_ref())),
        picture: scenes::named(materials, letters.picture.as_ref()),
        tight: false,
    }
}

/// The field that holds people's NHS numbers, as templates name it.
fn nhs_number(guide: &Guide) -> Option<String> {
    let mut fields = guide.fields.iter();
    let found = fields.find(|(_, field)| field.r#type.value == FieldType::NhsNumber);
    found.map(|(key, _)| key.replace('-', "_"))
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
    locale: &Locale,
    declared: impl Iterator<Item = &'a String>,
) -> Person {
    let appointment = row.appointment.as_ref();
    let place = appointment.and_then(|it| service.places.get(&it.place));
    let said = |text: Option<&Text>| text.map(|text| value(&text.value)).unwrap_or_default();
    let mut fields: BTreeMap<String, String> = declared
        .map(|key| (key.replace('-', "_"), String::new()))
        .collect();
    for (key, field) in &row.fields {
        let text = match field {
            FieldValue::Text(text) => value(text),
            FieldValue::Date(day) => locale.weekday(*day),
            FieldValue::Time(time) => locale.time(*time),
            FieldValue::NhsNumber(digits) => value(&in_threes(digits)),
        };
        fields.insert(key.replace('-', "_"), text);
    }
    Person {
        name: value(&row.name),
        address: row.address.iter().map(|line| value(line)).collect(),
        // A letter that shows no appointment prints none of these.
        appointment_date: appointment.map_or_else(String::new, |it| locale.weekday(it.date)),
        appointment_time: appointment.map_or_else(String::new, |it| locale.time(it.time)),
        place_name: said(place.map(|place| &place.name)),
        place_address: place
            .iter()
            .flat_map(|place| &place.address)
            .map(|line| value(&line.value))
            .collect(),
        place_access: said(place.and_then(|place| place.access.as_ref())),
        reference: value(&unbroken(&row.reference)),
        fields,
        further: Vec::new(),
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
