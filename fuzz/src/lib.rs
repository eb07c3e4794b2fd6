//! The rooms of leafwright that read what people wrote, and what has to be true of them
//! whatever that is: they answer, soon and in little memory (libFuzzer sees to these, and
//! to panics), and in words that people read.

#![allow(dead_code, unused_imports, reason = "of each room a part is asked")]

#[path = "../../src/assets/mod.rs"]
mod assets;
#[path = "../../src/checksum.rs"]
mod checksum;
#[path = "../../src/diagnostics/mod.rs"]
mod diagnostics;
#[path = "../../src/read/mod.rs"]
mod read;
#[path = "../../src/tailor/mod.rs"]
mod tailor;

mod desk;
mod words;

use assets::File;
use desk::{Desk, GUIDE};
use diagnostics::{SourceKind, Sources};
use read::picture::{self, MaxSize};
use read::table::{self, Asked};

/// A `service.yaml`, and a guide tailored to it.
pub fn service(bytes: &[u8]) {
    Desk::with_file("service.yaml", bytes).publication("pain-and-mood");
}

/// A guide.
pub fn guide(bytes: &[u8]) {
    let path = format!("content/guides/{GUIDE}/en-GB.yaml");
    Desk::with_file(&path, bytes).publication(GUIDE);
}

/// The text of a guide, in Markdown with placeholders.
pub fn markdown(bytes: &[u8]) {
    let text = serde_json::Value::from(String::from_utf8_lossy(bytes));
    let written = desk::GUIDE_AROUND_A_TEXT.replace("TEXT", &text.to_string());
    guide(written.as_bytes());
}

/// A list of people as a text, and a list of local services.
pub fn csv(bytes: &[u8]) {
    Desk::with_file("local-services.csv", bytes).local_services();
    workbook(bytes);
}

/// A list of people as a workbook.
pub fn workbook(bytes: &[u8]) {
    match table::survey("people.xlsx", bytes, &Asked::default()) {
        Ok(table) => desk::people(table),
        Err(problems) => words::assert_plain(&problems),
    }
}

/// A picture, and the same as a drawing.
pub fn picture(bytes: &[u8]) {
    let drawing = File {
        name: "templates/pictures/walk.svg".to_owned(),
        kind: SourceKind::Service,
        bytes: bytes.to_vec(),
    };
    if let Err(problems) = picture::drawing::read(&Sources::default(), drawing) {
        words::assert_plain(&problems);
    }
    let size = MaxSize {
        width_mm: 50.0,
        height_mm: 18.0,
    };
    match picture::prepare("logo.png", bytes, size) {
        Ok((_, warnings)) => words::assert_plain(&warnings),
        Err(problem) => words::assert_plain(&[problem]),
    }
}
