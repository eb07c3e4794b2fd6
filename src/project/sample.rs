//! Somebody invented, whose letter shows what a letter looks like.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::printing::misfits;
use super::{Made, Project};
use crate::problem::{Failure, Problem, Sources};
use crate::read::people::{FieldType, FieldValue, PersonRow, SampleRow};
use crate::read::{Field, Guide, PlaceToGo};
use crate::tailor::{Person, person};
use crate::typeset::{Typesetter, unprintable_in_person};

/// How much stands in the fields of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Short,
    Medium,
    Long,
}

impl Length {
    /// The word for it in guides and in names of files.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
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

impl Project {
    /// Somebody invented: the guide's own sample, or Sam Sample where it has none. Day,
    /// time and place are as short or as long as this service has them.
    ///
    /// # Errors
    /// Where the service has no place, or no typeface has a sample's characters.
    pub(super) fn sample(
        &self,
        guide: &Guide,
        tongue: usize,
        length: Length,
    ) -> Result<Person, Failure> {
        let (service, tongue) = (&self.parts.service, &self.parts.tongues[tongue]);
        let Some((place, _)) = length.pick(service.places.iter(), |(_, place)| letters(place))
        else {
            return Err(Problem::error("a letter needs a place to invite people to")
                .at(service.service.name.place)
                .help("add one under `places`, with its name and address; or leave letters out of `prints`")
                .into());
        };
        let sample = guide.samples.as_ref().map(|samples| match length {
            Length::Short => &samples.short,
            Length::Medium => &samples.medium,
            Length::Long => &samples.long,
        });
        let row = match sample {
            Some(sample) => sample.row(&guide.declared())?,
            None => sam_sample(guide, self.options.date),
        };
        let days = working_days(self.options.date);
        let day = length.pick(days, |day| tongue.weekday(*day).chars().count());
        let person = person(
            &PersonRow {
                row: 0,
                name: row.name,
                address: row.address,
                appointment_date: day.unwrap_or(self.options.date),
                appointment_time: match length {
                    Length::Short => Time::constant(9, 0, 0, 0),
                    Length::Medium => Time::constant(9, 30, 0, 0),
                    Length::Long => Time::constant(12, 30, 0, 0),
                },
                place: place.clone(),
                reference: row.reference,
                fields: row.fields,
                filed_as: String::new(),
            },
            service,
            tongue,
            guide.fields.keys(),
        );
        let unprintable = unprintable_in_person(&person, &self.parts.fonts).into_iter();
        let unprintable: Vec<Problem> = unprintable
            .filter_map(|(_, said)| {
                let problem = Problem::error(format!("the {} sample: {said}", length.word()));
                Some(problem.at(sample?.name.place).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                ))
            })
            .collect();
        match unprintable.is_empty() {
            true => Ok(person),
            false => Err(unprintable.into()),
        }
    }

    /// What does not fit in the letters to a guide's short and long samples. The letter to
    /// the medium one is judged as the guide's pages are.
    ///
    /// # Errors
    /// What is wrong with the samples otherwise.
    pub(super) fn sample_misfits(
        &self,
        made: &Made,
        tongue: usize,
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let Some(samples) = &made.guide.samples else {
            return Ok(Vec::new());
        };
        let mut typesetter = Typesetter::new(
            &made.publication,
            made.pictures.clone(),
            &self.parts.fonts,
            &self.shelf,
            self.options.date,
        )?;
        let mut found = Vec::new();
        for (length, sample) in [
            (Length::Short, &samples.short),
            (Length::Long, &samples.long),
        ] {
            let person = self.sample(&made.guide, tongue, length)?;
            let pages = typesetter.set_for(&person, sources)?;
            let misfits = misfits(&made.publication, &pages).into_iter();
            found.extend(misfits.map(|problem| Problem {
                message: format!("the {} sample: {}", length.word(), problem.message),
                ..problem.also(sample.name.place, "this is the sample")
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
