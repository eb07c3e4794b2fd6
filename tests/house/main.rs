//! Stories about leafwright, told from outside: somebody types a command, and
//! we look at what they read and at what comes out.
//!
//! All of them are one program, because each links Typst.

#[path = "../support/mod.rs"]
mod support;

mod approved;
mod asked;
mod based_on;
mod check;
mod clumsy;
mod core_words;
mod does_not_fit;
mod editors;
mod explain;
mod figures;
mod files;
mod forms;
mod guides;
mod imported;
mod known_figures;
mod laws;
mod lengths;
mod library;
mod library_page;
mod little_room;
mod local_services;
mod mistakes;
mod needs;
mod new_user;
mod odd_services;
mod overview;
mod own_details;
mod people;
mod pictures;
mod post;
mod poured;
mod rhythm;
mod same_bytes;
mod says;
mod shelves;
mod targets;
mod templates;
mod two_languages;
mod typed;
mod versions;
mod web;
mod whole_library;
mod words;
mod writing;
