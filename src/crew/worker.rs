//! One hand, seen from the caller: a process, and a thread for each of its pipes.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::frame::{self, Kind};
use super::{Hand, Limits, Order, limits};

/// The stack of a thread that only moves bytes.
const PIPE_STACK: usize = 256 * 1024;
/// The stack of the threads of a hand, in bytes: what its main thread has on most
/// systems. Typst lays out on a thread of rayon's, which has 2 MiB otherwise.
const HAND_STACK: &str = "8388608";

/// What is heard from a hand.
pub(super) enum News {
    /// It is ready.
    Ready,
    /// It cannot begin, and why.
    Refused(Vec<u8>),
    /// It finished one more step.
    Step,
    /// It finished its order.
    Answer(Vec<u8>),
    /// It closed its stdout: it has ended.
    Ended,
    /// It said what no hand says.
    Garbled,
}

/// A hand at work. It is ended when this is dropped.
pub(super) struct Worker {
    /// Tells its news from those of the others.
    pub number: usize,
    /// Whether it has begun.
    pub ready: bool,
    /// The orders it has, the one it is at first.
    pub orders: VecDeque<Arc<Order>>,
    /// How many steps of its first order are finished.
    pub steps: usize,
    /// How long nothing was heard of it, though it had something to do.
    pub silence: Duration,
    child: Child,
    post: Sender<Arc<Order>>,
}

impl Worker {
    /// Starts a process and greets it. Its news go to `news`, with its number.
    pub fn start(
        hand: &Hand,
        limits: &Limits,
        number: usize,
        news: &Sender<(usize, News)>,
    ) -> io::Result<Self> {
        let mut child = Command::new(&hand.program)
            .args(&hand.arguments)
            // The processes share the cores; threads in them would only cost.
            .env("RAYON_NUM_THREADS", "1")
            .env("RUST_MIN_STACK", HAND_STACK)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (post, orders) = mpsc::channel();
        let worker = Self {
            number,
            ready: false,
            orders: VecDeque::new(),
            steps: 0,
            silence: Duration::ZERO,
            child,
            post,
        };
        let (stdin, stdout) = pipes.ok_or(ErrorKind::BrokenPipe)?;
        let greeting = [&limits::written(limits.memory), hand.greeting.as_slice()].concat();
        let news = news.clone();
        // Nobody waits for the threads: their pipes end with the process.
        thread::Builder::new()
            .stack_size(PIPE_STACK)
            .spawn(move || speak(stdin, &greeting, &orders))?;
        thread::Builder::new()
            .stack_size(PIPE_STACK)
            .spawn(move || hear(stdout, number, &news))?;
        Ok(worker)
    }

    /// Gives it an order, after those it has.
    pub fn give(&mut self, order: Arc<Order>) {
        if self.orders.is_empty() {
            self.silence = Duration::ZERO;
        }
        // Where the thread is gone the hand is gone too, and its end is heard.
        let _ = self.post.send(Arc::clone(&order));
        self.orders.push_back(order);
    }

    /// Ends it, if it has not ended already, and says how it ended.
    pub fn end(&mut self) -> String {
        // A process that is past its end does not mind.
        let _ = self.child.kill();
        match self.child.wait() {
            Ok(status) => words(status),
            Err(_) => "no status".to_owned(),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.end();
    }
}

/// Writes to a hand. An error means that it is gone, which the other thread hears.
fn speak(mut stdin: impl Write, greeting: &[u8], orders: &Receiver<Arc<Order>>) {
    let mut said = frame::write(&mut stdin, Kind::Greeting, greeting);
    while said.is_ok()
        && let Ok(order) = orders.recv()
    {
        said = frame::write(&mut stdin, Kind::Order, &order.bytes);
    }
}

/// Reads from a hand until it ends. An error in sending means that nobody cares
/// any more.
fn hear(mut stdout: impl Read, number: usize, news: &Sender<(usize, News)>) {
    loop {
        let (heard, last) = match frame::read(&mut stdout) {
            Ok(Some((Kind::Ready, _))) => (News::Ready, false),
            Ok(Some((Kind::Step, _))) => (News::Step, false),
            Ok(Some((Kind::Answer, answer))) => (News::Answer(answer), false),
            Ok(Some((Kind::Refused, why))) => (News::Refused(why), true),
            Ok(Some((Kind::Greeting | Kind::Order, _))) => (News::Garbled, true),
            Err(error) if error.kind() == ErrorKind::InvalidData => (News::Garbled, true),
            Ok(None) | Err(_) => (News::Ended, true),
        };
        if news.send((number, heard)).is_err() || last {
            return;
        }
    }
}

/// How a process ended: `signal 6 (SIGABRT)`, `status 101`.
#[cfg(unix)]
fn words(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;

    // Only the signals that have the same number on every Unix.
    const NAMES: [(i32, &str); 9] = [
        (1, "SIGHUP"),
        (2, "SIGINT"),
        (3, "SIGQUIT"),
        (4, "SIGILL"),
        (6, "SIGABRT"),
        (8, "SIGFPE"),
        (9, "SIGKILL"),
        (11, "SIGSEGV"),
        (15, "SIGTERM"),
    ];
    let Some(signal) = status.signal() else {
        return code(status);
    };
    match NAMES.iter().find(|(number, _)| *number == signal) {
        Some((_, name)) => format!("signal {signal} ({name})"),
        None => format!("signal {signal}"),
    }
}

/// How a process ended: `status 101`.
#[cfg(not(unix))]
fn words(status: ExitStatus) -> String {
    code(status)
}

fn code(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("status {code}"),
        None => "no status".to_owned(),
    }
}
