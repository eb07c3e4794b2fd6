//! What caller and worker say to each other: messages, each after its length in four
//! bytes, little end first.

use std::io::{self, ErrorKind, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diagnostics::Failure;

/// What is said, in either direction: greetings `G` and jobs `J` to a worker, answers
/// `A` from one. Who never hears one of them leaves its type `()`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message<G, J, A> {
    /// To a worker: what it has to know, and how much memory it may take.
    Greeting { memory: Option<u64>, greeting: G },
    /// To a worker: one job.
    Job(J),
    /// From a worker: it has begun and takes jobs.
    Ready,
    /// From a worker: it cannot begin, and why.
    Refused(Failure),
    /// From a worker: one more step of its job is finished.
    Step,
    /// From a worker: its job is done, and this is the answer.
    Answer(A),
}

/// What a worker hears.
pub(super) type ToWorker<G, J> = Message<G, J, ()>;
/// What is heard from a worker.
pub(super) type FromWorker<A> = Message<(), (), A>;

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
    match postcard::take_from_bytes(&bytes).map_err(invalid)? {
        (message, []) => Ok(Some(message)),
        // A message of another version, or none at all.
        (_, _) => Err(ErrorKind::InvalidData.into()),
    }
}
