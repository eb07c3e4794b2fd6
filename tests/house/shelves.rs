//! What there is to print, and how it is shown: the list, tones side by side, a gallery, and
//! the examples a service may start from.

use crate::support::{Desk, Pdf, snapshot};

#[test]
fn guides_are_listed_by_whom_they_are_for() {
    snapshot("shelves/list", &Desk::empty().done(&["list"]).out);
}

#[test]
fn tones_stand_side_by_side() {
    snapshot("shelves/tones", &Desk::empty().done(&["tones"]).out);
    let told = Desk::empty().run(&["tones", "--language", "fr"]);
    assert_eq!(told.status, 2, "{}", told.story());
}

#[test]
fn a_gallery_shows_a_picture_of_each_and_what_waits_for_answers() {
    let desk = Desk::own_service();
    desk.done(&["gallery", "before-we-meet", "for-referrers"]);
    let page = desk.read_text("gallery/index.html");
    assert!(page.contains("<img src=\"before-we-meet.png\""), "{page}");
    assert!(page.contains("leafwright needs for-referrers"), "{page}");
    let picture = desk.read("gallery/before-we-meet.png");
    let picture = image::load_from_memory(&picture).expect("a picture");
    assert_eq!(picture.height(), 560);
    assert!(!desk.exists("gallery/for-referrers.png"));
}

#[test]
fn a_service_starts_from_the_example_most_like_it() {
    let desk = Desk::empty();
    let told = desk.done(&["new", "garden", "--like", "garden-charity"]);
    assert!(
        told.out.contains("garden/local-services.csv"),
        "{}",
        told.story()
    );
    let told = desk.done(&["build", "what-matters-card", "--service", "garden"]);
    // Nobody takes it for a real place.
    assert!(told.err.contains("LW068"), "{}", told.story());
    let text = Pdf::open(&desk.read("out/what-matters-card.pdf")).running_text();
    assert!(text.contains("Example: fill in"), "{text}");
    let told = desk.run(&["new", "other", "--like", "gardens"]);
    assert_eq!(told.status, 2, "{}", told.story());
    assert!(told.err.contains("garden-charity"), "{}", told.story());
}

#[test]
fn a_directory_has_a_heading_for_each_topic_and_a_day_for_each_entry() {
    let desk = Desk::own_service();
    let screen = ["--target", "screen"];
    desk.done(
        &[
            &["build", "local-services", "local-services-staff"][..],
            &screen,
        ]
        .concat(),
    );
    let text = Pdf::open(&desk.read("out/local-services.pdf")).running_text();
    for said in [
        "Money Saltmarsh Money Help",
        "Checked: 8 October 2026",
        "Being active Easy Backs Yoga",
        "See “Mood”",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("Kept right by"), "{text}");
    let list = desk.read_text("local-services.csv");
    let list = list
        .replacen("checked\n", "checked,keeper\n", 1)
        .replace("2026-10-08\n", "2026-10-08,Front desk\n");
    desk.write("local-services.csv", list);
    desk.done(&[&["build", "local-services-staff"][..], &screen].concat());
    let staff = Pdf::open(&desk.read("out/local-services-staff.pdf")).running_text();
    assert!(staff.contains("Kept right by: Front desk"), "{staff}");
}
