//! Printers that turn the paper the other way, or not at all: one line of
//! `service.yaml` for each, and a test sheet that says which.

use crate::support::desk::Told;
use crate::support::{Desk, Pdf, snapshot};

/// A sound service with a printer of this kind.
fn with_printer(desk_line: &str) -> Desk {
    with_setting(&format!("desk: {desk_line}"))
}

fn with_setting(line: &str) -> Desk {
    let desk = Desk::with("formats");
    desk.change("service.yaml", "brand:\n", &format!("{line}\nbrand:\n"));
    desk
}

fn open(desk: &Desk, file: &str) -> Pdf {
    Pdf::open(&desk.read(format!("out/{file}")))
}

/// Whether the words of a page stand on their heads: all of them, or none.
fn stands_on_its_head(pdf: &Pdf, number: usize) -> bool {
    let runs = pdf.runs(pdf.pages()[number]);
    let words = runs.iter().filter(|run| !run.text.trim().is_empty());
    let (turned, upright): (Vec<_>, Vec<_>) = words.partition(|run| run.turned);
    assert!(
        turned.is_empty() != upright.is_empty(),
        "page {number} stands two ways"
    );
    !turned.is_empty()
}

/// The place of a word on a page from its left and lower edge, pt: of its middle.
fn place(pdf: &Pdf, number: usize, word: &str) -> [f32; 2] {
    let runs = pdf.runs(pdf.pages()[number]);
    let run = runs.iter().find(|run| run.text.contains(word));
    let run = run.unwrap_or_else(|| panic!("{word} on page {number}"));
    [(run.left + run.right) / 2.0, run.y]
}

fn office(desk: &Desk, guide: &str) -> Told {
    desk.done(&["build", guide, "--target", "desk"])
}

/// What most printers do with `both sides, flip on short edge`.
#[test]
fn a_printer_that_turns_about_the_short_edge() {
    let desk = with_printer("{flip: short-edge}");
    snapshot("targets/short-edge", &office(&desk, "walk-fold").story());
    let leaflet = open(&desk, "walk-fold.desk.pdf");
    assert!(!stands_on_its_head(&leaflet, 0));
    assert!(!stands_on_its_head(&leaflet, 1));
    // It is what everybody gets who says nothing.
    let silent = Desk::with("formats");
    office(&silent, "walk-fold");
    assert!(silent.files("out") == desk.files("out"));
}

#[test]
fn a_printer_that_turns_about_the_long_edge() {
    let desk = with_printer("{flip: long-edge}");
    snapshot("targets/long-edge", &office(&desk, "walk-fold").story());
    let leaflet = open(&desk, "walk-fold.desk.pdf");
    assert!(!stands_on_its_head(&leaflet, 0));
    assert!(stands_on_its_head(&leaflet, 1));
    // The same sheet as from the other printer, with its back turned round.
    let short = with_printer("{flip: short-edge}");
    office(&short, "walk-fold");
    let other = open(&short, "walk-fold.desk.pdf");
    let [width, height] = [297.0, 210.0].map(|mm: f32| mm / 25.4 * 72.0);
    for word in ["A short walk counts", "Before you go", "My walks"] {
        let [x, y] = place(&leaflet, 1, word);
        let [other_x, other_y] = place(&other, 1, word);
        assert!(
            (x - (width - other_x)).abs() < 0.1,
            "{word}: {x} and {other_x}"
        );
        assert!(
            (y - (height - other_y)).abs() < 0.1,
            "{word}: {y} and {other_y}"
        );
    }
}

/// A page that stands upright has its short edge above: the other way round.
#[test]
fn an_upright_page_is_turned_about_its_other_edge() {
    let turned = |line: &str| {
        let desk = with_printer(line);
        desk.done(&[
            "build",
            "walk-fold",
            "--target",
            "desk",
            "--edition",
            "large-print",
        ]);
        let pages = open(&desk, "walk-fold.large-print.desk.pdf");
        [0, 1].map(|number| stands_on_its_head(&pages, number))
    };
    assert_eq!(turned("{flip: long-edge}"), [false, false]);
    assert_eq!(turned("{flip: short-edge}"), [false, true]);
}

/// No printer turns anything: first all fronts, then all backs.
#[test]
fn a_printer_that_prints_one_side() {
    let desk = with_printer("{flip: manual}");
    snapshot("targets/manual", &office(&desk, "walk-booklet").story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let wanted = [
        "walk-booklet.desk.backs.pdf",
        "walk-booklet.desk.fronts.pdf",
    ];
    assert_eq!(files, wanted);
    let (fronts, backs) = (open(&desk, wanted[1]), open(&desk, wanted[0]));
    // Eight pages on two sheets.
    assert_eq!([fronts.pages().len(), backs.pages().len()], [2, 2]);
    assert!(fronts.text()[0].contains("Three ways to walk"), "the cover");
    assert!(backs.text()[0].contains("A short walk counts"), "behind it");
    assert!((0..2).all(|number| !stands_on_its_head(&backs, number)));
}

/// A pile that comes out with its last sheet on top goes back in so, too.
#[test]
fn backs_the_last_one_first() {
    let straight = with_printer("{flip: manual, backs: same-order}");
    let reversed = with_printer("{flip: manual, backs: reversed}");
    office(&straight, "walk-booklet");
    snapshot(
        "targets/reversed",
        &office(&reversed, "walk-booklet").story(),
    );
    let text =
        |desk: &Desk, side: &str| open(desk, &format!("walk-booklet.desk.{side}.pdf")).text();
    let mut backs = text(&straight, "backs");
    backs.reverse();
    assert_eq!(text(&reversed, "backs"), backs);
    assert_eq!(text(&reversed, "fronts"), text(&straight, "fronts"));
    // Without a setting they are printed in the same order.
    let silent = with_printer("{flip: manual}");
    office(&silent, "walk-booklet");
    assert!(silent.files("out") == straight.files("out"));
}

/// One side needs no second file, and no turning.
#[test]
fn what_has_one_side_is_one_file() {
    let desk = with_printer("{flip: manual}");
    snapshot("targets/one-side", &office(&desk, "walk-poster").story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    assert_eq!(files, ["walk-poster.desk.pdf"]);
}

#[test]
fn settings_that_cannot_be_are_said() {
    let mut said = String::new();
    for line in [
        "{flip: sideways}",
        "{flip: long-edge, backs: reversed}",
        "{backs: reversed}",
        "{flip: manual, backs: backwards}",
        "{flop: manual}",
    ] {
        let desk = with_printer(line);
        let told = desk.run(&["build", "walk-fold"]);
        assert_eq!(told.status, 1, "{}", told.story());
        assert!(told.err.contains("service.yaml:"), "{}", told.err);
        assert!(!desk.exists("out"));
        said.push_str(&format!("=== {line}\n{}", told.err));
    }
    for paper in ["{gsm: 39}", "{gsm: 401}"] {
        let desk = with_setting(&format!("paper: {paper}"));
        let told = desk.run(&["build", "walk-fold"]);
        assert_eq!(told.status, 1, "{}", told.story());
        said.push_str(&format!("=== paper: {paper}\n{}", told.err));
    }
    snapshot("targets/wrong-settings", &said);
}

/// Thicker paper sticks out further: pages of inner sheets move to the fold, and
/// those of the outermost stay. So also on a back that is turned round.
#[test]
fn inner_pages_move_to_the_fold() {
    let left = |flip: &str, gsm: u32| {
        let desk = with_setting(&format!("desk: {{flip: {flip}}}\npaper: {{gsm: {gsm}}}"));
        office(&desk, "walk-booklet");
        let booklet = open(&desk, "walk-booklet.desk.pdf");
        // The last sheet is the innermost: pages 4 and 5 face each other on its back.
        let back = booklet.pages().len() - 1;
        let runs = booklet.runs(booklet.pages()[back]);
        let [_, height] = booklet.sizes()[back].map(|mm| mm / 25.4 * 72.0);
        let numbers = ["4", "5"].map(|number| {
            let foot = |y: f32| y < 60.0 || y > height - 60.0;
            let found = runs.iter().find(|run| run.text == number && foot(run.y));
            found.map(|run| run.left).expect("a page number")
        });
        [
            place(&booklet, 0, "Three ways to")[0],
            numbers[0],
            numbers[1],
        ]
    };
    // One sheet around it, thicker by 0.1 mm, and the pages meet.
    let cases = [
        ("short-edge", [0.0, 0.1, -0.1]),
        ("long-edge", [0.0, -0.1, 0.1]),
    ];
    for (flip, wanted) in cases {
        let (thin, thick) = (left(flip, 80), left(flip, 160));
        for (index, wanted) in wanted.into_iter().enumerate() {
            let moved = (thick[index] - thin[index]) / 72.0 * 25.4;
            assert!(
                (moved - wanted).abs() < 0.01,
                "{flip}: {moved} mm, not {wanted}"
            );
        }
    }
}

#[test]
fn a_test_sheet_says_which_printer_it_is() {
    let desk = Desk::empty();
    let told = desk.done(&["desk-test"]);
    snapshot("targets/desk-test", &told.story());
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let names = [
        "desk-test.backs.pdf",
        "desk-test.fronts.pdf",
        "desk-test.pdf",
    ];
    assert_eq!(files, names);
    let [backs, fronts, both] = names.map(|name| open(&desk, name));
    for pdf in [&backs, &fronts, &both] {
        assert_eq!(pdf.sizes(), [[297.0, 210.0]; 2]);
    }
    // The back of the sheet says a setting each way up, and each is the right one:
    // what stands upright as printed is upright where the short edge is turned.
    let runs = both.runs(both.pages()[1]);
    let way = |words: &str| {
        let run = runs.iter().find(|run| run.text.contains(words));
        run.unwrap_or_else(|| panic!("{words} is there")).turned
    };
    assert!(!way("short-edge"));
    assert!(way("long-edge"));
    // Backs that come out in order stand behind their fronts as they are.
    let (fronts, backs) = (fronts.text(), backs.text());
    assert!(fronts[0].contains("Front of sheet 1") && fronts[1].contains("Front of sheet 2"));
    assert!(!backs[0].contains("reversed") && backs[1].contains("reversed"));
}

/// What the test sheet tells one to write is read.
#[test]
fn the_lines_of_the_test_sheet_can_be_written() {
    let desk = Desk::empty();
    desk.done(&["desk-test"]);
    let pages = desk
        .files("out")
        .into_values()
        .flat_map(|bytes| Pdf::open(&bytes).text());
    let text = pages.collect::<Vec<_>>().join("\n");
    // `desk:` on a line of its own, and what belongs to it on the next ones.
    let said: Vec<String> = text
        .split("desk:\n")
        .skip(1)
        .map(|rest| {
            let lines = rest.lines().map(str::trim);
            let settings =
                lines.take_while(|line| line.starts_with("flip: ") || line.starts_with("backs: "));
            settings.map(|line| format!("\n  {line}")).collect()
        })
        .collect();
    let wanted = [
        "short-edge",
        "long-edge",
        "manual",
        "manual\n  backs: reversed",
    ];
    for flip in wanted {
        let setting = format!("\n  flip: {flip}");
        assert!(said.contains(&setting), "{setting} in {said:?}");
        office(&with_printer(&setting), "walk-fold");
    }
    assert_eq!(said.len(), wanted.len(), "{said:?}");
}

/// A letter is for one person: it is printed by itself, not on a sheet.
#[test]
fn a_letter_has_no_sheet() {
    let desk = Desk::with("harbour");
    let told = desk.done(&["build", "invitation", "--target", "desk,press"]);
    snapshot("targets/letter", &told.story());
    assert!(!desk.exists("out"));
}
