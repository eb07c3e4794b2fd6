//! `run.json`: what a run was made from and how. It holds checksums and choices,
//! no clock, no host and nothing of a person: the same run gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};
use std::io;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{names, sha256_hex, whole};

/// The program's name and version, as a record holds it.
pub const PROGRAM: &str = concat!("leafwright ", env!("CARGO_PKG_VERSION"));

/// What a run was made from and how: to know an unfinished run again, and to prove
/// later what was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The program and its version: [`PROGRAM`].
    pub program: String,
    /// What was chosen on the command line, by the name of the option.
    pub options: BTreeMap<String, String>,
    /// The SHA-256 of each file that was read, by its name.
    pub inputs: BTreeMap<String, String>,
    /// How many rows of people the spreadsheet has, good or bad.
    pub rows: usize,
    /// How many of its rows are blank.
    pub blank_rows: usize,
    /// Which part of the run this is, where it is printed in parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<Shard>,
}

/// One part of a run that several machines print. Written as `2/4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Shard {
    /// Which part: from 1 to `of`.
    pub index: usize,
    /// How many parts the run has.
    pub of: usize,
}

/// What the name of a part's folder ends in, before its numbers.
const PART: &str = ".shard-";

impl Shard {
    /// The name of the folder of this part, of a run that is called so as a whole.
    pub(crate) fn folder_of(self, whole: &str) -> String {
        format!("{whole}{PART}{}-of-{}", self.index, self.of)
    }

    /// What the whole run is called whose part is in a folder of this name.
    pub(super) fn whole_of(folder_name: &str) -> Option<&str> {
        let (whole, _) = folder_name.split_once(PART)?;
        Some(whole).filter(|whole| !whole.is_empty())
    }
}

impl Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| digits)
        };
        let parts = text
            .split_once('/')
            .and_then(|(index, of)| Some((number(index)?, number(of)?)));
        match parts {
            Some((index, of)) if 1 <= index && index <= of => Ok(Self { index, of }),
            _ => Err(format!(
                "`{text}` is not a part of a run such as 2/4, the second of four"
            )),
        }
    }
}

impl TryFrom<String> for Shard {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// How much a run gave.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Letters that were printed.
    pub letters: usize,
    /// Rows of people that could not be printed.
    pub rejected: usize,
    /// Rows of people who asked for something that is not printed here.
    #[serde(default, skip_serializing_if = "is_none")]
    pub by_hand: usize,
    /// Files the letters are in.
    pub files: usize,
    /// Printed pages, blank backs not counted.
    pub pages: usize,
    /// Sheets of paper, with those that lie before the letters of a file.
    pub sheets: usize,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// The record of a finished run, as it stands in its folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Finished {
    #[serde(flatten)]
    pub(super) record: Record,
    pub(super) counts: Counts,
    /// The SHA-256 of `manifest.csv`, which holds those of the letters.
    pub(super) manifest: String,
    /// The SHA-256 of each list of rows that got no letter, by its name.
    #[serde(default)]
    pub(super) lists: BTreeMap<String, String>,
    /// The SHA-256 of this record as it is written without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sha256: Option<String>,
}

impl Finished {
    /// The same with its checksum.
    pub(super) fn sealed(self) -> io::Result<Self> {
        let bare = Self {
            sha256: None,
            ..self
        };
        Ok(Self {
            sha256: Some(sha256_hex(&write(&bare)?)),
            ..bare
        })
    }

    /// Whether a folder's file is this record, byte for byte as it was written.
    pub(super) fn is_as_written(&self, folder: &Path) -> bool {
        let sealed = self.clone().sealed().ok().filter(|sealed| sealed == self);
        let written = sealed.and_then(|sealed| write(&sealed).ok());
        written.is_some() && written == whole::read(&folder.join(names::RECORD)).ok()
    }
}

impl Record {
    /// What is not the same in another run, each in the words of a message: "the
    /// option `post`".
    pub(super) fn differences(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        if self.program != other.program {
            found.push("the version of leafwright".to_owned());
        }
        let options = changed(&self.options, &other.options);
        found.extend(options.map(|name| format!("the option `{name}`")));
        let inputs = changed(&self.inputs, &other.inputs);
        found.extend(inputs.map(|name| format!("`{name}`")));
        if self.shard != other.shard {
            found.push("the part of the run".to_owned());
        }
        // Where a file has changed, the number of its rows is no news.
        let counted = |record: &Self| (record.rows, record.blank_rows);
        if found.is_empty() && counted(self) != counted(other) {
            found.push("the number of rows".to_owned());
        }
        found
    }
}

/// The names whose values are not the same, or that only one side has, in order.
fn changed<'a>(
    one: &'a BTreeMap<String, String>,
    other: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = &'a String> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let changed = |name: &&String| one.get(*name) != other.get(*name);
    names.into_iter().filter(changed)
}

/// Writes a record, finished or not.
pub(super) fn write(record: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(record)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The record in a folder. None where there is none, or one that leafwright did
/// not write.
pub(super) fn read<T: for<'a> Deserialize<'a>>(folder: &Path) -> Option<T> {
    serde_json::from_slice(&whole::read(&folder.join(names::RECORD)).ok()?).ok()
}
