//! What a stack is made of: versions, their slips and the sheets that go with them, each laid
//! out once; and from them all copies, each with its code, as files for the office printer.

use std::collections::HashMap;

use typst_layout::PagedDocument;

use super::Chosen;
use super::codes::{Bearer, Codes, Role};
use super::print_list::{CopyKind, PrintedCopy};
use crate::diagnostics::{Failure, Gathered, refuse};
use crate::press::{self, Piece, Specification};
use crate::publish::{Prepared, Published, PublishedFile, Target, Workspace};
use crate::read::Edition;
use crate::tailor::PublicationId;

/// The slip that goes with every copy.
const SLIP: &str = "testing-slip";
/// What somebody fills in who reads a copy aloud.
const READ_ALOUD: &str = "testing-read-aloud";
/// What whoever hands the copies out has before them, one of each, and what it is called.
pub(super) const SHEETS: [(&str, &str); 3] = [
    ("testing-hand-out", "hand-out"),
    ("testing-think-aloud", "think-aloud"),
    (READ_ALOUD, "read-aloud-sheet"),
];

/// Something that is printed many times, laid out once.
pub(super) struct Laid {
    pub prepared: Prepared,
    document: PagedDocument,
    /// The same without the mark of a draft, on which there would be no room.
    unmarked: PagedDocument,
    specification: Specification,
}

/// What a kind of copy is made of: for each version what is tested, and the slip for it.
pub(super) struct Makings {
    pub versions: Vec<Laid>,
    slips: Vec<Laid>,
}

impl Workspace {
    /// Lays out what a kind of copy is made of.
    pub(super) fn makings(
        &self,
        chosen: &[Chosen],
        kind: CopyKind,
        said: &mut Vec<Published>,
    ) -> Result<Makings, Failure> {
        let mut wrong = Gathered::default();
        let mut made = Makings {
            versions: Vec::new(),
            slips: Vec::new(),
        };
        let slip = match kind {
            CopyKind::Standard | CopyKind::LargePrint => SLIP,
            CopyKind::ReadAloud => READ_ALOUD,
        };
        for Chosen { id, .. } in chosen {
            let edition = match kind {
                CopyKind::LargePrint => Edition::LargePrint,
                CopyKind::Standard | CopyKind::ReadAloud => id.edition,
            };
            let id = id.clone().in_edition(edition);
            made.versions.extend(wrong.keep(self.laid(&id, said))?);
            // As large as what it goes with, and never in another tone than the service's.
            let slip = self.first_publication(slip)?.in_edition(edition);
            made.slips.extend(wrong.keep(self.laid(&slip, said))?);
        }
        refuse(wrong.problems)?;
        Ok(made)
    }

    fn laid(&self, id: &PublicationId, said: &mut Vec<Published>) -> Result<Laid, Failure> {
        let prepared = self.prepare(id)?;
        let laid = self.laid_out(&prepared)?;
        said.push(laid.said);
        let stem = id.stem(self.own());
        let specification = Specification {
            parts: laid.parts,
            ..self.specification(&prepared, &stem)
        };
        Ok(Laid {
            prepared,
            document: laid.document,
            unmarked: laid.unmarked,
            specification,
        })
    }

    /// A sheet for whoever hands copies out.
    pub(super) fn sheet(&self, guide: &str, called: &str) -> Result<Published, Failure> {
        let id = self.first_publication(guide)?;
        let own = id.stem(self.own());
        let mut published = self.publish(&id, &[Target::Desk])?;
        for file in &mut published.files {
            file.name = file.name.replacen(&own, called, 1);
        }
        Ok(published)
    }

    /// The stack of one kind of copies as files for the office printer.
    pub(super) fn pressed(
        &self,
        kind: CopyKind,
        made: &Makings,
        chosen: &[Chosen],
        copies: &[&PrintedCopy],
        said: &mut Vec<Published>,
    ) -> Result<Vec<PublishedFile>, Failure> {
        let mut coded: HashMap<&str, (Codes, Codes)> = HashMap::new();
        for (number, Chosen { name, .. }) in chosen.iter().enumerate() {
            let own = copies.iter().filter(|copy| copy.version == *name);
            let codes: Vec<String> = own.map(|copy| copy.code.to_string()).collect();
            let (version, slip) = (&made.versions[number], &made.slips[number]);
            let (on_version, note) = self.codes_for(&version.bearer(Role::Tested), &codes)?;
            let (on_slip, other) = self.codes_for(&slip.bearer(Role::FilledIn), &codes)?;
            said.push(Published::saying(note.into_iter().chain(other).collect()));
            coded.insert(name, (on_version, on_slip));
        }
        let mut so_far: HashMap<&str, usize> = HashMap::new();
        let mut pages: Vec<(PagedDocument, &Specification)> = Vec::new();
        // Somebody who reads aloud has a copy in their hand as well.
        let times = if kind == CopyKind::ReadAloud { 2 } else { 1 };
        for copy in copies {
            let name = copy.version.as_str();
            let at = chosen.iter().position(|it| it.name == name);
            let (Some(at), Some((on_version, on_slip))) = (at, coded.get(name)) else {
                continue;
            };
            let number = so_far.entry(name).or_default();
            let (version, slip) = (&made.versions[at], &made.slips[at]);
            for _ in 0..times {
                let with_code = on_version.on(&version.document, *number);
                pages.push((with_code, &version.specification));
            }
            pages.push((on_slip.on(&slip.document, *number), &slip.specification));
            *number += 1;
        }
        let stem = match kind {
            CopyKind::Standard => "stack",
            CopyKind::LargePrint => "large-print-stack",
            CopyKind::ReadAloud => "read-aloud-stack",
        };
        let Some((_, first)) = pages.first() else {
            return Ok(Vec::new());
        };
        let specification = Specification {
            ident: format!("{} {stem} {}", first.ident, copies[0].round),
            ..(*first).clone()
        };
        let pieces = pages.iter().map(|(document, specification)| Piece {
            document,
            specification,
        });
        let outputs = press::stack(pieces, &specification)?;
        let count = match copies.len() {
            1 => "1 copy".to_owned(),
            more => format!("{more} copies"),
        };
        let mut files = PublishedFile::of_target(stem, Target::Desk, outputs);
        for file in &mut files {
            file.summary = format!("{count}: {}", file.summary);
        }
        Ok(files)
    }
}

impl Laid {
    fn bearer(&self, role: Role) -> Bearer<'_> {
        Bearer {
            pages: self.unmarked.pages(),
            publication: &self.prepared.publication,
            id: &self.prepared.id,
            parts: &self.specification.parts,
            role,
        }
    }
}
