//! `approvals:`: who stands behind what a guide says.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::unfilled::unnamed;
use super::super::yaml::{OneOrMore, Placed, Text, YamlDate};
use super::Service;
use crate::diagnostics::{Help, Problem};

/// Who approved what, by the guide's id.
pub type Approvals = IndexMap<String, Placed<ApprovedBy>>;

/// Somebody read a guide as this service prints it, and stands behind it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ApprovedBy {
    /// Their role, never their name: "Clinical lead".
    pub by: Text,
    /// The day they did.
    pub on: YamlDate,
    /// The version they read.
    pub version: Placed<u32>,
    /// The code of the words they read; several where the service prints the guide in
    /// several languages or tones. Without one nobody knows what was approved.
    #[serde(default)]
    pub content: Option<OneOrMore>,
}

impl ApprovedBy {
    /// Whether words of this code were approved.
    pub fn covers(&self, code: &str) -> bool {
        let mut codes = self.content.iter().flat_map(OneOrMore::iter);
        codes.any(|approved| approved.value.trim().eq_ignore_ascii_case(code))
    }
}

impl Service {
    /// What is wrong with its approvals, on this day and with these guides.
    pub(crate) fn wrong_approvals(&self, today: Date, guides: &[&str]) -> Vec<Problem> {
        let approvals = self.approvals.iter();
        approvals
            .flat_map(|(guide, approved)| {
                let unknown = (!guides.contains(&guide.as_str())).then(|| {
                    let problem = Problem::error(format!("there is no guide `{guide}` to approve"));
                    let problem = problem.at(approved.place);
                    problem.help_known(guide, "the guides are", guides.iter().copied())
                });
                let ApprovedBy { by, on, .. } = &approved.value;
                let nobody = unnamed(by, "whoever approved it");
                let to_come = (on.value > today).then(|| {
                    Problem::error(format!("`{}` is a day to come", on.value))
                        .at(on.place)
                        .help(Help::from(format!(
                            "write the day on which it was approved: today is {today}"
                        )))
                });
                let codes = approved.value.content.iter().flat_map(OneOrMore::iter);
                let no_codes = codes.filter(|code| !is_code(&code.value)).map(|code| {
                    Problem::error(format!("`{}` is no code of what a guide says", code.value))
                        .at(code.place)
                        .help("take the line that `leafwright build` prints: its codes are like 4f3a-91bc")
                });
                let wrong = [unknown, nobody, to_come].into_iter().flatten();
                wrong.chain(no_codes).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// Whether a text is of the shape of a code: "4f3a-91bc".
fn is_code(text: &str) -> bool {
    let is_half = |half: &str| half.len() == 4 && half.chars().all(|c| c.is_ascii_hexdigit());
    let halves = text.trim().split_once('-');
    halves.is_some_and(|(one, other)| is_half(one) && is_half(other))
}
