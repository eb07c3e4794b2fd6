//! What tells one publication from every other: file names, PDF identifiers and
//! records are made from this one value.

use serde::{Deserialize, Serialize};

use crate::read::{Edition, Own};

/// A guide made for one service, before a word of it is decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PublicationId {
    /// The guide, such as `pain-and-mood`.
    pub guide: String,
    /// Its languages as tags, the first one first; at least one.
    pub languages: Vec<String>,
    /// The tone it speaks in.
    pub tone: String,
    /// Standard or large print.
    pub edition: Edition,
    /// A named change of the guide; none for the guide itself.
    pub version: Option<String>,
}

impl PublicationId {
    /// The same in another edition.
    #[must_use]
    pub fn in_edition(self, edition: Edition) -> Self {
        Self { edition, ..self }
    }

    /// The same in another tone.
    #[must_use]
    pub fn in_tone(self, tone: impl Into<String>) -> Self {
        Self {
            tone: tone.into(),
            ..self
        }
    }

    /// The language it is printed in.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }

    /// How the names of its files begin: the guide, and whatever of it is not the
    /// service's own, so that no publication takes the place of another.
    pub fn stem(&self, own: &Own) -> String {
        self.stem_of(&self.guide, own)
    }

    /// How the name of a sample of it begins.
    pub fn sample_stem(&self, own: &Own) -> String {
        self.stem_of(&format!("{}.sample", self.guide), own)
    }

    fn stem_of(&self, first: &str, own: &Own) -> String {
        let mut parts = vec![first.to_owned()];
        if self.languages != own.languages {
            parts.push(self.languages.join("-"));
        }
        if self.tone != own.tone {
            parts.push(self.tone.clone());
        }
        if self.edition != Edition::Standard {
            parts.push(self.edition.id().to_owned());
        }
        parts.extend(self.version.clone());
        parts.join(".")
    }

    /// Tells its files from all others, and holds nothing of a person. `number` is the
    /// version that its imprint names, `service` the name of the service.
    pub fn ident(&self, number: u32, service: &str) -> String {
        let (guide, language, tone) = (&self.guide, self.languages.join(" "), &self.tone);
        let ident = format!(
            "{guide} {number} {language} {tone} {:?} {service}",
            self.edition
        );
        match &self.version {
            None => ident,
            Some(version) => format!("{ident} {version}"),
        }
    }

    /// In words, for a list: `pain-and-mood, en-GB, wellbeing, standard`.
    pub fn describe(&self) -> String {
        let languages = self.languages.join(" and ");
        let mut parts = vec![&self.guide, &languages, &self.tone];
        parts.extend(&self.version);
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        format!("{}, {}", parts.join(", "), self.edition.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(languages: &[&str]) -> Own {
        Own {
            tone: "wellbeing".into(),
            languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        }
    }

    fn id() -> PublicationId {
        PublicationId {
            guide: "pain-and-mood".into(),
            languages: vec!["en-GB".into()],
            tone: "wellbeing".into(),
            edition: Edition::Standard,
            version: None,
        }
    }

    #[test]
    fn a_name_says_what_is_not_the_services_own() {
        let english = own(&["en-GB"]);
        assert_eq!(id().stem(&english), "pain-and-mood");
        let other = id().in_tone("mental-health");
        assert_eq!(other.stem(&english), "pain-and-mood.mental-health");
        let large = other.in_edition(Edition::LargePrint);
        assert_eq!(
            large.sample_stem(&english),
            "pain-and-mood.sample.mental-health.large-print"
        );
        assert_eq!(id().stem(&own(&["cy", "en-GB"])), "pain-and-mood.en-GB");
        let both = PublicationId {
            languages: vec!["cy".into(), "en-GB".into()],
            version: Some("short".into()),
            ..id()
        };
        assert_eq!(both.stem(&english), "pain-and-mood.cy-en-GB.short");
        assert_eq!(
            both.describe(),
            "pain-and-mood, cy and en-GB, wellbeing, short, standard"
        );
    }

    #[test]
    fn no_two_publications_share_an_identifier() {
        let short = PublicationId {
            version: Some("short".into()),
            ..id()
        };
        let large = id().in_edition(Edition::LargePrint);
        let all = [id(), id().in_tone("mental-health"), large, short];
        for (number, one) in all.iter().enumerate() {
            for other in &all[number + 1..] {
                assert_ne!(one.ident(1, "Riverside"), other.ident(1, "Riverside"));
            }
        }
    }
}
