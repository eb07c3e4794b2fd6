//! Stories about leafwright, told from outside: somebody types a command, and
//! we look at what they read and at what comes out.
//!
//! All of them are one program, because each links Typst.

#[path = "../support/mod.rs"]
mod support;

mod new_user;
mod pictures;
mod says;
mod words;
