//! What `screen` promises: PDF/UA-1 and PDF/A-2a at once.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Panics with every rule that a PDF breaks.
pub fn assert_conforms(what: &str, pdf: &[u8]) {
    let mut broken = Vec::new();
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        broken.extend(broken_rules(pdf, profile));
    }
    assert!(broken.is_empty(), "{what} breaks:\n{}", broken.join("\n"));
}

/// The rules of a standard that a PDF breaks, one a line.
pub fn broken_rules(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default().profile(profile);
    let report = validate_pdf_bytes(pdf, &options).expect("a PDF that can be read");
    let failures = report.failures.iter();
    failures
        .map(|failure| format!("{profile}: {} {}", failure.rule_id, failure.message))
        .collect()
}
