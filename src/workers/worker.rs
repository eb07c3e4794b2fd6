//! One worker, seen from the caller: a process, and a thread for each of its pipes.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::WorkerCommand;
use super::frame::{self, FromWorker, Message};

/// The stack of a thread that only moves bytes.
const PIPE_STACK: usize = 256 * 1024;
/// The stack of the threads of a worker, in bytes: what its main thread has on most
/// systems. Typst lays out on a thread of rayon's, which has 2 MiB otherwise.
const WORKER_STACK: &str = "8388608";

/// What is heard from a worker: what it said, nothing more where it has ended, or that
/// it said what cannot be read ([`ErrorKind::InvalidData`]).
pub(super) type News<A> = io::Result<Option<FromWorker<A>>>;

/// A job as it is sent, and which one it is.
pub(super) struct Sent {
    /// Tells it from the others.
    pub id: usize,
    /// The whole message.
    pub message: Vec<u8>,
}

/// A worker at work. It is ended when this is dropped.
pub(super) struct Worker {
    /// Tells its news from those of the others.
    pub number: usize,
    /// Whether it has begun.
    pub ready: bool,
    /// The jobs it has, the one it is at first.
    pub jobs: VecDeque<Arc<Sent>>,
    /// How many steps of its first job are finished.
    pub steps: usize,
    /// How long nothing was heard of it, though it had something to do.
    pub silence: Duration,
    child: Child,
    post: Sender<Arc<Sent>>,
}

impl Worker {
    /// Starts a process and greets it with this message. Its news go to `news`, with its
    /// number.
    pub fn start<A: DeserializeOwned + Send + 'static>(
        command: &WorkerCommand,
        greeting: Arc<Vec<u8>>,
        number: usize,
        news: &Sender<(usize, News<A>)>,
    ) -> io::Result<Self> {
        let mut child = Command::new(&command.program)
            .args(&command.arguments)
            // The processes share the cores; threads in them would only cost.
            .env("RAYON_NUM_THREADS", "1")
            .env("RUST_MIN_STACK", WORKER_STACK)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (post, jobs) = mpsc::channel();
        let worker = Self {
            number,
            ready: false,
            jobs: VecDeque::new(),
            steps: 0,
            silence: Duration::ZERO,
            child,
            post,
        };
        let (stdin, stdout) = pipes.ok_or(ErrorKind::BrokenPipe)?;
        let news = news.clone();
        // Nobody waits for the threads: their pipes end with the process.
        thread::Builder::new()
            .stack_size(PIPE_STACK)
            .spawn(move || speak(stdin, &greeting, &jobs))?;
        thread::Builder::new()
            .stack_size(PIPE_STACK)
            .spawn(move || hear(stdout, number, &news))?;
        Ok(worker)
    }

    /// Gives it an job, after those it has.
    pub fn give(&mut self, job: Arc<Sent>) {
        if self.jobs.is_empty() {
            self.silence = Duration::ZERO;
        }
        // Where the thread is gone the worker is gone too, and its end is heard.
        let _ = self.post.send(Arc::clone(&job));
        self.jobs.push_back(job);
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

/// Writes to a worker. An error means that it is gone, which the other thread hears.
fn speak(mut stdin: impl Write, greeting: &[u8], jobs: &Receiver<Arc<Sent>>) {
    let mut say = |message: &[u8]| stdin.write_all(message).and_then(|()| stdin.flush());
    let mut said = say(greeting);
    while said.is_ok()
        && let Ok(job) = jobs.recv()
    {
        said = say(&job.message);
    }
}

/// Reads from a worker until it ends. An error in sending means that nobody cares
/// any more.
fn hear<A: DeserializeOwned>(
    mut stdout: impl Read,
    number: usize,
    news: &Sender<(usize, News<A>)>,
) {
    loop {
        let heard: News<A> = frame::read(&mut stdout);
        let goes_on = matches!(
            heard,
            Ok(Some(Message::Ready | Message::Step | Message::Answer(_)))
        );
        if news.send((number, heard)).is_err() || !goes_on {
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
