//! The shop as a program: `shop [DATABASE]`, at the address that `HOST` and `PORT` say.

use std::env;
use std::error::Error;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use isle::Settings;
use isle::serve::{Probes, Server};
use shop::database::Database;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprint!("shop: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprint!(": {error}");
                cause = error.source();
            }
            eprintln!();
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let host = variable("HOST", "127.0.0.1");
    let port = variable("PORT", "3000");
    let port: u16 = port
        .parse()
        .map_err(|_| format!("PORT is {port:?}, which is no number from 0 to 65535"))?;
    let settings = Settings::from_env()?;

    let path = env::args_os()
        .nth(1)
        .or_else(|| env::var_os("SHOP_DATABASE"))
        .map_or_else(|| PathBuf::from("shop.sqlite"), PathBuf::from);
    let database = Database::open(&path)?;

    let server = Server::new()
        .hosts(settings.clone())
        .probes(Probes::new("/livez", "/readyz"))
        .bind((host, port))
        .await?;
    println!("Listening at http://{}", server.address());
    server.run(shop::app(settings, database)).await;
    Ok(())
}

fn variable(name: &str, default: &str) -> String {
    env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| default.into())
}
