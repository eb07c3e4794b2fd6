//! Drawn figures of people, as an eye sees them: each person one thing, filled or not.

use leafwright::inspect::{Area, Drawn, DrawnShape, Part};

/// A person of a drawn figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Person {
    /// The page they stand on, counted from 0.
    pub page: usize,
    /// Where, mm.
    pub area: Area,
    /// Whether they are one of those that are counted.
    pub filled: bool,
}

/// Shapes nearer than this share of the widest are parts of one person: a head is nearer to
/// its body than two people to each other.
const TOGETHER: f64 = 0.2;

/// The people of every figure, a list each, in the order they are drawn.
pub fn figures(drawn: &[Drawn]) -> Vec<Vec<Person>> {
    let mut figures: Vec<(usize, Vec<&Drawn>)> = Vec::new();
    for it in drawn.iter().filter(|it| it.text.is_none()) {
        let Some(number) = it.number_of(Part::Figure) else {
            continue;
        };
        match figures.iter_mut().find(|(other, _)| *other == number) {
            Some((_, shapes)) => shapes.push(it),
            None => figures.push((number, vec![it])),
        }
    }
    figures.iter().map(|(_, shapes)| people(shapes)).collect()
}

fn people(shapes: &[&Drawn]) -> Vec<Person> {
    let width = |area: &Area| area.right - area.left;
    let widest = shapes.iter().map(|it| width(&it.area)).fold(0.0, f64::max);
    let near = TOGETHER * widest;
    let mut people: Vec<Person> = Vec::new();
    for shape in shapes {
        let new = Person {
            page: shape.page,
            area: shape.area,
            filled: shape.shape == Some(DrawnShape::Filled),
        };
        let is_part = |person: &&mut Person| {
            person.page == new.page
                && gap(
                    person.area.left,
                    person.area.right,
                    new.area.left,
                    new.area.right,
                ) < near
                && gap(
                    person.area.top,
                    person.area.bottom,
                    new.area.top,
                    new.area.bottom,
                ) < near
        };
        match people.iter_mut().find(is_part) {
            Some(person) => {
                person.area = around(person.area, new.area);
                // The edge of a round shape is a filled shape itself, also round an empty one.
                person.filled &= new.filled;
            }
            None => people.push(new),
        }
    }
    people
}

/// How far two stretches are apart; below zero where they overlap.
fn gap(start: f64, end: f64, other_start: f64, other_end: f64) -> f64 {
    (other_start - end).max(start - other_end)
}

fn around(one: Area, other: Area) -> Area {
    Area {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    }
}
