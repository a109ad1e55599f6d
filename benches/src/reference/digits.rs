//! Numbers: below a thousand from a table, larger ones eight digits at a time.

use super::Cur;

/// The digits of each number below 1,000, and behind them how many they are: one load tells both.
static SHORT: [[u8; 4]; 1000] = {
    let mut table = [[0; 4]; 1000];
    let mut number = 0;
    while number < 1000 {
        let digits = [
            b'0' + (number / 100) as u8,
            b'0' + (number / 10 % 10) as u8,
            b'0' + (number % 10) as u8,
        ];
        table[number] = match number {
            0..10 => [digits[2], 0, 0, 1],
            10..100 => [digits[1], digits[2], 0, 2],
            _ => [digits[0], digits[1], digits[2], 3],
        };
        number += 1;
    }
    table
};

/// Prints a number.
///
/// # Safety
///
/// There is room for 20 bytes.
#[inline(always)]
pub unsafe fn number(c: Cur, number: u64) -> Cur {
    if number < 1000 {
        let digits = &SHORT[number as usize];
        // SAFETY: four bytes are in the room, and the last is no more than 3.
        unsafe {
            c.ptr.copy_from_nonoverlapping(digits.as_ptr(), 4);
            c.past(usize::from(digits[3]))
        }
    } else {
        // SAFETY: by this function's contract.
        unsafe { large(c, number) }
    }
}

/// # Safety
///
/// There is room for 20 bytes.
#[inline(never)]
unsafe fn large(c: Cur, value: u64) -> Cur {
    const EIGHT: u64 = 100_000_000;
    // SAFETY: at most four digits and twice eight, all in the room.
    unsafe {
        if value < 1_000_000 {
            let c = number(c, value / 1000);
            // Three digits, whatever the table left out in front of them.
            let last = u32::from_le_bytes(SHORT[(value % 1000) as usize]);
            let left_out = (3 - (last >> 24)) * 8;
            let zeros = 0x0030_3030 & ((1 << left_out) - 1);
            c.ptr
                .cast::<u32>()
                .write_unaligned((last << left_out | zeros).to_le());
            c.past(3)
        } else if value < EIGHT {
            let digits = eight(value);
            // The first digit is the lowest byte.
            let zeros = (digits.trailing_zeros() / 8) as usize;
            let word = (digits | 0x3030_3030_3030_3030) >> (zeros * 8);
            c.ptr.cast::<u64>().write_unaligned(word.to_le());
            c.past(8 - zeros)
        } else {
            let c = if value / EIGHT < 1000 {
                number(c, value / EIGHT)
            } else {
                large(c, value / EIGHT)
            };
            let word = eight(value % EIGHT) | 0x3030_3030_3030_3030;
            c.ptr.cast::<u64>().write_unaligned(word.to_le());
            c.past(8)
        }
    }
}

/// The eight digits of a number below 10^8, a byte each, the first in the lowest byte.
fn eight(number: u64) -> u64 {
    // Halves of four digits, then of two, then of one: each step divides all lanes by one multiplication.
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let twos = hundreds | ((fours - hundreds * 100) << 16);
    let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | ((twos - tens * 10) << 8)
}

#[cfg(test)]
mod tests {
    use super::super::{Capacity, Out};
    use super::number;

    #[test]
    fn prints_what_display_prints() {
        let around = (0..20).flat_map(|power| {
            let ten = 10_u64.pow(power);
            [ten - 1, ten, ten + 1, ten * 7 / 3, ten.wrapping_mul(9)]
        });
        for value in around
            .chain(0..20_000)
            .chain([u64::MAX, 99_999_999, 12_345_678])
        {
            let capacity = Capacity::new();
            let (mut out, c) = Out::new(&capacity);
            let c = out.room(c, 20);
            // SAFETY: there is the room that it asks for.
            let bytes = unsafe { out.finish(number(c, value), &capacity) };
            assert_eq!(bytes, value.to_string().into_bytes());
        }
    }
}
