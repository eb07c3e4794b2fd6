//! What becomes of a letter's sheets: they are printed on both sides, folded, and a slip
//! is cut off.

use leafwright::Edition;
use leafwright::inspect::{Drawn, Part, drawn};

use crate::support::Desk;
use crate::support::library::Order;

/// A letter with an appointment after so many lines, headings after every few of them,
/// and a slip.
fn letter(before: usize, sections: usize) -> String {
    let line = "          We would like to meet you.\n\n";
    let opening = line.repeat(before);
    let more: String = (0..sections)
        .map(|number| {
            format!(
                "  - id: part-{number}\n    heading: Part {number} of it\n    blocks:\n      - text: |\n{}          You can phone us on 01632 960111.\n\n",
                line.repeat(number % 3 + 1)
            )
        })
        .collect();
    format!(
        "guide: story\nkind: letter\nformat: a4-letter\ntitle: A letter\nsummary: A story\n\
         audience: patients\nversion: 1\nreviewed: 2026-11-01\n\
         next-review: 2028-11-01\nsources: []\nsections:\n  - id: opening\n    blocks:\n      - text: |\n{opening}\
         \x20     - appointment: {{length: Up to 1 hour}}\n{more}\
         \x20 - id: reply\n    heading: Your reply\n    blocks:\n      - reply-slip:\n          choices: [I plan to come, I would like another day, I would like to talk, I would rather not]\n"
    )
}

/// Sets letters of every length for these envelopes, in both editions.
fn each(posts: &[&str], mut see: impl FnMut(&str, &[Drawn], &[f64])) {
    for edition in [Edition::Standard, Edition::LargePrint] {
        for (post, folds) in [
            ("dl", &[99.0, 198.0][..]),
            ("c5", &[148.5]),
            ("notify", &[]),
        ] {
            if !posts.contains(&post) {
                continue;
            }
            let desk = Desk::with("harbour");
            desk.change("service.yaml", "post: c5", &format!("post: {post}"));
            for (before, sections) in (0..5).flat_map(|it| [(it + 1, 2 * it), (5 - it, 2 * it + 1)])
            {
                desk.write("content/guides/story/en-GB.yaml", letter(before, sections));
                let order = Order {
                    folder: Some(desk.folder()),
                    edition,
                    ..Order::EXAMPLE
                };
                let workspace = order.open().expect("a service");
                let pages = workspace.pages(&order.id(&workspace, "story"));
                let pages = pages.unwrap_or_else(|_| {
                    panic!("{post}, {edition:?}, {before} lines, {sections} sections")
                });
                let what = format!("{post}, {edition:?}, {before} lines, {sections} sections");
                see(&what, &drawn(pages.pages()), folds);
            }
        }
    }
}

fn words(drawn: &Drawn) -> &str {
    drawn.text.as_ref().map_or("", |text| &text.words)
}

/// Whoever cuts the slip off loses nothing of the letter: neither beside it nor on its
/// back.
#[test]
fn a_slip_takes_nothing_of_the_letter_with_it() {
    let (mut at_foot, mut alone) = (0, 0);
    each(&["dl", "c5", "notify"], |what, drawn, _| {
        let slip: Vec<&Drawn> = drawn.iter().filter(|it| it.is_in(Part::CutOff)).collect();
        let page = slip.first().expect(what).page;
        assert!(slip.iter().all(|it| it.page == page), "{what}: one piece");
        assert!(slip.iter().any(|it| words(it).contains("rather not")));
        let top = slip.iter().map(|it| it.area.top).fold(f64::MAX, f64::min);
        let bottom = slip.iter().map(|it| it.area.bottom).fold(0.0, f64::max);
        let is_at_foot = top > 297.0 - bottom;
        let cut = if is_at_foot { top..297.0 } else { 0.0..bottom };
        if is_at_foot {
            at_foot += 1;
        } else {
            alone += 1;
        }
        assert!(bottom <= 276.5, "{what}: {bottom}");
        for it in drawn
            .iter()
            .filter(|it| it.page == page || it.page == page ^ 1)
        {
            let may_go = [Part::CutOff, Part::CanBeLost, Part::Furniture];
            let stays = !may_go.into_iter().any(|part| it.is_in(part));
            let goes = it.area.bottom > cut.start && it.area.top < cut.end;
            assert!(
                !(it.text.is_some() && stays && goes),
                "{what}: `{}` goes with the slip on page {page}",
                words(it)
            );
        }
    });
    assert!(
        at_foot > 0 && alone > 0,
        "{at_foot} at the foot, {alone} alone"
    );
}

/// A crease wears away what lies in it.
#[test]
fn nothing_of_weight_is_in_a_fold() {
    each(&["dl", "c5"], |what, drawn, folds| {
        for it in drawn.iter().filter(|it| !it.is_in(Part::Furniture)) {
            let is_answer = it.is_in(Part::CutOff) && it.is_in(Part::Item);
            let is_words = it.text.is_some()
                && (it.is_in(Part::Weighty)
                    || it.is_in(Part::Heading)
                    || is_answer
                    || words(it).contains("01632"));
            for fold in folds {
                let (top, bottom) = (it.area.top - fold, it.area.bottom - fold);
                let near = if is_words {
                    top < 3.9 && bottom > -3.9
                } else {
                    // The box may reach over a fold, with its edges away from it.
                    it.is_in(Part::Weighty)
                        && it.text.is_none()
                        && (top.abs() < 3.9 || bottom.abs() < 3.9)
                };
                assert!(
                    !near,
                    "{what}: `{}` on page {} is {top:.1} to {bottom:.1} mm from the fold at {fold}",
                    words(it),
                    it.page + 1
                );
            }
        }
    });
}

/// A contact with all that a contact may have needs more room behind the slip than large
/// print leaves: it is left out there, rather than printed on the slip's back.
#[test]
fn a_contact_of_many_lines_does_not_end_up_behind_the_slip() {
    let desk = Desk::own_service();
    desk.change(
        "service.yaml",
        "    email: bookings@saltmarsh.example\n",
        "    email: appointments.and.questions@north.saltmarsh.example\n    website: north.saltmarsh.example/appointments\n",
    );
    for post in ["dl", "c5", "notify"] {
        let typed = "check invitation --select LW110 --edition large-print --post";
        let mut typed: Vec<&str> = typed.split(' ').collect();
        typed.push(post);
        let told = desk.run(&typed);
        assert!(!told.out.contains("LW110"), "{post}\n{}", told.story());
    }
}

/// The day stands first, the time and how long it takes on one line, the place below
/// them, whatever gaps the box has for a fold.
#[test]
fn an_appointment_says_when_and_then_where() {
    each(&["dl", "c5", "notify"], |what, drawn, _| {
        let line = |said: &str| {
            let found = drawn
                .iter()
                .find(|it| it.is_in(Part::Weighty) && words(it).contains(said));
            let found = found.unwrap_or_else(|| panic!("{what}: no `{said}`"));
            let baseline = found.text.as_ref().map_or(0.0, |text| text.baseline);
            (found.page, baseline)
        };
        let rows = ["2026", "for up to 1 hour", "Pier House", "Phone"].map(line);
        assert!(rows.iter().all(|row| row.0 == rows[0].0), "{what}");
        assert!(rows.is_sorted_by(|a, b| a.1 < b.1), "{what}: {rows:?}");
    });
}
