//! What caller and hand say to each other: a byte for its kind, its length as
//! four bytes (little end first), and the bytes themselves.

use std::io::{self, ErrorKind, Read, Write};

/// What a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To a hand: what it has to know, after eight bytes for its memory.
    Greeting,
    /// To a hand: one order.
    Order,
    /// From a hand: it has begun and takes orders.
    Ready,
    /// From a hand: it cannot begin, and why.
    Refused,
    /// From a hand: one more step of its order is finished.
    Step,
    /// From a hand: its order is done, and this is the answer.
    Answer,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Greeting,
        Self::Order,
        Self::Ready,
        Self::Refused,
        Self::Step,
        Self::Answer,
    ];

    fn byte(self) -> u8 {
        match self {
            Self::Greeting => b'G',
            Self::Order => b'O',
            Self::Ready => b'R',
            Self::Refused => b'X',
            Self::Step => b'S',
            Self::Answer => b'A',
        }
    }
}

/// Writes a frame and flushes.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for more bytes than four bytes can count, before
/// anything is written; otherwise what the pipe says.
pub(super) fn write(to: &mut impl Write, kind: Kind, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len())
        .map_err(|_| io::Error::new(ErrorKind::InvalidInput, "a frame holds at most 4 GiB"))?;
    let mut head = [kind.byte(), 0, 0, 0, 0];
    head[1..].copy_from_slice(&length.to_le_bytes());
    to.write_all(&head)?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads the next frame; `None` where there are no more.
///
/// # Errors
/// [`ErrorKind::InvalidData`] for what is no frame; [`ErrorKind::UnexpectedEof`]
/// for one that breaks off; otherwise what the pipe says.
pub(super) fn read(from: &mut impl Read) -> io::Result<Option<(Kind, Vec<u8>)>> {
    let mut byte = [0];
    if let Err(error) = from.read_exact(&mut byte) {
        return match error.kind() {
            ErrorKind::UnexpectedEof => Ok(None),
            _ => Err(error),
        };
    }
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.byte() == byte[0])
        .ok_or(ErrorKind::InvalidData)?;
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u64::from(u32::from_le_bytes(length));
    // Room is made for what comes, not for what a length claims.
    let mut bytes = Vec::new();
    let there = from.take(length).read_to_end(&mut bytes)?;
    match there as u64 == length {
        true => Ok(Some((kind, bytes))),
        false => Err(ErrorKind::UnexpectedEof.into()),
    }
}
