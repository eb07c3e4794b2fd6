//! What goes to a process at once: a file of many letters, or a few files of one each.

use std::collections::BTreeSet;

use super::files::RunFile;
use super::messages::{MadeFile, Manner};
use super::production::Production;
use crate::diagnostics::Failure;

/// For how many people what is personal in their letters is set at once. More is hardly
/// faster, and as much is lost where a run is stopped.
pub(super) const AT_ONCE: usize = 50;

impl Production<'_> {
    /// How many files are made in one job: few enough for every process to have some.
    pub(super) fn files_in_a_lot(&self) -> usize {
        let workers = self.run.options.workers.as_ref();
        let processes = workers.map_or(1, |workers| workers.limits.workers.get());
        match self.manner {
            Manner::Alone => (self.files.len() / (4 * processes)).clamp(1, AT_ONCE),
            Manner::Run | Manner::Counted => 1,
        }
    }

    /// The files of a job.
    pub(super) fn lot(&self, id: usize) -> &[RunFile] {
        let mut lots = self.files.chunks(self.files_in_a_lot());
        lots.nth(id).unwrap_or_default()
    }

    /// What was made in a job, file by file: those that have a letter.
    ///
    /// # Errors
    /// Where that is not what was asked for.
    pub(super) fn apart(
        &self,
        id: usize,
        made: MadeFile,
    ) -> Result<Vec<(&RunFile, MadeFile)>, Failure> {
        let files = self.lot(id);
        if self.manner != Manner::Alone {
            let file = files.first().filter(|_| !made.letters.is_empty());
            return Ok(file.map(|file| (file, made)).into_iter().collect());
        }
        let rows = &self.recipients.people.rows;
        let mut rest = made.pdf.as_slice();
        let letters = made.letters.iter().zip(&made.lengths);
        let apart = letters.map(|(letter, length)| {
            let (pdf, after) = rest.split_at_checked(*length)?;
            rest = after;
            let mut files = files.iter();
            let file = files.find(|file| rows[file.letters[0]].row == letter.row)?;
            let made = MadeFile {
                letters: vec![*letter],
                pdf: pdf.to_vec(),
                ..MadeFile::default()
            };
            Some((file, made))
        });
        let whole = apart.collect::<Option<Vec<_>>>();
        whole
            .filter(|_| rest.is_empty())
            .ok_or_else(nobody_asked_for)
    }

    /// The letters of a job but for those that were lost.
    pub(super) fn left(&self, id: usize, lost: &BTreeSet<usize>) -> impl Iterator<Item = usize> {
        let letters = self.lot(id).iter().flat_map(|file| &file.letters).copied();
        letters.filter(move |letter| !lost.contains(letter))
    }
}

fn nobody_asked_for() -> Failure {
    Failure::machine(
        "a process that makes letters sent others than it was asked for",
        "this is a fault of leafwright: please tell its authors",
    )
}
