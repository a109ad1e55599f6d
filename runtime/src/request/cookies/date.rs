//! The dates of `Expires`: `Tue, 10 Nov 2009 23:00:00 GMT` (RFC 9110, section 5.6.7).

use std::time::{SystemTime, UNIX_EPOCH};

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The date as browsers read it; `None` outside the years 1601 to 9999, which are all that they
/// know (RFC 6265, section 5.1.1).
pub(super) fn format(time: SystemTime) -> Option<String> {
    let seconds = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_secs()).ok()?,
        Err(before) => {
            let before = before.duration();
            let whole = i64::try_from(before.as_secs()).ok()?;
            -whole - i64::from(before.subsec_nanos() > 0)
        }
    };
    let days = seconds.div_euclid(86_400);
    let (year, month, day) = civil(days);
    if !(1601..=9999).contains(&year) {
        return None;
    }
    let weekday = DAYS[usize::try_from(days.rem_euclid(7)).ok()?];
    let month = MONTHS[usize::try_from(month - 1).ok()?];
    let time = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    Some(format!(
        "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT"
    ))
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
///
/// Years are counted from March, so that the leap day is a year's last; 146,097 days make 400
/// years, after which the calendar repeats.
fn civil(days: i64) -> (i64, i64, i64) {
    const TO_MARCH_OF_YEAR_0: i64 = 719_468;
    let days = days + TO_MARCH_OF_YEAR_0;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let leap_days = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months from March on are 31, 30, 31, 30, 31 days long, over and over: 153 days each five.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(seconds: i64) -> Option<String> {
        let distance = Duration::from_secs(seconds.unsigned_abs());
        format(if seconds < 0 {
            UNIX_EPOCH - distance
        } else {
            UNIX_EPOCH + distance
        })
    }

    #[test]
    fn dates() {
        for (seconds, date) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (977_653_859, "Sun, 24 Dec 2000 10:30:59 GMT"),
            (1_257_894_000, "Tue, 10 Nov 2009 23:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (-11_644_473_600, "Mon, 01 Jan 1601 00:00:00 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            assert_eq!(at(seconds).as_deref(), Some(date));
        }
    }

    #[test]
    fn years_that_browsers_do_not_know() {
        assert_eq!(at(-11_644_473_601), None);
        assert_eq!(at(253_402_300_800), None);
        assert_eq!(format(UNIX_EPOCH - Duration::new(11_644_473_600, 1)), None);
    }
}
