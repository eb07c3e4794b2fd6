//! The files into which somebody typed what came back.

use std::path::Path;

use crate::assets::{FileKind, read_file, shown};
use crate::diagnostics::{Failure, Problem};

/// The files with what came back.
#[derive(Debug, Clone)]
pub struct AnswerFiles {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Where the tally is a file of its own: it is a sheet of a workbook otherwise.
    pub(super) tally: Option<(String, Vec<u8>)>,
}

impl AnswerFiles {
    /// Reads the answers, and the tally where it is a file of its own.
    ///
    /// # Errors
    /// Where one of them is not there, or cannot be read.
    pub fn read(answers: &Path, tally: Option<&Path>) -> Result<Self, Failure> {
        let read = |path: &Path| {
            let name = shown(path);
            match read_file(path, &name, FileKind::People)? {
                Some(bytes) => Ok((name, bytes)),
                None => Err(Failure::from(
                    Problem::not_there(format!("there is no file `{name}`"))
                        .help("check the spelling, and the folder you are in"),
                )),
            }
        };
        let (name, bytes) = read(answers)?;
        Ok(Self {
            name,
            bytes,
            tally: tally.map(read).transpose()?,
        })
    }
}
