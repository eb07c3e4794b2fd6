//! What of a service's publications nobody has approved, and the lines that say somebody
//! did.

use indexmap::IndexMap;

use super::{Prepared, Published, Workspace};
use crate::diagnostics::{Failure, Problem};
use crate::read::{Guide, OneOrMore};
use crate::tailor::{Approval, PublicationId, content_code};

/// A publication that somebody has still to approve.
#[derive(Debug)]
pub(super) struct ToApprove {
    guide: String,
    version: u32,
    /// The code of what it says.
    content: String,
    /// The codes of what was approved in other tones, and still holds.
    others: Vec<String>,
    /// Whether other words of it were approved.
    changed: bool,
}

impl Workspace {
    /// The code of what a guide says as this publication, and who stands behind it.
    pub(super) fn content(
        &self,
        id: &PublicationId,
        guide: &Guide,
    ) -> Result<(String, Approval), Failure> {
        let (_, locale) = self.language(id)?;
        let help = (&self.context.urgent, &self.context.crisis);
        let code_in = |tone| content_code(guide, self.service(), help, tone, locale);
        let code = code_in(self.tone(id)?);
        let of = |code: &str| Approval::of(self.service(), &guide.guide.value, code);
        let approval = of(&code);
        let own_tone = self.context.tone(&self.own().tone);
        // Nobody changed what was approved: nobody was asked about this tone.
        let is_other_tone = own_tone.is_some_and(|own| of(&code_in(own)).holds());
        if !approval.holds() && is_other_tone {
            return Ok((code, Approval::None));
        }
        Ok((code, approval))
    }

    /// That somebody approved these very words as another version.
    pub(super) fn other_version(&self, guide: &Guide, approval: &Approval) -> Option<Problem> {
        let approved = self.service().approvals.get(&guide.guide.value)?;
        let version = &approved.value.version;
        if !approval.holds() || version.value == guide.version {
            return None;
        }
        let (id, own) = (&guide.guide.value, guide.version);
        let what = format!(
            "`{id}` is version {own}, and version {} was approved",
            version.value
        );
        let problem = Problem::warning(what).at(version.place);
        Some(problem.help(format!(
            "its words are the same: write version: {own} here, or mend the version of the guide"
        )))
    }

    /// That letters say something else than what was approved: nothing in them says so.
    pub(crate) fn changed_since_approved(&self, prepared: &Prepared) -> Option<Problem> {
        let (code, Approval::ChangedSince { .. }) = &prepared.content else {
            return None;
        };
        let guide = &prepared.id.guide;
        let approved = self.service().approvals.get(guide)?;
        let problem = Problem::warning(format!("`{guide}` has changed since it was approved"));
        let problem = problem.at(approved.place);
        Some(problem.help(format!(
            "once somebody has approved it as it is, write content: {code}"
        )))
    }

    /// What has to be approved, where nobody did: never a draft that holds details of the
    /// example, which is not yet what anybody could approve.
    pub(super) fn unapproved(&self, prepared: &Prepared) -> Result<Option<ToApprove>, Failure> {
        let (content, approval) = &prepared.content;
        if approval.holds() || self.is_draft(prepared)? {
            return Ok(None);
        }
        let approved = self.service().approvals.get(&prepared.id.guide);
        let approved = approved.filter(|_| *approval == Approval::None);
        let codes = approved.and_then(|approved| approved.value.content.as_ref());
        let codes = codes.into_iter().flat_map(OneOrMore::iter);
        Ok(Some(ToApprove {
            others: codes.map(|code| code.value.clone()).collect(),
            guide: prepared.id.guide.clone(),
            version: prepared.guide.version,
            content: content.clone(),
            changed: *approval != Approval::None,
        }))
    }
}

/// What nobody has approved of all that was published, with the lines to put into the
/// settings: one note, however much it is.
pub fn to_approve(published: &[Published], workspace: &Workspace) -> Option<Problem> {
    let mut guides: IndexMap<&str, Vec<&ToApprove>> = IndexMap::new();
    for one in published.iter().flat_map(|files| &files.to_approve) {
        let all = guides.entry(&one.guide).or_default();
        // Large print says the same.
        if all.iter().all(|known| known.content != one.content) {
            all.push(one);
        }
    }
    if guides.is_empty() {
        return None;
    }
    let (changed, new): (Vec<_>, Vec<_>) = guides.values().flatten().partition(|one| one.changed);
    let names = |of: &[&&ToApprove]| {
        let mut names: Vec<String> = of.iter().map(|one| format!("`{}`", one.guide)).collect();
        names.dedup();
        names.join(", ")
    };
    let mut said = Vec::new();
    if !new.is_empty() {
        said.push(format!("not yet approved: {}", names(&new)));
    }
    if !changed.is_empty() {
        said.push(format!("changed since approved: {}", names(&changed)));
    }
    let approvals = &workspace.service().approvals;
    let today = workspace.date();
    let lines: Vec<String> = guides
        .iter()
        .map(|(guide, all)| {
            let others = all.first().into_iter().flat_map(|one| &one.others);
            let new = all.iter().map(|one| &one.content);
            let codes: Vec<&str> = others.chain(new).map(String::as_str).collect();
            let content = match codes.as_slice() {
                [code] => (*code).to_owned(),
                codes => format!("[{}]", codes.join(", ")),
            };
            let version = all.first().map_or(1, |one| one.version);
            format!("  {guide}: {{by: …, on: {today}, version: {version}, content: {content}}}")
        })
        .collect();
    let (place, first) = if approvals.is_empty() {
        ("at the end of `service.yaml`", "approvals:\n")
    } else if guides.keys().any(|guide| approvals.contains_key(*guide)) {
        ("under `approvals:`, in place of the old lines", "")
    } else {
        ("under `approvals:`", "")
    };
    let help = format!(
        "once whoever answers for them has read them, put this {place}, with their role for the …\n{first}{}",
        lines.join("\n")
    );
    Some(Problem::note(said.join("; ")).help(help))
}
