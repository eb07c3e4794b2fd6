//! A stack of copies to hand out: versions mixed in a fair order, each copy with its code and
//! its slip, and all that whoever hands them out needs.

use std::path::{Path, PathBuf};

use super::Chosen;
use super::answer_sheet::answer_sheet;
use super::code::{Code, MOST_COPIES};
use super::order::order;
use super::pieces::{Makings, SHEETS};
use super::print_list::{CopyKind, PrintList, PrintedCopy, path_of};
use crate::diagnostics::{Error, Failure, Gathered, Help, Problem, Way, once, refuse};
use crate::output::{self, Privacy};
use crate::publish::{Published, Workspace, own_folder, within};

/// How many people see each version, where nobody says how many: a round of 5 to 8 shows most
/// of what is wrong with it (our own rule of thumb).
pub const A_ROUND: u32 = 6;

/// The fewest who have to see a version for a round to show much.
const FEWEST: u32 = 5;

/// The file into which answers are typed.
const ANSWERS: &str = "answers.xlsx";

/// What is to be printed.
#[derive(Debug, Clone, Default)]
pub struct StackOptions {
    /// The guide; where none is named, the one that has versions.
    pub guide: Option<String>,
    /// The versions; all of them and the guide itself, where none is named.
    pub versions: Vec<String>,
    /// How many copies; six of each version where nobody says.
    pub copies: Option<u32>,
    /// How many more in large print.
    pub large_print: u32,
    /// How many more for somebody with an interpreter, or for whom it is read aloud.
    pub read_aloud: u32,
    /// What chance begins with: the same gives the same order.
    pub seed: u64,
    /// The round it is for; the first one where none is named.
    pub round: Option<u32>,
    /// Whether a round that was printed before is printed anew.
    pub replace: bool,
}

/// A stack, ready to be written.
#[derive(Debug)]
pub struct Stack {
    /// What the folder of its files is called.
    pub folder: String,
    /// How many copies of each version there are.
    pub counts: Vec<(String, usize)>,
    /// Its files, what there is to say, and what nobody has approved.
    pub published: Vec<Published>,
    /// Where the list of all copies is.
    list: PathBuf,
    list_bytes: Vec<u8>,
    /// The list as it was; none where there was none.
    list_before: Option<Vec<u8>>,
    answers: Vec<u8>,
    /// The file of answers of a round that is printed anew, while nothing is typed into it.
    answers_before: Option<Vec<u8>>,
}

impl Workspace {
    /// Makes a stack of copies.
    ///
    /// # Errors
    /// Every mistake in one of its versions, where somebody has not said yet why they are
    /// tested, where the round was printed before, and where the guide is a letter.
    pub fn stack(&self, options: &StackOptions) -> Result<Stack, Error> {
        self.stacked(options).map_err(|failure| self.error(failure))
    }

    fn stacked(&self, options: &StackOptions) -> Result<Stack, Failure> {
        let folder = own_folder(&self.assets)?;
        let named: Vec<&str> = options.versions.iter().map(String::as_str).collect();
        let guide = self.guide_tested(options.guide.as_deref(), &named)?;
        let chosen = self.to_be_printed(&guide, &options.versions)?;
        self.refuse_unready(&chosen)?;
        let mut said = Vec::new();
        let chosen = self.without_alike(chosen, options.versions.is_empty(), &mut said)?;
        let list = self.print_list(&guide)?;
        let list_before = self.assets.service_file(&path_of(&guide))?;
        let round = round(&list, options)?;
        let thrown_away: Vec<PrintedCopy> = list.of_round(round).cloned().collect();
        let answers_before = match thrown_away.first() {
            Some(first) => Some(answer_sheet(&guide, round, &thrown_away, first.on)?),
            None => None,
        };
        let mut list = list.without(round);
        let before = list.copies.len();
        let amounts = amounts(&chosen, options);
        let mut wrong = Gathered::default();
        let mut makings = Vec::new();
        for (kind, count) in amounts.iter().filter(|(_, count)| *count > 0) {
            if let Some(made) = wrong.keep(self.makings(&chosen, *kind, &mut said))? {
                makings.push((*kind, *count, made));
            }
        }
        let mut sheets = Vec::new();
        for (sheet, called) in SHEETS {
            sheets.extend(wrong.keep(self.sheet(sheet, called))?);
        }
        refuse(once(wrong.problems))?;
        self.add_copies(&mut list, &chosen, &makings, (round, options.seed))?;
        let new = &list.copies[before..];
        let mut files = Vec::new();
        for (kind, _, made) in &makings {
            let copies: Vec<&PrintedCopy> = new.iter().filter(|it| it.kind == *kind).collect();
            files.extend(self.pressed(*kind, made, &chosen, &copies, &mut said)?);
        }
        let answers = answer_sheet(&guide, round, new, self.date)?;
        let (summary, few) = counts(&chosen, new);
        said.push(Published::saying(few.into_iter().collect()));
        said.push(Published::of_files(files));
        said.extend(sheets);
        Ok(Stack {
            folder: format!("{guide}.round-{round}"),
            counts: summary,
            published: said,
            list: within(folder, Path::new(&path_of(&guide))),
            list_bytes: list.bytes()?,
            list_before: list_before.map(|file| file.bytes),
            answers,
            answers_before,
        })
    }

    /// Gives every copy its code, kind by kind and from the top of each stack.
    fn add_copies(
        &self,
        list: &mut PrintList,
        chosen: &[Chosen],
        makings: &[(CopyKind, u32, Makings)],
        (round, seed): (u32, u64),
    ) -> Result<(), Failure> {
        let prefix = self.prefix(list)?;
        let names: Vec<&str> = chosen.iter().map(|it| it.name.as_str()).collect();
        let letters = list.letters(&names)?;
        for (kind, count, made) in makings {
            let words = format!(
                "{}, round {round}, seed {seed}, {}",
                list.guide,
                kind.word()
            );
            for version in order(chosen.len(), *count as usize, &words) {
                let number = list.next_number();
                let code = Code::new(&prefix, letters[version], number).ok_or_else(|| {
                    Problem::error(format!(
                        "codes go up to {MOST_COPIES} copies of `{}`, and these are more",
                        list.guide
                    ))
                    .help("print fewer; or give the list of what was printed another name")
                })?;
                list.copies.push(PrintedCopy {
                    code,
                    version: names[version].to_owned(),
                    round,
                    kind: *kind,
                    on: self.date,
                    seed,
                    content: made.versions[version].prepared.content.0.clone(),
                });
            }
        }
        Ok(())
    }
}

impl Stack {
    /// Writes its files into a folder of its own in `out`, and the list of its copies beside
    /// its versions. Gives each path, and what it is. A file of answers that is there already
    /// stays as it is.
    ///
    /// # Errors
    /// Where a file of answers is there that is for other copies, and what the disk says.
    pub fn write_into(&self, out: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
        let folder = out.join(&self.folder);
        let answers = folder.join(ANSWERS);
        let there = std::fs::read(&answers).ok();
        let is_ours =
            |there: &Vec<u8>| *there == self.answers || self.answers_before.as_ref() == Some(there);
        if there.is_some_and(|there| !is_ours(&there)) {
            let what = format!(
                "`{}` is there already, and may hold answers",
                answers.display()
            );
            return Err(Problem::error(what)
                .help("give it another place first, then print again: nothing was changed")
                .into());
        }
        // First: no copy is handed out that the list does not know.
        output::write_whole(&self.list, &self.list_bytes, Privacy::Public)?;
        let written = self.write_copies(&folder, &answers);
        if written.is_err() {
            // Nothing was printed. What went wrong is said, whatever comes of this.
            let _ = match &self.list_before {
                Some(before) => output::write_whole(&self.list, before, Privacy::Public),
                None => output::take_away(&self.list),
            };
        }
        let mut written = written?;
        written.push((self.list.clone(), "which copy is which version".to_owned()));
        Ok(written)
    }

    fn write_copies(
        &self,
        folder: &Path,
        answers: &Path,
    ) -> Result<Vec<(PathBuf, String)>, Failure> {
        let mut written = Vec::new();
        for file in self.published.iter().flat_map(|it| &it.files) {
            written.push((file.write_into(folder)?, file.summary.clone()));
        }
        output::write_whole(answers, &self.answers, Privacy::Private)?;
        written.push((
            answers.to_owned(),
            "type what comes back into it".to_owned(),
        ));
        Ok(written)
    }
}

/// The round that is printed.
fn round(list: &PrintList, options: &StackOptions) -> Result<u32, Problem> {
    let last = list.last_round();
    let round = options.round.unwrap_or(1);
    if round > last + 1 {
        let what = format!("there is no round {} before round {round}", last + 1);
        let help = Help::from("print that one").by(Way::Round(last + 1));
        return Err(Problem::not_there(what).help(help));
    }
    if round > last || (options.replace && round == last) {
        return Ok(round);
    }
    let what = format!(
        "round {round} of `{}` was printed already: {} copies",
        list.guide,
        list.of_round(round).count()
    );
    let problem = Problem::error(what).help(
        Help::from("for more copies, or versions that have changed, print another round")
            .by(Way::Round(last + 1)),
    );
    Err(if round == last {
        problem.help(
            Help::from("if nobody has got any of them, and all are thrown away, print them anew")
                .by(Way::Replace),
        )
    } else {
        problem.help("only the last round can be printed anew: the codes of the others go on")
    })
}

/// How many copies there are of each kind.
fn amounts(chosen: &[Chosen], options: &StackOptions) -> [(CopyKind, u32); 3] {
    let versions = u32::try_from(chosen.len()).unwrap_or(1);
    [
        (
            CopyKind::Standard,
            options.copies.unwrap_or(A_ROUND * versions),
        ),
        (CopyKind::LargePrint, options.large_print),
        (CopyKind::ReadAloud, options.read_aloud),
    ]
}

/// How many copies there are of each version, and that they are few.
fn counts(chosen: &[Chosen], new: &[PrintedCopy]) -> (Vec<(String, usize)>, Option<Problem>) {
    let count = |name: &str| new.iter().filter(|copy| copy.version == name).count();
    let counts: Vec<(String, usize)> = chosen
        .iter()
        .map(|it| (it.name.clone(), count(&it.name)))
        .collect();
    let fewest = counts.iter().map(|(_, count)| *count).min();
    let few = fewest
        .filter(|count| *count < FEWEST as usize)
        .map(|count| {
            Problem::note(format!(
            "only {count} people can see one of the versions: a round of {FEWEST} to 8 a version \
             shows most of what is wrong with it"
        ))
        .help("not everybody who takes a copy gives the slip back: print some more")
        });
    (counts, few)
}
