//! What caller and worker say to each other: messages, each after its length in four
//! bytes, little end first.

use std::io::{self, ErrorKind, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diagnostics::WireFailure;

/// To a worker.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum ToWorker<G, J> {
    /// What it has to know, and how much memory it may take.
    Greeting { memory: Option<u64>, greeting: G },
    /// One job.
    Job(J),
}

/// From a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FromWorker<A> {
    /// It has begun and takes jobs.
    Ready,
    /// It cannot begin, and why.
    Refused(WireFailure),
    /// One more step of its job is finished.
    Step,
    /// Its job is done, and this is the answer.
    Answer(A),
}

/// A message with its length before it.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for more bytes than four bytes can count.
pub(super) fn encode(message: &impl Serialize) -> io::Result<Vec<u8>> {
    let invalid = |why| io::Error::new(ErrorKind::InvalidInput, why);
    let body = postcard::to_allocvec(message).map_err(|error| invalid(error.to_string()))?;
    let length = u32::try_from(body.len());
    let length = length.map_err(|_| invalid("a message holds at most 4 GiB".to_owned()))?;
    Ok([&length.to_le_bytes(), body.as_slice()].concat())
}

/// Writes a message and flushes.
///
/// # Errors
/// As [`encode`], before anything is written; otherwise what the pipe says.
pub(super) fn write(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    to.write_all(&encode(message)?)?;
    to.flush()
}

/// Reads the next message; `None` where there are no more.
///
/// # Errors
/// [`ErrorKind::InvalidData`] for what is no message; [`ErrorKind::UnexpectedEof`]
/// for one that breaks off; otherwise what the pipe says.
pub(super) fn read<M: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<M>> {
    let mut length = [0; 4];
    // The end is where no message has begun.
    if from.read(&mut length[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut length[1..])?;
    let length = u64::from(u32::from_le_bytes(length));
    // Room is made for what comes, not for what a length claims.
    let mut bytes = Vec::new();
    if (from.take(length).read_to_end(&mut bytes)? as u64) < length {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    let invalid = |error: postcard::Error| io::Error::new(ErrorKind::InvalidData, error);
    postcard::from_bytes(&bytes).map(Some).map_err(invalid)
}
