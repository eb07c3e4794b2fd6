//! The hand's side.

use std::io::{self, Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::{process, thread};

use super::frame::{self, Kind};
use super::{limits, refusal};
use crate::problem::{Failure, Problem};

/// The stack of the thread that listens. It only reads, and a stack counts as
/// memory of the hand.
const LISTENER_STACK: usize = 256 * 1024;

/// Does orders for the process that started this one, until there are no more.
///
/// `begin` makes the workplace from the greeting, once. `work` does one order in
/// it, and calls its third argument after each step that is finished. Both run
/// on the thread that calls this: let it be the main thread, which has the stack
/// that Typst wants (8 MiB).
///
/// Stdin and stdout belong to this function: nothing else may read or print.
/// When stdin ends, the process ends at once, also in the middle of an order: its
/// caller wants nothing more, or is gone. When stdout is gone, this returns.
///
/// # Errors
/// What `begin` says; the caller has been told. [`Failure::Usage`] when it is
/// not [`run`](super::run) that speaks on stdin. [`Failure::Machine`] when the
/// system gives no thread.
pub fn serve<W>(
    begin: impl FnOnce(&[u8]) -> Result<W, Failure>,
    work: impl FnMut(&mut W, &[u8], &mut dyn FnMut()) -> Vec<u8>,
) -> Result<(), Failure> {
    serve_on(io::stdin(), io::stdout(), begin, work)
}

/// [`serve`], with other pipes than stdin and stdout.
pub(super) fn serve_on<W>(
    mut input: impl Read + Send + 'static,
    mut output: impl Write,
    begin: impl FnOnce(&[u8]) -> Result<W, Failure>,
    mut work: impl FnMut(&mut W, &[u8], &mut dyn FnMut()) -> Vec<u8>,
) -> Result<(), Failure> {
    let greeting = match frame::read(&mut input) {
        Ok(None) => return Ok(()),
        Ok(Some((Kind::Greeting, bytes))) => bytes,
        _ => return Err(nobody_there()),
    };
    let (memory, greeting) = limits::split(&greeting).ok_or_else(nobody_there)?;
    limits::keep(memory);
    let orders = listen(input)?;
    let mut workplace = match begin(greeting) {
        Ok(workplace) => workplace,
        Err(failure) => {
            // Whether it arrives or not, this hand is done.
            let _ = frame::write(&mut output, Kind::Refused, &refusal::write(&failure));
            return Err(failure);
        }
    };
    let mut heard = frame::write(&mut output, Kind::Ready, &[]);
    while heard.is_ok()
        && let Ok(order) = orders.recv()
    {
        let mut step = || {
            if heard.is_ok() {
                heard = frame::write(&mut output, Kind::Step, &[]);
            }
        };
        let answer = work(&mut workplace, &order, &mut step);
        heard = heard.and_then(|()| frame::write(&mut output, Kind::Answer, &answer));
    }
    Ok(())
}

/// Takes orders as they come, in a thread of its own: so the caller never waits
/// in the middle of a long order, and its end is noticed even in an endless loop.
fn listen(mut input: impl Read + Send + 'static) -> Result<Receiver<Vec<u8>>, Failure> {
    let (sender, orders) = mpsc::channel();
    let listener = thread::Builder::new().stack_size(LISTENER_STACK);
    let started = listener.spawn(move || {
        while let Ok(Some((Kind::Order, order))) = frame::read(&mut input) {
            // Where nobody takes it any more, the end is still to be noticed.
            let _ = sender.send(order);
        }
        process::exit(0)
    });
    match started {
        Ok(_) => Ok(orders),
        Err(error) => Err(Failure::machine(
            format!("a worker process got no thread from the system: {error}"),
            "close other programs, or let fewer processes work at the same time",
        )),
    }
}

fn nobody_there() -> Failure {
    Failure::usage(
        Problem::error("this is a worker process, and only leafwright itself can start one")
            .help("run `leafwright --help` for what leafwright can do"),
    )
}
