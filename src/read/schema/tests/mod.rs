use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;

use super::*;
use crate::assets::{Assets, File, example_names};
use crate::diagnostics::{SourceKind, Sources};
use crate::read::option::OptionParts;
use crate::read::spoken_in;
use crate::read::yaml::{self, Mistyped};

mod mistakes;
mod random;

/// The schemas of the built-in example, ready to judge.
static SCHEMAS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let all = SchemaOf::ALL.iter().map(|of| {
        let schema = reader.schema(*of).expect("built-in names");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        (of.id(), validator)
    });
    all.collect()
});

/// The labels that every language has to have.
static ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let text = include_str!("../../../../content/labels/en-GB.yaml");
    serde_yaml::from_str(text).expect("labels")
});

/// The same for a service that may have any picture, tone, language and guide: which there
/// are, a file does not tell that is read alone.
static WITHOUT_NAMES: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let all = SchemaOf::ALL.iter().map(|of| {
        let mut schema = reader.schema(*of).expect("built-in names");
        for name in ["SceneName", "ToneName", "LanguageTag", "GuideName"] {
            if let Some(names) = schema.pointer_mut(&format!("/$defs/{name}")) {
                *names = yaml::words().to_value();
            }
        }
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        (of.id(), validator)
    });
    all.collect()
});

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder that has a schema, by its path there, with its text.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                let text = fs::read_to_string(&path).expect("a text");
                let path = path.strip_prefix(folder).expect("below it").to_owned();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Every built-in file that has a schema.
fn built_in() -> Vec<(SchemaOf, String)> {
    let examples = example_names();
    let examples = examples.flat_map(|name| files(&here().join("content/examples").join(name)));
    let mut all: Vec<_> = examples.collect();
    let inside = files(&here().join("content")).into_iter();
    all.extend(inside.map(|(path, text)| (Path::new("content").join(path), text)));
    let all = all.into_iter();
    all.filter_map(|(path, text)| Some((SchemaOf::of_path(&path)?, text)))
        .collect()
}

/// What an editor sees in a text.
fn seen(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok()
}

/// Why a schema refuses a text; nothing where it does not.
fn refused(of: SchemaOf, text: &str) -> Option<String> {
    refused_by(&SCHEMAS[of.id()], text)
}

/// The same of this schema.
fn refused_by(schema: &Validator, text: &str) -> Option<String> {
    let seen = seen(text).expect("YAML without keys that are no words");
    let errors = schema.iter_errors(&seen);
    let said: Vec<String> = errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

/// Whether reading takes a text.
fn reads(of: SchemaOf, text: &str) -> bool {
    let file = File {
        name: "a.yaml".into(),
        kind: SourceKind::Service,
        bytes: text.as_bytes().to_vec(),
    };
    let sources = Sources::default();
    match of {
        SchemaOf::Service => yaml::read_with(
            &sources,
            &file,
            &[],
            &spoken_in(None),
            |service: &Service| service.problems(),
        )
        .is_ok(),
        SchemaOf::Guide if text.contains("\nbased-on:") => {
            // None of them changes options.
            let parts = OptionParts::default();
            let unlike = |variant: &Variant, mistyped: &Mistyped| variant.unlike(&parts, mistyped);
            yaml::read_checked(&sources, &file, unlike).is_ok()
        }
        SchemaOf::Guide => yaml::read_checked(&sources, &file, Guide::unlike_options)
            .is_ok_and(|guide: Guide| guide.problems(&guide.guide.value.clone()).is_empty()),
        SchemaOf::Override => {
            yaml::read_checked::<Overrides>(&sources, &file, |_, _| Vec::new()).is_ok()
        }
        SchemaOf::Version => {
            yaml::read_checked::<Version>(&sources, &file, |_, _| Vec::new()).is_ok()
        }
        SchemaOf::Persona => yaml::read::<Persona>(&sources, &file).is_ok(),
        SchemaOf::Tone => yaml::read::<Tone>(&sources, &file).is_ok(),
        SchemaOf::Crisis => yaml::read::<Crisis>(&sources, &file).is_ok(),
        SchemaOf::Labels => yaml::read::<Labels>(&sources, &file)
            .is_ok_and(|labels| ENGLISH.keys().all(|key| labels.contains_key(key))),
        SchemaOf::Urgent => yaml::read::<UrgentTexts>(&sources, &file).is_ok(),
        SchemaOf::Topics => yaml::read::<Topics>(&sources, &file).is_ok(),
        SchemaOf::WordsToAvoid => yaml::read::<WordsToAvoid>(&sources, &file).is_ok(),
    }
}

#[test]
fn whatever_is_built_in_fits_its_schema() {
    let all = built_in();
    for of in SchemaOf::ALL {
        assert!(
            all.iter().any(|(one, _)| one == of),
            "no file for {}",
            of.id()
        );
    }
    for (of, text) in all {
        assert!(reads(of, &text), "{}", of.id());
        assert_eq!(refused(of, &text), None, "{}", of.id());
    }
}

#[test]
fn what_reads_in_the_services_of_stories_fits_its_schema() {
    let mut count = 0;
    for entry in fs::read_dir(here().join("tests/services")).expect("services") {
        let folder = entry.expect("an entry").path();
        // Names that only this service has.
        let assets = Assets::of(&folder).expect("a service");
        let sources = Sources::default();
        for (path, text) in files(&folder) {
            let Some(of) = SchemaOf::of_path(&path) else {
                continue;
            };
            if reads(of, &text) {
                let schema = Reader::new(&assets, &sources).schema(of).expect("names");
                let validator = jsonschema::validator_for(&schema).expect("a schema");
                let seen = seen(&text).expect("YAML");
                let said = validator.iter_errors(&seen).map(|error| error.to_string());
                let said: Vec<_> = said.collect();
                assert_eq!(
                    said,
                    Vec::<String>::new(),
                    "{}: {}",
                    folder.display(),
                    path.display()
                );
                count += 1;
            }
        }
    }
    assert!(count > 15, "{count} files");
}

/// Every key and every block says what it is for, to somebody who hovers over it.
#[test]
fn everything_in_a_schema_is_explained() {
    fn unexplained(path: &str, schema: &Value, found: &mut Vec<String>) {
        if let Some(keys) = schema.get("properties").and_then(Value::as_object) {
            let bare = keys
                .iter()
                .filter(|(_, key)| key.get("description").is_none());
            found.extend(bare.map(|(key, _)| format!("{path}/{key}")));
        }
        let inside: Box<dyn Iterator<Item = (String, &Value)>> = match schema {
            Value::Object(group) => Box::new(group.iter().map(|(key, it)| (key.clone(), it))),
            Value::Array(list) => Box::new(
                (0..)
                    .zip(list)
                    .map(|(at, it): (usize, _)| (at.to_string(), it)),
            ),
            _ => return,
        };
        for (key, schema) in inside {
            unexplained(&format!("{path}/{key}"), schema, found);
        }
    }
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    for of in [
        SchemaOf::Service,
        SchemaOf::Guide,
        SchemaOf::Override,
        SchemaOf::Version,
        SchemaOf::Persona,
        SchemaOf::Labels,
    ] {
        let schema = reader.schema(of).expect("built-in names");
        let mut found = Vec::new();
        unexplained("", &schema, &mut found);
        found.retain(|path| !path.contains("/TextByTone/"));
        assert_eq!(found, Vec::<String>::new(), "{}", of.id());
    }
}

#[test]
fn schemas_are_made_as_they_were() {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let schema = reader.schema(SchemaOf::Tone).expect("built-in names");
    insta::assert_snapshot!(format!("{schema:#}"));
}
