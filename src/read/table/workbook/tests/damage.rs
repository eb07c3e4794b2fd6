//! Workbooks that are broken, or made to do harm.

use super::*;

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; MOST_UNPACKED + 1];
    let bytes = packed(
        &[("xl/worksheets/sheet1.xml", &zeros)],
        CompressionMethod::Deflated,
    );
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(
        refused(&bytes),
        "people.xlsx unpacks to more than 256 MB, which no list of people does"
    );
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
