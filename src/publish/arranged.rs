//! Whether two languages can stand to each other as the service wants it.

use super::{Prepared, Workspace};
use crate::diagnostics::{Problem, RuleId};
use crate::read::{Arrangement, Edition, Kind, Placed};
use crate::typeset::Pages;

impl Workspace {
    /// How the languages of publications of this kind come together. Where the service says
    /// nothing, those of a letter are the two sides of a sheet, where they have room.
    pub(super) fn arrangement(&self, kind: Kind) -> Arrangement {
        let asked = self.service().bilingual.asked(kind);
        asked.map_or(
            match kind {
                Kind::Letter => Arrangement::Facing,
                Kind::Leaflet | Kind::Booklet | Kind::Sheet => Arrangement::Following,
            },
            |asked| asked.value,
        )
    }

    /// Whether the second language is printed on its head, on the back of the first.
    pub(super) fn is_tumbled(&self, prepared: &Prepared) -> bool {
        prepared.is_together()
            && prepared.id.edition == Edition::Standard
            && self.arrangement(prepared.publication.kind) == Arrangement::Tumble
    }

    /// What speaks against the arrangement that the service asks for.
    pub(super) fn of_arrangement(&self, prepared: &Prepared, pages: &Pages) -> Option<Problem> {
        let kind = prepared.publication.kind;
        let asked = self.service().bilingual.asked(kind)?;
        if !prepared.is_together() || prepared.id.edition == Edition::LargePrint {
            return None;
        }
        let (guide, tag) = (&prepared.id.guide, |part: &Prepared| part.id.language().to_owned());
        let mut parts = prepared.parts().enumerate();
        let is_longer = |number: usize| pages.first_run_of(number) > 1;
        let (number, longer) = parts.find(|(number, _)| is_longer(*number))?;
        let (tag, count) = (tag(longer), pages.first_run_of(number));
        match asked.value {
            Arrangement::Facing => Some(
                at(asked, Problem::warning(format!(
                    "`{guide}` is printed one language after the other: in `{tag}` it has {count} pages"
                )))
                .help("one page each, and the second language is the back of the first")
                .help(format!("fewer words will fit: a service says things its own way in `overrides/{guide}.yaml`")),
            ),
            Arrangement::Tumble => Some(
                at(asked, Problem::error(format!(
                    "`{guide}` has {count} pages in `{tag}`, and `tumble` has room for one in each language"
                )))
                .rule(RuleId::TextTooLong)
                .help(format!("write `bilingual: {{{}: following}}`", kind.id()))
                .help(format!("or a card or a page in `overrides/{guide}.yaml`: `format: a4`, `a5`, `a6` or `dl-card`")),
            ),
            Arrangement::Following | Arrangement::Separate => None,
        }
    }
}

fn at(asked: &Placed<Arrangement>, problem: Problem) -> Problem {
    problem.at(asked.place)
}
