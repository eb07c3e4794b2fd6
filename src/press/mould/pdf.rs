//! The little of a PDF that has to be read and written here. Read are files of our own
//! writer only, just made: what it does otherwise than we know is none of these.

use std::io::{Read, Write};

use flate2::read::ZlibDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};

/// A PDF, taken apart.
pub struct Parsed {
    /// What stands before the first object.
    pub head: Vec<u8>,
    /// Each object with its number, from `N 0 obj` to what comes before the next, in the
    /// order of the file.
    pub objects: Vec<(usize, Vec<u8>)>,
    /// From `trailer` to what comes before `startxref`.
    pub trailer: Vec<u8>,
}

impl Parsed {
    /// None where it is not written as our writer writes.
    pub fn read(pdf: &[u8]) -> Option<Self> {
        let end = rfind(pdf, b"startxref\n")?;
        let table = number_at(pdf, end + 10)?;
        let count = number_at(pdf, table + after(pdf.get(table..)?, b"xref\n0 ")?)?;
        let entries = table + after(pdf.get(table..)?, b"\n0000000000 65535 f\r\n")?;
        let mut places = Vec::with_capacity(count);
        for number in 1..count {
            let entry = entries + 20 * (number - 1);
            if pdf.get(entry + 17)? == &b'n' {
                places.push((number_at(pdf, entry)?, number));
            }
        }
        places.sort_unstable();
        let head = pdf.get(..places.first()?.0)?.to_vec();
        let ends = places.iter().skip(1).map(|(at, _)| *at).chain([table]);
        let objects = places.iter().zip(ends).map(|((from, number), to)| {
            let bytes = pdf.get(*from..to)?;
            bytes
                .starts_with(format!("{number} 0 obj\n").as_bytes())
                .then(|| (*number, bytes.to_vec()))
        });
        Some(Self {
            head,
            objects: objects.collect::<Option<_>>()?,
            trailer: pdf
                .get(table + find(pdf.get(table..)?, b"trailer")?..end)?
                .to_vec(),
        })
    }

    /// The object of this number.
    pub fn object(&self, number: usize) -> Option<&[u8]> {
        let mut objects = self.objects.iter();
        objects
            .find(|(of, _)| *of == number)
            .map(|(_, bytes)| bytes.as_slice())
    }

    /// The one object that holds these bytes: which number it has.
    pub fn with(&self, what: &[u8]) -> Option<usize> {
        let mut found = self
            .objects
            .iter()
            .filter(|(_, bytes)| find(bytes, what).is_some());
        match (found.next(), found.next()) {
            (Some((number, _)), None) => Some(*number),
            _ => None,
        }
    }
}

/// What a stream object holds, unpacked.
pub fn unpacked(object: &[u8]) -> Option<Vec<u8>> {
    let from = after(object, b"stream\n")?;
    let dictionary = object.get(..from)?;
    let length = number_at(dictionary, after(dictionary, b"/Length ")?)?;
    let data = object.get(from..from + length)?;
    if find(dictionary, b"/FlateDecode").is_none() {
        return Some(data.to_vec());
    }
    let mut unpacked = Vec::new();
    ZlibDecoder::new(data).read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

/// Packs many small streams, with one set of buffers.
pub struct Packer {
    compress: Compress,
    packed: Vec<u8>,
}

impl Packer {
    /// `level`: from 1, which is fast, to 9.
    pub fn new(level: u32) -> Self {
        Self {
            compress: Compress::new(Compression::new(level), true),
            packed: Vec::new(),
        }
    }

    /// Writes a stream object.
    pub fn stream(&mut self, number: usize, data: &[u8], out: &mut Vec<u8>) {
        if self.pack(data) {
            write(
                out,
                format_args!(
                    "{number} 0 obj\n<</Length {}/Filter/FlateDecode>>\nstream\n",
                    self.packed.len()
                ),
            );
            out.extend_from_slice(&self.packed);
        } else {
            write(
                out,
                format_args!("{number} 0 obj\n<</Length {}>>\nstream\n", data.len()),
            );
            out.extend_from_slice(data);
        }
        out.extend_from_slice(b"\nendstream\nendobj\n\n");
    }

    /// Whether it could be packed.
    fn pack(&mut self, data: &[u8]) -> bool {
        self.packed.clear();
        self.compress.reset();
        // More than what cannot be packed at all grows by.
        self.packed.reserve(data.len() + data.len() / 1000 + 128);
        let done = self
            .compress
            .compress_vec(data, &mut self.packed, FlushCompress::Finish);
        matches!(done, Ok(Status::StreamEnd))
    }
}

/// Writes into bytes, which cannot fail.
pub fn write(out: &mut Vec<u8>, words: std::fmt::Arguments) {
    let _ = out.write_fmt(words);
}

/// A table of where objects are; none stands for a number that no object has. The first is
/// that of object 1.
pub fn cross_references(places: &[Option<usize>], out: &mut Vec<u8>) {
    write(
        out,
        format_args!("xref\n0 {}\n0000000000 65535 f\r\n", places.len() + 1),
    );
    for place in places {
        match place {
            Some(place) => write(out, format_args!("{place:010} 00000 n\r\n")),
            None => out.extend_from_slice(b"0000000000 65535 f\r\n"),
        }
    }
}

/// Where these bytes begin.
pub fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes[from..].starts_with(what) {
            return Some(from);
        }
        from += 1;
    }
}

/// Where they end.
pub fn after(bytes: &[u8], what: &[u8]) -> Option<usize> {
    find(bytes, what).map(|at| at + what.len())
}

/// Where they begin for the last time.
pub fn rfind(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}

/// The number that stands here.
pub fn number_at(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = bytes.get(at..)?;
    let end = digits
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(digits.len());
    std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
}

/// Puts other bytes of the same length wherever these stand.
pub fn replace(bytes: &mut [u8], what: &[u8], with: &[u8]) {
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], what) {
        from += at;
        bytes[from..from + with.len()].copy_from_slice(with);
        from += with.len();
    }
}
