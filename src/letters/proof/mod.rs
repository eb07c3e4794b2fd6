//! Letters to approve a run by: those of the rows that hold the longest and the shortest
//! of each column, and the guide's own samples beside them (NHS Notify asks for proofs of
//! both extremes: NHSDigital/nhs-notify-web-cms). Each says on every page that it is one,
//! and none is in the folder of the letters.

mod chosen;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::event::Event;
use super::printer::LetterPrinter;
use super::run::LetterRun;
use crate::diagnostics::{Error, Failure, Help, Problem, Way};
use crate::output::{self, Privacy};
use crate::press;
use crate::publish::{Length, Prepared};
use crate::read::people::PersonRow;
use crate::tailor::Person;
use chosen::{Chosen, chosen, with_longest_address};

/// How the names of proofs begin and end.
const NAMES: (&str, &str) = ("proof-", ".pdf");

/// Which letters somebody wants to see before a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofKind {
    /// The letters of the rows that show the extremes, and those to the guide's samples.
    Letters,
    /// The letter with the longest address, with what its post asks for drawn on it: also
    /// one that breaks it, since this is where one sees how.
    Overlay,
}

/// A proof, ready to be written. It shows what stands in a person's row.
#[derive(Debug)]
pub struct LetterProof {
    /// The name of its file, without a folder.
    pub file_name: String,
    /// Whose letter it is and why it was chosen, without a word of what is in it:
    /// `row 7: the longest name and address`.
    pub what: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl LetterProof {
    /// Writes it into a folder, for its owner alone. Gives its path.
    ///
    /// # Errors
    /// Where the disk will not.
    pub fn write_into(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = folder.join(&self.file_name);
        output::write_whole(&path, &self.pdf, Privacy::Private)?;
        Ok(path)
    }
}

impl LetterRun {
    /// The folder that proofs are in: beside that of the letters, so that nobody posts one.
    pub fn proofs_folder(&self) -> PathBuf {
        let mut folder = self.folder().into_os_string();
        folder.push(".proofs");
        folder.into()
    }

    /// Makes the folder for proofs, for its owner alone, without those of an earlier time:
    /// they may show another spreadsheet. Gives its path.
    ///
    /// # Errors
    /// Where the disk will not.
    pub fn clear_proofs(&self) -> Result<PathBuf, Failure> {
        let folder = self.proofs_folder();
        let explain = |error| output::explain(&folder, error);
        fs::create_dir_all(output::folder_of(&folder)).map_err(explain)?;
        match output::create_folder(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                // A link would open somebody else's folder, and put the proofs there.
                if !fs::symlink_metadata(&folder).map_err(explain)?.is_dir() {
                    return Err(output::file_in_the_way(&folder));
                }
                output::make_private(&folder, output::FOLDER).map_err(explain)?;
            }
            made => made.map_err(explain)?,
        }
        for old in proofs_in(&folder).map_err(explain)? {
            output::take_away(&old)?;
        }
        Ok(folder)
    }

    /// Takes the proofs away once the letters are there: nobody needs what stands in them
    /// twice. A folder that holds anything else stays with it.
    ///
    /// # Errors
    /// Where the disk will not.
    pub fn take_proofs_away(&self) -> Result<(), Failure> {
        let folder = self.proofs_folder();
        let proofs = match proofs_in(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            proofs => proofs.map_err(|error| output::explain(&folder, error))?,
        };
        for proof in proofs {
            output::take_away(&proof)?;
        }
        match fs::remove_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::DirectoryNotEmpty => {
                Err(output::explain(&folder, error))
            }
            _ => Ok(()),
        }
    }

    /// Makes proofs of these kinds.
    ///
    /// # Errors
    /// What is wrong with one of them, or that there is nothing to draw.
    pub fn proof(
        &self,
        kinds: &[ProofKind],
        mut on_event: impl FnMut(Event),
    ) -> Result<Vec<LetterProof>, Error> {
        self.located(|run| {
            run.warn_of_print_run(&mut on_event);
            let recipients = run.judge(run.options.bad_rows, &mut on_event)?;
            let rows = &recipients.people.rows;
            let persons = rows.iter().map(|row| run.person(&recipients, row));
            let persons: Vec<Person> = persons.collect::<Result<_, _>>()?;
            // The samples are in the letter of the run, also where no row asks for that.
            let letters = recipients.letters.iter().chain([&run.prepared]).cloned();
            let letters: Vec<Arc<Prepared>> = letters.collect();
            let mut proofs = Proofs {
                run,
                printer: LetterPrinter::new(&run.workspace, &letters)?,
                made: Vec::new(),
            };
            for kind in kinds {
                match kind {
                    ProofKind::Letters => {
                        for letter in 0..recipients.letters.len() {
                            proofs.letters(letter, rows, &persons)?;
                        }
                        proofs.samples(recipients.letters.len())?;
                    }
                    ProofKind::Overlay => proofs.overlay(rows, &persons)?,
                }
            }
            Ok(proofs.made)
        })
    }
}

/// The proofs in a folder, by their names.
fn proofs_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut proofs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_proof = name
            .to_str()
            .is_some_and(|name| name.starts_with(NAMES.0) && name.ends_with(NAMES.1));
        if is_proof && entry.file_type()?.is_file() {
            proofs.push(entry.path());
        }
    }
    Ok(proofs)
}

fn file_name(of: &str) -> String {
    format!("{}{of}{}", NAMES.0, NAMES.1)
}

/// Proofs being made.
struct Proofs<'r> {
    run: &'r LetterRun,
    printer: LetterPrinter,
    made: Vec<LetterProof>,
}

impl Proofs<'_> {
    /// The extremes among the rows that get this letter.
    fn letters(
        &mut self,
        letter: usize,
        rows: &[PersonRow],
        persons: &[Person],
    ) -> Result<(), Failure> {
        let people = rows.iter().zip(persons);
        let people = people.filter(|(row, _)| row.letter == letter);
        let (rows, persons): (Vec<&PersonRow>, Vec<&Person>) = people.unzip();
        for Chosen { index, why } in chosen(&persons) {
            let row = rows[index].row;
            let of = format!("row-{row:06}");
            let place = format!("row {row}");
            self.letter(
                letter,
                persons[index],
                &of,
                &place,
                format!("{place}: {why}"),
            )?;
        }
        Ok(())
    }

    /// Those to the guide's samples, where it has any.
    fn samples(&mut self, letter: usize) -> Result<(), Failure> {
        if self.run.prepared.guide.samples.is_some() {
            for length in [Length::Short, Length::Medium, Length::Long] {
                let person = self.run.workspace.sample(&self.run.prepared, length)?;
                let what = format!("the guide's {} sample", length.word());
                let of = format!("sample-{}", length.word());
                self.letter(letter, &person, &of, &what, what.clone())?;
            }
        }
        Ok(())
    }

    /// A letter; what is wrong with it is said with its place in the spreadsheet.
    fn letter(
        &mut self,
        letter: usize,
        person: &Person,
        of: &str,
        place: &str,
        what: String,
    ) -> Result<(), Failure> {
        let file_name = file_name(of);
        let printed = self.printer.proof(letter, person, &file_name);
        let (pages, pdf) =
            printed.map_err(|failure| named(failure, &self.run.options.people.name, place))?;
        self.made.push(LetterProof {
            file_name,
            what,
            pdf,
            pages: pages.document.pages().len(),
        });
        Ok(())
    }

    fn overlay(&mut self, rows: &[PersonRow], persons: &[Person]) -> Result<(), Failure> {
        if !press::has_overlay(self.run.workspace.service().letters.post()) {
            let help = Help::from("say which").by(Way::Post);
            return Err(
                Problem::error("there is nothing to draw without an envelope")
                    .help(help.then(": `dl`, `c5`, `notify` or `nhs-notify`"))
                    .into(),
            );
        }
        let Some(index) = with_longest_address(persons) else {
            return Ok(());
        };
        let file_name = file_name("overlay");
        let letter = rows[index].letter;
        let (pages, pdf) = self.printer.overlaid(letter, &persons[index], &file_name)?;
        let row = rows[index].row;
        self.made.push(LetterProof {
            file_name,
            what: format!(
                "row {row}: the longest address, with what the post asks for drawn on it"
            ),
            pdf,
            pages: pages.document.pages().len(),
        });
        Ok(())
    }
}

fn named(failure: Failure, file: &str, place: &str) -> Failure {
    match failure {
        Failure::Input(_) => failure.map(|problem| Problem {
            message: format!("{file}, {place}: {}", problem.message),
            ..problem
        }),
        machine @ Failure::Machine(_) => machine,
    }
}
