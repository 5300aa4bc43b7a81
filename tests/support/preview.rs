//! The preview as it runs, and what it says and answers.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};

/// A running preview, ended when it is dropped.
pub(crate) struct Preview {
    child: Child,
    /// What it says on standard error.
    pub(crate) said: BufReader<ChildStderr>,
    /// Where it listens.
    pub(crate) port: u16,
}

impl Preview {
    /// Starts the program, which is told to serve, and waits until it does.
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let line = line_with(&mut said, "http://127.0.0.1:");
        let port = line.rsplit(':').next().unwrap().trim().trim_end_matches('/').parse().unwrap();
        Self { child, said, port }
    }

    /// Waits until the preview has said something.
    pub(crate) fn wait_for(&mut self, words: &str) {
        line_with(&mut self.said, words);
    }

    /// Asks for a path, as a browser that calls the preview by that name; the answer is to be read.
    pub(crate) fn ask(&self, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    /// Status line and headers, and the body.
    pub(crate) fn get(&self, path: &str, host: &str) -> (String, Vec<u8>) {
        let mut answer = Vec::new();
        self.ask(path, host).read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        (String::from_utf8_lossy(&answer[..end]).into_owned(), answer[end + 4..].to_vec())
    }

    /// Its own name, as a browser on this machine says it.
    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads on to a line with these words in it.
pub(crate) fn line_with(from: &mut impl BufRead, words: &str) -> String {
    let (mut all, mut line) = (String::new(), Vec::new());
    loop {
        line.clear();
        assert_ne!(from.read_until(b'\n', &mut line).unwrap(), 0, "it ended without {words:?}:\n{all}");
        let said = String::from_utf8_lossy(&line);
        if said.contains(words) {
            return said.into_owned();
        }
        all.push_str(&said);
    }
}
