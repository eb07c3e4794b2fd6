//! Letters that are poured wrong on purpose, to see that somebody notices.

use std::cell::Cell;

thread_local! {
    static SPOILED: Cell<bool> = const { Cell::new(false) };
}

/// Until it is dropped, words poured by this thread stand a little to the right.
pub struct Spoiled(());

/// Begins it.
pub fn begin() -> Spoiled {
    SPOILED.set(true);
    Spoiled(())
}

impl Drop for Spoiled {
    fn drop(&mut self) {
        SPOILED.set(false);
    }
}

/// How far, pt.
pub fn by() -> f32 {
    if SPOILED.get() { 2.0 } else { 0.0 }
}
