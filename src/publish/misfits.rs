//! Whether pages hold what they have to: said with the section to shorten.

use super::Prepared;
use super::off_the_page::off_the_page;
use super::printing::named;
use super::too_narrow::too_narrow;
use crate::diagnostics::Problem;
use crate::inspect;
use crate::read::Kind;
use crate::tailor::Publication;
use crate::typeset::Pages;

/// What does not fit, with the section to shorten, and what is not seen whole, in each
/// language of a publication.
pub(crate) fn misfits(prepared: &Prepared, pages: &Pages) -> Vec<Problem> {
    let parts = prepared.with_pages(pages).into_iter().enumerate();
    parts
        .flat_map(|(number, part)| part.misfits(number, pages))
        .collect()
}

/// One language of a publication, and its pages.
pub(super) struct OnPages<'a> {
    pub(super) part: &'a Prepared,
    /// None where they are all pages.
    own: Option<Pages>,
}

impl OnPages<'_> {
    /// Its pages, of all.
    pub(super) fn among<'a>(&'a self, all: &'a Pages) -> &'a Pages {
        self.own.as_ref().unwrap_or(all)
    }

    /// What does not fit on its pages; `number` says which part it is, counted from 0.
    pub(super) fn misfits(&self, number: usize, all: &Pages) -> Vec<Problem> {
        let publication = &self.part.publication;
        let pages = self.among(all);
        let count = match (&self.own, publication.kind) {
            // The parts of a booklet are bound as one.
            (Some(_), Kind::Booklet) if number > 0 => None,
            (Some(_), Kind::Booklet) => Some(all.document.pages().len()),
            _ => Some(pages.document.pages().len()),
        };
        let found = of_one(publication, pages, count).into_iter();
        let is_one_of_several = self.own.is_some();
        found
            .map(|problem| match is_one_of_several {
                true => Problem {
                    message: format!("in `{}`: {}", publication.language.tag, problem.message),
                    ..problem
                },
                false => problem,
            })
            .collect()
    }
}

impl Prepared {
    /// Each of its languages with its own pages.
    pub(super) fn with_pages(&self, pages: &Pages) -> Vec<OnPages<'_>> {
        let parts = self.parts().enumerate();
        parts
            .map(|(number, part)| OnPages {
                part,
                own: self.is_together().then(|| pages.of_part(number)),
            })
            .collect()
    }
}

fn of_one(publication: &Publication, pages: &Pages, count: Option<usize>) -> Vec<Problem> {
    let (format, edition) = (publication.format, publication.edition);
    let copies = publication.copies.len().max(1);
    let found = inspect::misfits(&pages.places, count, copies, format, edition);
    // What runs over pushes the rest to where it does not belong.
    let beyond = if inspect::overfull(&pages.places) {
        Vec::new()
    } else {
        off_the_page(publication, pages)
    };
    let misfits = found.into_iter().map(|misfit| {
        let problem = named(publication, misfit.problem);
        let mut sections = publication.sections.iter();
        let section = sections.find(|section| Some(&section.id) == misfit.section.as_ref());
        let changed_in = &publication.changed_in;
        match section {
            Some(section) => problem
                .at_saying(section.place, "the room ends in here")
                .help("fewer words, fewer contacts or fewer local services will fit")
                .help(format!(
                    "{changed_in} is where a service says `{}` its own way",
                    section.id
                )),
            // An address is mended in the spreadsheet, as its own help says.
            None if !problem.help.is_empty() => problem,
            None => problem.help(format!("a service says things its own way in {changed_in}")),
        }
    });
    let narrow = too_narrow(publication, pages);
    misfits.chain(narrow).chain(beyond).collect()
}
