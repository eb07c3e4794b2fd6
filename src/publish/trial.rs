//! A service's own template, tried in a process of its own before it is used in this one:
//! a mistake in one can run for ever or take all memory, and Typst bounds neither.

use std::num::NonZeroUsize;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::elsewhere::SameService;
use super::{Prepared, Workspace};
use crate::diagnostics::{Error, Failure, Problem, plural};
use crate::tailor::PublicationId;
use crate::workers::{self, Job, Limits, Lost, Outcome};

/// How long the pages of one publication may take, in seconds.
const LONGEST: u64 = 10;
/// How much memory they may take, in bytes of address space: 500 MB and the program itself.
const MEMORY: u64 = 640 << 20;

/// What the process has to know.
#[derive(Debug, Serialize, Deserialize)]
struct Greeting {
    service: SameService,
    id: PublicationId,
}

/// Tries a publication for the process that started this one. A program of which this
/// library is a part calls it when it is started as [`Options::trial`](super::Options)
/// says.
///
/// # Errors
/// Where nobody speaks to it: it was started by a person.
pub fn try_out() -> Result<(), Failure> {
    workers::serve(begin, |(workspace, prepared), (), _| {
        let pages = workspace.set_here(prepared);
        // What is wrong with the pages says whoever makes them.
        drop(pages);
    })
}

fn begin(greeting: Greeting) -> Result<(Workspace, Prepared), Error> {
    let workspace = greeting.service.open()?;
    let prepared = workspace.prepare(&greeting.id);
    match prepared {
        Ok(prepared) => Ok((workspace, prepared)),
        Err(failure) => Err(workspace.error(failure)),
    }
}

impl Workspace {
    /// Tries a publication, once, where the service has templates of its own and somebody
    /// said how a process is started.
    ///
    /// # Errors
    /// Where its pages take too long or too much memory, or the process cannot work.
    pub(super) fn tried(&self, prepared: &Prepared) -> Result<(), Failure> {
        let Some(command) = &self.options.trial else {
            return Ok(());
        };
        let is_own = !self.assets.service_names("templates")?.is_empty();
        if !is_own || !self.tried.first_time(&prepared.id) {
            return Ok(());
        }
        let limits = Limits {
            workers: NonZeroUsize::MIN,
            step: Duration::from_secs(LONGEST),
            memory: Some(MEMORY),
        };
        let greeting = Greeting {
            service: SameService::of(self),
            id: prepared.id.clone(),
        };
        let guide = &prepared.id.guide;
        workers::run(
            command,
            &greeting,
            &limits,
            [Job { id: 0, task: () }],
            |outcome| match outcome {
                Outcome::Done { answer: (), .. } => Ok(Vec::new()),
                Outcome::Lost { why, .. } => Err(lost(guide, &why).into()),
            },
        )
    }
}

fn lost(guide: &str, why: &Lost) -> Problem {
    let how = match why {
        Lost::TooSlow => format!(
            "they were not finished after {}",
            plural(LONGEST as usize, "second")
        ),
        Lost::Died(_) => {
            "they take more than 500 MB of memory, or go deeper than anything can".to_owned()
        }
    };
    Problem::error(format!("the pages of `{guide}` cannot be made: {how}"))
        .help("look in your own `templates/` for something that never ends or calls itself; without them, the built-in ones are used")
}
