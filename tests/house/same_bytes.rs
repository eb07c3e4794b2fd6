//! Same input, same day: same bytes, on any machine.

use crate::support::{Desk, TODAY};

/// Prints everything there is: for every purpose, in both editions, and the
/// letters of a run.
fn everything(desk: &Desk) -> std::collections::BTreeMap<String, Vec<u8>> {
    desk.done(&["build", "--target", "all"]);
    desk.done(&["build", "--target", "all", "--edition", "large-print"]);
    desk.done(&[
        "letters",
        "invitation",
        "--people",
        "people.csv",
        "--replace",
    ]);
    desk.files("out")
}

#[track_caller]
fn assert_same(desk: &Desk, other: &Desk) {
    let (one, two) = (everything(desk), everything(other));
    assert_eq!(
        one.len(),
        29,
        "eleven files of three publications in two editions, five letters, a manifest, a record"
    );
    assert!(one.keys().eq(two.keys()));
    for (name, bytes) in &one {
        assert!(two[name] == *bytes, "{name} differs");
    }
}

#[test]
fn twice_in_a_row_and_in_another_folder() {
    let desk = Desk::own_service();
    assert_same(&desk, &desk);
    assert_same(&desk, &Desk::own_service());
}

#[test]
fn in_another_time_zone_and_another_language() {
    let far = Desk::own_service()
        .environment("TZ", "Pacific/Kiritimati")
        .environment("LC_ALL", "ar_EG.UTF-8")
        .environment("LANG", "tr_TR.UTF-8")
        .environment("HOME", "/nowhere");
    assert_same(&Desk::own_service(), &far);
}

#[test]
fn the_day_may_come_from_the_epoch() {
    // Noon of 22 November 2026, UTC; it is the 23rd already in Kiritimati.
    let epoch = Desk::own_service()
        .environment("SOURCE_DATE_EPOCH", "1795348800")
        .environment("TZ", "Pacific/Kiritimati");
    let told = epoch.run_exactly(&["build"]);
    assert_eq!(told.status, 0, "{}", told.story());
    let day = Desk::own_service();
    day.done(&["build"]);
    assert!(
        epoch.files("out") == day.files("out"),
        "the epoch's day is not {TODAY}"
    );
}

#[test]
fn another_day_makes_other_bytes() {
    let desk = Desk::own_service();
    desk.done(&["build", "invitation"]);
    let today = desk.files("out");
    desk.run_exactly(&["build", "invitation", "--date", "2026-11-23"]);
    assert!(desk.files("out") != today);
}
