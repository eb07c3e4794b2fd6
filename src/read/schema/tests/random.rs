//! Built-in files changed at random.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_yaml::Value as Yaml;

use super::{WITHOUT_NAMES, built_in, reads, refused_by};
use crate::read::SchemaOf;

/// A value somewhere in a file, changed in one way.
fn changed(value: &mut Yaml, mut at: usize, way: usize) -> usize {
    if at == 0 {
        *value = match way {
            0 => Yaml::Null,
            1 => Yaml::from(7),
            2 => Yaml::from(true),
            3 => Yaml::from("word"),
            4 => Yaml::from(" "),
            5 => Yaml::Sequence(Vec::new()),
            6 => Yaml::Sequence(vec![value.clone()]),
            7 => Yaml::Mapping(serde_yaml::Mapping::new()),
            8 => Yaml::Mapping([("wellbeing".into(), value.clone())].into_iter().collect()),
            9 => Yaml::from(2.5),
            10 => Yaml::from("all"),
            _ => match value.clone() {
                Yaml::Sequence(mut list) => {
                    list.pop();
                    Yaml::Sequence(list)
                }
                Yaml::Mapping(group) => group
                    .into_iter()
                    .skip(1)
                    .collect::<serde_yaml::Mapping>()
                    .into(),
                other => other,
            },
        };
        return usize::MAX;
    }
    at -= 1;
    match value {
        Yaml::Sequence(list) => {
            for item in list {
                at = changed(item, at, way);
                if at == usize::MAX {
                    return at;
                }
            }
        }
        Yaml::Mapping(group) => {
            for (_, item) in group {
                at = changed(item, at, way);
                if at == usize::MAX {
                    return at;
                }
            }
        }
        _ => {}
    }
    at
}

proptest! {
    /// No editor underlines what the program takes.
    #[test]
    fn whatever_reads_fits(file in 0..100_usize, at in 0..4_000_usize, way in 0..12_usize) {
        static FILES: LazyLock<Vec<(SchemaOf, Yaml)>> = LazyLock::new(|| {
            let files = built_in().into_iter();
            files.map(|(of, text)| (of, serde_yaml::from_str(&text).expect("YAML"))).collect()
        });
        let (of, mut value) = FILES[file % FILES.len()].clone();
        let size = usize::MAX - 1 - changed(&mut value.clone(), usize::MAX - 1, 0);
        changed(&mut value, at % size.max(1), way);
        let text = serde_yaml::to_string(&value).expect("YAML");
        if reads(of, &text) {
            prop_assert_eq!(refused_by(&WITHOUT_NAMES[of.id()], &text), None, "{}", text);
        }
    }
}
