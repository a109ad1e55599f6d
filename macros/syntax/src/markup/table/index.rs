//! Finding a name in a table. Macros are compiled without optimisation, where a binary search costs more than a hash.

/// A hash table of the places of names, made at compile time. It has at least twice as many slots as names.
pub(super) struct Index<const SLOTS: usize> {
    /// A name's place, counted from 1; 0 is an empty slot.
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> Index<SLOTS> {
    /// The index of a table.
    pub(super) const fn of(names: &[&str]) -> Self {
        assert!(SLOTS.is_power_of_two() && names.len() * 2 <= SLOTS);
        let mut slots = [0; SLOTS];
        let mut at = 0;
        while at < names.len() {
            let mut slot = hash(names[at]) as usize & (SLOTS - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            at += 1;
            slots[slot] = at as u16;
        }
        Self { slots }
    }

    /// The place of a name, whose hash is known, in the table that this is the index of.
    pub(super) fn find(&self, names: &[&str], name: &str, hash: u32) -> Option<usize> {
        let mut slot = hash as usize & (SLOTS - 1);
        loop {
            let at = (self.slots[slot] as usize).checked_sub(1)?;
            if names[at].len() == name.len() && names[at] == name {
                return Some(at);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

/// FNV-1a
pub(super) const fn hash(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
