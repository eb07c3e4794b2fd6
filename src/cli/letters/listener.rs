//! What happens in a run of letters, as a person at the terminal hears of it.

use std::collections::BTreeMap;
use std::path::Path;

use super::summary::in_words;
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::diagnostics::{Problem, Severity, plural};
use crate::letters::Event;
use crate::read::table::RowFault;

/// How many files are named one by one.
const NAMED: usize = 20;

/// Hears the events of a run.
pub struct Listener<'t> {
    /// Where all of it is said.
    pub terminal: &'t mut Terminal,
    progress: Option<Progress>,
    /// What is in the files, by their numbers. Not where they are many, or called after
    /// what may tell who somebody is.
    named: Option<BTreeMap<usize, (String, String)>>,
    /// How many warnings were noted.
    pub warnings: usize,
    /// Why rows were left out.
    pub left_out: Vec<RowFault>,
}

impl<'t> Listener<'t> {
    /// Nothing has happened yet. `named`: whether files may be named.
    pub fn new(terminal: &'t mut Terminal, named: bool) -> Self {
        Self {
            terminal,
            progress: None,
            named: named.then(BTreeMap::new),
            warnings: 0,
            left_out: Vec::new(),
        }
    }

    /// Something happened.
    pub fn hear(&mut self, event: Event) {
        match event {
            Event::Noted(problem) => {
                self.warnings += usize::from(problem.severity == Severity::Warning);
                self.terminal.problems([problem]);
            }
            Event::RowJudged { .. } => {}
            Event::LeftOut(fault) => self.left_out.push(fault.clone()),
            Event::Begun {
                files,
                letters,
                finished,
            } => {
                self.progress = Some(Progress::new(self.terminal, finished, letters));
                self.named = self.named.take().filter(|_| files <= NAMED);
            }
            Event::LetterFinished(_) => {
                if let Some(progress) = &mut self.progress {
                    progress.add(1, self.terminal);
                }
            }
            Event::FileFinished(file) => {
                if let Some(named) = &mut self.named {
                    let said = (file.name.to_owned(), in_words(file.letters));
                    named.insert(file.number, said);
                }
            }
        }
    }

    /// All letters are made, with these warnings.
    pub fn end(&mut self, warnings: &[Problem]) {
        self.progress = None;
        self.terminal.problems(warnings);
    }

    /// Names the files, or says how many there are.
    pub fn name_files(&mut self, folder: &Path, count: usize) {
        let Some(named) = &self.named else {
            self.terminal.written(folder, &plural(count, "file"));
            return;
        };
        for (name, said) in named.values() {
            self.terminal.written(&folder.join(name), said);
        }
    }
}
