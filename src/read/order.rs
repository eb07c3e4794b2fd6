//! Parts of a guide in another order.

use super::merge::{Part, position};
use super::yaml::Text;
use crate::diagnostics::Problem;

/// Lets the parts that are named change places among themselves, so that they come in this
/// order. The others stay where they are, and what belongs to a place stays there.
pub(super) fn put_in_order<T: Part>(parts: &mut [T], order: &[Text], problems: &mut Vec<Problem>) {
    for (number, id) in order.iter().enumerate() {
        let mut before = order[..number].iter();
        if let Some(first) = before.find(|before| before.value == id.value) {
            let problem = Problem::error(format!("`{}` is named twice", id.value)).at(id.place);
            problems.push(
                problem
                    .also(first.place, "here already")
                    .help("name it once"),
            );
            return;
        }
    }
    let found = order
        .iter()
        .filter_map(|id| position(parts, &id.value, id.place, problems));
    let from: Vec<usize> = found.collect();
    let mut to = from.clone();
    to.sort_unstable();
    let moved: Vec<(usize, T)> = to
        .into_iter()
        .zip(&from)
        .map(|(to, from)| (to, parts[*from].in_place_of(&parts[to])))
        .collect();
    for (to, part) in moved {
        parts[to] = part;
    }
}
