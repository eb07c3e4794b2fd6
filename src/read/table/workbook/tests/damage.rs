//! Workbooks that are broken, or made to do harm.

use super::*;

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; MOST_UNPACKED + 1];
    for (part, said) in [
        ("xl/media/image1.png", "unpacks to more than 256 MB"),
        (
            "xl/worksheets/sheet1.xml",
            "holds a text of more than 1 MB in one piece",
        ),
    ] {
        let bytes = packed(&[(part, &zeros)], CompressionMethod::Deflated);
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(
            refused(&bytes),
            format!("people.xlsx {said}, which no list of people does")
        );
    }
}

/// One cell in the last row and column there can be takes room for 17 thousand million.
#[test]
fn cells_far_away_take_no_room() {
    let far = with_sheet(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1"><v>1</v></c></row>
           <row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#,
    );
    let table = good(&far);
    assert_eq!((table.faults.len(), table.rows.len()), (1, 0));
    assert_eq!(table.faults[0].column, "XFD");
    let wide: String = (2..=701)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#))
        .collect();
    let wide = with_sheet(&format!(
        r#"<row r="1"><c r="XFD1"><v>1</v></c></row>{wide}"#
    ));
    assert_eq!(
        refused(&wide),
        "people.xlsx has too many cells to be a list of people"
    );
}

const DAMAGED: &str = "people.xlsx is an Excel workbook that cannot be read: it is damaged";

/// Spreadsheet programs end at XFD1048576. Whoever counts on takes room for all before it.
#[test]
fn a_cell_where_no_sheet_is_takes_no_room() {
    for cell in ["ZZZZZZ7", "XFE1", "A1048577", "A99999999999"] {
        let far = format!(r#"<row r="1"><c r="{cell}"><v>1</v></c></row>"#);
        assert_eq!(refused(&with_sheet(&far)), DAMAGED, "{cell}");
    }
    let row = r#"<row r="1048577"><c><v>1</v></c></row>"#;
    assert_eq!(refused(&with_sheet(row)), DAMAGED);
    // A cell that does not say where it is stands beside the one before.
    let beyond = r#"<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>"#;
    assert_eq!(refused(&with_sheet(beyond)), DAMAGED);
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let sheet = |said: &str| {
        with_sheet_xml(&format!(
            r#"<worksheet><dimension ref="{said}"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
        ))
    };
    assert_eq!(good(&sheet("A1:XFD1048576")).header, ["1"]);
    assert_eq!(good(&sheet("A1")).header, ["1"]);
    for lie in ["A1:XFE2", "A1:A1048577", "B2:A1", "AAAAAAAAAAAA1"] {
        assert_eq!(refused(&sheet(lie)), DAMAGED, "{lie}");
    }
}

/// The part of a workbook, with something else in it.
fn with_part(name: &str, xml: &str) -> Vec<u8> {
    let sheet = with_sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    let mut entries = entries(sheet);
    entries.retain(|(part, _)| part != name);
    entries.push((name.to_owned(), xml.as_bytes().to_vec()));
    let entries: Vec<(&str, &[u8])> = entries
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    packed(&entries, CompressionMethod::Stored)
}

#[test]
fn texts_and_styles_that_nobody_has_are_not_made_room_for() {
    let texts = |said: &str| {
        with_part(
            "xl/sharedStrings.xml",
            &format!(r#"<sst uniqueCount="{said}"><si><t>name</t></si></sst>"#),
        )
    };
    assert_eq!(good(&texts("1")).header, ["1"]);
    assert_eq!(
        refused(&texts("99999999999")),
        "people.xlsx has too many cells to be a list of people"
    );
    let styles = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(500_001)
    );
    assert_eq!(
        refused(&with_part("xl/styles.xml", &styles)),
        "people.xlsx has more than 500,000 styles, names and links, which no list of people does"
    );
    let runs = format!(
        "<sst><si>{}</si></sst>",
        format!("<r><t>{}</t></r>", "long ".repeat(20_000)).repeat(11)
    );
    assert_eq!(
        refused(&with_part("xl/sharedStrings.xml", &runs)),
        "people.xlsx holds a text of more than 1 MB in one piece, which no list of people does"
    );
}

/// A sheet that is named a thousand times would be looked through a thousand times.
#[test]
fn no_part_is_two_sheets() {
    let sheets = |count: usize, link: &dyn Fn(usize) -> usize| {
        let sheets = (1..=count).map(|n| {
            let link = link(n);
            format!(r#"<sheet name="Sheet {n}" sheetId="{n}" r:id="rId{link}"/>"#)
        });
        let sheets: String = sheets.collect();
        with_part(
            "xl/workbook.xml",
            &format!("<workbook><sheets>{sheets}</sheets></workbook>"),
        )
    };
    assert_eq!(good(&sheets(1, &|n| n)).header, ["1"]);
    assert_eq!(refused(&sheets(2, &|_| 1)), DAMAGED);
    assert_eq!(
        refused(&sheets(1_001, &|n| n)),
        "people.xlsx has more than 1,000 sheets, which no list of people does"
    );
    let link = |n: usize, target: &str| {
        format!(
            r#"<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{target}"/>"#
        )
    };
    let links = [
        link(1, "worksheets/sheet1.xml"),
        link(2, "/xl/worksheets/Sheet1.xml"),
    ];
    let links = format!("<Relationships>{}</Relationships>", links.concat());
    let twice = with_part("xl/_rels/workbook.xml.rels", &links);
    assert_eq!(refused(&twice), DAMAGED);
}

#[test]
fn an_archive_of_too_many_parts_is_not_listed() {
    let mut archive = b"PK\x03\x04".to_vec();
    archive.extend(b"PK\x01\x02".repeat(10_001));
    assert_eq!(
        refused(&archive),
        "people.xlsx has more than 10,000 parts, which no list of people does"
    );
}

/// Each of so many ranges would be gone through row by row.
#[test]
fn ranges_beside_the_table_take_no_time() {
    let rows: String = (1..=2_000)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#))
        .collect();
    let merged = r#"<mergeCell ref="ZZ1:ZZ1048576"/>"#.repeat(100_000);
    let sheet = |merged: &str| {
        with_sheet_xml(&format!(
            "<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
        ))
    };
    let begun = std::time::Instant::now();
    assert_eq!(good(&sheet(&merged)).rows.len(), 1_999);
    assert!(begun.elapsed().as_secs() < 30);
    assert_eq!(
        refused(&sheet(&format!(
            "{merged}{}",
            r#"<mergeCell ref="A1:A2"/>"#
        ))),
        "people.xlsx has too many cells to be a list of people"
    );
}

#[test]
fn a_workbook_of_more_than_a_hundred_thousand_people_is_not_read() {
    let rows: String = (2..=100_002)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#))
        .collect();
    let name = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>"#;
    assert_eq!(
        refused(&with_sheet(&format!("{name}{rows}"))),
        "people.xlsx has more than 100,000 rows, and no more are read at once"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever a broken disk or a hostile hand makes of it, there is an answer.
    #[test]
    fn any_damage_is_answered(at: prop::sample::Index, byte: u8, length in 1_usize..8, cut: bool) {
        let mut bytes = with_sheet(
            r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46363.5</v></c></row>
               <row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="b"><v>1</v></c></row>"#,
        );
        let at = at.index(bytes.len());
        match cut {
            true => bytes.truncate(at),
            false => bytes.iter_mut().skip(at).take(length).for_each(|old| *old = byte),
        }
        let _ = survey("people.xlsx", &bytes, &Asked::default());
    }

    /// The sheet's XML alone, whose sums are right: damage that no checksum finds.
    #[test]
    fn any_sheet_is_answered(at: prop::sample::Index, put in "[A-Z0-9<>/\"= .-]{0,6}") {
        let sheet = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46363.5</v></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="d"><v>2026-12-07T09:30:00</v></c></row>"#;
        let (before, after) = sheet.split_at(at.index(sheet.len()));
        let after = after.get(put.len()..).unwrap_or_default();
        let _ = survey("people.xlsx", &with_sheet(&format!("{before}{put}{after}")), &Asked::default());
    }
}
