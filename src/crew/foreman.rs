//! The caller's side: who gets which order, and what is done about a hand that
//! dies or falls silent.

use std::collections::VecDeque;
use std::iter::Fuse;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, mem};

use super::worker::{News, Worker};
use super::{Hand, Limits, Lost, Order, Outcome, refusal};
use crate::problem::Failure;

/// How long a hand may take until it is ready.
const START: Duration = Duration::from_secs(60);
/// How many orders a hand has, so that it never waits for the next.
const AT_HAND: usize = 2;
/// How often the silent ones are looked at, and the most one look counts.
///
/// What counts is time in which this process was awake and listening: a program
/// stopped by Ctrl-Z, or held up in writing to a slow disk, is no fault of a hand.
const LOOK: Duration = Duration::from_millis(100);

/// Who watches over the hands.
pub(super) struct Foreman<'a, I: Iterator<Item = Order>> {
    hand: &'a Hand,
    limits: &'a Limits,
    /// How many hands there may be.
    most: usize,
    workers: Vec<Worker>,
    /// How many hands there were.
    started: usize,
    /// What is to be done before the orders that are still to come.
    again: VecDeque<Arc<Order>>,
    orders: Fuse<I>,
    news: Receiver<(usize, News)>,
    sender: Sender<(usize, News)>,
    looked: Instant,
}

impl<'a, I: Iterator<Item = Order>> Foreman<'a, I> {
    /// A foreman without hands.
    pub fn new(hand: &'a Hand, limits: &'a Limits, orders: I) -> Self {
        let (sender, news) = mpsc::channel();
        Self {
            hand,
            limits,
            most: limits.hands.get(),
            workers: Vec::new(),
            started: 0,
            again: VecDeque::new(),
            orders: orders.fuse(),
            news,
            sender,
            looked: Instant::now(),
        }
    }

    /// Has everything done.
    pub fn run(
        mut self,
        mut each: impl FnMut(Outcome) -> Result<Vec<Order>, Failure>,
    ) -> Result<(), Failure> {
        self.hand_out()?;
        while self.is_busy() {
            for (number, heard) in self.listen() {
                let outcome = self.hear(number, heard)?;
                self.settle(outcome, &mut each)?;
            }
            while let Some(at) = self.late() {
                let outcome = self.lose(at, Some(Lost::TooSlow))?;
                self.settle(outcome, &mut each)?;
            }
        }
        Ok(())
    }

    fn is_busy(&self) -> bool {
        self.workers.iter().any(|worker| !worker.orders.is_empty())
    }

    /// Passes an outcome on, where there is one, and fills the room it left.
    fn settle(
        &mut self,
        outcome: Option<Outcome>,
        each: &mut impl FnMut(Outcome) -> Result<Vec<Order>, Failure>,
    ) -> Result<(), Failure> {
        if let Some(outcome) = outcome {
            self.again.extend(each(outcome)?.into_iter().map(Arc::new));
        }
        self.hand_out()
    }

    /// Gives orders to those who have the fewest, until nobody has room or there
    /// are no more; starts a hand before giving anybody a second order.
    fn hand_out(&mut self) -> Result<(), Failure> {
        loop {
            let least = (0..self.workers.len()).min_by_key(|at| self.workers[*at].orders.len());
            let idle = least.filter(|at| self.workers[*at].orders.is_empty());
            let room = least.filter(|at| self.workers[*at].orders.len() < AT_HAND);
            let may_start = self.workers.len() < self.most;
            if room.is_none() && !may_start {
                return Ok(());
            }
            let Some(order) = self.next_order() else {
                return Ok(());
            };
            let at = match (idle, room) {
                (Some(idle), _) => idle,
                (None, Some(room)) if !may_start => room,
                _ => match self.start() {
                    Ok(()) => self.workers.len() - 1,
                    // The system gives no more processes: the others do the work.
                    Err(_) if !self.workers.is_empty() => {
                        self.most = self.workers.len();
                        self.again.push_front(order);
                        continue;
                    }
                    Err(error) => return Err(cannot_start(&self.hand.program, &error)),
                },
            };
            self.workers[at].give(order);
        }
    }

    fn next_order(&mut self) -> Option<Arc<Order>> {
        let again = self.again.pop_front();
        again.or_else(|| self.orders.next().map(Arc::new))
    }

    fn start(&mut self) -> io::Result<()> {
        self.started += 1;
        let worker = Worker::start(self.hand, self.limits, self.started, &self.sender)?;
        self.workers.push(worker);
        Ok(())
    }

    /// Waits for news, a short while at most, and counts how long each hand was
    /// silent.
    fn listen(&mut self) -> Vec<(usize, News)> {
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

    fn hear(&mut self, number: usize, news: News) -> Result<Option<Outcome>, Failure> {
        let mut workers = self.workers.iter();
        let Some(at) = workers.position(|worker| worker.number == number) else {
            // The last words of one who was ended.
            return Ok(None);
        };
        let worker = &mut self.workers[at];
        worker.silence = Duration::ZERO;
        match news {
            News::Ready => worker.ready = true,
            News::Step => worker.steps += 1,
            News::Answer(answer) => {
                worker.steps = 0;
                let order = worker.orders.pop_front();
                return Ok(order.map(|order| Outcome::Done {
                    id: order.id,
                    answer,
                }));
            }
            News::Refused(why) => return Err(refusal::read(&why).unwrap_or_else(no_hand)),
            News::Ended => return self.lose(at, None),
            News::Garbled if !worker.ready => return Err(no_hand()),
            News::Garbled => {
                let why = "an answer that cannot be read".to_owned();
                return self.lose(at, Some(Lost::Died(why)));
            }
        }
        Ok(None)
    }

    /// A hand that has something to do and was silent too long.
    fn late(&self) -> Option<usize> {
        self.workers.iter().position(|worker| {
            let patience = match worker.ready {
                true => self.limits.step,
                false => START,
            };
            !worker.orders.is_empty() && worker.silence > patience
        })
    }

    /// Ends a hand. The order it was at is lost; another it had goes to the next.
    fn lose(&mut self, at: usize, why: Option<Lost>) -> Result<Option<Outcome>, Failure> {
        let mut worker = self.workers.swap_remove(at);
        let ended = worker.end();
        if !worker.ready {
            return Err(not_ready(why.is_some(), &ended));
        }
        let mut orders = mem::take(&mut worker.orders);
        let lost = orders.pop_front();
        for order in orders.into_iter().rev() {
            self.again.push_front(order);
        }
        Ok(lost.map(|order| Outcome::Lost {
            id: order.id,
            steps: worker.steps,
            why: why.unwrap_or(Lost::Died(ended)),
        }))
    }
}

fn cannot_start(program: &Path, error: &io::Error) -> Failure {
    Failure::machine(
        format!(
            "cannot start `{}` to do the work: {error}",
            program.display()
        ),
        "see that the program is still there and may be started; install leafwright again if not",
    )
}

fn not_ready(silent: bool, ended: &str) -> Failure {
    let what = match silent {
        true => format!("was not ready after {} seconds", START.as_secs()),
        false => format!("ended before it was ready ({ended})"),
    };
    Failure::machine(
        format!("a worker process {what}"),
        "close other programs, or let fewer processes work at the same time; \
         if it happens every time, give each more memory",
    )
}

fn no_hand() -> Failure {
    Failure::machine(
        "the program started as a worker process is another program, or another version",
        "install leafwright again, so that all of it is the same version",
    )
}
