//! A version made the service's own: what was learned goes into the history of the guide, and
//! what was printed until then stays as a version of its own.

use std::path::PathBuf;

use super::begin::{changes_text, overrides_path, write};
use super::yaml_text::{is_whole, under, without};
use crate::diagnostics::{Error, Failure, Problem, listed};
use crate::output;
use crate::publish::{Workspace, own_folder, within};
use crate::read::{Edition, FULL, Learned, Placed, quoted, version_path};

/// How the versions are called that were printed until another was adopted, before their
/// number.
pub(super) const KEPT: &str = "version-";

/// What came of adopting a version.
#[derive(Debug)]
pub struct Adopted {
    /// The guide.
    pub guide: String,
    /// The number of the version that its imprint names from now on.
    pub version: u32,
    /// What the version before it is called from now on.
    pub before: String,
    /// The files that were written.
    pub files: Vec<PathBuf>,
    /// What there is still to do.
    pub notes: Vec<Problem>,
}

impl Workspace {
    /// Makes a version of a guide the service's own.
    ///
    /// # Errors
    /// Where there is no such version, every mistake in it, and what the disk says.
    pub fn adopt(
        &self,
        guide: Option<&str>,
        name: &str,
        learned: Option<&str>,
    ) -> Result<Adopted, Error> {
        let adopted = self.adopted(guide, name, learned);
        adopted.map_err(|failure| self.error(failure))
    }

    fn adopted(
        &self,
        guide: Option<&str>,
        name: &str,
        learned: Option<&str>,
    ) -> Result<Adopted, Failure> {
        let folder = own_folder(&self.assets)?;
        if name == FULL {
            let what = format!("`{FULL}` is the guide as you print it already");
            return Err(Problem::not_there(what)
                .help("name the version to adopt")
                .into());
        }
        let guide = self.guide_tested(guide, &[name])?;
        let chosen = self.chosen(&guide, name, Edition::Standard)?;
        self.refuse_unready(std::slice::from_ref(&chosen))?;
        // Nobody adopts what cannot be printed.
        let prepared = self.prepare(&chosen.id)?;
        self.laid_out(&prepared)?;
        let own = self.prepare(&self.chosen(&guide, FULL, Edition::Standard)?.id)?;
        let (old, new) = (own.guide.version, own.guide.version + 1);
        let before = format!("{KEPT}{old}");
        let contents = [&prepared.content.0, &own.content.0];
        let learned = self.learned(&guide, name, learned, contents)?;
        let mut files = Vec::new();
        let mut gone = Vec::new();
        for language in self.languages_written() {
            let language = language.as_deref();
            let overrides = self.text_of(&overrides_path(&guide, language))?;
            let version = self.text_of(&version_path(&guide, name, language))?;
            let path = PathBuf::from(version_path(&guide, &before, language));
            // What was printed until now can be gone back to.
            if (overrides.is_some() || language.is_none()) && !within(folder, &path).exists() {
                files.push((path, self.kept(&guide, name, overrides.as_deref())));
            }
            let path = PathBuf::from(overrides_path(&guide, language));
            match version {
                Some(text) => {
                    let changes = without(&under(&text, "changes"), &["history", "version"]);
                    let history = self.history(&own.guide.history, name, new, &learned);
                    files.push((path, format!("{changes}{history}")));
                }
                // The file for all languages takes its place.
                None if overrides.is_some() => gone.push(path),
                None => {}
            }
        }
        for (_, text) in &files {
            if !is_whole(text) {
                let what = format!("the changes of `{name}` cannot be taken over as they stand");
                let help = "write each of them on a line of its own, as in `leafwright show`";
                return Err(Problem::error(what).help(help).into());
            }
        }
        let mut written = Vec::new();
        for (path, text) in files {
            written.push(write(folder, &path, &text)?);
        }
        for path in gone {
            output::take_away(&within(folder, &path))?;
        }
        let untested = self.untested(&guide, name, &prepared.content.0)?;
        Ok(Adopted {
            notes: untested
                .into_iter()
                .chain(self.left_to_do(&guide, name, &chosen.id, own.content.1.holds()))
                .collect(),
            guide,
            version: new,
            before,
            files: written,
        })
    }

    /// What was learned, in the words of whoever adopts it; and what was counted.
    fn learned(
        &self,
        guide: &str,
        name: &str,
        said: Option<&str>,
        [new, old]: [&String; 2],
    ) -> Result<String, Failure> {
        let counted = [
            self.came_back(guide, name, new)?,
            self.came_back(guide, FULL, old)?,
        ];
        let counted: Vec<String> = counted.into_iter().flatten().collect();
        let counted = match counted.as_slice() {
            [] => None,
            counted => Some(format!("Slips came back from {}.", listed(counted, "and"))),
        };
        let version = self.chosen(guide, name, Edition::Standard)?.version;
        let reason = version.map(|version| version.reason.value);
        let said = said.map(str::to_owned).or(reason);
        let all: Vec<String> = said.into_iter().chain(counted).collect();
        Ok(all.join(" "))
    }

    /// The history of a guide with one more version.
    fn history(&self, own: &[Placed<Learned>], name: &str, number: u32, learned: &str) -> String {
        let before = own.iter().map(|it| {
            let it = &it.value;
            (
                it.version,
                it.on.value,
                it.from.value.as_str(),
                it.learned.value.as_str(),
            )
        });
        let all = before.chain([(number, self.date, name, learned)]);
        let entries = all.map(|(version, on, from, learned)| {
            format!(
                "  - version: {version}\n    on: {on}\n    from: {from}\n    learned: {}\n",
                quoted(learned)
            )
        });
        let entries: String = entries.collect();
        format!(
            "# What was learned from testing with people. The imprint names the last version.\n\
             history:\n{entries}"
        )
    }

    /// What was printed until now, as a version.
    fn kept(&self, guide: &str, adopted: &str, overrides: Option<&str>) -> String {
        let today = self.date;
        let changes = without(overrides.unwrap_or_default(), &["history", "version"]);
        format!(
            "# What you printed until {today}: adopt it to go back to it.\n\
             from: {FULL}\n\
             reason: Printed until {today}, when `{adopted}` took its place.\n\
             made: {today}\n\
             {}",
            changes_text(guide, &changes)
        )
    }

    /// That a version says something else than when it was printed.
    fn untested(&self, guide: &str, name: &str, content: &str) -> Result<Option<Problem>, Failure> {
        let copies = self.print_list(guide)?.copies;
        let mut own = copies.iter().filter(|it| it.version == name).peekable();
        let is_tested = own.peek().is_none() || own.any(|it| it.content == content);
        Ok((!is_tested).then(|| {
            Problem::warning(format!("`{name}` has changed since it was printed"))
                .help("nobody has seen these words in a test: what came back is about others")
        }))
    }

    /// What no file of a guide can say.
    fn left_to_do(
        &self,
        guide: &str,
        name: &str,
        id: &crate::tailor::PublicationId,
        was_approved: bool,
    ) -> Vec<Problem> {
        let mut notes = Vec::new();
        if id.tone != self.service().tone.value {
            notes.push(
                Problem::warning(format!("`{name}` speaks in another tone than your service"))
                    .help(format!(
                        "the tone is for everything you print: write `tone: {}` in service.yaml, \
                         or go on in your own",
                        id.tone
                    )),
            );
        }
        if id.edition != Edition::Standard {
            notes.push(
                Problem::warning(format!("`{name}` was tested in {}", id.edition.id())).help(
                    format!(
                        "print it so with `leafwright build {guide} --edition {}`",
                        id.edition.id()
                    ),
                ),
            );
        }
        if was_approved {
            notes.push(
                Problem::note(format!("`{guide}` says something else than was approved"))
                    .help("`leafwright build` prints the lines for whoever reads it now"),
            );
        }
        notes
    }
}
