//! A worker dies, is too slow, takes too much, or cannot begin.

use super::*;

#[test]
fn a_worker_that_dies_in_the_third_step_costs_that_job_only() {
    let said = ["a", "b", "step step abort", "d", "e", "f"];
    for workers in [1, 2] {
        let came = outcomes("", &limits(workers), jobs(said)).expect("the rest is done");
        let expected = vec![
            done(0, "a"),
            done(1, "b"),
            lost(2, 2, died("signal 6 (SIGABRT)")),
            done(3, "d"),
            done(4, "e"),
            done(5, "f"),
        ];
        assert_eq!(came, expected, "with {workers} workers");
    }
}

/// The system, short of memory, or a person ends a worker: no job is the cause.
#[test]
fn a_worker_that_is_killed_from_outside_costs_no_job() {
    let folder = tempfile::tempdir().expect("a folder");
    let killed = |name: &str| format!("killed-once {}", folder.path().join(name).display());
    let said = [
        format!("{} a", killed("1")),
        "b".to_owned(),
        format!("step {} step step {} c", killed("2"), killed("3")),
        format!("step {} step d", killed("4")),
    ];
    for workers in [1, 2] {
        for entry in std::fs::read_dir(folder.path())
            .expect("a folder")
            .flatten()
        {
            std::fs::remove_file(entry.path()).expect("cleared");
        }
        let asked = jobs(said.iter().map(String::as_str));
        let came = outcomes("", &limits(workers), asked).expect("they are done");
        let expected = vec![done(0, "a"), done(1, "b"), done(2, "c"), done(3, "d")];
        assert_eq!(came, expected, "with {workers} workers");
    }
    // One that had not begun yet is started again.
    let early = folder.path().join("early").display().to_string();
    let came = outcomes(&early, &limits(2), jobs(["a", "b"])).expect("they are done");
    assert_eq!(came, [done(0, "a"), done(1, "b")]);
}

#[test]
fn how_it_died_is_said_and_nothing_that_it_printed() {
    let came = outcomes("", &limits(1), jobs(["panic", "exit", "c"]));
    let expected = vec![
        lost(0, 0, died("status 101")),
        lost(1, 0, died("status 0")),
        done(2, "c"),
    ];
    assert_eq!(came.expect("the rest is done"), expected);
}

#[test]
#[cfg(target_os = "linux")]
fn the_message_of_a_crash_goes_nowhere() {
    let came = outcomes("", &limits(1), jobs(["stderr"])).expect("it is done");
    assert_eq!(came, [done(0, "/dev/null")]);
}

#[test]
fn a_step_without_end_is_ended() {
    let quick = Limits {
        step: Duration::from_secs(2),
        ..limits(2)
    };
    let came = outcomes("", &quick, jobs(["a", "step hang", "c", "hang", "e"]));
    let expected = vec![
        done(0, "a"),
        lost(1, 1, Lost::TooSlow),
        done(2, "c"),
        lost(3, 0, Lost::TooSlow),
        done(4, "e"),
    ];
    assert_eq!(came.expect("the rest is done"), expected);
}

#[test]
fn a_long_order_of_short_steps_is_not_too_slow() {
    let quick = Limits {
        step: Duration::from_secs(2),
        ..limits(1)
    };
    // Three seconds in all, and a second job that waits as long.
    let long = "nap step ".repeat(10) + "letter";
    let came = outcomes("", &quick, jobs([long.as_str(), "next"]));
    let expected = vec![done(0, "letter"), done(1, "next")];
    assert_eq!(came.expect("they are done"), expected);
}

#[test]
fn time_the_caller_takes_is_no_fault_of_a_worker() {
    let quick = Limits {
        step: Duration::from_secs(1),
        ..limits(1)
    };
    let mut came = Vec::new();
    run(
        &worker(),
        &"",
        &quick,
        jobs(["first"]),
        |outcome: Outcome<String>| {
            let again = match came.is_empty() {
                true => vec![job(1, "nap second")],
                false => Vec::new(),
            };
            came.push(outcome);
            std::thread::sleep(quick.step + quick.step);
            Ok(again)
        },
    )
    .expect("they are done");
    assert_eq!(came, [done(0, "first"), done(1, "second")]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_takes_memory_without_end_dies_alone() {
    let small = Limits {
        memory: Some(1 << 30),
        ..limits(2)
    };
    let came = outcomes("", &small, jobs(["a", "step eat", "c", "d"]));
    let expected = vec![
        done(0, "a"),
        lost(1, 1, died("signal 6 (SIGABRT)")),
        done(2, "c"),
        done(3, "d"),
    ];
    assert_eq!(came.expect("the rest is done"), expected);
}

#[test]
fn a_worker_that_refuses_to_begin_says_why() {
    let refused = |greeting| {
        let failure = outcomes(greeting, &limits(2), jobs(["a", "b", "c"]));
        said(&failure.expect_err("it refuses"))
    };
    insta::assert_snapshot!(refused("refuse the input"), @"
    input
    error: the guide `pain` is not there
      help: write `pain-and-mood`
    warning: the logo is coarse
      help: use a larger one
    ");
    insta::assert_snapshot!(refused("refuse the machine"), @"
    machine
    error: the disk is full
      help: free some space
    ");
}

#[test]
fn a_worker_that_ends_before_it_is_ready_is_not_started_again_and_again() {
    let failure = outcomes("end", &limits(2), jobs(["a", "b", "c"]));
    insta::assert_snapshot!(said(&failure.expect_err("nobody works")), @"
    machine
    error: a worker process ended before it was ready (status 7)
      help: close other programs, or let fewer processes work at the same time; if it happens every time, give each more memory
    ");
}

#[test]
fn a_program_that_is_no_worker_is_found_out() {
    let parrot = WorkerCommand {
        program: "cat".into(),
        arguments: Vec::new(),
    };
    let failure = run(
        &parrot,
        &"hello",
        &limits(1),
        jobs(["a"]),
        |_: Outcome<String>| Ok(Vec::new()),
    );
    insta::assert_snapshot!(said(&failure.expect_err("it repeats what it hears")), @"
    machine
    error: the program started as a worker process is another program, or another version
      help: install leafwright again, so that all of it is the same version
    ");
}

#[test]
fn a_program_that_does_not_exist_is_named() {
    let nobody = WorkerCommand {
        program: "/no/such/program".into(),
        ..worker()
    };
    let failure = run(
        &nobody,
        &"hello",
        &limits(2),
        jobs(["a"]),
        |_: Outcome<String>| Ok(Vec::new()),
    );
    insta::assert_snapshot!(said(&failure.expect_err("there is no such program")), @"
    machine
    error: cannot start `/no/such/program` to do the work: No such file or directory (os error 2)
      help: see that the program is still there and may be started; install leafwright again if not
    ");
}
