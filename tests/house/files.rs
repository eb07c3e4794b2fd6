//! Files that are none, that never end, that are another than was meant, or half of one:
//! each is refused at once, in words, and nothing is printed.

use std::fs;
use std::process::Command;

use crate::support::Desk;

/// Types a command that has to fail on a file, and gives what was said.
fn refused(desk: &Desk, arguments: &[&str]) -> String {
    let told = desk.run(arguments);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"), "something was written after all");
    told.err
}

/// A pipe that nobody writes into.
fn pipe(desk: &Desk, path: &str) {
    let _ = fs::remove_file(desk.path(path));
    let made = Command::new("mkfifo").arg(desk.path(path)).status();
    assert!(made.expect("mkfifo").success());
}

#[test]
fn a_pipe_is_never_waited_for_wherever_it_lies() {
    for path in [
        "service.yaml",
        "local-services.csv",
        "logo.png",
        "overrides/your-options.yaml",
        "templates/letter.typ",
        "content/guides/invitation/en-GB.yaml",
        "fonts/Own.ttf",
    ] {
        let desk = Desk::own_service();
        let folder = desk.path(path);
        fs::create_dir_all(folder.parent().expect("a folder")).expect("a folder");
        pipe(&desk, path);
        let said = refused(&desk, &["build", "your-options", "invitation"]);
        let is_a_pipe = format!("`{path}` is a pipe, not a file");
        assert!(said.contains(&is_a_pipe), "{path}: {said}");
    }
    let desk = Desk::own_service();
    pipe(&desk, "people.csv");
    let letters = ["letters", "invitation", "--people", "people.csv"];
    insta::assert_snapshot!(refused(&desk, &letters), @r#"
    For Saltmarsh Pain and Wellbeing Service
    error: `people.csv` is a pipe, not a file
     = help: save what comes through it in a file first, and name that
    "#);
}

#[test]
fn a_device_and_a_folder_are_no_list_of_people() {
    let desk = Desk::own_service();
    let letters = |people| refused(&desk, &["letters", "invitation", "--people", people]);
    insta::assert_snapshot!(letters("/dev/zero"), @r#"
    For Saltmarsh Pain and Wellbeing Service
    error: `/dev/zero` is a device, not a file
     = help: put the file itself there, or name the file
    "#);
    insta::assert_snapshot!(letters("overrides"), @r#"
    For Saltmarsh Pain and Wellbeing Service
    error: `overrides` is a folder, not a file
     = help: name the file in it
    "#);
}

#[test]
fn files_too_long_are_refused_unread() {
    for (path, said) in [
        (
            "logo.png",
            "is 3 GB large, and a picture may be 20 MB at most",
        ),
        (
            "service.yaml",
            "is 3 GB large, and a file of settings or texts may be 2 MB at most",
        ),
        (
            "local-services.csv",
            "is 3 GB large, and a list of local services may be 5 MB at most",
        ),
        (
            "fonts/Own.ttf",
            "is 3 GB large, and a font may be 30 MB at most",
        ),
    ] {
        let desk = Desk::own_service();
        let path_there = desk.path(path);
        fs::create_dir_all(path_there.parent().expect("a folder")).expect("a folder");
        let file = fs::File::create(path_there).expect("a file");
        file.set_len(3 << 30).expect("a file with a hole");
        let told = refused(&desk, &["build", "invitation"]);
        assert!(told.contains(&format!("`{path}` {said}")), "{told}");
    }
}

#[test]
fn the_file_that_was_meant_is_named() {
    let said_of = |logo: &str| {
        let desk = Desk::own_service();
        fs::create_dir_all(desk.path(logo).parent().expect("a folder")).expect("a folder");
        fs::rename(desk.path("logo.png"), desk.path(logo)).expect("renamed");
        refused(&desk, &["build", "invitation"])
    };
    insta::assert_snapshot!(said_of("Logo.png"), @r#"
    error: there is no file `logo.png`
       ┌─ service.yaml:46:9
       │
    46 │   logo: logo.png
       │         ^^^^^^^^
       │
       = help: there is `Logo.png`: capital letters count, so write it as the file is called
       = help: put it into the service's folder, or delete this line
    "#);
    for (logo, said) in [
        ("logo.jpg", "there is `logo.jpg`: write that name"),
        (
            "pictures/logo.png",
            "there is `pictures/logo.png`: write it with its folder",
        ),
        // What would clear the screen of whoever reads it.
        ("logo.png\u{1b}[2J", "there is `logo.png<U+001B>[2J`"),
    ] {
        let told = said_of(logo);
        assert!(told.contains(said) && !told.contains('\u{1b}'), "{told}");
    }
    let desk = Desk::own_service();
    let (from, to) = ("local-services.csv", "Local-Services.csv");
    fs::rename(desk.path(from), desk.path(to)).expect("renamed");
    insta::assert_snapshot!(refused(&desk, &["build", "invitation"]), @r#"
    error: `Local-Services.csv` is not read: nothing of it is used
     = help: capital letters count: rename it to `local-services.csv`
    "#);
}

/// What is said of the invitation in a typeface of the service's own, spoilt like this.
fn with_font(spoil: impl Fn(&mut Vec<u8>)) -> String {
    let desk = Desk::own_service();
    let faces = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts"));
    for face in faces.expect("the fonts").flatten() {
        let name = face.file_name().to_string_lossy().into_owned();
        if name.starts_with("AtkinsonHyperlegibleNext-Regular") {
            let mut bytes = fs::read(face.path()).expect("a font");
            spoil(&mut bytes);
            desk.write(format!("fonts/{name}"), bytes);
        }
    }
    refused(&desk, &["build", "invitation"])
}

#[test]
fn half_a_font_prints_no_page() {
    insta::assert_snapshot!(with_font(|font| font.truncate(font.len() / 2)), @r#"
    error: `fonts/AtkinsonHyperlegibleNext-Regular.ttf` is cut short: the file ends before the font does
     = help: copy it again from where it came from, until both files are of the same size
    "#);
}

/// A copy that was stopped may be as long as the whole, and end in zeros: every letter of
/// it has a width, and none a shape.
#[test]
fn letters_that_nobody_would_see_are_refused() {
    let said = with_font(|font| {
        let (start, length) = table(font, b"glyf");
        font[start..start + length].fill(0);
    });
    insta::assert_snapshot!(said, @r#"
    For Saltmarsh Pain and Wellbeing Service
    error: the typeface `AtkinsonHyperlegibleNext-Regular` has no shape for the character U+0062, which would not be seen
     = help: its file in `fonts/` may be damaged: copy it there again, or delete it
    "#);
}

/// Where a table of a font begins, and how long it is.
fn table(font: &[u8], tag: &[u8; 4]) -> (usize, usize) {
    let listed = font[12..].chunks(16).find(|entry| entry.starts_with(tag));
    let number = |at: usize| {
        let bytes = listed.expect("the table")[at..at + 4].try_into();
        u32::from_be_bytes(bytes.expect("four bytes")) as usize
    };
    (number(8), number(12))
}

/// A picture of a guide is as wide as somebody could print it.
#[test]
fn a_picture_is_no_wider_than_its_page() {
    for (width, is_fine) in [
        ("60", true),
        ("5000", false),
        ("0.01", false),
        (".nan", false),
    ] {
        let desk = Desk::own_service();
        let guide = fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/content/guides/invitation/en-GB.yaml"
        ));
        let guide = guide.expect("the letter");
        let picture = format!(
            "    blocks:\n      - picture: {{file: logo.png, alt: A house, width: {width}}}\n"
        );
        desk.write(
            "content/guides/invitation/en-GB.yaml",
            guide.replacen("    blocks:\n", &picture, 1),
        );
        if is_fine {
            desk.done(&["build", "invitation"]);
        } else {
            let said = refused(&desk, &["build", "invitation"]);
            let asked = format!(
                "this picture is to be {} mm wide",
                width.replace(".nan", "NaN")
            );
            assert!(said.contains(&asked), "{said}");
            assert!(said.contains("write a width from 1 to 210 mm"), "{said}");
        }
    }
}
