//! The worker's side alone, without a process.

use std::io::{self, ErrorKind, Write};
use std::mem;

use super::super::frame::{self, FromWorker, Message, ToWorker};
use super::super::serve::serve_on;
use super::*;

/// A caller that hears the first frame and is gone.
struct Deaf {
    frames: usize,
}

impl Write for Deaf {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.frames {
            0 => Ok(bytes.len()),
            _ => Err(ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.frames += 1;
        Ok(())
    }
}

#[test]
fn a_worker_that_nobody_hears_ends_quietly() {
    let (input, mut caller) = io::pipe().expect("a pipe");
    let greeting: ToWorker<(), String> = Message::Greeting {
        memory: None,
        greeting: (),
    };
    frame::write(&mut caller, &greeting).expect("there is room");
    for _ in 0..3 {
        let job: ToWorker<(), String> = Message::Job("letter".into());
        frame::write(&mut caller, &job).expect("there is room");
    }
    let mut worked = 0;
    let served = serve_on(
        input,
        Deaf { frames: 0 },
        |()| Ok(()),
        |(), _: String, step| {
            worked += 1;
            step();
            step();
        },
    );
    served.expect("it is no failure");
    assert_eq!(worked, 1);
    // The end of its input would end this process, which is that of all tests.
    mem::forget(caller);
}

#[test]
fn a_worker_started_by_a_person_says_that_it_is_none_of_theirs() {
    let typed = b"hello\n".as_slice();
    let failure = serve_on(typed, io::sink(), |()| Ok(()), |(), _: String, _| ());
    insta::assert_snapshot!(said(&failure.expect_err("nobody greeted it")), @"
    input
    error: this is a worker process, and only leafwright itself can start one
      help: read the documentation for what leafwright can do
    ");
}

#[test]
fn a_message_that_breaks_off_is_no_message() {
    let mut whole = Vec::new();
    let answer: FromWorker<String> = Message::Answer("letter".to_owned());
    frame::write(&mut whole, &answer).expect("memory has room");
    let read = |bytes: &[u8]| frame::read::<FromWorker<String>>(&mut &*bytes);
    assert!(matches!(read(&whole), Ok(Some(Message::Answer(letter))) if letter == "letter"));
    assert!(matches!(read(&[]), Ok(None)));
    for end in 1..whole.len() {
        let error = read(&whole[..end]).expect_err("it breaks off");
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "after {end} bytes");
    }
    whole[4] = 9;
    let error = read(&whole).expect_err("there is no such message");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}
