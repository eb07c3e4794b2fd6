//! What is refused, and how that is said.

use super::{copies, desk, snapshot};

/// Everything that somebody may type or write wrongly.
#[test]
fn mistakes_are_said_with_what_to_do() {
    let desk = desk();
    let mut told = vec![
        // Letters are never tested.
        desk.run(&["versions", "new", "invitation", "--as", "short"]),
        desk.run(&["versions", "print", "--guide", "invitation"]),
        // Names.
        desk.run(&["versions", "new", "your-option", "--as", "short-2"]),
        desk.run(&["versions", "new", "your-options", "--as", "short"]),
        desk.run(&["versions", "new", "your-options", "--as", "full"]),
        desk.run(&["versions", "new", "your-options", "--as", "Two words"]),
        desk.run(&[
            "versions",
            "new",
            "your-options",
            "--as",
            "other",
            "--from",
            "shrot",
        ]),
        desk.run(&["versions", "diff", "full", "shrt"]),
        desk.run(&[
            "versions",
            "diff",
            "full",
            "short",
            "--guide",
            "pain-and-mood",
        ]),
        desk.run(&["versions", "adopt", "full"]),
        // Too many, too few, in no order.
        desk.run(&["versions", "print", "--copies", "0"]),
        desk.run(&["versions", "print", "--round", "2"]),
        desk.run(&["versions", "answers", "nowhere.csv"]),
        desk.run(&["versions", "print", "--guide", "pain-and-mood"]),
    ];
    desk.write("answers.csv", "code\nRPT-A-0011\n");
    told.push(desk.run(&["versions", "answers", "answers.csv"]));
    let stories: Vec<String> = told
        .iter()
        .map(|told| {
            assert_ne!(told.status, 0, "{}", told.story());
            told.story()
        })
        .collect();
    snapshot("versions__refused", &stories.join("\n"));
    assert!(!desk.exists("out"), "nothing was written");
}

/// A folder for no guide, a version called like nothing, a persona that nobody describes.
#[test]
fn strays_are_found() {
    let desk = desk();
    desk.write("versions/your-option/short.yaml", "from: full\n");
    desk.write("versions/your-options/Short.yaml", "from: full\n");
    desk.write("versions/your-options/full.yaml", "from: full\n");
    let told = desk.run(&["versions"]);
    assert_eq!(told.status, 1);
    snapshot("versions__strays", &told.story());
}

/// Mistakes in a version and in a persona point to their lines.
#[test]
fn mistakes_in_files_have_places() {
    let desk = desk();
    desk.write(
        "versions/your-options/wrong.yaml",
        "from: full\nreason: TBC\nmade: yesterday\nfor: [nobody-knows]\nwords: 3\nchanges:\n  sections:\n    opning: drop\n",
    );
    let mut told = vec![desk.run(&["versions", "diff", "full", "wrong"])];
    desk.write(
        "versions/your-options/wrong.yaml",
        "from: full\nreason: TBC\nmade: 2026-11-20\nfor: [nobody-knows, half]\ntone: welbeing\nchanges:\n  sections:\n    opning: drop\n",
    );
    told.push(desk.run(&["versions", "diff", "full", "wrong"]));
    desk.write(
        "personas/nobody-knows.yaml",
        "name: …\nage: 54\nhopes: []\nfears: [x]\nbarriers: [x]\nbehaviours: [x]\n",
    );
    desk.write(
        "personas/half.yaml",
        "name: …\nhopes: [x]\nfears: [TBC]\nbarriers: [To wait]\nbehaviours: [To wait]\n",
    );
    told.push(desk.run(&["versions", "diff", "full", "wrong"]));
    desk.write(
        "versions/your-options/wrong.yaml",
        "from: full\nreason: TBC\nmade: 2026-11-20\nfor: [nobody-knows, half]\nchanges:\n",
    );
    told.push(desk.run(&["versions", "print", "wrong"]));
    let stories: Vec<String> = told.iter().map(|told| told.story()).collect();
    snapshot("versions__wrong-files", &stories.join("\n"));
}

/// A finished round is never replaced in silence, and codes go on after it.
#[test]
fn a_round_is_not_replaced_in_silence() {
    let desk = desk();
    let print = |more: &[&str]| {
        desk.run(
            &[
                &["versions", "print", "short", "full", "--copies", "4"][..],
                more,
            ]
            .concat(),
        )
    };
    assert_eq!(print(&[]).status, 0);
    let first = copies(&desk);
    let mut told = vec![print(&[])];
    assert_eq!(copies(&desk), first);
    assert_eq!(print(&["--round", "2"]).status, 0);
    let both = copies(&desk);
    assert_eq!(both[..4], first);
    assert_eq!(both.len(), 8);
    told.push(print(&["--round", "1", "--replace"]));
    // Somebody has typed answers into the file of the round.
    desk.write("out/your-options.round-2/answers.xlsx", "answers");
    told.push(print(&["--round", "2", "--replace", "--seed", "9"]));
    assert_eq!(copies(&desk), both);
    let stories: Vec<String> = told.iter().map(|told| told.story()).collect();
    snapshot("versions__round", &stories.join("\n"));
    std::fs::remove_file(desk.path("out/your-options.round-2/answers.xlsx")).expect("it is there");
    assert_eq!(
        print(&["--round", "2", "--replace", "--seed", "9"]).status,
        0
    );
    assert_eq!(copies(&desk)[..4], first);
    assert_eq!(copies(&desk).len(), 8);
}

/// The list of copies is the program's own: what somebody changed in it is said.
#[test]
fn a_changed_list_of_copies_is_noticed() {
    let desk = desk();
    desk.done(&["versions", "print", "short", "full", "--copies", "2"]);
    let path = "versions/your-options/print-list.csv";
    let list = desk.read_text(path);
    let code = copies(&desk)[0].0.clone();
    let mistyped = code.replacen('0', "1", 1);
    desk.write(path, list.replace(&code, &mistyped));
    let told = desk.run(&["versions"]);
    assert_eq!(told.status, 1);
    snapshot("versions__changed-list", &told.story());
}

/// With no folder of a service there is nothing to write into.
#[test]
fn the_built_in_example_can_be_looked_at() {
    let desk = crate::support::Desk::empty();
    let told = desk.done(&["versions"]);
    let print = desk.run(&["versions", "print"]);
    assert_eq!(print.status, 2);
    let new = desk.run(&["versions", "new", "your-options", "--as", "other"]);
    assert_eq!(new.status, 2);
    snapshot(
        "versions__example",
        &[told.story(), print.story(), new.story()].join("\n"),
    );
}

/// Two versions that are alike teach nobody anything.
#[test]
fn versions_that_are_alike_are_not_tested() {
    let desk = desk();
    desk.done(&[
        "versions",
        "new",
        "your-options",
        "--as",
        "same",
        "--because",
        "To try",
    ]);
    let named = desk.run(&["versions", "print", "full", "same", "--copies", "2"]);
    assert_eq!(named.status, 1);
    let all = desk.done(&["versions", "print", "--copies", "6"]);
    assert!(
        all.err
            .contains("`same` says what `full` says, and is left out"),
        "{}",
        all.story()
    );
    assert!(copies(&desk).iter().all(|(_, name)| name != "same"));
    let lines = named.err.lines().filter(|line| !line.is_empty());
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    For Harbour Pain Service
    error: `same` says what `full` says: a reader would see no difference
     = help: change one of them, or leave it out
    ");
}

/// Where the list of copies cannot be written, no copies are left that nobody knows.
#[cfg(unix)]
#[test]
fn no_copies_are_left_that_the_list_does_not_know() {
    let desk = desk();
    // A folder stands where the list would.
    std::fs::create_dir_all(desk.path("out/your-options.round-1/stack.desk.pdf"))
        .expect("a folder");
    let told = desk.run(&["versions", "print", "--copies", "3"]);
    assert_eq!(told.status, 3, "{}", told.story());
    assert!(
        !desk.exists("versions/your-options/print-list.csv"),
        "{}",
        told.story()
    );
}

/// A round that nobody typed anything into can be printed anew.
#[test]
fn an_untouched_round_is_replaced() {
    let desk = desk();
    let print = |seed| {
        let told = desk.run(&[
            "versions",
            "print",
            "--copies",
            "4",
            "--replace",
            "--seed",
            seed,
        ]);
        assert_eq!(told.status, 0, "{}", told.story());
        copies(&desk)
    };
    let first = print("1");
    assert_ne!(print("2"), first);
    assert_eq!(copies(&desk).len(), 4);
}
