//! Somebody invented, whose letter shows what a letter looks like.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use crate::problem::{Failure, Problem};
use crate::read::people::{FieldType, FieldValue, PersonRow};
use crate::read::{Field, Guide, Service};
use crate::tailor::{Person, Tongue, person};

/// Somebody invented, to show what a letter looks like.
pub(super) fn sample(
    service: &Service,
    tongue: &Tongue,
    guide: &Guide,
    date: Date,
) -> Result<Person, Failure> {
    let Some(place) = service.places.keys().next() else {
        return Err(Problem::error("a letter needs a place to invite people to")
            .at(service.service.name.place)
            .help("add one under `places`, with its name and address; or leave letters out of `prints`")
            .into());
    };
    let row = PersonRow {
        row: 0,
        name: "Sam Sample".into(),
        address: ["Sam Sample", "1 Sample Street", "Sampleton", "LD99 1AA"]
            .map(str::to_owned)
            .into(),
        appointment_date: two_weeks_on(date),
        appointment_time: Time::constant(9, 30, 0, 0),
        place: place.clone(),
        reference: "SAMPLE".into(),
        fields: sample_fields(guide, date),
        filed_as: String::new(),
    };
    Ok(person(&row, service, tongue, guide.fields.keys()))
}

/// The fields that no letter goes out without.
fn sample_fields(guide: &Guide, date: Date) -> BTreeMap<String, FieldValue> {
    let required = guide.fields.iter().filter(|(_, field)| field.required);
    let value = |field: &Field| match field.r#type.value {
        FieldType::Text => FieldValue::Text("Sample".into()),
        FieldType::Date => FieldValue::Date(two_weeks_on(date)),
        FieldType::Time => FieldValue::Time(Time::constant(9, 30, 0, 0)),
        FieldType::Choice => {
            let first = field.choices.first().map(|choice| choice.value.clone());
            FieldValue::Text(first.unwrap_or_default())
        }
        // Numbers that begin with 999 are given to nobody.
        FieldType::NhsNumber => FieldValue::NhsNumber("9990000018".into()),
    };
    required
        .map(|(key, field)| (key.clone(), value(field)))
        .collect()
}

/// Two weeks later, or the Monday after where that is a weekend.
fn two_weeks_on(date: Date) -> Date {
    let day = date.saturating_add(14.days());
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.days()),
        _ => day,
    }
}
