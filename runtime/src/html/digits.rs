//! Numbers in decimal.

use super::Cur;
use super::cursor::Spot;

/// The numbers below 1,000: their digits, the first in the lowest byte, and in the highest how many they are.
static SMALL: [u32; 1000] = {
    let mut table = [0; 1000];
    let mut n = 0;
    while n < 1000 {
        let digits = [
            (n / 100) as u8 + b'0',
            (n / 10 % 10) as u8 + b'0',
            (n % 10) as u8 + b'0',
        ];
        let len = if n < 10 {
            1
        } else if n < 100 {
            2
        } else {
            3
        };
        let mut i = 0;
        while i < len {
            table[n] |= (digits[3 - len + i] as u32) << (8 * i);
            i += 1;
        }
        table[n] |= (len as u32) << 24;
        n += 1;
    }
    table
};

/// The room that a number of 64 bits takes, and the quote behind it.
const NUMBER: usize = 24 + 1;

impl<'b, const LEFT: usize> Spot<'b, LEFT> {
    /// Prints a whole number.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn unsigned(self, n: u64) -> Spot<'b, 1> {
        let spot = self.narrow::<NUMBER>();
        if n < 1000 {
            spot.small(n)
        } else {
            spot.large(n)
        }
    }

    /// Prints a whole number with its sign.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn signed(self, n: i64) -> Spot<'b, 1> {
        let spot = self.narrow::<{ NUMBER + 1 }>();
        let sign = usize::from(n < 0);
        spot.store::<1, NUMBER>(b"-", sign)
            .unsigned(n.unsigned_abs())
    }
}

impl<'b> Spot<'b, NUMBER> {
    /// Prints a number below 1,000.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn small(self, n: u64) -> Spot<'b, 1> {
        let digits = SMALL[n as usize];
        self.store(&digits.to_le_bytes(), (digits >> 24) as usize & 3)
    }

    /// Prints a number of at least 1,000.
    #[inline(never)]
    fn large(self, n: u64) -> Spot<'b, 1> {
        if n < 10_000 {
            return self.store(&four(n as u32), 4);
        }
        if n < 1_000_000 {
            // The table tells at once how many digits there are, which the next write waits for.
            let (high, low) = (SMALL[n as usize / 1000], SMALL[n as usize % 1000]);
            // Three digits, whatever zeros the table leaves out in front of them.
            let left_out = (24 - (low >> 24 << 3)) & 31;
            let low = low << left_out | 0x0030_3030 & ((1 << left_out) - 1);
            let spot = self.store::<4, 5>(&high.to_le_bytes(), (high >> 24) as usize & 3);
            return spot.store(&low.to_le_bytes(), 3);
        }
        if n < 100_000_000 {
            return self.leading(n as u32);
        }
        let (high, low) = (n / 100_000_000, (n % 100_000_000) as u32);
        let spot = if high < 100_000_000 {
            self.leading::<9>(high as u32)
        } else {
            self.leading::<17>((high / 100_000_000) as u32)
                .store(&eight((high % 100_000_000) as u32), 8)
        };
        spot.store(&eight(low), 8)
    }

    /// Prints up to eight digits, without zeros in front.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn leading<const THEN: usize>(self, n: u32) -> Spot<'b, THEN> {
        let digits = u64::from_le_bytes(eight(n));
        // `0` is 0x30: the first byte with a lower half is the first digit; the last one stays in any case.
        let zeros = ((digits & 0x0f0f_0f0f_0f0f_0f0f) | 1 << 56).trailing_zeros() / 8;
        self.store(&(digits >> (8 * zeros)).to_le_bytes(), 8 - zeros as usize)
    }
}

/// The four digits of a number below 10,000: two pairs, then four digits, split side by side in one word.
#[cfg_attr(not(debug_assertions), inline(always))]
fn four(n: u32) -> [u8; 4] {
    // A hundredth is the product by 10,486 without its 20 lower bits.
    let hundreds = (n * 10_486) >> 20;
    let pairs = hundreds | (n - hundreds * 100) << 16;
    // Each lane is below 100, where a tenth is the product by 103 without its 10 lower bits.
    let tens = ((pairs * 103) >> 10) & 0x000f_000f;
    let digits = tens | (pairs - tens * 10) << 8;
    (digits + 0x3030_3030).to_le_bytes()
}

/// The eight digits of a number below 100,000,000: as [`four`], both halves at once.
#[cfg_attr(not(debug_assertions), inline(always))]
fn eight(n: u32) -> [u8; 8] {
    let halves = u64::from(n / 10_000) | u64::from(n % 10_000) << 32;
    let hundreds = ((halves * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let pairs = hundreds | (halves - hundreds * 100) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    let digits = tens | (pairs - tens * 10) << 8;
    (digits + 0x3030_3030_3030_3030).to_le_bytes()
}

impl Cur<'_> {
    /// Prints a number of more than 64 bits.
    #[inline(never)]
    pub(super) fn wide(self, n: u128) -> Self {
        const PART: u128 = 10_000_000_000_000_000;
        if n <= u128::from(u64::MAX) {
            return self.room().unsigned(n as u64).end();
        }
        let (high, low) = (n / PART, (n % PART) as u64);
        self.wide(high)
            .room()
            .store::<8, 8>(&eight((low / 100_000_000) as u32), 8)
            .store::<8, 0>(&eight((low % 100_000_000) as u32), 8)
            .end()
    }

    /// Prints a wide number with its sign.
    #[inline(never)]
    pub(super) fn wide_signed(self, n: i128) -> Self {
        let c = if n < 0 { self.raw("-") } else { self };
        c.wide(n.unsigned_abs())
    }

    /// Prints a number as `Display` does: the fewest digits that give it back, never an exponent; `NaN`, `inf`.
    #[inline(never)]
    pub(super) fn float(self, n: f64) -> Self {
        let hundredths = (n * 100.0).round();
        // Two numbers of up to 15 digits are never the same `f64`, so these digits are the fewest.
        let exact = hundredths / 100.0 == n && hundredths.abs() < 1e15;
        if !exact || hundredths == 0.0 {
            return self.display(&n);
        }
        let c = if n < 0.0 { self.raw("-") } else { self };
        let hundredths = hundredths.abs() as u64;
        let c = c.room().unsigned(hundredths / 100).end();
        match (hundredths / 10 % 10, hundredths % 10) {
            (0, 0) => c,
            (tenths, 0) => c.after(".").unsigned(tenths).end(),
            (0, rest) => c.after(".0").unsigned(rest).end(),
            (tenths, rest) => c.after(".").unsigned(10 * tenths + rest).end(),
        }
    }
}
