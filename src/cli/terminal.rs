//! The one printer of everything a person reads on the terminal.

use std::io::{IsTerminal, Write};

use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};

use crate::problem::{Failure, Problem, Severity, Sources, draw};

/// Standard output and standard error.
pub struct Terminal {
    output: StandardStream,
    errors: StandardStream,
    quiet: bool,
    /// The texts that problems point into.
    pub sources: Sources,
}

impl Terminal {
    /// With colours where somebody sees them and has not asked for none.
    pub fn new() -> Self {
        let choice = |seen| match seen && std::env::var_os("NO_COLOR").is_none() {
            true => ColorChoice::Auto,
            false => ColorChoice::Never,
        };
        Self {
            output: StandardStream::stdout(choice(std::io::stdout().is_terminal())),
            errors: StandardStream::stderr(choice(std::io::stderr().is_terminal())),
            quiet: false,
            sources: Sources::default(),
        }
    }

    /// Says nothing from here on but what is wrong.
    pub fn quiet(&mut self, quiet: bool) {
        self.quiet = quiet;
    }

    /// A result, on standard output. A closed pipe is nobody who listens.
    pub fn result(&mut self, line: &str) {
        if !self.quiet {
            let _ = writeln!(self.output, "{line}");
        }
    }

    /// What was asked for, on standard output, however quiet it is.
    pub fn print(&mut self, text: &str) {
        let _ = write!(self.output, "{text}");
    }

    /// What was found, on standard output. Quiet keeps the warnings and drops the
    /// notes.
    pub fn findings(&mut self, problems: &[Problem]) {
        for problem in problems {
            if !(self.quiet && problem.severity == Severity::Note) {
                let _ = draw(&mut self.output, &self.sources, problem);
            }
        }
    }

    /// Something to know, on standard error.
    pub fn say(&mut self, line: &str) {
        if !self.quiet {
            let _ = writeln!(self.errors, "{line}");
        }
    }

    /// Problems that stop nothing. Quiet keeps the warnings and drops the notes.
    pub fn problems<'a>(&mut self, problems: impl IntoIterator<Item = &'a Problem>) {
        let mut shown: Vec<&Problem> = Vec::new();
        for problem in problems {
            let silent = self.quiet && problem.severity == Severity::Note;
            if !silent && !shown.contains(&problem) {
                shown.push(problem);
                let _ = draw(&mut self.errors, &self.sources, problem);
            }
        }
    }

    /// Why nothing was done, and the exit status that says so.
    pub fn failure(&mut self, failure: &Failure) -> u8 {
        let mut shown: Vec<&Problem> = Vec::new();
        for problem in failure.problems() {
            if !shown.contains(&problem) {
                shown.push(problem);
                let _ = draw(&mut self.errors, &self.sources, problem);
            }
        }
        failure.exit_status()
    }
}
