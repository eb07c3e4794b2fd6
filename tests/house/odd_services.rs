//! Services with names nobody thought of: what was typed is what is printed.

use crate::support::pdf::flowing;
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

/// The settings of a fixture, read by another reader than the program's.
fn settings(desk: &Desk) -> serde_yaml::Value {
    serde_yaml::from_str(&desk.read_text("service.yaml")).expect("YAML")
}

/// Every text a service says about itself that ends up on a letter.
fn typed(desk: &Desk) -> Vec<String> {
    let all = settings(desk);
    let mut texts = Vec::new();
    let place = &all["places"][0usize];
    let first = all["places"]
        .as_mapping()
        .and_then(|places| places.values().next());
    let place = first.unwrap_or(place);
    texts.push(all["service"]["name"].clone());
    texts.push(all["service"]["organisation"].clone());
    texts.push(place["name"].clone());
    texts.extend(place["address"].as_sequence().expect("lines").clone());
    texts.push(place["access"].clone());
    texts.push(all["letters"]["signed-by"]["name"].clone());
    texts.push(all["letters"]["signed-by"]["role"].clone());
    let texts = texts.iter().filter_map(|text| text.as_str());
    texts.map(flowing).collect()
}

#[test]
fn signs_of_every_markup_are_printed_as_they_were_typed() {
    let desk = Desk::with("odd-names");
    desk.done(&["build", "invitation"]);
    let bytes = desk.read("out/invitation.sample.pdf");
    assert_conforms("the letter", &bytes);
    let text = Pdf::open(&bytes).running_text();
    let typed = typed(&desk);
    assert_eq!(typed.len(), 9);
    for words in typed {
        assert!(text.contains(&words), "{words} in\n{text}");
    }
}

#[test]
fn a_leaflet_prints_them_too() {
    let desk = Desk::with("odd-names");
    desk.done(&["build", "pain-and-mood"]);
    let bytes = desk.read("out/pain-and-mood.pdf");
    assert_conforms("the leaflet", &bytes);
    let pdf = Pdf::open(&bytes);
    // A screen reader's text: an address may break anywhere in print.
    let text = flowing(&pdf.tags().words());
    let words = [
        r#"R&D #1 *Pain* _Team_ $5 @ <home> "here" \now"#,
        "{{ x }} #let x = 1 [^a] = `b` ~c~ //d",
        "*Front* & #desk",
        "o'neil_team+pain@harbour.example",
        "[Mon] – Fri, 9am – 5pm_",
        "#Talk & *Listen*",
        "Tea, _cake_ and $2 [raffle]",
        "1. Mondays -- at @noon",
    ];
    for words in words {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

/// Printed where there is room; where there is none, said which page is full.
#[test]
fn a_name_of_sixty_letters() {
    let desk = Desk::with("harbour");
    let long = "North and East Harbour Persistent Pain and Wellbeing Service";
    assert_eq!(long.len(), 60);
    desk.change("service.yaml", "Harbour Pain Service", long);
    for (guide, file) in crate::support::PUBLICATIONS {
        desk.done(&["build", guide]);
        let bytes = desk.read(format!("out/{file}"));
        assert_conforms(guide, &bytes);
        assert!(Pdf::open(&bytes).running_text().contains(long), "{guide}");
    }
}

/// One word of sixty letters has nowhere to break: it stays on its page, or it
/// is said that it does not.
fn word_of_sixty_letters(guide: &str, file: &str) {
    let desk = Desk::with("harbour");
    let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochaf";
    desk.change("service.yaml", "Harbour Pain Service", word);
    let told = desk.run(&["build", guide]);
    if told.status != 0 {
        assert!(told.err.contains("mm too much"), "{}", told.story());
        return;
    }
    let pdf = Pdf::open(&desk.read(format!("out/{file}")));
    assert_eq!(pdf.words_off_the_page(2.0), Vec::<String>::new(), "{guide}");
    let text = pdf.running_text().replace([' ', '\u{ad}'], "");
    assert!(text.contains(word), "{guide}: {text}");
}

#[test]
fn a_word_of_sixty_letters_stays_on_the_leaflet() {
    word_of_sixty_letters("pain-and-mood", "pain-and-mood.pdf");
}

#[test]
fn a_word_of_sixty_letters_stays_on_the_booklet() {
    word_of_sixty_letters("your-options", "your-options.pdf");
}

#[test]
fn a_word_of_sixty_letters_stays_on_the_letter() {
    word_of_sixty_letters("invitation", "invitation.sample.pdf");
}

/// The service of the harbour with eight more contacts, each with these lines.
fn nine_contacts(lines: &str) -> Desk {
    let desk = Desk::with("harbour");
    let mut contacts = String::from("contacts:\n");
    for number in 1..=8 {
        contacts.push_str(&format!(
            "  desk-{number}:\n    name: Desk {number}\n    phone: 01632 96020{number}\n{lines}    checked: 2026-11-02\n"
        ));
    }
    desk.change("service.yaml", "contacts:\n", &contacts);
    desk
}

fn assert_names_all_nine(desk: &Desk, file: &str) {
    let text = Pdf::open(&desk.read(file)).running_text();
    for number in 1..=8 {
        let contact = format!("Desk {number} 01632 96020{number}");
        assert!(text.contains(&contact), "{contact} in\n{text}");
    }
    assert!(text.contains("Front desk 01632 960111"), "{text}");
}

#[test]
fn nine_short_contacts_fit() {
    let desk = nine_contacts("");
    desk.done(&["build"]);
    assert_names_all_nine(&desk, "out/pain-and-mood.pdf");
}

#[test]
fn nine_long_contacts_are_too_many_for_the_leaflet_alone() {
    let desk = nine_contacts("    email: desk@harbour.example\n    hours: Monday to Friday\n");
    let told = desk.run(&["build", "pain-and-mood"]);
    assert_eq!(told.status, 1);
    assert!(!desk.exists("out"));
    snapshot("odd/nine-contacts", &told.story());
    desk.done(&["build", "your-options", "invitation"]);
    desk.done(&["build", "pain-and-mood", "--edition", "large-print"]);
    assert_names_all_nine(&desk, "out/pain-and-mood.large-print.pdf");
}

#[test]
fn the_letters_of_welsh() {
    let desk = Desk::with("harbour");
    let name = "Gwasanaeth Poen Tŷ’r Dŵr, Llŷn â’r Ŵyl Ŷd";
    desk.change("service.yaml", "Harbour Pain Service", name);
    desk.done(&["build", "invitation"]);
    let text = Pdf::open(&desk.read("out/invitation.sample.pdf")).running_text();
    assert!(text.contains(name), "{text}");
    // The same typed as letter and mark prints as one letter.
    let apart =
        "Gwasanaeth Poen Ty\u{302}’r Dw\u{302}r, Lly\u{302}n a\u{302}’r W\u{302}yl Y\u{302}d";
    desk.change("service.yaml", name, apart);
    desk.done(&["build", "invitation"]);
    let text = Pdf::open(&desk.read("out/invitation.sample.pdf")).running_text();
    assert!(text.contains(name), "{text}");
}

#[test]
fn a_name_written_from_right_to_left() {
    let desk = Desk::with("harbour");
    let name = "مركز الألم";
    desk.change("service.yaml", "Harbour Pain Service", name);
    desk.done(&["build", "invitation"]);
    let bytes = desk.read("out/invitation.sample.pdf");
    assert_conforms("the letter", &bytes);
    let text = Pdf::open(&bytes).running_text();
    assert!(text.contains("You are invited to meet us at"), "{text}");
    let after = text.find("Come and see").expect("the sentence after it");
    let before = text.find("meet us at").expect("the sentence with it");
    let between = &text[before..after];
    for letter in name.chars().filter(|letter| letter.is_alphabetic()) {
        assert!(between.contains(letter), "{letter} in {between}");
    }
}

/// What is said of a service with a star, which no typeface here has, in it.
fn with_star(from: &str, to: &str) -> String {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", from, to);
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"));
    told.err
}

#[test]
fn a_character_no_typeface_has_is_said() {
    let name = with_star("Harbour Pain Service", "Harbour \u{2b50} Pain Service");
    let contact = with_star("Front desk", "Front desk \u{2b50}");
    let hours = with_star("9am to 4pm", "9am to 4pm \u{2b50}");
    for said in [&name, &contact, &hours] {
        assert!(said.contains("U+2B50"), "{said}");
    }
    snapshot("odd/no-typeface", &[name, contact, hours].join("===\n"));
}

#[test]
fn a_character_no_typeface_has_is_said_wherever_it_stands() {
    let places = [
        ("Pier House", "Pier House \u{2b50}"),
        ("3 Pier Road", "3 Pier Road \u{2b50}"),
        ("letters:", "    access: \u{2b50} on the left\nletters:"),
        ("Head of service", "Head of service \u{2b50}"),
    ];
    for (from, to) in places {
        let said = with_star(from, to);
        assert!(said.contains("U+2B50"), "{to}: {said}");
        assert!(said.contains("service.yaml:"), "{to}: {said}");
    }
}

/// Six crisis lines instead of four, and one more line for a contact.
#[test]
fn every_nation_can_print_a_contact_with_a_website() {
    for nation in ["england", "wales", "scotland", "northern-ireland"] {
        let desk = Desk::own_service();
        desk.change(
            "service.yaml",
            "nation: england",
            &format!("nation: {nation}"),
        );
        desk.change(
            "service.yaml",
            "    email: bookings@saltmarsh.example\n",
            "    email: bookings@saltmarsh.example\n    website: https://saltmarsh.example/pain\n",
        );
        desk.done(&["build"]);
    }
}

/// Without any local service there is no heading over nothing.
#[test]
fn a_heading_never_stands_over_nothing() {
    let desk = Desk::with("harbour");
    desk.done(&["build", "pain-and-mood"]);
    let text = Pdf::open(&desk.read("out/pain-and-mood.pdf")).running_text();
    assert!(!text.contains("Help near you"), "{text}");
}

/// An address that somebody copies out of the PDF has nothing invisible in it.
#[test]
fn an_email_address_can_be_copied() {
    let desk = Desk::own_service();
    desk.done(&["build", "pain-and-mood", "your-options"]);
    for file in ["pain-and-mood.pdf", "your-options.pdf"] {
        let text = Pdf::open(&desk.read(format!("out/{file}"))).text();
        let found = text.join("\n").contains("bookings@saltmarsh.example");
        assert!(found, "{file}: {text:?}");
    }
}
