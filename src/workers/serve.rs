//! The worker's side.

use std::io::{self, Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::{process, thread};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::frame::{self, FromWorker, Message, ToWorker};
use super::limits;
use crate::diagnostics::{Error, Failure, Help, Problem, Sources, Way};

/// The stack of the thread that listens. It only reads, and a stack counts as
/// memory of the worker.
const LISTENER_STACK: usize = 256 * 1024;

/// Does jobs for the process that started this one, until there are no more.
///
/// `begin` makes the workplace from the greeting, once. `work` does one job in
/// it, and calls its third argument after each step that is finished. Both run
/// on the thread that calls this: let it be the main thread, which has the stack
/// that Typst wants (8 MiB).
///
/// Stdin and stdout belong to this function: nothing else may read or print.
/// When stdin ends, the process ends at once, also in the middle of an job: its
/// caller wants nothing more, or is gone. When stdout is gone, this returns.
///
/// # Errors
/// What `begin` says; the caller has been told. [`Failure::Input`] when it is
/// not [`run`](super::run) that speaks on stdin. [`Failure::Machine`] when the
/// system gives no thread.
pub fn serve<G, J, A, W>(
    begin: impl FnOnce(G) -> Result<W, Error>,
    work: impl FnMut(&mut W, J, &mut dyn FnMut()) -> A,
) -> Result<(), Failure>
where
    G: DeserializeOwned,
    J: DeserializeOwned + Send + 'static,
    A: Serialize,
{
    serve_on(io::stdin(), io::stdout(), begin, work)
}

/// [`serve`], with other pipes than stdin and stdout.
pub(super) fn serve_on<G, J, A, W>(
    mut input: impl Read + Send + 'static,
    mut output: impl Write,
    begin: impl FnOnce(G) -> Result<W, Error>,
    mut work: impl FnMut(&mut W, J, &mut dyn FnMut()) -> A,
) -> Result<(), Failure>
where
    G: DeserializeOwned,
    J: DeserializeOwned + Send + 'static,
    A: Serialize,
{
    let greeting = match frame::read::<ToWorker<G, J>>(&mut input) {
        Ok(None) => return Ok(()),
        Ok(Some(Message::Greeting { memory, greeting })) => {
            limits::keep(memory);
            greeting
        }
        _ => return Err(nobody_there()),
    };
    let jobs = listen::<G, J>(input)?;
    let mut say = |message: &FromWorker<A>| frame::write(&mut output, message);
    let started = limits::start_threads();
    let started = started.map_err(|failure| Error::new(failure, &Sources::default()));
    let mut workplace = match started.and_then(|()| begin(greeting)) {
        Ok(workplace) => workplace,
        Err(error) => {
            let refusal = error.failure().in_words(error.sources());
            // Whether it arrives or not, this worker is done.
            let _ = say(&Message::Refused(refusal));
            return Err(error.into());
        }
    };
    let mut heard = say(&Message::Ready);
    while heard.is_ok()
        && let Ok(job) = jobs.recv()
    {
        let mut step = || {
            if heard.is_ok() {
                heard = say(&Message::Step);
            }
        };
        let answer = work(&mut workplace, job, &mut step);
        heard = heard.and_then(|()| say(&Message::Answer(answer)));
    }
    Ok(())
}

/// Takes jobs as they come, in a thread of its own: so the caller never waits
/// in the middle of a long job, and its end is noticed even in an endless loop.
fn listen<G, J>(mut input: impl Read + Send + 'static) -> Result<Receiver<J>, Failure>
where
    G: DeserializeOwned,
    J: DeserializeOwned + Send + 'static,
{
    let (sender, jobs) = mpsc::channel();
    let listener = thread::Builder::new().stack_size(LISTENER_STACK);
    let started = listener.spawn(move || {
        while let Ok(Some(ToWorker::<G, J>::Job(job))) = frame::read(&mut input) {
            // Where nobody takes it any more, the end is still to be noticed.
            let _ = sender.send(job);
        }
        process::exit(0)
    });
    match started {
        Ok(_) => Ok(jobs),
        Err(error) => Err(Failure::machine(
            "a worker process got no thread from the system",
            "close other programs, or let fewer processes work at the same time",
        )
        .because(error)),
    }
}

fn nobody_there() -> Failure {
    Problem::not_there("this is a worker process, and only leafwright itself can start one")
        .help(Help::from(Way::Commands).then(" for what leafwright can do"))
        .into()
}
