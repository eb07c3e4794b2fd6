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

/// Wraps every value in a tag with its place, and notes where keys stand. Null is
/// wrapped too, so that no `Option` takes it for an absent key: `colour: #0b6e69`
/// without quotes is a mistake, not a wish for no colour.
pub(super) fn placed(
    mark: &Mark,
    value: Value,
    keys: &mut BTreeMap<(Place, String), Place>,
) -> Result<Value, Place> {
    let inner = match (value, &mark.inside) {
        (Value::Sequence(items), Inside::Sequence(marks)) if items.len() == marks.len() => {
            let items = items.into_iter().zip(marks);
            let items: Result<_, _> = items.map(|(item, mark)| placed(mark, item, keys)).collect();
            Value::Sequence(items?)
        }
        (Value::Mapping(map), Inside::Mapping(entries)) if map.len() == entries.len() => {
            let mut wrapped = Mapping::new();
            for ((key, value), entry) in map.into_iter().zip(entries) {
                keys.insert((mark.place, entry.key.clone()), entry.key_place);
                wrapped.insert(key, placed(&entry.value, value, keys)?);
            }
            Value::Mapping(wrapped)
        }
        (Value::Sequence(_) | Value::Mapping(_), _) => return Err(mark.place),
        (_, Inside::Sequence(_)) => return Err(mark.place),
        (scalar, _) => scalar,
    };
    Ok(wrap(mark.place, inner))
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
