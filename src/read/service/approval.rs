//! `approvals:`: who stands behind what a guide says.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

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
                let nobody = (!by.value.contains(char::is_alphabetic)).then(|| {
                    Problem::error("nobody is named here")
                        .at(by.place)
                        .help("write the role of whoever approved it, such as `Clinical lead`")
                });
                let to_come = (on.value > today).then(|| {
                    Problem::error(format!("`{}` is a day to come", on.value))
                        .at(on.place)
                        .help(Help::from(format!(
                            "write the day on which it was approved: today is {today}"
                        )))
                });
                [unknown, nobody, to_come]
            })
            .flatten()
            .collect()
    }
}
