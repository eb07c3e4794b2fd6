//! Whether two languages can stand to each other as the service wants it.

use super::{Prepared, Workspace};
use crate::diagnostics::{Problem, RuleId};
use crate::press::Parts;
use crate::read::{Arrangement, Edition, Kind};
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

    /// How its languages come together on paper.
    pub(super) fn parts_on_paper(&self, prepared: &Prepared, pages: &Pages) -> Parts {
        let kind = prepared.publication.kind;
        let is_bound = matches!(kind, Kind::Letter | Kind::Booklet);
        let is_large = prepared.id.edition == Edition::LargePrint;
        if !prepared.is_together() || is_bound || is_large {
            return Parts::Whole;
        }
        if self.arrangement(kind) == Arrangement::Tumble {
            return Parts::Tumbled;
        }
        let parts = prepared.parts().enumerate();
        let counts: Vec<usize> = parts.map(|(part, _)| pages.first_run_of(part)).collect();
        if counts.iter().all(|count| *count == 1) {
            // They are the two sides of one sheet.
            return Parts::Whole;
        }
        Parts::Apart(counts)
    }

    /// What speaks against the arrangement that the service asks for.
    pub(super) fn of_arrangement(&self, prepared: &Prepared, pages: &Pages) -> Option<Problem> {
        let kind = prepared.publication.kind;
        let asked = self.service().bilingual.asked(kind)?;
        if !prepared.is_together() || prepared.id.edition == Edition::LargePrint {
            return None;
        }
        let (guide, changed_in) = (&prepared.id.guide, &prepared.publication.changed_in);
        let longer = prepared.parts().enumerate().find_map(|(number, part)| {
            let pages = pages.first_run_of(number);
            (pages > 1).then(|| (part.id.language(), pages))
        });
        let following = format!("write `bilingual: {{{}: following}}`", kind.id());
        let problem = match (asked.value, longer) {
            (Arrangement::Tumble, _) if prepared.further.len() > 1 => Problem::error(format!(
                "`{guide}` is in {} languages, and a sheet has two sides",
                prepared.id.languages.len()
            ))
            .help(following),
            (Arrangement::Tumble, Some((tag, count))) => Problem::error(format!(
                "`{guide}` has {count} pages in `{tag}`, and `tumble` has room for one in each language"
            ))
            .rule(RuleId::TextTooLong)
            .help(following)
            .help(format!(
                "or take a format of one page in {changed_in}: `a4`, `a5`, `a6` or `dl-card`"
            )),
            (Arrangement::Facing, Some((tag, count))) => Problem::warning(format!(
                "`{guide}` has {count} pages in `{tag}`, so that its languages do not face each other: they come one after the other"
            ))
            .help(format!(
                "fewer words will fit on one page: a service says things its own way in {changed_in}"
            )),
            _ => return None,
        };
        Some(problem.at(asked.place))
    }
}
