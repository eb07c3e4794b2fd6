//! A letter of which something runs off the paper goes to nobody.

use super::HEADER;
use crate::support::{Desk, snapshot};

/// A template of the service's own, in which a long name has no room.
const TEMPLATE: &str = "\
#import \"/templates/faces.typ\": faces
#let story = json(\"/data/publication.json\")
#let person = json(\"/data/person.json\")
#set document(title: story.title)
#set text(font: faces, size: 12pt)
#set page(paper: \"a4\", margin: 20mm)
= #story.title
#place(dx: 130mm, box(width: 100mm, person.name))
";

#[test]
fn a_name_that_runs_off_the_paper_costs_its_row_and_is_not_said() {
    let desk = Desk::with("harbour");
    desk.write("templates/letter.typ", TEMPLATE);
    let rows = [
        "Ada Fairweather-Ashdown of Featherstonehaugh,3 Long Lane,Riverside,LD99 1AA,2026-12-07,09:30,pier,R-1",
        "Bea Hill,4 Long Lane,Riverside,LD99 1AB,2026-12-08,10:30,pier,R-2",
    ];
    desk.write("people.csv", format!("{HEADER}\n{}\n", rows.join("\n")));
    let typed = "letters invitation --people people.csv --dry-run";
    let told = desk.run(&typed.split(' ').collect::<Vec<_>>());
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!told.said().contains("Ashdown"), "{}", told.story());
    snapshot("people/seen-whole", &told.story());
}
