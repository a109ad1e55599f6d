//! The same bytes, wherever they are printed.

use std::process::Command;
use std::thread;

use super::page;

#[tokio::test]
async fn two_threads_print_the_same() {
    let pages = [(); 2].map(|()| {
        thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .build()
                .unwrap();
            // The second one meets modules that have run before.
            runtime.block_on(async { [everything().await, everything().await] })
        })
    });
    let [first, second] = pages.map(|thread| thread.join().unwrap());
    assert_eq!(first[0], first[1]);
    assert_eq!(first, second);
}

#[test]
fn two_processes_print_the_same() {
    let [first, second] = [(); 2].map(|()| {
        let test = std::env::current_exe().unwrap();
        let output = Command::new(test)
            .args([
                "--exact",
                "same::prints_everything",
                "--ignored",
                "--nocapture",
            ])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let (_, text) = text.split_once("everything:").unwrap();
        text.split_once("\ntest").unwrap().0.to_owned()
    });
    assert!(
        first.contains("<section>") && first.contains("0.0000"),
        "{first}"
    );
    assert_eq!(first, second);
}

#[tokio::test]
#[ignore = "`two_processes_print_the_same` runs it"]
async fn prints_everything() {
    println!("everything:{}", everything().await);
}

async fn everything() -> String {
    let mut all = String::new();
    for path in ["/static", "/load", "/slots", "/static-trouble/chance"] {
        all += &page(path).await;
    }
    all
}
