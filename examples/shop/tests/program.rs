//! The shop as a program: what it says at its start, and how it ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// A folder of the test's own, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("isle-shop-program-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn shop(&self, port: u16) -> Command {
        let mut shop = Command::new(env!("CARGO_BIN_EXE_shop"));
        shop.current_dir(&self.0)
            .env("HOST", "127.0.0.1")
            .env("PORT", port.to_string())
            .env_remove("SHOP_DATABASE")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        shop
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running shop, stopped hard where a test fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts it, and returns the port of the address that it prints.
fn start(mut command: Command) -> (Running, u16) {
    let mut shop = Running(command.spawn().unwrap());
    // The log goes nowhere: in a pipe that nobody reads, it would hold the shop up.
    let mut log = shop.0.stderr.take().unwrap();
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    let printed = BufReader::new(shop.0.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap)
        .find_map(|line| {
            let (_, rest) = line.split_once("http://127.0.0.1:")?;
            let digits = rest.split(|char: char| !char.is_ascii_digit()).next()?;
            digits.parse().ok()
        });
    (shop, printed.expect("an address is printed"))
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn it_makes_its_database_and_serves() {
    let folder = Folder::new("serves");
    let (_shop, port) = start(folder.shop(0));
    assert!(get(port, "/products").contains("600 films"));
    assert!(folder.0.join("shop.sqlite").exists());
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_told_to() {
    for signal in ["INT", "TERM"] {
        let folder = Folder::new(signal);
        let (mut shop, port) = start(folder.shop(0));
        assert!(get(port, "/about").starts_with("HTTP/1.1 200"));
        let id = shop.0.id().to_string();
        let told = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(told.unwrap().success());
        assert!(shop.0.wait().unwrap().success(), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn told_to_end_under_load_it_loses_no_answer() {
    let folder = Folder::new("load");
    let (mut shop, port) = start(folder.shop(0));
    assert!(get(port, "/readyz").starts_with("HTTP/1.1 200"));
    let mut half = TcpStream::connect(("127.0.0.1", port)).unwrap();
    half.write_all(b"GET /about HTTP/1.1\r\nhost: a").unwrap();
    let clients: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(move || whole_answers(port)))
        .collect();
    std::thread::sleep(std::time::Duration::from_millis(500));
    let id = shop.0.id().to_string();
    let told = Command::new("kill").args(["-s", "TERM", &id]).status();
    assert!(told.unwrap().success());
    assert!(shop.0.wait().unwrap().success());
    for client in clients {
        assert!(client.join().unwrap() > 0);
    }
}

/// Asks until nobody listens any more; each answer that begins must be whole.
#[cfg(unix)]
fn whole_answers(port: u16) -> usize {
    let mut whole = 0;
    while let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) {
        let request = b"GET /about HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
        let sent = stream.write_all(request);
        let mut answer = String::new();
        let read = stream.read_to_string(&mut answer);
        if answer.is_empty() {
            continue; // The system had let it in, and the program not yet.
        }
        assert!(sent.is_ok() && read.is_ok());
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("</html>"));
        whole += 1;
    }
    whole
}

#[test]
fn a_port_in_use_is_said_so() {
    let folder = Folder::new("port");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let output = folder.shop(port).output().unwrap();
    assert!(!output.status.success());
    let message = message(&output);
    assert!(message.contains(&port.to_string()), "{message}");
    assert!(message.contains("taken"), "{message}");
    assert!(!message.contains("panicked"), "{message}");
}

#[test]
fn a_database_that_cannot_be_is_said_so() {
    let folder = Folder::new("database");
    let output = folder.shop(0).arg("no/such/folder/shop.sqlite").output();
    let output = output.unwrap();
    assert!(!output.status.success());
    let message = message(&output);
    assert!(message.contains("no/such/folder/shop.sqlite"), "{message}");
    assert!(!message.contains("panicked"), "{message}");
}

#[test]
fn a_port_that_is_none_is_said_so() {
    let folder = Folder::new("none");
    let output = folder.shop(0).env("PORT", "http").output().unwrap();
    assert!(!output.status.success());
    assert!(message(&output).contains("PORT"), "{}", message(&output));
}

#[test]
fn it_writes_files_for_a_static_host() {
    let folder = Folder::new("export");
    let export = || {
        let output = folder.shop(0).args(["export", "public"]).output().unwrap();
        assert!(output.status.success(), "{}", message(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = export();
    assert!(
        said.contains("not exported") && said.contains("\n  /feed\n"),
        "{said}"
    );
    let public = folder.0.join("public");
    for (file, text) in [
        ("about.html", "About this shop"),
        ("404.html", "have that"),
        ("style.css", "{"),
    ] {
        let found = std::fs::read_to_string(public.join(file)).unwrap();
        assert!(found.contains(text), "{file}");
    }
    assert!(!public.join("feed.html").exists());
    assert_eq!(
        std::fs::read_dir(public.join("journal")).unwrap().count(),
        8
    );
    assert!(
        export().starts_with("0 files written"),
        "a second one changes nothing"
    );
}
