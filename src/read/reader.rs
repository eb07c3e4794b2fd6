//! Reads the files of one service, and the built-in ones beneath.

use serde::de::DeserializeOwned;

use super::guides::{guides, yaml_names};
use super::people::{BankHolidays, ColumnWords};
use super::service::Speech;
use super::variant::{BASED_ON, Basis, Variant};
use super::yaml::{self, Mistyped};
use super::{
    Avoid, Crisis, Guide, Labels, Overrides, Own, Service, Setting, Text, Tone, UrgentTexts,
    WordsToAvoid, spoken_in,
};
use crate::assets::{Assets, File, SERVICE_FILE};
use crate::diagnostics::{Failure, Help, Problem, Sources, Way, did_you_mean, one_of, refuse};

/// Reads the files of one service and the built-in ones beneath.
pub struct Reader<'a> {
    pub(super) assets: &'a Assets,
    pub(super) sources: &'a Sources,
}

impl<'a> Reader<'a> {
    /// A reader of these files that keeps their texts in `sources`.
    pub fn new(assets: &'a Assets, sources: &'a Sources) -> Self {
        Self { assets, sources }
    }

    /// `service.yaml`, with some keys set from the command line.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn service(&mut self, settings: &[Setting]) -> Result<Service, Failure> {
        let (service, problems) = self.judged_service(settings, |_| Vec::new())?;
        refuse(problems).map(|()| service)
    }

    /// `service.yaml`, with some keys set from the command line; and what is wrong with
    /// settings that can be read, so that everything else can be judged all the same.
    ///
    /// # Errors
    /// Every mistake in it, where some setting cannot be read; and what `judged` says of
    /// those that can.
    pub fn judged_service(
        &mut self,
        settings: &[Setting],
        judged: impl Fn(&Service) -> Vec<Problem>,
    ) -> Result<(Service, Vec<Problem>), Failure> {
        let file = self.must_settings()?;
        let spoken = spoken_in(None);
        let mut service: Service = yaml::read_with(
            self.sources,
            &file,
            settings,
            &spoken,
            |service: &Service| [service.unreachable(), judged(service)].concat(),
        )?;
        // What is wrong with the file without the settings matters to nobody.
        let own = yaml::read::<Speech>(self.sources, &file);
        service.own = own.map_or_else(|_| Own::of(&service), Own::from);
        let problems = service.problems();
        Ok((service, problems))
    }

    /// The same settings with names in another of the service's languages; nothing is
    /// judged a second time.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn service_in(
        &mut self,
        language: &str,
        first: &Service,
        settings: &[Setting],
    ) -> Result<Service, Failure> {
        let file = self.must_settings()?;
        let spoken = spoken_in(Some(language));
        let read = yaml::read_with(self.sources, &file, settings, &spoken, |_: &Service| {
            Vec::new()
        })?;
        Ok(Service {
            own: first.own.clone(),
            ..read
        })
    }

    fn must_settings(&self) -> Result<File, Failure> {
        let file = self.assets.service_file(SERVICE_FILE)?.ok_or_else(|| {
            Problem::error(format!("there is no `{SERVICE_FILE}` here"))
                .help(Help::from("make one").by(Way::NewService))
        })?;
        Ok(file)
    }

    /// The ids of the tones there are.
    pub fn tones(&self) -> Vec<String> {
        yaml_names(self.assets, "content/tones")
    }

    /// The languages there are labels for.
    pub fn languages(&self) -> Vec<String> {
        yaml_names(self.assets, "content/labels")
    }

    /// A guide in one language.
    ///
    /// # Errors
    /// Where there is none of that name or language, and every mistake in it.
    pub fn guide(&mut self, id: &str, language: &Text) -> Result<Guide, Failure> {
        let place = language.place;
        let language = language.value.as_str();
        let guides = guides(self.assets);
        let Some(entry) = guides.iter().find(|guide| guide.id == id) else {
            let known = guides.iter().map(|guide| guide.id.as_str());
            let problem = Problem::error(format!("there is no guide `{id}`"));
            return Err(problem.help_known(id, "the guides are", known).into());
        };
        if !entry.languages.iter().any(|known| known == language) {
            let known = entry.languages.iter().map(String::as_str);
            return Err(
                Problem::error(format!("`{id}` is not translated into `{language}`"))
                    .at(place)
                    .help(format!("it is written in {}: take `{language}` out, or do not print it", one_of(known)))
                    .help(format!(
                        "a translation goes into `content/guides/{id}/{language}.yaml` in the service's folder"
                    ))
                    .into(),
            );
        }
        self.guide_in(id, language)
    }

    /// A guide in one of the languages in which it is written.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn guide_in(&mut self, id: &str, language: &str) -> Result<Guide, Failure> {
        let file = self.must(&path_of(id, language))?;
        let guide = self.guide_from(&file, language, self.assets)?;
        let problems = guide.problems(id);
        if problems.is_empty() {
            Ok(guide)
        } else {
            Err(problems.into())
        }
    }

    /// The guide that a file holds, or that it makes of another one of these files.
    fn guide_from(&self, file: &File, language: &str, assets: &Assets) -> Result<Guide, Failure> {
        if !names_basis(file) {
            return Ok(yaml::read_checked(
                self.sources,
                file,
                Guide::unlike_options,
            )?);
        }
        // Read for the basis alone: what is wrong with the rest is said below.
        let Basis { based_on } = yaml::read(self.sources, file)?;
        let base = assets.file(&path_of(&based_on.value, language))?;
        let Some(base) = base.filter(|base| !names_basis(base)) else {
            return Err(self.no_basis(&based_on, language).into());
        };
        let base: Guide = yaml::read_checked(self.sources, &base, Guide::unlike_options)?;
        let parts = base.option_parts.clone();
        let unlike = |variant: &Variant, mistyped: &Mistyped| variant.unlike(&parts, mistyped);
        let variant = yaml::read_checked(self.sources, file, unlike)?;
        Ok(variant.over(base)?)
    }

    /// There is no guide to start from, or it is none to start from.
    fn no_basis(&self, based_on: &Text, language: &str) -> Problem {
        let guides = guides(self.assets);
        let known = || guides.iter().map(|guide| guide.id.as_str());
        let Some(entry) = guides.iter().find(|guide| guide.id == based_on.value) else {
            let problem = Problem::error(format!("there is no guide `{}`", based_on.value));
            let problem = problem.at(based_on.place);
            return problem.help_known(&based_on.value, "the guides are", known());
        };
        if !entry.languages.iter().any(|known| known == language) {
            let languages = entry.languages.iter().map(String::as_str);
            let what = format!("`{}` is not translated into `{language}`", based_on.value);
            let problem = Problem::error(what).at(based_on.place);
            return problem.help(format!("it is written in {}", one_of(languages)));
        }
        let what = format!("`{}` is itself based on another guide", based_on.value);
        let problem = Problem::error(what).at(based_on.place);
        problem.help("name the guide that has all the parts")
    }

    /// The built-in guide whose place one of the service's own takes; none where it is
    /// itself built in, or takes nobody's place.
    ///
    /// # Errors
    /// Where the service's folder cannot be read.
    pub fn guide_beneath(&self, id: &str, language: &str) -> Result<Option<Guide>, Failure> {
        let path = path_of(id, language);
        if self.assets.is_example() || self.assets.service_file(&path)?.is_none() {
            return Ok(None);
        }
        // Not by way of the service's files: it is none of what its pages are made from.
        let built_in = Assets::example();
        let Some(file) = built_in.built_in(&path) else {
            return Ok(None);
        };
        self.guide_from(&file, language, &built_in).map(Some)
    }

    /// What the service changes in a guide; nothing where it says nothing. A file of one
    /// language (`overrides/invitation.cy.yaml`) takes the place of the one for all.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn overrides(&mut self, guide: &Guide, language: &str) -> Result<Overrides, Failure> {
        let id = &guide.guide.value;
        let of_language = format!("overrides/{id}.{language}.yaml");
        let file = match self.assets.service_file(&of_language)? {
            None => self.assets.service_file(&format!("overrides/{id}.yaml"))?,
            file => file,
        };
        let Some(file) = file else {
            return Ok(Overrides::default());
        };
        let wrong = |overrides: &Overrides, mistyped: &Mistyped| {
            overrides.wrong(&guide.option_parts, mistyped)
        };
        Ok(yaml::read_checked(self.sources, &file, wrong)?)
    }

    /// A tone.
    ///
    /// # Errors
    /// Where there is none of that name, and every mistake in it.
    pub fn tone(&mut self, tone: &Text) -> Result<Tone, Failure> {
        let tones = self.tones();
        if !tones.contains(&tone.value) {
            let known = || tones.iter().map(String::as_str);
            return Err(Problem::error(format!("there is no tone `{}`", tone.value))
                .at(tone.place)
                .maybe_help(did_you_mean(&tone.value, known()))
                .help(format!("the tones are {}", one_of(known())))
                .into());
        }
        let read: Tone = self.required(&format!("content/tones/{}.yaml", tone.value))?;
        if read.tone.value != tone.value {
            return Err(Problem::error(format!(
                "this tone calls itself `{}`, but its file is `{}.yaml`",
                read.tone.value, tone.value
            ))
            .at(read.tone.place)
            .help(format!("write tone: {}", tone.value))
            .into());
        }
        let problems = read.problems();
        if problems.is_empty() {
            Ok(read)
        } else {
            Err(problems.into())
        }
    }

    /// The words no tone uses.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn words_to_avoid(&mut self) -> Result<Vec<Avoid>, Failure> {
        let file: WordsToAvoid = self.required("content/words-to-avoid.yaml")?;
        Ok(file.avoid)
    }

    /// Whom to call in a crisis, in every nation.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn crisis(&mut self) -> Result<Crisis, Failure> {
        self.required("content/crisis.yaml")
    }

    /// When somebody has to see a doctor the same day, by what guides call it.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn urgent(&mut self) -> Result<UrgentTexts, Failure> {
        self.required("content/urgent.yaml")
    }

    /// What each scene suits, by its name.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn uses_of_scenes(&mut self) -> Result<Labels, Failure> {
        self.required("content/pictures.yaml")
    }

    /// What other systems call the columns of a spreadsheet of people.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn column_words(&mut self) -> Result<ColumnWords, Failure> {
        self.required("content/columns.yaml")
    }

    /// The days on which clinics are closed.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn bank_holidays(&mut self) -> Result<BankHolidays, Failure> {
        self.required("content/bank-holidays.yaml")
    }

    pub(super) fn required<T: DeserializeOwned>(&mut self, path: &str) -> Result<T, Failure> {
        Ok(yaml::read(self.sources, &self.must(path)?)?)
    }

    fn must(&self, path: &str) -> Result<File, Failure> {
        Ok(self.assets.file(path)?.ok_or_else(|| missing_file(path))?)
    }
}

/// Where a guide is written in a language.
fn path_of(id: &str, language: &str) -> String {
    format!("content/guides/{id}/{language}.yaml")
}

/// Whether a guide file names another guide to start from. No line of a text begins at its
/// edge, so that a look at the lines is enough.
fn names_basis(file: &File) -> bool {
    let key = format!("{BASED_ON}:");
    let mut lines = file.bytes.split(|byte| *byte == b'\n');
    lines.any(|line| line.starts_with(key.as_bytes()))
}

pub(super) fn missing_file(path: &str) -> Problem {
    Problem::error(format!("`{path}` is missing"))
        .help("put it into the service's folder under this name")
}
