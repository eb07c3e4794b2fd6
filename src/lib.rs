//! leafwright makes printed pages for health and community services: patient
//! leaflets, options booklets and invitation letters that already carry the
//! service's name, its contacts and its way of speaking.
//!
//! Data goes one way through the rooms of the house:
//!
//! ```text
//!  service.yaml ─┐
//!  guides, tones ┼─▶ read ─▶ tailor ─▶ typeset ─▶ press ─▶ deliver
//!  people.csv ───┘             └──── check
//! ```
//!
//! [`project`] walks one service through them; `cli` is what a person types.
//! [`crew`] lets several processes of this program do one work, so that a letter
//! that brings its process down costs no other letter.

#![warn(missing_docs)]

pub mod check;
mod checksum;
pub mod cli;
pub mod crew;
pub mod deliver;
pub mod press;
pub mod problem;
pub mod project;
pub mod read;
pub mod shelf;
pub mod tailor;
pub mod typeset;
