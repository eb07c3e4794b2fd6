//! QR codes: squares to point a phone at.

use qrcode::{Color, EcLevel, QrCode};

use super::publication;

/// The longest address a QR code holds (GOV.UK Notify), in bytes.
const MOST_BYTES: usize = 504;

/// The code of an address that begins with `https://`; none where it is too long.
pub fn of(address: &str) -> Option<publication::QrCode> {
    if address.len() > MOST_BYTES {
        return None;
    }
    // GOV.UK Notify: error level M.
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let dots = code.to_colors();
    let row = |dots: &[Color]| dots.iter().map(|dot| dot.select('1', '0')).collect();
    Some(publication::QrCode {
        address: address.trim_start_matches("https://").to_owned(),
        rows: dots.chunks(code.width()).map(row).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_code_is_square_and_its_address_is_printed_short() {
        let code = of("https://riverside.example/tell-us").expect("a code");
        assert_eq!(code.address, "riverside.example/tell-us");
        assert!(code.rows.iter().all(|row| row.len() == code.rows.len()));
        assert!(of(&"x".repeat(505)).is_none());
    }
}
