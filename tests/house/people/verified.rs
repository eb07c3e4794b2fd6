//! Later, somebody asks whether these are the letters that were printed.

use super::{PEOPLE, letters, sheet};
use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

fn verify(desk: &Desk) -> Told {
    desk.run_exactly(&["letters", "--verify", "out/invitation"])
}

#[test]
fn a_folder_of_letters_is_whole_or_says_what_is_not() {
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    let told = verify(&desk);
    assert_eq!(told.status, 0, "{}", told.story());
    let mut said = format!("=== whole\n{}", told.story());
    let mut after = |change: &str, do_it: &dyn Fn()| {
        letters(&desk, sheet(&PEOPLE));
        do_it();
        let told = verify(&desk);
        assert_eq!(told.status, 1, "{change}: {}", told.story());
        assert_eq!(told.out, "", "{change}: nothing is promised");
        said.push_str(&format!("=== {change}\n{}", told.err));
        let removed = std::fs::remove_dir_all(desk.path("out"));
        removed.expect("cleared for the next");
    };
    let file = |name: &str| format!("out/invitation/{name}");
    after("one byte changed", &|| {
        let mut bytes = desk.read(file("000003.pdf"));
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        desk.write(file("000003.pdf"), bytes);
    });
    after("one letter missing", &|| {
        std::fs::remove_file(desk.path(file("000004.pdf"))).expect("removed");
    });
    after("one letter more", &|| {
        desk.write(file("000005.pdf"), "%PDF-")
    });
    after("two letters changed for each other", &|| {
        let (one, two) = (desk.read(file("000002.pdf")), desk.read(file("000003.pdf")));
        desk.write(file("000002.pdf"), two);
        desk.write(file("000003.pdf"), one);
    });
    after("a row taken out of the manifest", &|| {
        let manifest = desk.read_text(file("manifest.csv"));
        let lines: Vec<&str> = manifest.lines().take(3).collect();
        desk.write(file("manifest.csv"), lines.join("\n") + "\n");
    });
    after("the record cut short", &|| {
        let record = desk.read(file("run.json"));
        desk.write(file("run.json"), &record[..record.len() / 2]);
    });
    after("no record", &|| {
        std::fs::remove_file(desk.path(file("run.json"))).expect("removed");
    });
    let told = verify(&desk);
    assert_eq!(told.status, 2, "{}", told.story());
    said.push_str(&format!("=== no folder\n{}", told.err));
    let told = desk.run_exactly(&["letters", "invitation", "--verify", "out/invitation"]);
    assert_eq!(told.status, 2, "{}", told.story());
    said.push_str(&format!("=== verified and printed at once\n{}", told.err));
    snapshot("people/verified", &said);
}

#[cfg(unix)]
#[test]
fn letters_that_others_may_open_are_pointed_out() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("harbour");
    letters(&desk, sheet(&PEOPLE));
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(desk.path("out/invitation/000003.pdf"), open).expect("opened");
    let told = verify(&desk);
    assert_eq!(told.status, 0, "{}", told.story());
    snapshot("people/verified-open", &told.story());
}
