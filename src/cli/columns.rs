//! `leafwright columns`: what the columns of a spreadsheet are read as.

use super::arguments::Columns;
use super::terminal::Terminal;
use crate::diagnostics::{Failure, plural};
use crate::letters::{ColumnOverview, PeopleFile, ReadAs};
use crate::publish::Workspace;

pub fn run(arguments: &Columns, terminal: &mut Terminal) -> Result<(), Failure> {
    let file = PeopleFile {
        sheet: arguments.sheet.clone(),
        ..PeopleFile::read(&arguments.file)?
    };
    let assets = arguments.service.assets()?;
    let sources = terminal.sources.clone();
    let workspace = Workspace::with(assets, Default::default(), sources)?;
    let overview = workspace.columns(&file)?;
    terminal.print(&text(&file.name, &overview));
    Ok(())
}

fn text(file: &str, overview: &ColumnOverview) -> String {
    let mut text = format!(
        "{file}: {}, {}\n\n",
        plural(overview.columns.len(), "column"),
        plural(overview.rows, "row")
    );
    let heads = ["Column", "Read as", "Its first cells"].map(str::to_owned);
    let rows = overview.columns.iter().map(|column| {
        let name = match column.name.as_str() {
            "" => format!("column {}", column.letters),
            name => name.to_owned(),
        };
        [name, column.read_as.to_string(), column.kinds.join("; ")]
    });
    let rows: Vec<[String; 3]> = std::iter::once(heads).chain(rows).collect();
    let widest = |at: usize| {
        let widths = rows.iter().map(|row| row[at].chars().count());
        widths.max().unwrap_or_default()
    };
    let (first, second) = (widest(0), widest(1));
    for [name, read_as, kinds] in &rows {
        let line = format!("  {name:<first$}  {read_as:<second$}  {kinds}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    if !overview.missing.is_empty() {
        text.push_str(&format!("\nMissing: {}\n", overview.missing.join(", ")));
    }
    if overview.to_paste.is_empty() {
        return text;
    }
    text.push_str(
        "\nTo have it read so, write this under `letters:` in service.yaml, and change what is \
         not right:\n\n",
    );
    for line in overview.to_paste.lines() {
        text.push_str(&format!("  {line}\n"));
    }
    let left: Vec<&str> = overview
        .columns
        .iter()
        .filter(|column| column.read_as == ReadAs::NotUsed && !column.name.is_empty())
        .map(|column| column.name.as_str())
        .collect();
    if !left.is_empty() {
        text.push_str(&format!("\nNot in any letter: {}\n", left.join(", ")));
    }
    text
}
