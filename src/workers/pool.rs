//! The caller's side: who gets which job, and what is done about a worker that
//! dies or falls silent.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{self, ErrorKind};
use std::iter::Fuse;
use std::mem;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::errors::{cannot_start, no_worker, not_ready, too_large};
use super::frame::{self, Message, ToWorker};
use super::limits;
use super::worker::{News, Sent, Worker};
use super::{Job, Limits, Lost, Outcome, WorkerCommand};
use crate::diagnostics::Failure;

/// How long a worker may take until it is ready.
const START: Duration = Duration::from_secs(60);
/// How many workers in a row may end before they are ready: somebody may have ended one
/// or two, but hardly three.
const UNREADY: usize = 3;
/// How many jobs a worker has, so that it never waits for the next.
const QUEUED: usize = 2;
/// How often the silent ones are looked at, and the most one look counts.
///
/// What counts is time in which this process was awake and listening: a program
/// stopped by Ctrl-Z, or held up in writing to a slow disk, is no fault of a worker.
const LOOK: Duration = Duration::from_millis(100);

/// Watches over the workers.
struct Pool<'a, I: Iterator, A> {
    command: &'a WorkerCommand,
    /// What each worker hears first, as it is sent.
    greeting: Arc<Vec<u8>>,
    limits: &'a Limits,
    /// How many workers there may be.
    most: usize,
    workers: Vec<Worker>,
    /// How many workers there were.
    started: usize,
    /// How many ended before they were ready since the last one that was.
    unready: usize,
    /// What is to be done before the jobs that are still to come.
    again: VecDeque<Arc<Sent>>,
    /// Jobs whose worker died. Each is tried again when all others are done, in a worker
    /// that has just started and has the machine for itself: whether the job is the cause
    /// shows only there.
    alone: VecDeque<Arc<Sent>>,
    /// The steps at which workers died that had a job, by its number.
    died: BTreeMap<usize, BTreeSet<usize>>,
    jobs: Fuse<I>,
    news: Receiver<(usize, News<A>)>,
    sender: Sender<(usize, News<A>)>,
    looked: Instant,
}

/// Has the jobs done, by as many processes as `limits` says. Each process hears
/// `greeting`, what it has to know, before its first job.
///
/// Jobs are taken when there is room for them, two a worker, and outcomes come
/// as they come, in no order. `each` gets them and may give back jobs to do before the
/// others: a job again without the step that was lost. Every job has exactly one
/// outcome. When this returns, no worker is left.
///
/// A worker that dies may have been ended from outside: by a person, or by a system that
/// is short of memory. So its job is tried again, alone and last, and is lost where a
/// worker dies at the same step twice. One that was too slow is not waited for twice.
///
/// # Errors
/// What `each` says. What the `begin` of a worker says, as the same kind of
/// failure. [`Failure::Machine`] when no worker can be started, and when three of them end
/// before they are ready or one is not ready after 60 seconds, and there are no others.
pub fn run<G, J, A>(
    command: &WorkerCommand,
    greeting: &G,
    limits: &Limits,
    jobs: impl IntoIterator<Item = Job<J>>,
    mut each: impl FnMut(Outcome<A>) -> Result<Vec<Job<J>>, Failure>,
) -> Result<(), Failure>
where
    G: Serialize,
    J: Serialize,
    A: DeserializeOwned + Send + 'static,
{
    let (sender, news) = mpsc::channel();
    let memory = limits.memory;
    let greeting: ToWorker<_, ()> = ToWorker::Greeting { memory, greeting };
    let mut pool = Pool {
        command,
        greeting: Arc::new(frame::encode(&greeting).map_err(too_large)?),
        limits,
        most: limits.workers.get(),
        workers: Vec::new(),
        started: 0,
        unready: 0,
        again: VecDeque::new(),
        alone: VecDeque::new(),
        died: BTreeMap::new(),
        jobs: jobs.into_iter().fuse(),
        news,
        sender,
        looked: Instant::now(),
    };
    pool.assign()?;
    while pool.is_busy() {
        for (number, heard) in pool.listen() {
            let outcome = pool.hear(number, heard)?;
            pool.settle(outcome, &mut each)?;
        }
        while let Some(at) = pool.late() {
            let outcome = pool.lose(at, Some(Lost::TooSlow))?;
            pool.settle(outcome, &mut each)?;
        }
    }
    Ok(())
}

impl<I, J, A> Pool<'_, I, A>
where
    I: Iterator<Item = Job<J>>,
    J: Serialize,
    A: DeserializeOwned + Send + 'static,
{
    fn is_busy(&self) -> bool {
        self.workers.iter().any(|worker| !worker.jobs.is_empty())
    }

    /// Passes an outcome on, where there is one, and fills the room it left.
    fn settle(
        &mut self,
        outcome: Option<Outcome<A>>,
        each: &mut impl FnMut(Outcome<A>) -> Result<Vec<Job<J>>, Failure>,
    ) -> Result<(), Failure> {
        if let Some(outcome) = outcome {
            for job in each(outcome)? {
                self.again.push_back(sent(&job)?);
            }
        }
        self.assign()
    }

    /// Gives jobs to those who have the fewest, until nobody has room or there
    /// are no more; starts a worker before giving anybody a second job.
    fn assign(&mut self) -> Result<(), Failure> {
        loop {
            let least = (0..self.workers.len()).min_by_key(|at| self.workers[*at].jobs.len());
            let idle = least.filter(|at| self.workers[*at].jobs.is_empty());
            let room = least.filter(|at| self.workers[*at].jobs.len() < QUEUED);
            let may_start = self.workers.len() < self.most;
            if room.is_none() && !may_start {
                return Ok(());
            }
            let Some(job) = self.next_job()? else {
                return self.assign_alone();
            };
            let at = match (idle, room) {
                (Some(idle), _) => idle,
                (None, Some(room)) if !may_start => room,
                _ => match self.start() {
                    Ok(()) => self.workers.len() - 1,
                    // The system gives no more processes: the others do the work.
                    Err(_) if !self.workers.is_empty() => {
                        self.most = self.workers.len();
                        self.again.push_front(job);
                        continue;
                    }
                    Err(error) => return Err(cannot_start(&self.command.program, error)),
                },
            };
            self.workers[at].give(job);
        }
    }

    /// Where all else is done, gives one job to a worker that has just started.
    fn assign_alone(&mut self) -> Result<(), Failure> {
        if self.is_busy() {
            return Ok(());
        }
        let Some(job) = self.alone.pop_front() else {
            return Ok(());
        };
        self.workers.clear();
        let started = self.start();
        started.map_err(|error| cannot_start(&self.command.program, error))?;
        self.workers[0].give(job);
        Ok(())
    }

    /// A job that its worker had not begun goes back to where it came from.
    fn put_back(&mut self, job: Arc<Sent>) {
        if self.died.contains_key(&job.id) {
            self.alone.push_front(job);
        } else {
            self.again.push_front(job);
        }
    }

    fn next_job(&mut self) -> Result<Option<Arc<Sent>>, Failure> {
        match self.again.pop_front() {
            Some(again) => Ok(Some(again)),
            None => self.jobs.next().map(|job| sent(&job)).transpose(),
        }
    }

    /// Starts a worker: where there is one already, only if files are left for the caller.
    fn start(&mut self) -> io::Result<()> {
        if !self.workers.is_empty() {
            limits::leave_files()?;
        }
        self.started += 1;
        let worker = Worker::start(
            self.command,
            Arc::clone(&self.greeting),
            self.started,
            &self.sender,
        )?;
        self.workers.push(worker);
        Ok(())
    }

    /// Waits for news, a short while at most, and counts how long each worker was
    /// silent.
    fn listen(&mut self) -> Vec<(usize, News<A>)> {
        let look = LOOK.min(self.limits.step);
        let first = self.news.recv_timeout(look).ok();
        // All there are, so that nobody seems late whose news only waited here.
        let news = first.into_iter().chain(self.news.try_iter()).collect();
        let passed = mem::replace(&mut self.looked, Instant::now()).elapsed();
        for worker in &mut self.workers {
            worker.silence += passed.min(look);
        }
        news
    }

    fn hear(&mut self, number: usize, news: News<A>) -> Result<Option<Outcome<A>>, Failure> {
        let mut workers = self.workers.iter();
        let Some(at) = workers.position(|worker| worker.number == number) else {
            // The last words of one who was ended.
            return Ok(None);
        };
        let worker = &mut self.workers[at];
        worker.silence = Duration::ZERO;
        match news {
            Ok(Some(Message::Ready)) => {
                worker.ready = true;
                self.unready = 0;
            }
            Ok(Some(Message::Step)) => worker.steps += 1,
            Ok(Some(Message::Answer(answer))) => {
                worker.steps = 0;
                let job = worker.jobs.pop_front();
                return Ok(job.map(|job| {
                    self.died.remove(&job.id);
                    Outcome::Done { id: job.id, answer }
                }));
            }
            Ok(Some(Message::Refused(why))) => return self.refuse(at, why),
            Ok(None) => return self.lose(at, None),
            // Its pipe broke, and so did the worker.
            Err(error) if error.kind() != ErrorKind::InvalidData => return self.lose(at, None),
            _ if !worker.ready => return Err(no_worker()),
            // No worker says what is said to workers.
            Err(_) | Ok(Some(Message::Greeting { .. } | Message::Job(()))) => {
                let why = "an answer that cannot be read".to_owned();
                return self.lose(at, Some(Lost::Died(why)));
            }
        }
        Ok(None)
    }

    /// A worker cannot begin. Where the machine is the cause, others may do its work.
    fn refuse(&mut self, at: usize, why: Failure) -> Result<Option<Outcome<A>>, Failure> {
        if matches!(why, Failure::Input(_)) {
            return Err(why);
        }
        let mut worker = self.workers.swap_remove(at);
        for job in mem::take(&mut worker.jobs).into_iter().rev() {
            self.put_back(job);
        }
        self.go_on_with_fewer(why).map(|()| None)
    }

    /// Leaves the work to the workers that there are.
    ///
    /// # Errors
    /// Why there is one fewer, where that was the last.
    fn go_on_with_fewer(&mut self, why: Failure) -> Result<(), Failure> {
        self.most = self.workers.len();
        if self.most == 0 { Err(why) } else { Ok(()) }
    }

    /// A worker that has something to do and was silent too long.
    fn late(&self) -> Option<usize> {
        self.workers.iter().position(|worker| {
            let patience = if worker.ready {
                self.limits.step
            } else {
                START
            };
            !worker.jobs.is_empty() && worker.silence > patience
        })
    }

    /// Ends a worker. The job it was at is lost, unless it is to be tried again; another
    /// it had goes to the next.
    fn lose(&mut self, at: usize, why: Option<Lost>) -> Result<Option<Outcome<A>>, Failure> {
        let mut worker = self.workers.swap_remove(at);
        let ended = worker.end();
        let mut jobs = mem::take(&mut worker.jobs);
        let lost = if worker.ready { jobs.pop_front() } else { None };
        for job in jobs.into_iter().rev() {
            self.put_back(job);
        }
        if !worker.ready {
            self.unready += 1;
            if why.is_some() || self.unready >= UNREADY {
                self.go_on_with_fewer(not_ready(START, why.is_some(), &ended))?;
            }
        }
        let Some(job) = lost else {
            return Ok(None);
        };
        let (id, steps) = (job.id, worker.steps);
        let why = why.unwrap_or(Lost::Died(ended));
        if matches!(why, Lost::Died(_)) && self.died.entry(id).or_default().insert(steps) {
            self.alone.push_back(job);
            return Ok(None);
        }
        self.died.remove(&id);
        Ok(Some(Outcome::Lost { id, steps, why }))
    }
}

/// A job as it is sent.
fn sent<J: Serialize>(job: &Job<J>) -> Result<Arc<Sent>, Failure> {
    let message: ToWorker<(), _> = ToWorker::Job(&job.task);
    let message = frame::encode(&message).map_err(too_large)?;
    Ok(Arc::new(Sent {
        id: job.id,
        message,
    }))
}
