//! From a service and what is asked for to a run of letters.

use std::sync::Arc;

use super::archive::{self, Start};
use super::options::LetterOptions;
use super::run::LetterRun;
use crate::diagnostics::{Error, Help, Problem, Severity, Way};
use crate::publish::Workspace;
use crate::read::{Kind, Setting};
use crate::tailor::PublicationId;

impl Workspace {
    /// A guide that is a letter, in the languages of the service.
    ///
    /// # Errors
    /// Where there is no such guide, or the service wants a letter in each language.
    pub fn letter(&self, guide: &str) -> Result<PublicationId, Error> {
        let mut ids = self.publications_of(guide)?;
        if let ([_, _, ..], [_, second, ..]) = (&*ids, &*self.service().languages) {
            let help = Help::from("say which").by(Way::Language);
            return Err(self.error(
                Problem::error("this service wants a letter in each of its languages")
                    .at(second.place)
                    .help(help.then(", once for each group of people")),
            ));
        }
        Ok(ids.swap_remove(0))
    }

    /// The same service with all of its own languages, also where it was opened for one:
    /// a row may ask for another.
    fn with_every_language(&self) -> Result<Self, Error> {
        let spoken = self.service().languages.iter();
        let mut tags: Vec<&str> = spoken.map(|tag| tag.value.as_str()).collect();
        let before = tags.len();
        let own = self.own().languages.iter().map(String::as_str);
        tags.extend(own.filter(|tag| !tags.contains(tag)).collect::<Vec<_>>());
        if tags.len() == before {
            return Ok(self.clone());
        }
        self.with_settings(vec![Setting {
            key: "languages".to_owned(),
            value: format!("{tags:?}"),
            from: "languages".to_owned(),
        }])
    }

    /// A letter for the people of a spreadsheet. A run that is gone on with keeps its day,
    /// unless the workspace was opened for another: half of it is printed with that.
    ///
    /// # Errors
    /// Every mistake in the guide, or that it is no letter.
    pub fn letters(&self, options: LetterOptions) -> Result<LetterRun, Error> {
        let mut workspace = self.with_every_language()?;
        let mut going_on = None;
        if options.start == Start::Resume && self.options.date.is_none() {
            let before = archive::unfinished(&options.folder(self));
            going_on = before.and_then(|run| run.options.get("date")?.parse().ok());
            workspace.date = going_on.unwrap_or(workspace.date);
        }
        let prepared = workspace.prepare(&options.publication);
        let prepared = prepared.map_err(|failure| self.error(failure))?;
        let (id, kind) = (&prepared.id.guide, prepared.guide.kind.value);
        if kind != Kind::Letter {
            let help = Help::from("print it").by(Way::Build(id.clone()));
            let problem = Problem::not_there(format!("`{id}` is a {}, not a letter", kind.id()));
            return Err(self.error(problem.help(help)));
        }
        // Who asked for nothing is to get both.
        let missing = self.untranslated(&options.publication).into_iter();
        let missing = missing.map(|problem| {
            problem.severity(Severity::Error).help(format!(
                "or print letters in one language alone: type `--language {}`",
                prepared.id.language()
            ))
        });
        let missing: Vec<Problem> = missing.collect();
        if !missing.is_empty() && !self.is_parted(id, prepared.id.language()) {
            return Err(self.error(missing));
        }
        Ok(LetterRun {
            workspace,
            options,
            prepared: Arc::new(prepared),
            going_on,
        })
    }
}
