use std::sync::OnceLock;

use cookie::Key;

use crate::settings::BadSetting;

/// The keys of signed and private cookies.
///
/// The first seals new cookies; those after it are still taken, so that a key can be changed
/// without ending every session: put the new one first, and drop the old one when its cookies have
/// ended.
///
/// ```
/// use isle::Settings;
/// use isle::request::Keys;
///
/// let new = "qk3vUyrDcJ0cnwFUIbSkeLlSVr3SpLBJ";
/// let old = "cXHHBLfEZIq2lLXpzaERRXJXLfkQWGoy";
/// let settings = Settings::default().keys(Keys::read(&format!("{new},{old}"))?);
/// # Ok::<(), isle::BadSetting>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Keys {
    current: Key,
    old: Vec<Key>,
}

impl Keys {
    /// Reads secrets separated by commas, the current one first, as `ISLE_KEY` holds them. Blanks
    /// and line breaks around them mean nothing.
    ///
    /// A secret is random text of at least 32 bytes, for example what `openssl rand -base64 48`
    /// prints. The keys proper are derived from it (HKDF).
    ///
    /// # Errors
    ///
    /// [`BadSetting`] if there is none, or one is too short.
    pub fn read(secrets: &str) -> Result<Keys, BadSetting> {
        let keys = secrets
            .split(',')
            .map(str::trim)
            .filter(|secret| !secret.is_empty())
            .map(key);
        let mut keys = keys.collect::<Result<Vec<Key>, BadSetting>>()?;
        if keys.is_empty() {
            return Err(bad());
        }
        let current = keys.remove(0);
        Ok(Keys { current, old: keys })
    }

    /// A random key, which nobody else has: cookies sealed with it end with the process.
    pub fn random() -> Keys {
        Keys {
            current: Key::generate(),
            old: Vec::new(),
        }
    }

    /// The key that seals.
    pub(super) fn current(&self) -> &Key {
        &self.current
    }

    /// The keys that open, the current one first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.current).chain(&self.old)
    }

    /// For sites without a key: a random one while they are being developed, none in a release
    /// build, where sessions that end at each start, or with each of several servers, are an error.
    pub(super) fn fallback() -> Option<&'static Keys> {
        static RANDOM: OnceLock<Keys> = OnceLock::new();
        if !cfg!(debug_assertions) {
            return None;
        }
        Some(RANDOM.get_or_init(|| {
            tracing::warn!(
                "there is no key for signed cookies, so this debug build took a random one, and \
                 they end with the process; help: set ISLE_KEY to what `openssl rand -base64 48` \
                 prints"
            );
            Keys::random()
        }))
    }
}

fn key(secret: &str) -> Result<Key, BadSetting> {
    if secret.len() < 32 {
        Err(bad())
    } else {
        Ok(Key::derive_from(secret.as_bytes()))
    }
}

/// Does not repeat what was given.
fn bad() -> BadSetting {
    let help = "write at least 32 random characters, such as `openssl rand -base64 48` prints; \
                several keys are separated by commas";
    BadSetting::new("key", "…", help)
}
