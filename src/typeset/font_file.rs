//! A font file, whole or not taken: of one that was copied halfway only the beginning is
//! there, and every letter would be laid out and none of them drawn.

use ttf_parser::{Face, RawFace};
use typst::foundations::Bytes;
use typst::text::Font;

use crate::assets::File;
use crate::diagnostics::Problem;

/// Endings of fonts that are not read, and what to do.
const STRANGERS: [(&str, &str, &str); 6] = [
    ("woff", "a font for web pages", TAKE_TRUETYPE),
    ("woff2", "a font for web pages", TAKE_TRUETYPE),
    ("eot", "a font for web pages", TAKE_TRUETYPE),
    ("ttc", "a collection of fonts", ONE_EACH),
    ("otc", "a collection of fonts", ONE_EACH),
    ("pfb", "a font of an old kind", TAKE_TRUETYPE),
];

const TAKE_TRUETYPE: &str =
    "put the TrueType (.ttf) or OpenType (.otf) file of the same typeface there";

const ONE_EACH: &str = "put a TrueType (.ttf) or OpenType (.otf) file of each font in it there";

/// Whether a file in `fonts/` is a font by its name; other files, such as licences, may
/// stand beside them.
///
/// # Errors
/// Where it is a font of a kind that is not read.
pub(super) fn is_font(name: &str, shown: &str) -> Result<bool, Box<Problem>> {
    let name = name.to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match STRANGERS.iter().find(|(stranger, ..)| *stranger == ending) {
        Some((_, what, help)) => {
            let problem = Problem::error(format!("`{shown}` is {what}, which is not read"));
            Err(problem.help(*help).into())
        }
        None => Ok(matches!(ending, "ttf" | "otf")),
    }
}

/// The font in a file.
///
/// # Errors
/// Where it is no font, ends before its last table does, or has no shapes.
pub(super) fn open(file: File) -> Result<Font, Box<Problem>> {
    let File { name, bytes, .. } = file;
    let Ok(raw) = RawFace::parse(&bytes, 0) else {
        return Err(match has_the_start_of_one(&bytes) {
            true => cut_short(&name),
            false => no_font(&name),
        });
    };
    let ends = |offset: u32, length: u32| u64::from(offset) + u64::from(length);
    let last = raw.table_records.into_iter();
    let last = last.map(|table| ends(table.offset, table.length)).max();
    if last.is_none_or(|end| end > bytes.len() as u64) {
        return Err(cut_short(&name));
    }
    let face = Face::parse(&bytes, 0).map_err(|_| damaged(&name))?;
    if !has_shapes(&face) {
        return Err(damaged(&name));
    }
    Font::new(Bytes::new(bytes), 0).ok_or_else(|| damaged(&name))
}

/// Whether a file begins as a font does, cut off in the list of its tables.
fn has_the_start_of_one(bytes: &[u8]) -> bool {
    [b"\0\x01\0\0", b"OTTO", b"true"]
        .iter()
        .any(|start| bytes.starts_with(*start))
}

/// Whether the tables that hold shapes can be read.
fn has_shapes(face: &Face) -> bool {
    let tables = face.tables();
    let outlines = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
    outlines || tables.colr.is_some() || tables.svg.is_some() || has_pictures(face)
}

fn has_pictures(face: &Face) -> bool {
    let tables = face.tables();
    tables.sbix.is_some() || tables.cbdt.is_some() || tables.bdat.is_some()
}

fn no_font(name: &str) -> Box<Problem> {
    Problem::error(format!("`{name}` is not a font"))
        .help("replace it with a TrueType or OpenType file, or delete it")
        .into()
}

fn cut_short(name: &str) -> Box<Problem> {
    Problem::error(format!(
        "`{name}` is cut short: the file ends before the font does"
    ))
    .help("copy it again from where it came from, until both files are of the same size")
    .into()
}

fn damaged(name: &str) -> Box<Problem> {
    Problem::error(format!(
        "`{name}` is a damaged font: the shapes of its letters cannot be read"
    ))
    .help("copy it again from where it came from, or delete it")
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceKind;

    const WHOLE: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");

    fn opened(bytes: &[u8]) -> Result<Font, String> {
        let file = File {
            name: "fonts/Own.ttf".to_owned(),
            kind: SourceKind::Service,
            bytes: bytes.to_vec(),
        };
        open(file).map_err(|problem| problem.to_string())
    }

    #[test]
    fn a_font_is_taken_whole_wherever_it_was_cut() {
        assert!(opened(WHOLE).is_ok());
        let cut = "error: `fonts/Own.ttf` is cut short: the file ends before the font does\n  \
                   help: copy it again from where it came from, until both files are of the same size";
        for length in [4, 20, 1000, WHOLE.len() / 2, WHOLE.len() - 4] {
            assert_eq!(
                opened(&WHOLE[..length]).err().as_deref(),
                Some(cut),
                "{length}"
            );
        }
    }

    #[test]
    fn what_is_no_font_or_draws_nothing_is_refused() {
        for bytes in [&b""[..], b"<html>", b"wOF2"] {
            insta::allow_duplicates!(
                insta::assert_snapshot!(opened(bytes).expect_err("no font"), @r#"
            error: `fonts/Own.ttf` is not a font
              help: replace it with a TrueType or OpenType file, or delete it
            "#)
            );
        }
        // The table of shapes under a name that nobody knows.
        let glyf = WHOLE.windows(4).position(|tag| tag == b"glyf");
        let mut bytes = WHOLE.to_vec();
        bytes[glyf.expect("a table of shapes")] = b'G';
        insta::assert_snapshot!(opened(&bytes).expect_err("no shapes"), @r#"
        error: `fonts/Own.ttf` is a damaged font: the shapes of its letters cannot be read
          help: copy it again from where it came from, or delete it
        "#);
    }

    #[test]
    fn a_font_of_another_kind_is_not_passed_over() {
        let said = |name| is_font(name, name).map_err(|problem| problem.to_string());
        assert_eq!(said("Own.TTF"), Ok(true));
        assert_eq!(said("licence.txt"), Ok(false));
        insta::assert_snapshot!(said("Own.woff2").expect_err("not read"), @r#"
        error: `Own.woff2` is a font for web pages, which is not read
          help: put the TrueType (.ttf) or OpenType (.otf) file of the same typeface there
        "#);
    }
}
