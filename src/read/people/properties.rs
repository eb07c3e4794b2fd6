//! What holds whatever stands in the cells.

use proptest::{collection::vec, prelude::*};

use super::postcode;
use super::tests::{COLUMNS, block, people};

proptest! {
    /// Whatever people type, the answer names rows and columns and not one cell.
    #[test]
    fn no_message_shows_a_cell(
        rows in vec(vec("(Zq)?[a-z0-9 ,.:@()-]{0,9}(\n[a-z]{0,5})?", 11), 1..4),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let columns = format!("{COLUMNS},reply-by,doors open");
        writer.write_record(columns.split(',')).expect("memory takes everything");
        for row in rows {
            let marked = row.iter().map(|cell| format!("Zq{cell}"));
            writer.write_record(marked).expect("memory takes everything");
        }
        let text = writer.into_inner().expect("memory takes everything");
        let problems = people(&String::from_utf8_lossy(&text)).expect_err("there is no date");
        let shown = format!("{problems:?}");
        prop_assert!(!shown.contains("Zq"), "{}", shown);
    }

    #[test]
    fn a_finished_block_fits_an_envelope(
        name in "[A-Za-z. ]{0,12}", lines in vec("[a-z0-9 .-]{0,9}", 6), postcode in "(LS1 4AP|ls14ap|BFPO 7|UK)",
    ) {
        if let Ok(block) = block(&name, &lines.join(","), &postcode) {
            prop_assert!((3..=7).contains(&block.len()));
            prop_assert!(block.iter().all(|line| !line.is_empty() && !line.contains('\n')));
            // A line may happen to be a postcode too: `g00da` is G0 0DA.
            let last = &block[block.len() - 1];
            prop_assert!(last == "BFPO 7" || postcode::normalised(last).as_ref() == Some(last));
        }
    }
}
