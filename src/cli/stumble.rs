//! A mistake of this program's own, said in words: what it was at may hold a person's name,
//! so that only the line of the program is told.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

use crate::diagnostics::Failure;

/// Where the program stumbled first: the cause, where one mistake follows from another.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// Has this program say nothing by itself where it stumbles.
pub fn note_places() {
    panic::set_hook(Box::new(note));
}

fn note(panic: &PanicHookInfo) {
    let mut place = PLACE.lock().unwrap_or_else(PoisonError::into_inner);
    if let (Some(at), true) = (panic.location(), place.is_empty()) {
        // The folder is that of whoever built the program.
        let file = at.file().rsplit_once("src/").map_or(at.file(), |it| it.1);
        *place = format!(", at `{file}:{}`", at.line());
    }
}

/// Does the work.
///
/// # Errors
/// What the work says; [`Failure::Machine`] where the program stumbles over a mistake of
/// its own.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let stumbled = |_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner);
        Err(Failure::machine(
            format!("leafwright stumbled over a mistake of its own{place}"),
            "please report this line, and what you typed; files that were written are whole",
        ))
    };
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(stumbled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_of_our_own_names_nobody() {
        let stumbled = caught(|| -> Result<(), _> { panic!("no letter for Ann Sample") });
        let said = stumbled.expect_err("it stumbled");
        assert!(matches!(said, Failure::Machine(_)));
        let said = said.to_string();
        assert!(
            said.contains("a mistake of its own") && !said.contains("Ann"),
            "{said}"
        );
    }
}
