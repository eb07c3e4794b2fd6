//! Numbers and their formats as Excel shows them.

use proptest::prelude::*;

use super::*;

#[test]
fn a_number_is_shown_as_its_format_says() {
    for (value, format, expected) in [
        (12.0, "\"RPW-\"0000", "RPW-0012"),
        (12_345.0, "\"RPW-\"0000", "RPW-12345"),
        (1_632_960_123.0, "0##########", "01632960123"),
        (1_632_960_123.0, "00000\\ 000000", "01632 960123"),
        (1_632_960_123.0, "00000000000", "01632960123"),
        (1_632_960_123.0, "000", "1632960123"),
        (7_700_900_123.0, "(00000) 000000", "(07700) 900123"),
        (120_456.0, "00\\/000000", "00/120456"),
        (9_990_000_018.0, "000\\ 000\\ 0000", "999 000 0018"),
        (1_234.5, "£#,##0.00", "£1,234.50"),
        (1_234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (1_234_567.0, "#,##0", "1,234,567"),
        (0.0, "#,##0", "0"),
        (999.0, "#,##0", "999"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12.5%"),
        (7.0, "0.00", "7.00"),
        (2.675, "0.00", "2.68"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (9.99, "0.0", "10.0"),
        (0.5, ".00", ".50"),
        (12.5, ".00", "12.50"),
        (1.5, "0.0##", "1.5"),
        (1.5, "0.?", "1.5"),
        (7.0, "@", "7"),
        (7.0, "General", "7"),
        (2.5, "General", "2.5"),
        (-2.5, "General", "-2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (3.0, "General\" kg\"", "3 kg"),
        (-3.0, "000", "-003"),
        (-3.0, "0;(0)", "(3)"),
        (0.0, "0;-0;\"none\"", "none"),
        (0.0, "0;-0;;@", ""),
        (5.0, "[Red]0", "5"),
        (5.0, "0;[Red]-0", "5"),
        (1_234.0, "_-£* #,##0.00_-", "£1,234.00"),
        (
            9_601_234.0,
            "[<=9999999]000\\-0000;00000\\ 000000",
            "960-1234",
        ),
        (
            1_632_960_123.0,
            "[<=9999999]000\\-0000;00000\\ 000000",
            "01632 960123",
        ),
        (5_000.0, "0,", "5"),
        (123_456_789_012_345.0, "General", "123456789012345"),
        (5.0, "\"Ward \"0", "Ward 5"),
        (5.0, "Ł0", "Ł5"),
    ] {
        assert_eq!(
            shown(value, format).as_deref(),
            Ok(expected),
            "{value} as {format}"
        );
    }
}

#[test]
fn what_is_not_certain_is_not_shown() {
    for (value, format) in [
        (0.5, "# ?/?"),
        (5.0, "0##"),
        (12_345.0, "0.00E+00"),
        (5.0, ";;;"),
        (5.0, "\"see notes\""),
        (-5.0, "[<10]0;00"),
        (5.0, "[DBNum1]0"),
        (5.0, "0*-"),
        (5.0, "0\"open"),
        (5.0, "dd"),
        (5.0, "0 General"),
        (-0.001, "0.00"),
        (1.0 / 3.0, "General"),
        (0.000_000_000_1, "General"),
        (f64::INFINITY, "0"),
        (f64::NAN, "0"),
        (5.0, "00 000,0"),
        (5.0, "0;0;0;0;0"),
    ] {
        assert_eq!(shown(value, format), Err(Uncertain), "{value} as {format}");
    }
}

#[test]
fn a_text_is_shown_with_the_words_its_format_adds() {
    for (format, expected) in [
        ("General", "Bell"),
        ("@", "Bell"),
        ("0.00", "Bell"),
        ("\"Dr \"@", "Dr Bell"),
        ("0;-0;0;\"Dr \"@", "Dr Bell"),
        ("0;-0", "Bell"),
        ("yyyy\\-mm\\-dd;@", "Bell"),
    ] {
        assert_eq!(
            shown_text("Bell", format).as_deref(),
            Ok(expected),
            "{format}"
        );
    }
    assert_eq!(shown_text("Bell", ";;;"), Err(Uncertain));
    assert_eq!(shown_text("Bell", "0;0;0;\"no\""), Err(Uncertain));
}

/// Formats as people make them: words, places, points, signs.
fn formats() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just(String::new()),
        Just("\"RPW-\"".to_owned()),
        Just("£".to_owned()),
        Just("(".to_owned()),
        Just("\\/".to_owned()),
        Just("[Red]".to_owned()),
    ];
    let places = prop_oneof![
        "0{1,12}",
        "#{0,3}0{1,4}",
        "0#{1,10}",
        Just("#,##0".to_owned()),
        "0{1,5}\\\\ 0{1,6}",
        "0{1,3}-0{1,4}-0{1,4}",
    ];
    let fraction = prop_oneof![Just(String::new()), "\\.0{1,3}", "\\.0#{1,2}"];
    let end = prop_oneof![Just(""), Just("%"), Just("\" kg\""), Just(")"), Just("_-")];
    let section = (words, places, fraction, end)
        .prop_map(|(words, places, fraction, end)| format!("{words}{places}{fraction}{end}"));
    prop_oneof![
        section.clone(),
        (section.clone(), section).prop_map(|(first, second)| format!("{first};{second}")),
        Just("General".to_owned()),
    ]
}

proptest! {
    /// A second reader of the same formats, by others, agrees wherever there is an answer.
    #[test]
    fn another_program_shows_the_same(
        format in formats(),
        value in prop_oneof![
            (0_u32..2_000_000_000).prop_map(f64::from),
            (0_i32..5_000_000).prop_map(|value| f64::from(value) / 100.0),
            (-5_000_i32..0).prop_map(f64::from),
        ],
    ) {
        if let Ok(ours) = shown(value, &format) {
            let theirs = ssfmt::format_default(value, &format).expect("a format");
            prop_assert_eq!(&ours, theirs.trim(), "{} as {}", value, format);
        }
    }

    #[test]
    fn any_format_is_answered(value: f64, format in "[0#?.,%;@\"\\\\\\[\\]$<=>*_ A-Za-z£/-]{0,16}") {
        let _ = shown(value, &format);
        let _ = shown_text("Bell", &format);
    }
}
