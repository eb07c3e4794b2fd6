//! Whether a file reaches its own end. Decoders print what there is of a file
//! that was cut off while it was copied; a patient would get half a picture.

use image::ImageFormat;

/// How a file ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It is cut off.
    Missing,
    /// It is whole as far as its outside tells.
    Found,
    /// A JPEG with an end, though the data before it may still be too little.
    Jpeg(Jpeg),
}

/// What the markers of a JPEG tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Jpeg {
    /// Where the end marker stands, in bytes from the start.
    pub(super) end: usize,
    /// Colour components: 1 grey, 3 colour, 4 press colours.
    pub(super) components: u8,
}

/// Follows the file's own structure to its end.
pub(super) fn end(bytes: &[u8], format: ImageFormat) -> End {
    let found = match format {
        ImageFormat::Jpeg => return jpeg(bytes).map_or(End::Missing, End::Jpeg),
        ImageFormat::WebP => webp(bytes),
        _ => png(bytes),
    };
    found.map_or(End::Missing, |()| End::Found)
}

/// Chunk by chunk to `IEND`: length, name, data, checksum.
fn png(bytes: &[u8]) -> Option<()> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(array(bytes, at)?);
        let name: [u8; 4] = array(bytes, at + 4)?;
        let next = at.checked_add(12)?.checked_add(length as usize)?;
        if next > bytes.len() {
            return None;
        }
        if &name == b"IEND" {
            return Some(());
        }
        at = next;
    }
}

/// The size after `RIFF` counts everything behind itself. Some programs leave
/// out the last padding byte, so one byte may be missing.
fn webp(bytes: &[u8]) -> Option<()> {
    let size = u32::from_le_bytes(array(bytes, 4)?) as usize;
    (size.checked_add(8)? <= bytes.len() + 1).then_some(())
}

/// Marker by marker to the end of the image, past the preview that a camera
/// keeps inside, which has an end of its own.
fn jpeg(bytes: &[u8]) -> Option<Jpeg> {
    let mut at = 2;
    let mut components = 0;
    let mut scanned = false;
    loop {
        let marker_at = next_marker(bytes, at)?;
        let marker = *bytes.get(marker_at + 1)?;
        at = marker_at + 2;
        match marker {
            0xD9 if scanned => {
                return Some(Jpeg {
                    end: marker_at,
                    components,
                });
            }
            // These stand alone, without a length.
            0x01 | 0xD0..=0xD9 => continue,
            // The start of the image: length, bits, height, width, components.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                components = *bytes.get(at + 7)?;
            }
            0xDA => scanned = true,
            _ => {}
        }
        at += usize::from(u16::from_be_bytes(array(bytes, at)?)).max(2);
    }
}

/// The next `FF xx` that is a marker: neither a data byte (`FF 00`), nor filling
/// (`FF FF`). Restart markers inside a scan are passed over by the caller.
fn next_marker(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(2)
        .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF))
        .map(|found| from + found)
}

fn array<const LENGTH: usize>(bytes: &[u8], at: usize) -> Option<[u8; LENGTH]> {
    bytes.get(at..)?.first_chunk().copied()
}
