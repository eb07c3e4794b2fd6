//! `build --proof`: the shortest and the longest that a service may plausibly be,
//! so that whoever writes a guide sees what breaks before a service does.

use crate::support::{Desk, Pdf, snapshot};

const LONGEST_NAME: &str = "North Riverside Persistent Pain, Wellbeing and Rehabilitation Services";

#[test]
fn a_guide_with_room_to_spare_passes() {
    let desk = Desk::with("harbour");
    let settings = desk.read("service.yaml");
    let told = desk.done(&["build", "your-options", "--proof"]);
    snapshot("targets/proof-passes", &told.story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let wanted = [
        "proof/longest/your-options.desk.pdf",
        "proof/longest/your-options.pdf",
        "proof/shortest/your-options.desk.pdf",
        "proof/shortest/your-options.pdf",
    ];
    assert_eq!(files, wanted);
    // What the service is called and whom to call is made up for the proof.
    let text = |extreme: &str| {
        Pdf::open(&desk.read(format!("out/proof/{extreme}/your-options.pdf"))).running_text()
    };
    let (shortest, longest) = (text("shortest"), text("longest"));
    assert!(longest.contains(LONGEST_NAME), "{longest}");
    assert!(shortest.contains("Rivers"), "{shortest}");
    assert!(!shortest.contains("enquiries"), "{shortest}");
    assert!(
        longest.contains("Appointments and enquiries 1"),
        "{longest}"
    );
    assert!(!longest.contains("Harbour Pain Service"), "{longest}");
    assert!(desk.read("service.yaml") == settings);
}

/// What breaks is said with everything that is said of it elsewhere; what holds is
/// there to be looked at.
#[test]
fn a_guide_that_is_full_breaks() {
    let desk = Desk::with("harbour");
    let told = desk.run(&["build", "pain-and-mood", "your-options", "--proof"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("targets/proof-breaks", &told.story());
    assert!(
        told.err.contains("longest: pain-and-mood breaks"),
        "{}",
        told.err
    );
    assert!(told.err.contains(" mm too much"), "{}", told.err);
    let files = desk.files("out");
    assert!(files.contains_key("proof/shortest/pain-and-mood.pdf"));
    assert!(!files.contains_key("proof/longest/pain-and-mood.pdf"));
    assert!(files.contains_key("proof/longest/your-options.pdf"));
    for line in told.out.lines() {
        let (path, _) = line.split_once("  ").expect("a path and what it is");
        assert!(desk.exists(path), "{path} was promised");
    }
}
