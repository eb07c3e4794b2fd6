//! What holds for every way pages come together, and paper folded in the mind:
//! nobody sees a wrong page before the whole pile is printed.

mod alone;
mod bleed;
mod bundle;
mod drawing;
mod dummy;
mod laws;
mod paper;
mod turning;

use proptest::prelude::*;

use super::imposition::{self, Imposition};
use crate::read::{Edition, Format};

/// More pages than anybody staples.
const MOST_PAGES: usize = 160;

/// Something to print: its paper, and how many pages it has.
#[derive(Debug, Clone, Copy)]
struct Work {
    format: Format,
    edition: Edition,
    pages: usize,
    gsm: u16,
}

impl Work {
    /// In its standard edition, on office paper.
    fn standard(format: Format, pages: usize) -> Self {
        Self {
            format,
            edition: Edition::Standard,
            pages,
            gsm: 80,
        }
    }

    fn sheets(&self) -> Imposition {
        imposition::of(self.format, self.edition, self.pages, self.gsm)
    }

    fn is_standard(&self) -> bool {
        self.edition == Edition::Standard
    }

    fn is_stapled(&self) -> bool {
        self.is_standard() && matches!(self.format, Format::A5Booklet | Format::A4Booklet)
    }

    fn is_folded(&self) -> bool {
        self.is_standard() && !self.format.panels().is_empty()
    }

    /// How often each page stands on a sheet: some cards stand several times.
    fn times(&self) -> usize {
        match self.format {
            _ if !self.is_standard() => 1,
            Format::A5 => 2,
            Format::A6 => 4,
            Format::DlCard => 3,
            _ => 1,
        }
    }
}

/// Every format, with as many pages as it has room for, in both editions, on the
/// lightest and the heaviest paper there is.
fn work() -> impl Strategy<Value = Work> {
    let formats = prop::sample::select(Format::ALL.to_vec());
    let editions = prop::sample::select(vec![Edition::Standard, Edition::LargePrint]);
    (formats, editions, 1..=MOST_PAGES, 40..=400_u16).prop_map(|(format, edition, pages, gsm)| {
        let mut work = Work {
            format,
            edition,
            pages,
            gsm,
        };
        if work.is_standard() {
            let (least, most) = (*format.room().start(), *format.room().end());
            work.pages = pages.clamp(least, most);
        }
        if work.is_stapled() {
            work.pages = pages.div_ceil(4) * 4;
        }
        work
    })
}

/// A stapled booklet.
fn stapled() -> impl Strategy<Value = Work> {
    let formats = prop::sample::select(vec![Format::A5Booklet, Format::A4Booklet]);
    (formats, 1..=MOST_PAGES / 4, 40..=400_u16).prop_map(|(format, sheets, gsm)| Work {
        gsm,
        ..Work::standard(format, 4 * sheets)
    })
}

/// The formats that are folded from one sheet.
fn folded() -> impl Iterator<Item = Work> {
    let formats = Format::ALL.iter().copied();
    formats
        .map(|format| Work::standard(format, format.panels().len()))
        .filter(Work::is_folded)
}

/// Two languages on paper.
mod languages {
    use super::super::Parts;
    use super::super::imposition::{Imposition, of_parts};
    use super::Work;
    use crate::read::Format;

    fn sheets(format: Format, parts: &Parts, pages: usize) -> Imposition {
        of_parts(parts, pages, |pages| Work::standard(format, pages).sheets())
    }

    #[test]
    fn each_language_has_sheets_of_its_own_that_are_folded_alike() {
        let one = Work::standard(Format::A4RollFold, 6).sheets();
        let both = sheets(Format::A4RollFold, &Parts::Apart(vec![6, 6]), 12);
        assert_eq!((both.sheets.len(), &both.folds), (2, &one.folds));
        assert_eq!(both.sheets[0], one.sheets[0]);
        let sides = [
            (&one.sheets[0].front, &both.sheets[1].front),
            (&one.sheets[0].back, &both.sheets[1].back),
        ];
        for (first, second) in sides {
            for (first, second) in first.iter().zip(second) {
                assert_eq!((first.page + 6, first.cell), (second.page, second.cell));
            }
        }
        // Three pages and one: the second language begins on a sheet of its own.
        let uneven = sheets(Format::A4, &Parts::Apart(vec![1, 2]), 3);
        let pages = uneven.sheets.iter().map(|sheet| {
            let of = |side: &[super::super::imposition::Spot]| side.first().map(|spot| spot.page);
            (of(&sheet.front), of(&sheet.back))
        });
        assert_eq!(
            pages.collect::<Vec<_>>(),
            [(Some(0), None), (Some(1), Some(2))]
        );
    }

    #[test]
    fn only_a_back_stands_on_its_head() {
        let card = sheets(Format::A6, &Parts::Tumbled, 2);
        let sheet = &card.sheets[0];
        assert!(
            sheet
                .front
                .iter()
                .all(|spot| !spot.turned && spot.page == 0)
        );
        assert!(sheet.back.iter().all(|spot| spot.turned && spot.page == 1));
        assert_eq!(sheet.back.len(), sheet.front.len());
    }
}
