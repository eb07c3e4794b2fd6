//! Stories of hands.
