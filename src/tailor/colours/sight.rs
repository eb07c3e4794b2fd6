//! How far two colours are apart for whoever tells them apart worst: in grey print, or with
//! one kind of cone missing.
//!
//! The three kinds of colour blindness are simulated as in Machado, Oliveira and Fernandes,
//! "A physiologically-based model for simulation of color vision deficiency" (2009), table 1
//! at severity 1.0, on linear RGB.

use palette::{Clamp, FromColor, LinSrgb, Oklab, Srgb};

/// What is left of red, green and blue, a row each.
type Matrix = [[f64; 3]; 3];

/// No cones for long waves.
const PROTANOPIA: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
/// None for middle waves.
const DEUTERANOPIA: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
/// None for short waves.
const TRITANOPIA: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];
/// Grey print: luminance, as WCAG counts it.
const GREY: Matrix = [[0.2126, 0.7152, 0.0722]; 3];

/// The ways of seeing that are looked at.
const SIGHTS: [Matrix; 4] = [GREY, PROTANOPIA, DEUTERANOPIA, TRITANOPIA];

/// The distance of two colours in oklab, as it is seen worst.
pub fn apart(one: Srgb<u8>, other: Srgb<u8>) -> f64 {
    let distances = SIGHTS.map(|sight| distance(seen(one, sight), seen(other, sight)));
    distances.into_iter().fold(f64::INFINITY, f64::min)
}

/// The distance of two colours in oklab: 1 from black to white.
pub fn distance(one: Oklab<f64>, other: Oklab<f64>) -> f64 {
    let squares = [one.l - other.l, one.a - other.a, one.b - other.b].map(|part| part * part);
    squares.iter().sum::<f64>().sqrt()
}

fn seen(colour: Srgb<u8>, sight: Matrix) -> Oklab<f64> {
    let colour: LinSrgb<f64> = colour.into_format::<f64>().into_linear();
    let channels = [colour.red, colour.green, colour.blue];
    let [red, green, blue] = sight.map(|row| {
        let parts = row.iter().zip(channels);
        parts.map(|(share, channel)| share * channel).sum()
    });
    Oklab::from_color(LinSrgb::new(red, green, blue).clamp())
}
