//! Names in the code pages of offices all over Europe, and what is taken for Windows-1252.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::is_windows_1252;

fn is_taken(bytes: &[u8]) -> bool {
    is_windows_1252(&WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// A list of people with this name among others.
fn list(name: &[u8]) -> Vec<u8> {
    let mut file = b"name,address line 1,postcode\r\nAnn Bell,1 Mill Lane,LD91 2AB\r\n".to_vec();
    file.extend(name);
    file.extend(b",2 Mill Lane,LD91 2AB\r\n");
    file
}

#[rustfmt::skip]
const WESTERN: &[&str] = &[
    "Zoë", "Chloé", "Siân", "José", "Núñez", "Muñoz", "Peña", "François", "Gonçalves", "Hélène", "Geneviève", "Thérèse Molière", "Eugène", "Agnès",
    "Noël", "Müller", "Jörg Weiß", "Käthe", "Großmann", "Åse", "Søren Sørensen", "Bjørn", "Bøe", "Kjær", "Bækgaard", "Ærø", "Jürgen", "Röntgen",
    "João", "Conceição", "Guimarães", "Simões", "Ângela", "Inês", "Antônio", "Niccolò", "Perù", "Loïc", "Anaïs", "Benoît", "Séamus Ó Briain", "Máire Ní Néill",
    "D’Arcy O’Neil", "St Mary’s", "l’Hôpital", "Leeds–York", "Monday – Friday", "‘The Hollies’", "“Mill House”", "£5", "3½ Mill Lane", "JOSÉ NÚÑEZ", "MÜLLER", "Gwên", "Glyndŵr",
    "Sœur Marie", "Bœuf", "Anaïs D’Ávila", "Joaquín García", "Martínez", "Rodríguez", "Jiménez", "Väinö Jääskeläinen", "Ynys Môn", "Tŷ Bach",
];

/// Names, and the code pages of offices that write them.
#[rustfmt::skip]
const OTHERS: &[(&[&str], &[&str])] = &[
    (&["windows-1250", "iso-8859-2"], &[
        "Zieliński", "Wiśniewska", "Łukasz", "Paweł", "Małgorzata", "Gdańsk", "Węgrzyn", "Gęsicki", "Ćwik", "Śliwa", "Żak", "Poznań", "Ząbek", "Zięba", "Kościuszko", "Święty",
        "Dvořák", "Jiří", "Kučera", "Čapek", "Horáček", "Němec", "Zdeněk", "Vaněk", "Kovář", "Březina", "Říha", "Růžička", "Kůrka", "Šárka", "Tomáš", "Beneš", "Přibyl", "Řezníček",
        "Erdős", "Szűcs", "Kővágó", "Győző", "Petrović", "Janković", "Đorđević", "Ďurčo", "Ľubomír", "Brătianu", "Gheorghiță", "Păun", "Ionuţ", "Ştefan", "Jaś", "Maďar", "Piętek", "Krčmář", "Krčmar", "Novička", "Benčík", "Kočí", "Oğuz", "Tęcza", "Dęba", "Księżak", "Pěkný", "Hoďák", "Kňažko", "Ondřej", "Bořek", "Řepa", "Petr Šťastný", "Kámeň", "Ručka", "Pečka", "Hlavička", "Lička", "Jiřina", "Kamiński", "Wałęsa", "Wójcik Łódź",
    ]),
    (&["windows-1254"], &["Yılmaz", "Şahin", "Ağaoğlu", "Gülşen", "Ayşe", "Işık", "Barış", "İbrahim", "Doğan", "Çağlar"]),
    (&["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"], &["Иван", "Мария", "Анна", "Юлия Иванова", "Ян", "Фёдор", "Ли"]),
    (&["windows-1253", "iso-8859-7"], &["Γεώργιος", "Μαρία", "Άννα", "Ελένη Παπαδοπούλου"]),
    (&["windows-1255", "windows-1256"], &["שלום", "כהן", "محمد", "علی"]),
    (&["windows-1257"], &["Bērziņš", "Kalniņa", "Šarūnas", "Žemaitė", "Pēteris", "Līga Ozoliņa", "Rūta", "Mārtiņš"]),
    (&["macintosh"], &["José", "Müller", "Zoë", "García", "Núñez", "Muñoz", "Käthe", "François", "Hélène", "Søren", "João", "O’Neil", "López", "Martínez", "Díaz", "Peña", "Ángel", "Óscar", "É", "Noël", "Siân", "“Mill House”", "ÁNGEL"]),
    (&["gbk", "big5", "euc-kr", "shift_jis"], &["王小明", "김민준", "山田太郎"]),
];

/// DOS's letters beyond ASCII, from its byte 80 on (code page 437 and 850 have them alike).
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑ";

fn in_dos(name: &str) -> Vec<u8> {
    let byte = |letter: char| {
        let place = DOS.chars().position(|known| known == letter);
        place.map_or(letter as u8, |place| 0x80 + place as u8)
    };
    name.chars().map(byte).collect()
}

#[test]
fn western_names_are_taken() {
    let refused: Vec<&&str> = WESTERN
        .iter()
        .filter(|name| {
            let (bytes, _, is_unknown) = WINDOWS_1252.encode(name);
            !is_unknown && !is_taken(&list(&bytes))
        })
        .collect();
    assert_eq!(refused, Vec::<&&str>::new());
}

#[test]
fn names_in_other_code_pages_are_not() {
    let mut taken = Vec::new();
    for (labels, names) in OTHERS {
        for label in *labels {
            let encoding = Encoding::for_label(label.as_bytes()).expect("an encoding");
            for name in *names {
                let (bytes, _, is_unknown) = encoding.encode(name);
                let read = WINDOWS_1252
                    .decode_without_bom_handling(&bytes)
                    .0
                    .into_owned();
                // What comes out as it was typed may be taken for anything.
                if !is_unknown && read != *name && is_taken(&list(&bytes)) {
                    taken.push(format!("{name} of {label} as {read}"));
                }
            }
        }
    }
    for name in [
        "José",
        "Müller",
        "Núñez",
        "García",
        "Hélène",
        "François",
        "Björn",
        "Zoë",
        "Siân",
        "Ibáñez",
        "Sánchez",
        "Öland",
        "Ångström",
        "Pérez",
        "Joaquín",
        "Raúl",
    ] {
        if is_taken(&list(&in_dos(name))) {
            taken.push(format!("{name} of DOS"));
        }
    }
    assert_eq!(taken, Vec::<String>::new());
}
