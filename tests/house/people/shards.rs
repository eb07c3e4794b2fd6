//! A run that several machines print in parts, and the one folder it becomes.

use std::collections::BTreeMap;
use std::path::Path;

use super::crowd;
use super::running::{RUN, Running, files_in, hidden};
use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

fn shard(index: usize) -> String {
    format!("{index}/4")
}

fn folder(index: usize) -> String {
    format!("invitation.shard-{index}-of-4")
}

fn gather(desk: &Desk, shards: &[String]) -> Told {
    let shards = shards.iter().map(String::as_str);
    let typed = ["gather", "--out", "whole"].into_iter().chain(shards);
    desk.run_exactly(&typed.collect::<Vec<_>>())
}

fn all_folders() -> Vec<String> {
    (1..=4)
        .map(|index| format!("out/{}", folder(index)))
        .collect()
}

/// The folder that one machine would have made, in `out`.
fn whole_run(people: &str, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let desk = Desk::with("harbour");
    desk.write("people.csv", people);
    let told = desk.run(&[&RUN, more].concat());
    assert_ne!(told.status, 3, "{}", told.story());
    desk.files("out")
}

/// Loses power after its first file.
fn start_and_kill(desk: &Desk, words: &[&str], folder: &str) {
    let new = hidden(desk, folder).join("new");
    for _ in 0..10 {
        let mut part = Running::start(desk, words);
        if part.has_made(1, &new) {
            part.signal("KILL");
        }
        part.end();
        if new.is_dir() {
            return;
        }
        // It was over before; its files would only be replaced.
        let _ = std::fs::remove_dir_all(desk.path("out").join(folder));
    }
    panic!("no part could be killed");
}

/// Four machines print at the same time; some lose power and begin again.
#[track_caller]
fn assert_gathers(people: &str, more: &[&str], killed: &[usize], status: i32) {
    let desk = Desk::with("harbour");
    desk.write("people.csv", people);
    let shards = [1, 2, 3, 4].map(shard);
    let words = |index: usize| [&["--shard", shards[index - 1].as_str()], more].concat();
    let undisturbed = (1..=4).filter(|index| !killed.contains(index));
    let parts: Vec<Running> = undisturbed
        .map(|index| Running::start(&desk, &words(index)))
        .collect();
    for index in killed {
        start_and_kill(&desk, &words(*index), &folder(*index));
    }
    for part in parts {
        let (ended, said) = part.end();
        assert_eq!(ended, Some(status), "{said}");
    }
    for index in killed {
        let told = desk.run(&[&RUN, &words(*index)[..], &["--resume"]].concat());
        assert_eq!(told.status, status, "{}", told.story());
    }
    let told = gather(&desk, &all_folders());
    assert_eq!(told.status, 0, "{}", told.story());
    let (whole, gathered) = (whole_run(people, more), desk.files("whole"));
    assert!(gathered.keys().eq(whole.keys()), "{:?}", gathered.keys());
    for (name, bytes) in whole {
        assert!(gathered[&name] == bytes, "{name} differs");
    }
}

#[test]
fn parts_become_the_folder_of_the_whole_run() {
    assert_gathers(&crowd(30), &[], &[2, 3], 0);
}

#[test]
fn parts_of_a_print_run_do_too() {
    let run = [
        "--print-run",
        "--per-file",
        "2",
        "--separator",
        "--sort",
        "postcode",
    ];
    assert_gathers(&crowd(16), &run, &[1, 4], 0);
}

/// Each part knows all bad rows; those found late are known by one.
#[test]
fn rows_that_are_left_out_are_left_out_once() {
    let late = "Long".repeat(30);
    let people = crowd(13)
        .replace("\nRuth Ashdown,4 Net Loft Lane", "\n,4 Net Loft Lane")
        .replace(",9 Net Loft Lane", &format!(",{late}"))
        .replace(",12 Net Loft Lane,", ",12 Net Loft Lane,\u{16a0}");
    assert_gathers(&people, &["--keep-going"], &[], 1);
}

/// More machines than files: some have nothing to print, and say so in their way.
#[test]
fn a_part_may_have_nothing_to_print() {
    assert_gathers(&crowd(3), &[], &[], 0);
}

#[test]
fn what_is_no_whole_run_is_not_gathered() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", crowd(8));
    let print = |index| {
        let part = shard(index);
        desk.done(&[&RUN[..], &["--shard", part.as_str(), "--replace"]].concat())
    };
    (1..=4).for_each(|index| drop(print(index)));
    let mut said = String::new();
    let mut refused = |what: &str, shards: &[String]| {
        let told = gather(&desk, shards);
        assert_ne!(told.status, 0, "{what}: {}", told.story());
        assert_eq!(told.out, "", "{what}");
        assert!(!desk.exists("whole"), "{what}: nothing is made");
        said.push_str(&format!("=== {what}: status {}\n{}", told.status, told.err));
    };
    let all = all_folders();
    refused("one is missing", &[&all[..2], &all[3..]].concat());
    refused("one is there twice", &[&all[..], &all[1..2]].concat());
    refused(
        "one that is not there",
        &[&all[..3], &["out/none.shard-4".into()]].concat(),
    );
    refused("no part", &["out".to_owned()]);

    let letter = format!("{}/000003.pdf", all[1]);
    let bytes = desk.read(&letter);
    desk.write(&letter, [&bytes[..], b" "].concat());
    refused("one letter changed", &all);
    std::fs::remove_file(desk.path(&letter)).expect("removed");
    refused("one letter gone", &all);
    print(2);

    desk.write("people.csv", crowd(8).replace(",3 Net", ",30 Net"));
    print(3);
    refused("another spreadsheet", &all);
    desk.write("people.csv", crowd(8));
    desk.done(&[&RUN[..], &["--shard", "3/4", "--duplex", "--replace"]].concat());
    refused("another option", &all);
    snapshot("people/gather-refused", &said);

    print(3);
    let told = gather(&desk, &all);
    snapshot("people/gather", &told.story());
    assert_eq!(told.status, 0);
    assert_eq!(files_in(&desk.path("whole")), ["invitation"]);
}

/// The engines that spread work say which part this is.
#[test]
fn a_batch_system_says_which_part_this_is() {
    let desk = || {
        let desk = Desk::with("harbour");
        desk.write("people.csv", crowd(4));
        desk
    };
    let typed = [&RUN[..], &["--shard", "auto/4"]].concat();
    let engines: [&[(&str, &str)]; 3] = [
        &[("JOB_COMPLETION_INDEX", "1")],
        &[("AWS_BATCH_JOB_ARRAY_INDEX", "1")],
        &[("SLURM_ARRAY_TASK_ID", "2"), ("SLURM_ARRAY_TASK_MIN", "1")],
    ];
    for variables in engines {
        let set = |desk: Desk, (name, value): &(&str, &str)| desk.environment(name, value);
        let desk = variables.iter().fold(desk(), set);
        desk.done(&typed);
        let letter = Path::new("out").join(folder(2)).join("000003.pdf");
        assert!(desk.path(letter).exists(), "{variables:?}");
    }
    let told = desk().run(&typed);
    assert_eq!(told.status, 2, "{}", told.story());
    snapshot("people/no-batch-system", &told.story());
}
