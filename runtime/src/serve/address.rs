//! Where a server listens.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpListener, ToSocketAddrs, lookup_host};

/// Listens at the first of the addresses that can be had.
pub(super) async fn bind(address: impl ToSocketAddrs) -> io::Result<TcpListener> {
    let mut failed = None;
    for address in lookup_host(address).await? {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(error) => failed = Some(explained(address, &error)),
        }
    }
    Err(failed.unwrap_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, "the address names no host")
    }))
}

fn explained(address: SocketAddr, error: &io::Error) -> io::Error {
    let port = address.port();
    let text = match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!(
                "port {port} is taken: another program listens at {address}; help: end it, or serve at another port"
            )
        }
        io::ErrorKind::PermissionDenied => {
            format!(
                "port {port} needs rights that this program does not have; help: serve at a port above 1023"
            )
        }
        io::ErrorKind::AddrNotAvailable => {
            format!(
                "{} is no address of this machine; help: serve at 127.0.0.1, or at 0.0.0.0 for all its addresses",
                address.ip()
            )
        }
        _ => format!("can't listen at {address}: {error}"),
    };
    io::Error::new(error.kind(), text)
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[tokio::test]
    async fn a_taken_port_is_named_with_what_to_do() {
        let first = bind("127.0.0.1:0").await.unwrap();
        let address = first.local_addr().unwrap();
        let error = bind(address).await.unwrap_err();
        let expected = format!(
            "port {} is taken: another program listens at {address}; help: end it, or serve at another port",
            address.port()
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
    }
}
