//! Values wrapped in a tag that says where they stand.

use std::collections::BTreeMap;

use serde_yaml::value::{Tag, TaggedValue};
use serde_yaml::{Mapping, Value};

use super::marks::{Inside, Mark};
use super::placed::{tag, untag};
use crate::diagnostics::Place;

pub(super) fn place_of(value: &Value) -> Option<Place> {
    match value {
        Value::Tagged(tagged) => untag(&tagged.tag.to_string()),
        _ => None,
    }
}

/// The values of a file, each wrapped in a tag with its place, and where keys stand. Null
/// is wrapped too, so that no `Option` takes it for an absent key: `colour: #0b6e69`
/// without quotes is a mistake, not a wish for no colour.
pub(super) fn placed(mark: Mark, keys: &mut BTreeMap<(Place, String), Place>) -> Value {
    let value = match mark.inside {
        Inside::Scalar(value) => value,
        Inside::Sequence(items) => items.into_iter().map(|item| placed(item, keys)).collect(),
        Inside::Mapping(entries) => {
            let mut map = Mapping::with_capacity(entries.len());
            for entry in entries {
                // A key is a word, also where it looks like a number or a yes.
                keys.insert((mark.place, entry.key.clone()), entry.key_place);
                map.insert(Value::String(entry.key), placed(entry.value, keys));
            }
            Value::Mapping(map)
        }
    };
    wrap(mark.place, value)
}

pub(super) fn wrap(place: Place, value: Value) -> Value {
    Value::Tagged(Box::new(TaggedValue {
        tag: Tag::new(tag(place)),
        value,
    }))
}

pub(super) fn bare(value: &Value) -> &Value {
    match value {
        Value::Tagged(tagged) => &tagged.value,
        other => other,
    }
}

pub(super) fn bare_mut(value: &mut Value) -> &mut Value {
    match value {
        Value::Tagged(tagged) => &mut tagged.value,
        other => other,
    }
}
