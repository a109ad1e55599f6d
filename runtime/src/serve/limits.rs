use std::time::Duration;

/// How long a client may take, and how much it may send. What exceeds a limit ends alone; the server goes on.
///
/// ```
/// use isle::serve::Limits;
///
/// // A site that takes photographs.
/// let limits = Limits { body_bytes: 20 << 20, ..Limits::default() };
/// # assert_eq!(limits.header_bytes, 64 << 10);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limits {
    /// How long a new connection may be silent: 10 s. Then it is closed.
    pub first_byte: Duration,
    /// How long the head of a request may take, from its first byte on: 10 s. Then the connection is closed.
    pub header: Duration,
    /// How long the head of a request may be, in bytes: 64 KiB, and 8 KiB at least. More is answered with 431.
    pub header_bytes: usize,
    /// How long the server waits for the body of a request, all pauses together: 10 s, and longer for long bodies, as
    /// [`body_rate`](Limits::body_rate) says. Then the answer is 408.
    pub body: Duration,
    /// How many bytes of a body earn another second: 1,024.
    pub body_rate: u32,
    /// How long the body of a request may be, in bytes: 1 MiB. More is answered with 413, before anything of it is read
    /// where the request says its length. A route can be stricter with axum's
    /// [`DefaultBodyLimit`](axum::extract::DefaultBodyLimit), which stands at 2 MB for all extractors.
    pub body_bytes: u64,
    /// How long the application may take until it begins to answer: 30 s. Then its work on the request is dropped, and
    /// the answer is 503.
    pub answer: Duration,
    /// How long a connection may be kept between two requests: 60 s.
    pub idle: Duration,
    /// How long a client may read nothing of an answer that waits for it: 30 s. Then the connection is closed.
    pub write: Duration,
    /// How many connections there may be: 4,096. The next one takes the place of one that has no request, and waits
    /// where there is none.
    pub connections: usize,
    /// How long running requests may still take once the server has been asked to end: 10 s.
    pub shutdown: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            first_byte: Duration::from_secs(10),
            header: Duration::from_secs(10),
            header_bytes: 64 << 10,
            body: Duration::from_secs(10),
            body_rate: 1024,
            body_bytes: 1 << 20,
            answer: Duration::from_secs(30),
            idle: Duration::from_secs(60),
            write: Duration::from_secs(30),
            connections: 4096,
            shutdown: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// The shortest of the times that end a connection.
    pub(super) fn shortest(&self) -> Duration {
        self.first_byte
            .min(self.header)
            .min(self.idle)
            .min(self.write)
    }
}
