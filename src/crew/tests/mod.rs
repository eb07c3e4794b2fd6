//! Stories of hands that work, and of hands that come to grief.

mod broken;
mod hands;
mod left_alone;
mod mixed;
mod serving;
mod work;

use std::num::NonZeroUsize;
use std::time::Duration;

use super::{Hand, Limits, Lost, Order, Outcome, run};
use crate::problem::Failure;

/// A hand that is this test program, doing what `hands` says.
fn hand(greeting: &str) -> Hand {
    hands::started("crew::tests::hands::a_hand", greeting)
}

/// So many hands, with more time and memory than they need.
fn limits(hands: usize) -> Limits {
    Limits {
        hands: NonZeroUsize::new(hands).expect("some hands"),
        step: Duration::from_secs(60),
        memory: None,
    }
}

/// Orders, numbered from 0.
fn orders<'a>(said: impl IntoIterator<Item = &'a str>) -> Vec<Order> {
    let numbered = said.into_iter().enumerate();
    numbered.map(|(id, said)| order(id, said)).collect()
}

fn order(id: usize, said: &str) -> Order {
    Order {
        id,
        bytes: said.as_bytes().to_vec(),
    }
}

/// Has them done; what came of it, in the order of their numbers.
fn outcomes(greeting: &str, limits: &Limits, orders: Vec<Order>) -> Result<Vec<Outcome>, Failure> {
    let mut outcomes = Vec::new();
    run(&hand(greeting), limits, orders, |outcome| {
        outcomes.push(outcome);
        Ok(Vec::new())
    })?;
    outcomes.sort_by_key(id);
    Ok(outcomes)
}

fn id(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Done { id, .. } | Outcome::Lost { id, .. } => *id,
    }
}

fn done(id: usize, answer: &str) -> Outcome {
    Outcome::Done {
        id,
        answer: answer.as_bytes().to_vec(),
    }
}

fn lost(id: usize, steps: usize, why: Lost) -> Outcome {
    Outcome::Lost { id, steps, why }
}

fn died(how: &str) -> Lost {
    Lost::Died(how.to_owned())
}

/// What a failure says: its exit status, its messages and its helps.
fn said(failure: &Failure) -> String {
    let problems = failure.problems().iter();
    let lines = problems.map(|problem| {
        let help = problem.help.join("\n  help: ");
        let severity = problem.severity.word();
        format!("{severity}: {}\n  help: {help}\n", problem.message)
    });
    format!(
        "exit status {}\n{}",
        failure.exit_status(),
        lines.collect::<String>()
    )
}
