//! Files that are no .xlsx, and are named for what they are.

use super::*;

/// A file of Microsoft's older container, with a part of this name.
fn old(part: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(part.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(1024, 0);
    bytes
}

#[test]
fn other_kinds_of_workbook_are_named_and_say_what_to_do() {
    let zip = |entries: &[(&str, &[u8])]| packed(entries, CompressionMethod::Stored);
    let ods = b"application/vnd.oasis.opendocument.spreadsheet";
    for (bytes, what) in [
        (old("Workbook"), "an old Excel workbook (.xls)"),
        (old("Book"), "an old Excel workbook (.xls)"),
        (
            old("EncryptedPackage"),
            "an Excel workbook that asks for a password",
        ),
        (old("WordDocument"), "an old Word document (.doc)"),
        (old("Contents"), "a file of an old Office program"),
        (
            zip(&[("mimetype", ods), ("content.xml", b"")]),
            "a LibreOffice spreadsheet (.ods)",
        ),
        (zip(&[("content.xml", b"")]), "a LibreOffice document"),
        (
            zip(&[("xl/workbook.bin", b"")]),
            "a binary Excel workbook (.xlsb)",
        ),
        (
            zip(&[("word/document.xml", b"")]),
            "a Word document (.docx)",
        ),
        (
            zip(&[("Index/Document.iwa", b"")]),
            "an Apple Numbers or Pages document",
        ),
        (
            zip(&[("people.xlsx", b"")]),
            "a ZIP archive with files in it",
        ),
    ] {
        assert_eq!(
            refused(&bytes),
            format!("people.xlsx is {what}, which is not read")
        );
    }
}
