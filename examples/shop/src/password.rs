//! Passwords are kept as Argon2id hashes, each with a salt of its own (RFC 9106).

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

/// Hashes a password, as a PHC string. Slow by intent: tens of milliseconds and 19 MiB.
pub(crate) fn hash(password: &str) -> String {
    Argon2::default()
        .hash_password(password.as_bytes())
        .expect("the system has randomness for a salt")
        .to_string()
}

/// Whether this is the password that was hashed. Just as slow.
pub(crate) fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_matches_its_hash() {
        let hash = hash("secret");
        assert!(hash.starts_with("$argon2id$"));
        assert!(matches("secret", &hash));
        assert!(!matches("Secret", &hash));
        assert!(!matches("secret", "no hash at all"));
        assert_ne!(super::hash("secret"), hash, "the salts differ");
    }
}
