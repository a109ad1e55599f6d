//! The shop as a program: `shop [DATABASE]`, at the address that `HOST` and `PORT` say; or `shop export FOLDER
//! [DATABASE]`, which writes the pages that are the same for everybody as files for a static host.

use std::env;
use std::error::Error;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
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

    let mut arguments = env::args_os().skip(1).peekable();
    let export = arguments.next_if(|argument| argument == "export");
    let folder = match &export {
        Some(_) => Some(arguments.next().ok_or("write: shop export FOLDER")?),
        None => None,
    };
    let path = arguments
        .next()
        .or_else(|| env::var_os("SHOP_DATABASE"))
        .map_or_else(|| PathBuf::from("shop.sqlite"), PathBuf::from);
    let database = Database::open(&path)?;

    if let Some(folder) = folder {
        let exported = shop::export(settings, database, Path::new(&folder)).await?;
        println!("{exported}");
        return Ok(());
    }
    let app = shop::app(settings.clone(), database).await?;
    let server = Server::new()
        .hosts(settings)
        .probes(Probes::new("/livez", "/readyz"))
        .bind((host, port))
        .await?;
    println!("Listening at http://{}", server.address());
    server.run(app).await;
    Ok(())
}

fn variable(name: &str, default: &str) -> String {
    env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| default.into())
}
