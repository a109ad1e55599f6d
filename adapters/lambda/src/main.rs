//! The function's program. AWS starts it, and gives it requests until it has enough.

use isle::Settings;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let app = isle_on_lambda::app(Settings::from_env()?).await?;
    lambda_http::run(app).await
}
