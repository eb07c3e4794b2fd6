//! People a letter guide invents, to show what its letters look like: one with little
//! in every field, one with what is usual, one with as much as there may ever be. NHS
//! Notify asks for all three before it approves a letter (NHSDigital/nhs-notify-web-cms).

use std::collections::BTreeMap;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::address::{self, AddressRules, one_line};
use super::column::{ADDRESS, NAME, REFERENCE};
use super::limits::{LONGEST_NAME, LONGEST_REFERENCE};
use super::moment::Moments;
use super::{Declared, FieldValue};
use crate::diagnostics::{Place, Problem, RowCode, did_you_mean, one_of};
use crate::read::yaml::{Placed, Text};

/// The invented people of a guide.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Samples {
    /// Somebody with as little as there may be in every field.
    pub short: Sample,
    /// Somebody with what is usual. A sample letter is made out to them.
    pub medium: Sample,
    /// Somebody with as much as there may be in every field.
    pub long: Sample,
}

/// Somebody invented, as a row of a spreadsheet would hold them. Day, time and place
/// are found when a letter is set: a guide knows no service's places.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sample {
    /// The name, as after "Dear".
    pub name: Text,
    /// The lines below the name, the postcode last.
    pub address: Placed<Vec<Text>>,
    /// The service's own reference.
    #[serde(default)]
    pub reference: Option<Text>,
    /// The guide's own fields, by their keys.
    #[serde(default)]
    pub fields: IndexMap<String, Text>,
}

/// More fields of the invented people of a guide, where one that is based on it has more.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MoreOfSamples {
    /// Of the one with as little as there may be.
    pub short: MoreFields,
    /// Of the one with what is usual.
    pub medium: MoreFields,
    /// Of the one with as much as there may be.
    pub long: MoreFields,
}

/// More fields of somebody invented.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MoreFields {
    /// The guide's own fields, by their keys.
    pub fields: IndexMap<String, Text>,
}

/// A sample, judged as a row of a spreadsheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRow {
    /// The person's name.
    pub name: String,
    /// The address block: 3 to 7 lines, the name first, the postcode last.
    pub address: Vec<String>,
    /// The reference; may be empty.
    pub reference: String,
    /// The guide's own fields.
    pub fields: BTreeMap<String, FieldValue>,
}

impl Samples {
    /// Fills in fields that a guide has which is based on theirs.
    pub(in crate::read) fn fill_in(&mut self, more: MoreOfSamples) {
        self.short.fields.extend(more.short.fields);
        self.medium.fields.extend(more.medium.fields);
        self.long.fields.extend(more.long.fields);
    }

    /// Everything that is wrong with these people, for the fields of their guide.
    pub(in crate::read) fn problems(&self, declared: &[Declared]) -> Vec<Problem> {
        let samples = [&self.short, &self.medium, &self.long].into_iter();
        let wrong = samples.filter_map(|sample| sample.row(declared).err());
        let mut problems: Vec<Problem> = wrong.flatten().collect();
        problems.extend(self.unfilled(declared));
        problems
    }

    /// Fields of which nobody would see how long they may get.
    fn unfilled(&self, declared: &[Declared]) -> Vec<Problem> {
        let says_nothing =
            |field: &&Declared| !field.required && !self.long.fields.contains_key(&field.key);
        let unfilled = declared.iter().filter(says_nothing);
        unfilled
            .map(|field| {
                Problem::error(format!("the long sample has no `{}`", field.key))
                    .at(self.long.name.place)
                    .help(format!(
                        "add `{}: …` under its `fields`, with the longest that may stand there",
                        field.key
                    ))
            })
            .collect()
    }
}

impl Sample {
    /// The person, read as a row of a spreadsheet is.
    ///
    /// # Errors
    /// Everything that is wrong, each where it stands.
    pub fn row(&self, declared: &[Declared]) -> Result<SampleRow, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = one_line(&self.name.value);
        if !name.chars().any(char::is_alphabetic) {
            problems.push(
                Problem::error(format!("`{NAME}` has no letter in it"))
                    .at(self.name.place)
                    .help("write the name that stands after \"Dear\" in the letter"),
            );
        }
        problems.extend(too_long(NAME, &self.name, LONGEST_NAME));
        let address = self.block(&name).unwrap_or_else(|problem| {
            problems.push(*problem);
            Vec::new()
        });
        let reference = self.reference.as_ref();
        problems.extend(reference.and_then(|text| too_long(REFERENCE, text, LONGEST_REFERENCE)));
        let fields = self.fields(declared, &mut problems);
        if problems.is_empty() {
            Ok(SampleRow {
                name,
                address,
                reference: reference.map_or_else(String::new, |text| one_line(&text.value)),
                fields,
            })
        } else {
            Err(problems)
        }
    }

    fn block(&self, name: &str) -> Result<Vec<String>, Box<Problem>> {
        let lines = &self.address.value;
        // A line too many is enough to be told of all of them.
        let cells: Vec<(&str, &str)> = ADDRESS
            .into_iter()
            .zip(lines)
            .map(|(column, line)| (column, &*line.value))
            .collect();
        // Whoever writes a guide knows neither how it is posted nor who is with the forces.
        let rules = AddressRules {
            is_other_country: &|_| false,
            is_for_notify: false,
        };
        address::block(name, &cells, false, rules).map_err(|fault| {
            let line = ADDRESS.iter().position(|column| *column == fault.column());
            let place = line.and_then(|line| lines.get(line)).map(|line| line.place);
            let place: Place = place.unwrap_or(self.address.place);
            Problem::error(fault.says(fault.column()))
                .at(place)
                .help(fault.help())
                .into()
        })
    }

    fn fields(
        &self,
        declared: &[Declared],
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<String, FieldValue> {
        let known = || declared.iter().map(|field| field.key.as_str());
        for (key, text) in &self.fields {
            if !known().any(|field| field == key) {
                problems.push(no_such_field(key, text, known()));
            }
        }
        let mut fields = BTreeMap::new();
        for field in declared {
            let text = self.fields.get(&field.key);
            match field.read(text.map_or("", |text| &text.value), Moments::default()) {
                Ok(value) => fields.extend(value.map(|value| (field.key.clone(), value))),
                Err(wrong) => {
                    let place = text.map_or(self.name.place, |text| text.place);
                    let what = Problem::error(format!("`{}` {}", field.key, wrong.what)).at(place);
                    problems.push(match (text, wrong.code) {
                        (None, _) => Problem::error(format!(
                            "this sample has no `{}`, and every letter needs it",
                            field.key
                        ))
                        .at(place)
                        .help(format!("add `{}: …` under its `fields`", field.key)),
                        (_, RowCode::NotAChoice) => {
                            let choices = field.choices.iter().map(String::as_str);
                            what.help(format!("write {}", one_of(choices)))
                        }
                        _ => wrong
                            .help
                            .iter()
                            .fold(what, |problem, help| problem.help(*help)),
                    });
                }
            }
        }
        fields
    }
}

fn no_such_field<'a>(
    key: &str,
    text: &Text,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let problem = Problem::error(format!("this guide has no field `{key}`")).at(text.place);
    match known.clone().next() {
        None => problem.help(format!(
            "declare it under `fields` of the guide, or take `{key}` out"
        )),
        Some(_) => problem
            .maybe_help(did_you_mean(key, known.clone()))
            .help(format!("its fields are {}", one_of(known))),
    }
}

fn too_long(column: &str, text: &Text, longest: usize) -> Option<Problem> {
    let length = one_line(&text.value).chars().count();
    (length > longest).then(|| {
        Problem::error(format!("`{column}` is {length} letters long"))
            .at(text.place)
            .help(format!("the letter has room for {longest}"))
    })
}
