//! Everything goes well.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use super::*;

#[test]
fn answers_come_for_every_job_once_whatever_the_number_of_workers() {
    let said: Vec<String> = (0..40).map(|n| format!("step letter-{n}")).collect();
    for workers in [1, 2, 5] {
        let asked = jobs(said.iter().map(String::as_str));
        let came = outcomes("", &limits(workers), asked).expect("they are done");
        let expected = (0..40).map(|n| done(n, &format!("letter-{n}")));
        assert_eq!(came, expected.collect::<Vec<_>>(), "with {workers} workers");
    }
}

#[test]
fn every_worker_knows_its_greeting() {
    let came = outcomes("riverside", &limits(2), jobs(["greeting", "greeting"]));
    let expected = vec![done(0, "riverside"), done(1, "riverside")];
    assert_eq!(came.expect("they are done"), expected);
}

#[test]
fn a_worker_shares_the_cores_by_using_one() {
    let came = outcomes("", &limits(1), jobs(["threads"])).expect("it is done");
    assert_eq!(came, [done(0, "1")]);
}

#[test]
fn no_order_needs_no_hand() {
    let nobody = WorkerCommand {
        program: "/no/such/program".into(),
        arguments: Vec::new(),
    };
    let never = |_: Outcome<String>| panic!("nothing was ordered");
    run(&nobody, &"hello", &limits(2), jobs([]), never).expect("there is nothing to do");
}

#[test]
fn one_order_starts_one_process_and_many_are_shared_out() {
    let processes = |count| {
        let said = vec!["nap process"; count];
        let came = outcomes("", &limits(3), jobs(said)).expect("they are done");
        let answers = came.into_iter().map(|outcome| match outcome {
            Outcome::Done { answer, .. } => answer,
            Outcome::Lost { .. } => panic!("nobody dies here"),
        });
        answers.collect::<BTreeSet<_>>().len()
    };
    assert_eq!([processes(1), processes(2), processes(8)], [1, 2, 3]);
}

#[test]
fn orders_are_taken_as_there_is_room_for_them() {
    let taken = Cell::new(0);
    let back = Cell::new(0);
    let lazy = (0..200).map(|id| {
        taken.set(taken.get() + 1);
        job(id, "letter")
    });
    run(&worker(), &"", &limits(2), lazy, |_: Outcome<String>| {
        let under_way = taken.get() - back.get();
        assert!(under_way <= 4, "{under_way} jobs are with two workers");
        back.set(back.get() + 1);
        Ok(Vec::new())
    })
    .expect("they are done");
    assert_eq!((taken.get(), back.get()), (200, 200));
}

#[test]
fn megabytes_go_both_ways() {
    let long = format!("length large {}", " ".repeat(3_000_000));
    let came = outcomes("", &limits(2), jobs(vec![long.as_str(); 8])).expect("they are done");
    let expected = format!("{}{}", long.len(), "x".repeat(5_000_000));
    assert_eq!(came.len(), 8);
    for (n, outcome) in came.into_iter().enumerate() {
        assert!(outcome == done(n, &expected), "answer {n} is another");
    }
}

#[test]
fn a_greeting_of_megabytes_arrives() {
    let long = "g".repeat(3_000_000);
    let came = outcomes(&long, &limits(1), jobs(["greeting"])).expect("it is done");
    assert!(came == [done(0, &long)]);
}

#[test]
fn an_order_given_back_is_done_before_the_rest() {
    let mut came = Vec::new();
    let one = Limits {
        workers: NonZeroUsize::MIN,
        step: std::time::Duration::from_secs(2),
        ..limits(1)
    };
    let asked = jobs(["step hang first", "second", "third", "fourth"]);
    run(&worker(), &"", &one, asked, |outcome: Outcome<String>| {
        let again = match outcome {
            Outcome::Lost { id, .. } => vec![job(id, "first")],
            Outcome::Done { .. } => Vec::new(),
        };
        came.push(outcome);
        Ok(again)
    })
    .expect("they are done");
    let first = lost(0, 1, Lost::TooSlow);
    let rest = [(1, "second"), (0, "first"), (2, "third"), (3, "fourth")];
    let rest = rest.map(|(id, said)| done(id, said));
    assert_eq!(came[0], first);
    assert_eq!(came[1..], rest);
}
