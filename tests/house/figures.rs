//! A drawn figure says what its words say: as many people as there are, as many of them
//! filled, and all of them on their panel.

use leafwright::Edition;
use leafwright::inspect::drawn;

use crate::support::figure::{Person, figures};
use crate::support::library::Order;
use crate::support::{Desk, guide_head};

/// The formats of leaflets, with the widths of their pages, mm.
const FORMATS: [(&str, &[f64]); 6] = [
    ("a4-roll-fold", &[100.0, 100.0, 97.0, 100.0, 97.0, 100.0]),
    ("a4-z-fold", &[99.0; 6]),
    ("a4-gate-fold", &[74.0, 74.0, 74.0, 149.0, 74.0, 149.0]),
    ("a5-fold", &[148.5; 4]),
    ("a4", &[210.0; 2]),
    ("dl-card", &[99.0; 2]),
];

/// Figures that are often said, and those at the ends of what can be drawn.
const FIGURES: [(usize, usize); 5] = [(5, 10), (3, 20), (10, 10), (0, 5), (1, 4)];

/// A leaflet with a section for each of them.
fn guide(format: &str) -> String {
    let sections: String = FIGURES
        .iter()
        .map(|(number, of)| {
            format!(
                "  - id: part-{number}\n    heading: How many\n    blocks:\n\
                 \x20     - fact: {{number: {number}, of: {of}, text: So many people.}}\n"
            )
        })
        .collect();
    let head = guide_head("figure", "leaflet", format, "How many");
    format!("{head}cover: bench\nsections:\n{sections}")
}

/// What is wrong with the people of a figure; nothing where it is right.
fn wrong(people: &[Person], (number, of): (usize, usize), widths: &[f64], height: f64) -> String {
    let mut said = Vec::new();
    let filled = people.iter().filter(|person| person.filled).count();
    if (filled, people.len()) != (number, of) {
        said.push(format!("{filled} of {} people", people.len()));
    }
    for person in people {
        let (area, width) = (person.area, widths.get(person.page).unwrap_or(&210.0));
        if area.left < 0.0 || area.top < 0.0 || area.right > *width || area.bottom > height {
            said.push(format!("one off page {}: {area:?}", person.page + 1));
        }
    }
    said.join(", ")
}

#[test]
fn every_figure_shows_as_many_people_as_it_says() {
    let desk = Desk::with("formats");
    let mut said = Vec::new();
    for edition in [Edition::Standard, Edition::LargePrint] {
        for (format, widths) in FORMATS {
            desk.write("content/guides/figure/en-GB.yaml", guide(format));
            let order = Order {
                folder: Some(desk.folder()),
                edition,
                ..Order::EXAMPLE
            };
            let workspace = order.open().expect("a service");
            let pages = workspace.pages(&order.id(&workspace, "figure"));
            let pages = pages.unwrap_or_else(|error| panic!("{format}: {error}"));
            let (widths, height) = match (edition, format) {
                (Edition::Standard, "a4") | (Edition::LargePrint, _) => (&[210.0; 9][..], 297.0),
                _ => (widths, 210.0),
            };
            let found = figures(&drawn(pages.pages()));
            if found.len() != FIGURES.len() {
                said.push(format!("{format}, {edition:?}: {} figures", found.len()));
            }
            for (people, figure) in found.iter().zip(FIGURES) {
                let wrong = wrong(people, figure, widths, height);
                if !wrong.is_empty() {
                    let (number, of) = figure;
                    said.push(format!("{format}, {edition:?}, {number} in {of}: {wrong}"));
                }
            }
        }
    }
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}
