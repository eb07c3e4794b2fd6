//! Somebody invented, whose letter shows what a letter looks like.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use strum::IntoStaticStr;

use super::misfits::misfits;
use super::{Prepared, Workspace};
use crate::diagnostics::{Failure, Problem, refuse};
use crate::read::people::{
    Appointment, FieldType, FieldValue, PersonRow, Sample, SampleRow, Samples,
};
use crate::read::{Field, Guide, PlaceToGo, Service};
use crate::tailor::{Locale, Person, person};
use crate::typeset::unprintable_in_person;

/// How much stands in the fields of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Length {
    Short,
    Medium,
    Long,
}

impl Length {
    /// The word for it in guides and in names of files.
    pub(crate) fn word(self) -> &'static str {
        self.into()
    }

    /// The sample of this length.
    fn of(self, samples: &Samples) -> &Sample {
        match self {
            Self::Short => &samples.short,
            Self::Medium => &samples.medium,
            Self::Long => &samples.long,
        }
    }

    /// The one that has the length meant: the least, the first or the most.
    fn pick<T>(self, mut all: impl Iterator<Item = T>, letters: impl Fn(&T) -> usize) -> Option<T> {
        match self {
            Self::Short => all.min_by_key(letters),
            Self::Medium => all.next(),
            Self::Long => all.max_by_key(letters),
        }
    }
}

impl Workspace {
    /// Somebody invented: the guide's own sample, or Sam Sample where it has none. Day,
    /// time and place are as short or as long as this service has them.
    ///
    /// # Errors
    /// Where the letter shows an appointment and the service has no place, or no typeface
    /// has a sample's characters.
    pub(crate) fn sample(&self, prepared: &Prepared, length: Length) -> Result<Person, Failure> {
        let mut person = self.sample_in(prepared, length)?;
        let further = prepared.further.iter();
        let further = further.map(|part| self.sample_in(part, length));
        person.further = further.collect::<Result<_, _>>()?;
        Ok(person)
    }

    /// The same in the first language of what was prepared.
    fn sample_in(&self, prepared: &Prepared, length: Length) -> Result<Person, Failure> {
        let (service, guide) = (
            self.context.service_in(prepared.id.language()),
            &prepared.guide,
        );
        let (_, locale) = self.language(&prepared.id)?;
        let appointment = prepared
            .publication
            .shows_appointment()
            .then(|| self.sample_appointment(service, locale, length))
            .transpose()?;
        let sample = guide.samples.as_ref().map(|samples| length.of(samples));
        let row = match sample {
            Some(sample) => sample.row(&guide.declared())?,
            None => sam_sample(guide, self.date),
        };
        let person = person(
            &PersonRow {
                row: 0,
                letter: 0,
                name: row.name,
                address: row.address,
                appointment,
                reference: row.reference,
                fields: row.fields,
                filed_as: String::new(),
            },
            service,
            locale,
            guide.fields.keys(),
        );
        let unprintable = unprintable_in_person(&person, &self.context.fonts).into_iter();
        let unprintable: Vec<Problem> = unprintable
            .filter_map(|(_, said)| {
                let problem = Problem::error(format!("the {} sample: {said}", length.word()));
                Some(problem.at(sample?.name.place).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                ))
            })
            .collect();
        refuse(unprintable).map(|()| person)
    }

    /// When and where somebody invented is expected.
    fn sample_appointment(
        &self,
        service: &Service,
        locale: &Locale,
        length: Length,
    ) -> Result<Appointment, Failure> {
        let place = length.pick(service.places.iter(), |(_, place)| letters(place));
        let (place, _) = place.ok_or_else(|| {
            Problem::error("a letter needs a place to invite people to")
                .at(service.service.name.place)
                .help("add one under `places`, with its name and address; or leave letters out of `prints`")
        })?;
        let days = working_days(self.date);
        let day = length.pick(days, |day| locale.weekday(*day).chars().count());
        Ok(Appointment {
            date: day.unwrap_or(self.date),
            time: match length {
                Length::Short => Time::constant(9, 0, 0, 0),
                Length::Medium => Time::constant(9, 30, 0, 0),
                Length::Long => Time::constant(12, 30, 0, 0),
            },
            place: place.clone(),
        })
    }

    /// What does not fit in the letters to a guide's short and long samples. The letter to
    /// the medium one is judged as the guide's pages are.
    ///
    /// # Errors
    /// What is wrong with the samples otherwise.
    pub(super) fn sample_misfits(&self, prepared: &Prepared) -> Result<Vec<Problem>, Failure> {
        let Some(samples) = &prepared.guide.samples else {
            return Ok(Vec::new());
        };
        let mut typesetter = self.typesetter(prepared)?;
        let mut found = Vec::new();
        for length in [Length::Short, Length::Long] {
            let person = self.sample(prepared, length)?;
            let pages = typesetter.set_for(&person, &self.sources)?;
            let misfits = misfits(prepared, &pages).into_iter();
            found.extend(misfits.map(|problem| Problem {
                message: format!("the {} sample: {}", length.word(), problem.message),
                ..problem.also(length.of(samples).name.place, "this is the sample")
            }));
        }
        Ok(found)
    }
}

/// How much a place takes of a letter: a line more counts for more than any line's length.
fn letters(place: &PlaceToGo) -> usize {
    const LINE: usize = 10_000;
    let access = place.access.iter();
    let lines = std::iter::once(&place.name)
        .chain(&place.address)
        .chain(access);
    lines.map(|line| LINE + line.value.chars().count()).sum()
}

/// The person of a guide that has no samples, with the fields that no letter goes out
/// without.
fn sam_sample(guide: &Guide, date: Date) -> SampleRow {
    SampleRow {
        name: "Sam Sample".into(),
        address: ["Sam Sample", "1 Sample Street", "Sampleton", "LD99 1AA"]
            .map(str::to_owned)
            .into(),
        reference: "SAMPLE".into(),
        fields: sample_fields(guide, date),
    }
}

fn sample_fields(guide: &Guide, date: Date) -> BTreeMap<String, FieldValue> {
    let required = guide.fields.iter().filter(|(_, field)| field.required);
    let value = |field: &Field| match field.r#type.value {
        FieldType::Text => FieldValue::Text("Sample".into()),
        FieldType::Date => FieldValue::Date(working_days(date).next().unwrap_or(date)),
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

/// The days from two weeks on, for a year, on which clinics are open.
fn working_days(date: Date) -> impl Iterator<Item = Date> {
    let open = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    (14..14 + 365_i64)
        .map(move |days| date.saturating_add(days.days()))
        .filter(open)
}
