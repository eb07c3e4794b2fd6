//! The one printer of everything a person reads on the terminal.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};

use super::ways::Verb;
use crate::diagnostics::{Failure, Problem, Severity, SourceKind, Sources, counted, draw, shown};

/// Standard output and standard error.
pub struct Terminal {
    output: StandardStream,
    errors: StandardStream,
    /// What was typed, so that help names its own options.
    verb: Verb,
    /// Whether nothing is said but what is wrong.
    pub quiet: bool,
    /// Why something did not get to standard output.
    deaf: Option<io::Error>,
    /// The texts that problems point into.
    pub sources: Sources,
}

impl Terminal {
    /// For what this verb says: with colours where somebody sees them and has not asked
    /// for none.
    pub fn of(verb: Verb) -> Self {
        let choice = |seen| {
            if seen && std::env::var_os("NO_COLOR").is_none() {
                ColorChoice::Auto
            } else {
                ColorChoice::Never
            }
        };
        Self {
            output: StandardStream::stdout(choice(std::io::stdout().is_terminal())),
            errors: StandardStream::stderr(choice(std::io::stderr().is_terminal())),
            verb,
            quiet: false,
            deaf: None,
            sources: Sources::default(),
        }
    }

    /// What was typed.
    pub fn verb(&self) -> &Verb {
        &self.verb
    }

    /// A result, on standard output. A closed pipe is nobody who listens.
    pub fn result(&mut self, line: &str) {
        if !self.quiet {
            let written = writeln!(self.output, "{}", shown(line));
            self.heard(written);
        }
    }

    /// A file or a folder that was written, and what is in it.
    pub fn written(&mut self, path: &Path, said: &str) {
        self.result(&format!("{}  {said}", path.display()));
    }

    /// What was asked for, on standard output, however quiet it is.
    pub fn print(&mut self, text: &str) {
        let written = write!(self.output, "{}", shown(text));
        self.heard(written);
    }

    /// What was found, on standard output. Quiet keeps the warnings and drops the
    /// notes.
    pub fn findings(&mut self, problems: &[Problem]) {
        let problems = self.said(problems, self.quiet);
        let drawn = draw_all(&mut self.output, &self.sources, &problems);
        self.heard(drawn);
    }

    /// Notes whether something got to standard output. A closed pipe is nobody who listens.
    pub fn heard(&mut self, written: io::Result<()>) {
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => self.deaf = Some(error),
            _ => {}
        }
    }

    /// Whether everything that went to standard output got there.
    ///
    /// # Errors
    /// Where it did not: the file it goes to is on a full disk.
    pub fn all_heard(&mut self) -> Result<(), Failure> {
        let written = self.output.flush();
        self.heard(written);
        match self.deaf.take() {
            None => Ok(()),
            Some(error) => Err(Failure::machine(
                format!("what there is to say cannot be written: standard output fails ({error})"),
                "look whether the disk that standard output goes to is full; files that were made \
                 are whole",
            )
            .explaining(error)),
        }
    }

    /// Something to know, on standard error.
    pub fn say(&mut self, line: &str) {
        if !self.quiet {
            let _ = writeln!(self.errors, "{}", shown(line));
        }
    }

    /// A problem with its help in the words of what was typed.
    pub fn typed(&self, problem: &Problem) -> Problem {
        self.verb.typed(&problem.with_help_in(&self.sources))
    }

    /// Each of these problems once and not too many of a kind, in the words of what was
    /// typed; notes only where it is not quiet.
    fn said<'a>(
        &self,
        problems: impl IntoIterator<Item = &'a Problem>,
        quiet: bool,
    ) -> Vec<Problem> {
        let problems = problems.into_iter();
        let heard = problems.filter(|problem| !(quiet && problem.severity == Severity::Note));
        let counted = counted(heard.cloned().collect()).into_iter();
        counted.map(|problem| self.typed(&problem)).collect()
    }

    /// Problems that stop nothing. Quiet keeps the warnings and drops the notes.
    pub fn problems<'a>(&mut self, problems: impl IntoIterator<Item = &'a Problem>) {
        let problems = self.said(problems, self.quiet);
        // A closed terminal is nobody who reads.
        let _ = draw_all(&mut self.errors, &self.sources, &problems);
    }

    /// Why nothing was done, and the exit status that says so: 1 where something in the
    /// input is wrong, 2 where all of it is on the command line, 3 where the machine failed.
    pub fn failure(&mut self, failure: &Failure) -> u8 {
        let problems = self.said(&failure.problems(), false);
        let _ = draw_all(&mut self.errors, &self.sources, &problems);
        match failure {
            Failure::Machine(_) => 3,
            Failure::Input(_) if is_typed(failure) => 2,
            Failure::Input(_) => 1,
        }
    }
}

/// Draws these problems.
///
/// # Errors
/// Where the output does not take them.
fn draw_all(
    output: &mut StandardStream,
    sources: &Sources,
    problems: &[Problem],
) -> io::Result<()> {
    let mut problems = problems.iter();
    problems.try_for_each(|problem| draw(output, sources, problem))
}

/// Whether all that is wrong is what was asked for, not what stands in a file.
pub fn is_typed(failure: &Failure) -> bool {
    let asked = |problem: &Problem| problem.origin == Some(SourceKind::Argument);
    matches!(failure, Failure::Input(_)) && failure.problems().iter().all(asked)
}
