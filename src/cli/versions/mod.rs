//! `leafwright versions`: versions of a guide, to test with people.

mod report;

use super::arguments::{
    Adopt, Answers, Diff, NewVersion as NewArguments, PrintStack, Versions, VersionsVerb,
};
use super::service::open;
use super::table::{numbers, paragraph, table, words};
use super::terminal::Terminal;
use crate::diagnostics::{Failure, plural, with_commas};
use crate::publish::{Workspace, to_approve};
use crate::read::FULL;
use crate::versions::{AnswerFiles, NewVersion, StackOptions, VersionRow, What};

pub fn run(arguments: &Versions, terminal: &mut Terminal) -> Result<(), Failure> {
    match &arguments.verb {
        None => {
            let workspace = open(&arguments.service, &arguments.making, terminal)?;
            list(&workspace, terminal)
        }
        Some(VersionsVerb::New(new)) => begin(new, terminal),
        Some(VersionsVerb::Diff(diff)) => compare(diff, terminal),
        Some(VersionsVerb::Print(print)) => stack(print, terminal),
        Some(VersionsVerb::Answers(answers)) => count(answers, terminal),
        Some(VersionsVerb::Adopt(adopted)) => adopt(adopted, terminal),
    }
}

fn list(workspace: &Workspace, terminal: &mut Terminal) -> Result<(), Failure> {
    let (rows, wrong) = workspace.versions()?;
    if rows.is_empty() {
        terminal.print(&format!(
            "No versions yet. Begin one:\n  leafwright versions new {} --as short --from full\n",
            workspace.guide_to_test()
        ));
        return Ok(());
    }
    let columns = [
        words("guide"),
        words("version"),
        numbers("pages"),
        numbers("words"),
        numbers("age"),
        numbers("printed"),
        numbers("returned"),
        words("begun"),
    ];
    let lines: Vec<Vec<String>> = rows.iter().map(row).collect();
    terminal.print(&table(&columns, &lines));
    let guides = rows.iter().filter(|row| row.version == FULL).count();
    for row in rows.iter().filter(|row| row.printed_before > 0) {
        terminal.print(&format!(
            "\n{}: {} before it was changed, and {} not counted here.\n",
            called(row, guides),
            match row.printed_before {
                1 => "1 copy was printed".to_owned(),
                more => format!("{more} copies were printed"),
            },
            if row.printed_before == 1 { "is" } else { "are" }
        ));
    }
    let reasons = rows
        .iter()
        .filter_map(|row| Some((row, row.begun.as_ref()?)));
    for (row, begun) in reasons {
        let for_whom = match begun.personas.as_slice() {
            [] => String::new(),
            personas => format!(" For: {}.", personas.join(", ")),
        };
        let text = format!(
            "{}, from {}: {}{for_whom}",
            called(row, guides),
            begun.from,
            begun.reason
        );
        terminal.print(&format!("\n{}", paragraph(&text, 0)));
    }
    terminal.problems(&wrong);
    Ok(())
}

/// What a version is called, where there are versions of so many guides.
fn called(row: &VersionRow, guides: usize) -> String {
    match guides {
        0 | 1 => row.version.clone(),
        _ => format!("{} of {}", row.version, row.guide),
    }
}

fn row(row: &VersionRow) -> Vec<String> {
    let measured = |say: &dyn Fn(&crate::versions::Measured) -> Option<String>| {
        let said = row.measured.as_ref().and_then(say);
        said.unwrap_or_else(|| "–".to_owned())
    };
    let is_first = row.version == FULL;
    vec![
        if is_first {
            row.guide.clone()
        } else {
            String::new()
        },
        row.version.clone(),
        measured(&|it| Some(it.pages.to_string())),
        measured(&|it| Some(with_commas(&it.words.to_string()))),
        measured(&|it| it.reading_age.map(|age| format!("{age:.0}"))),
        row.printed.to_string(),
        row.returned.map_or("–".to_owned(), |it| it.to_string()),
        row.begun
            .as_ref()
            .map(|it| it.made.to_string())
            .unwrap_or_default(),
    ]
}

fn begin(arguments: &NewArguments, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let new = NewVersion {
        guide: arguments.guide.clone(),
        name: arguments.name.clone(),
        from: arguments.from.clone(),
        reason: arguments.because.clone(),
        personas: arguments.personas.clone(),
    };
    for path in workspace.new_version(&new)? {
        terminal.result(&path.display().to_string());
    }
    let (guide, name) = (&new.guide, &new.name);
    terminal.say(&format!(
        "\nNext:\n  write into it what is different, and why: `leafwright show {guide}` lists every part\n  \
         leafwright check {guide}\n  leafwright versions diff {FULL} {name} --guide {guide}"
    ));
    Ok(())
}

fn compare(arguments: &Diff, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let names = [arguments.one.as_str(), arguments.other.as_str()];
    let guide = arguments.tested.guide.as_deref();
    let compared = workspace.compare(guide, names, arguments.making.edition)?;
    let of_sides = |what: &str| {
        vec![
            words_of(what),
            super::table::named(names[0].to_owned()).of_numbers(),
            super::table::named(names[1].to_owned()).of_numbers(),
        ]
    };
    let rows: Vec<Vec<String>> = compared.measures().into_iter().map(Vec::from).collect();
    let mut text = table(&of_sides(""), &rows);
    let differing = compared.parts.iter().filter(|part| part.what != What::Same);
    let rows: Vec<Vec<String>> = differing
        .map(|part| {
            let [one, other] = part.words.map(|count| match count {
                0 => "–".to_owned(),
                count => count.to_string(),
            });
            vec![part.name.clone(), one, other, part.said(names)]
        })
        .collect();
    if rows.is_empty() {
        let mut measures = compared.measures().into_iter();
        text.push_str(if measures.all(|[_, one, other]| one == other) {
            "\nA reader sees no difference.\n"
        } else {
            "\nThe words are the same.\n"
        });
    } else {
        let mut columns = of_sides("part, and its words");
        columns.push(words(""));
        text.push('\n');
        text.push_str(&table(&columns, &rows));
        let same = compared.parts.len() - rows.len();
        if same > 0 {
            text.push_str(&format!("\n{} the same in both.\n", plural(same, "part")));
        }
    }
    terminal.print(&text);
    let path = compared.file.write_into(&arguments.out.folder)?;
    terminal.written(&path, &compared.file.summary);
    Ok(())
}

fn words_of(title: &str) -> super::table::Column {
    super::table::named(title.to_owned())
}

fn stack(arguments: &PrintStack, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let stack = workspace.stack(&StackOptions {
        guide: arguments.tested.guide.clone(),
        versions: arguments.versions.clone(),
        copies: arguments.copies,
        large_print: arguments.large_print,
        read_aloud: arguments.read_aloud,
        seed: arguments.seed,
        round: arguments.round,
        replace: arguments.replace,
    })?;
    let notes = stack.published.iter().flat_map(|files| &files.notes);
    let unapproved = to_approve(&stack.published, &workspace);
    terminal.problems(notes.chain(&unapproved));
    for (path, said) in stack.write_into(&arguments.out.folder)? {
        terminal.written(&path, &said);
    }
    let counts = stack.counts.iter();
    let counts: Vec<String> = counts
        .map(|(name, count)| format!("{count} of {name}"))
        .collect();
    terminal.say(&format!(
        "{}. Keep the stack in its order: whoever takes the next one gets the one on top.",
        counts.join(", ")
    ));
    Ok(())
}

fn count(arguments: &Answers, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let files = AnswerFiles::read(&arguments.file, arguments.tally.as_deref())?;
    let report = workspace.test_report(arguments.tested.guide.as_deref(), &files)?;
    terminal.problems(&report.counted.notes);
    terminal.print(&report::text(&report.counted));
    let path = report.file.write_into(&arguments.out.folder)?;
    report.note_in(&workspace)?;
    terminal.written(&path, &report.file.summary);
    Ok(())
}

fn adopt(arguments: &Adopt, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let adopted = workspace.adopt(
        arguments.tested.guide.as_deref(),
        &arguments.version,
        arguments.learned.as_deref(),
    )?;
    terminal.problems(&adopted.notes);
    for path in &adopted.files {
        terminal.result(&path.display().to_string());
    }
    terminal.say(&format!(
        "`{}` is version {} of `{}` now. To go back: `leafwright versions adopt {}`.",
        arguments.version, adopted.version, adopted.guide, adopted.before
    ));
    Ok(())
}
