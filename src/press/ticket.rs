//! The ticket that goes to a print shop with the pages: what they are to become.

use textwrap::WordSplitter;
use typst_layout::PagedDocument;

use super::imposition::Imposition;
use super::{Parts, Specification};
use crate::diagnostics::listed;
use crate::inspect;
use crate::read::{Edition, Format};

/// What a ticket says that is not seen on the pages.
#[derive(Debug, Clone)]
pub struct TicketDetails {
    /// The title of what is printed.
    pub title: String,
    /// The service that prints it.
    pub service: String,
    /// "Version 1"
    pub version: String,
    /// The name of the file with the pages.
    pub file: String,
    /// The paper the service wants.
    pub paper: String,
    /// How many copies it wants, where it says so.
    pub copies: Option<u32>,
    /// Its colour, `#rrggbb`.
    pub colour: String,
}

/// The ticket.
pub fn text(specification: &Specification, shop: &Imposition, document: &PagedDocument) -> String {
    let order = &specification.ticket;
    let sides = shop
        .sheets
        .iter()
        .flat_map(|sheet| [&sheet.front, &sheet.back]);
    let printed = sides.filter(|side| !side.is_empty()).count();
    let faces = inspect::typefaces(document.pages().iter().map(|page| &page.frame));
    let faces: Vec<String> = faces.into_iter().collect();
    let lines = [
        ("Title", format!("{} ({})", order.title, order.version)),
        ("For", order.service.clone()),
        ("File", order.file.clone()),
        ("Finished size", finished_size(specification, shop)),
        ("Pages", pages(specification, printed)),
        ("Bleed", "3 mm on every side. The trim box is set; there is no bleed box: the bleed is the 3 mm round the trim box. The marks stand outside it.".to_owned()),
        ("Making", making(specification, printed)),
        ("Paper", order.paper.clone()),
        ("Colours", format!("full colour on every printed side. The file is sRGB: please convert it for your press. The service's colour is {}.", order.colour)),
        ("Typefaces", format!("all in the file: {}", faces.join(", "))),
        ("How many", order.copies.map_or("not said: ask the service".to_owned(), |copies| copies.to_string())),
    ];
    let lines = lines.map(|(name, said)| wrapped(name, &said));
    format!("JOB TICKET\n\n{}", lines.concat())
}

fn finished_size(specification: &Specification, shop: &Imposition) -> String {
    let flat = format!("{} × {} mm", shop.width, shop.height);
    match closed(specification) {
        Some(width) => format!("{flat} flat, {width} × {} mm folded", shop.height),
        None => flat,
    }
}

/// How wide it is when it is folded: none where it is not.
fn closed(specification: &Specification) -> Option<f64> {
    let folded =
        specification.edition == Edition::Standard && !specification.format.panels().is_empty();
    folded.then(|| specification.format.page().0)
}

fn pages(specification: &Specification, printed: usize) -> String {
    match (closed(specification), printed) {
        (Some(_), 3..) => format!(
            "{printed}: {} pieces of 2 pages, one in each language, made alike. The first page of each is its outer side, the second its inner side, head to head",
            printed / 2
        ),
        (Some(_), _) => {
            "2: page 1 is the outer side, page 2 the inner side, head to head".to_owned()
        }
        (None, 1) => "1, printed on one side".to_owned(),
        (None, 2) if specification.parts == Parts::Tumbled => {
            "2: the back stands on its head in the file, as it is to be printed".to_owned()
        }
        (None, count) => match &specification.parts {
            Parts::Apart(counts) => {
                let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
                let counts = listed(&counts, "and");
                format!(
                    "{count}, one by one in the order they are read: pieces of {counts} pages, one in each language"
                )
            }
            Parts::Whole | Parts::Tumbled => {
                format!("{count}, one by one in the order they are read")
            }
        },
    }
}

fn making(specification: &Specification, printed: usize) -> String {
    let one_or_two = match printed {
        1 => "cut to size",
        _ if specification.parts == Parts::Tumbled => {
            "print both sides, head to foot as they stand in the file (tumble), and cut to size"
        }
        _ => "print both sides, head to head, and cut to size",
    };
    if specification.edition == Edition::LargePrint {
        return match printed {
            1 | 2 => one_or_two,
            _ => "print both sides and bind with a wire at the left edge, or staple at the top left. Do not fold.",
        }
        .to_owned();
    }
    match specification.format {
        Format::A4RollFold => "roll fold (C fold). With the inner side up: first the right panel, 97 mm wide, in to the left; then the left panel, 100 mm, over it. The fold marks show both folds.",
        Format::A4ZFold => "Z fold. With the inner side up: the right panel, 99 mm wide, back behind the middle; then the left panel, 99 mm, over to the right. The fold marks show both folds.",
        Format::A4GateFold => "gate fold. With the inner side up: the right door, 74 mm wide, in; then the left door, 74 mm. They meet in the middle, 1 mm apart. The fold marks show both folds.",
        Format::A5Fold => "fold once in the middle, the inner side in. The fold marks show where.",
        Format::A5Booklet | Format::A4Booklet => "saddle-stitched: fold, two staples in the fold, trim. Please impose and allow for creep: the pages are not moved.",
        Format::A5Pages => "print both sides and bind with a wire at the left edge. The inner margin leaves room for it.",
        Format::A4Letter | Format::A4 | Format::A3 | Format::A5 | Format::A6 | Format::DlCard => one_or_two,
    }
    .to_owned()
}

/// How wide a ticket is, in characters.
const WIDTH: usize = 78;

/// Where what is said begins, in characters.
const INDENT: usize = 15;

/// A line of the ticket, broken into as many as it takes.
fn wrapped(name: &str, said: &str) -> String {
    let (name, blanks) = (format!("{name:<INDENT$}"), " ".repeat(INDENT));
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(&name)
        .subsequent_indent(&blanks)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let words: Vec<&str> = said.split_whitespace().collect();
    textwrap::fill(&words.join(" "), options) + "\n"
}
