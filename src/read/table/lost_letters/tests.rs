//! Names that were damaged on their way, and names that only look so.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};
use proptest::prelude::*;

use super::{is_garbled, lost_letters};

/// Names as they are spelled, of many languages.
#[rustfmt::skip]
pub(in crate::read::table) const NAMES: &[&str] = &[
    // Welsh, Irish, Gaelic
    "Gŵyr", "Siân Ŵyn", "Môn", "Llŷr ap Huŵ", "Ynys Môn", "Tŷ Bäch", "Séamus Ó Súilleabháin",
    "Níamh Ní hÉanaigh", "MacÁdhaimh", "Mòrag NicÌomhair", "Eilidh NicÀidh",
    // French, Dutch, German, Nordic
    "Zoë", "Chloé", "Françoise", "Œuvre", "Lætitia", "Bœuf", "Kœnig", "Gœthe", "Schœlcher", "Sœur Agnès",
    "Noël L’Hôpital", "Château-d’Œx", "L'Haÿ-les-Roses", "L’HAŸ-LES-ROSES", "RENÉ’S CAFÉ", "naïve", "Eugène Ionesco",
    "Müller", "Jörg Weiß", "Käthe", "Übelhör", "Großmann", "Åse", "Ålesund", "Søren Kierkegård", "Bjørnstjerne", "Bøe", "Øyvind Ødegård",
    "Åsa Ärlig", "Björk Guðmundsdóttir", "Þórður Þórðarson", "Eyþór", "Sigþór", "Alþingi", "Ragnheiður Ýr", "Ísþór", "Æsa", "Snæfríður",
    "Jääskeläinen", "Väinö", "jäääär", "Õnne Ööbik", "Öö",
    // Spanish, Portuguese, Italian, Catalan, Romanian
    "José Núñez", "Íñigo Ibáñez", "Peña", "Ángela", "Mª José", "Nº 5", "Gal·la", "Güell", "João", "São", "Conceição", "Ângela",
    "Antônio Vinícius", "D'Ávila", "D’Ávila", "IRMÃ LÚCIA", "MAÇÃ", "Niccolò", "Perù", "È", "Ștefan Țepeș", "Gheorghiță", "MĂŞTI", "BRĂTIANU", "Şerban", "Mureș",
    // Polish, Czech, Slovak, Hungarian, Baltic, Croatian, Albanian, Maltese
    "Małgorzata Wiśniewska", "Łukasz Żółć", "Zażółć gęślą jaźń", "ŁÓDŹ", "Śliwa", "Ćwik", "Šárka Dvořáková", "Růžena", "Ž", "RŮŽIČKA", "KŮŠ", "Ďurišin", "PAMÄŤ",
    "Ľubomír Štúr", "Erdős Pál", "Kővágó Szűcs", "Ágnes", "Žemaitė Ąžuolas", "Jānis Bērziņš", "Đorđević", "Šukri Žižek", "DŽAMONJA", "Bjšrk", "Ħal Għargħur",
    "Gëzim", "Përparim",
    // Turkish, Azerbaijani, Vietnamese, Yoruba, Hawaiian
    "İbrahim Şahin", "Ağaoğlu", "Gülşen Çağlar", "Iğdır", "İSTANBUL’DA", "HALIÇ’TE", "MUŞ’TA", "DAĞ’A", "Əliyev", "Nguyễn Thị Ánh", "Đặng Ưng Ô", "Trần Đức",
    "Adébáyọ̀ Ọlátúnjí", "Ọ̀ṣun", "Kōtarō Ōta", "Kaʻahumanu", "O‘Neil",
    // Greek, Cyrillic, Hebrew, Arabic, Indian, Chinese
    "Γεώργιος Παπαδόπουλος", "ΓΙΏΡΓΟΣ", "Ἀλέξανδρος", "Иван Фёдоров", "Різник", "Сірко Ґудзь", "Пётр", "ЁЛКИН", "Ђорђе", "Ўладзімір", "שלום כהן", "محمد علی",
    "علی‌رضا", "प्रिया शर्मा", "王小明", "김민준",
    // Addresses and sentences
    "Flat 3, 1 Mill Lane", "Apt #5", "3½ Mill Lane", "Marks & Spencer; Leeds", "AT&T; ", "Smith–Jones", "Leeds–York", "5 m²", "£5", "€20", "20 °C", "N° 5", "“Mill House”",
    "‘The Hollies’", "The ‘Old’ Mill", "9am–5pm", "Dr. D’Arcy-O’Neil", "O'Connor", "‚Mühle‘", "„Zur Post“", "«Le Moulin»", "Ask us… or ring",
];

#[test]
fn names_as_they_are_spelled_have_lost_nothing() {
    let found: Vec<&&str> = NAMES.iter().filter(|name| lost_letters(name)).collect();
    assert_eq!(found, Vec::<&&str>::new());
    for sentence in [
        "Feeling low? We meet on Mondays",
        "https://help.example/find?a=b&c=d",
        "Who can come? Anyone!",
        "¿Habla español? ¡Sí!",
        "Mind™ and Body®",
        "•Walk in •Ring",
        "m², m³",
        "à l’école d’élite",
    ] {
        assert!(!is_garbled(sentence), "{sentence}");
    }
}

#[test]
#[rustfmt::skip]
fn names_that_were_damaged_are_seen() {
    for text in [
        // Letters that a code page does not have.
        "Wi?niewska", "Ma?gorzata", "T?'r", "?ukasz", "Nguy?n",
        // UTF-8 read as Windows-1252.
        "GÅµyr", "CatrinÂ\u{a0}Gwyr", "FranÃ§ois", "JosÃ©", "MÃ¼ller", "Ã–sterreich", "MÃ–LLER", "PaweÅ‚", "Å‚", "SzÅ‘cs", "NguyÅ¡n", "sÅ“ur", "Åžahin",
        "IÄŸdÄ±r", "È™tefan", "Nguyá»…n", "Oâ€™Neil", "5 Mill LaneÂ", "voilÃ ", "Ð˜Ð²Ð°Ð½", "Î‘Î½Î½Î±", "×©×œ×•×", "Ù…Ø\u{AD}Ù…Ø¯", "çŽ‹å°æ˜Ž", "ðŸ˜€",
        // UTF-8 read as another code page.
        "JĂłzef", "PaweĹ‚", "MĂĽller", "РђРЅРЅР°", "JosГ©", "Ξ‘Ξ½Ξ½Ξ±", "JosΓ©", "Jos√©", "M√ºller", "Jos├⌐", "Jos├®",
        // One code page read as another.
        "JosŽ", "MŸller", "KŠthe", "BŽla", "Ìàðèÿ", "Àííà", "ÌÀÐÈß", "Ãåþñãéïò", "Wiœniewska", "Œliwa", "Jaœ", "¥ukasz", "£ukasz", "Micha³", "Pawe³", "Barýþ",
        "Nœ–ez", "Mu–oz", "Zo‘", "Jos‚", "Bj”rn", "Garc¡a", "M£ller", "Tom‡s", "Walenci¹", "¯uk", "ªtefan",
        // As a web page or a program writes them.
        "Wi&#347;niewska", "Wi&#x15B;niewska", "O&apos;Neil", "Marks &amp; Spencer", "Jos&eacute;", "&Lstrok;ukasz", "Stra&szlig;e", "Jos\\u00e9",
    ] {
        assert!(lost_letters(text), "{text}");
    }
}

/// A name, as a program reads it that takes its UTF-8 for a code page.
fn misread(name: &str, encoding: &'static Encoding) -> String {
    encoding
        .decode_without_bom_handling(name.as_bytes())
        .0
        .into_owned()
}

#[test]
fn every_name_is_seen_whose_letters_were_read_as_a_code_page() {
    for name in NAMES.iter().filter(|name| {
        name.chars()
            .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
    }) {
        for encoding in [WINDOWS_1252, MACINTOSH] {
            let read = misread(name, encoding);
            assert!(lost_letters(&read), "{name} as {}: {read}", encoding.name());
        }
    }
    for name in [
        "Müller",
        "José",
        "Wiśniewska",
        "Łukasz Żółć",
        "Иван",
        "Γεώργιος",
        "Šárka",
        "Erdős",
    ] {
        for encoding in [WINDOWS_1250, WINDOWS_1251, WINDOWS_1253] {
            let read = misread(name, encoding);
            assert!(lost_letters(&read), "{name} as {}: {read}", encoding.name());
        }
    }
}

proptest! {
    /// The law behind it: whatever letters of these languages somebody has, in UTF-8 that was
    /// taken for Windows-1252 they are seen.
    #[test]
    fn letters_of_a_language_are_seen_in_utf8_read_as_windows_1252(
        before in "[A-Za-z]{0,6}",
        letters in prop_oneof![
            "[À-ÖØ-öø-ž]{1,4}", "[Α-Ρά-ώ]{2,8}", "[А-Яа-я]{2,8}", "[א-ת]{2,8}", "[ا-غ]{2,8}",
            "[ạ-ỹ]{1,3}", "[一-龥]{2,3}",
        ],
    ) {
        let read = misread(&format!("{before}{letters}"), WINDOWS_1252);
        prop_assert!(lost_letters(&read), "{}", read);
    }

    /// Plain letters are never in doubt.
    #[test]
    fn plain_words_have_lost_nothing(words in "[A-Za-z0-9 ,.'#-]{0,30}") {
        prop_assert!(!lost_letters(&words));
    }
}
