//! Numbers as people read them.

use crate::table::Cell;

/// A value with its unit, such as `26.5 ns`, `1.97 µs` or `109,915 B`.
pub fn value(value: f64, unit: &str) -> String {
    match unit {
        "ns" if value >= 1e6 => format!("{:.2} ms", value / 1e6),
        "ns" if value >= 1e3 => format!("{:.2} µs", value / 1e3),
        "ns" if value < 1.0 => format!("{value:.4} ns"),
        "ns" => format!("{value:.1} ns"),
        "us" if value >= 1e3 => format!("{:.2} ms", value / 1e3),
        "us" => format!("{value:.2} µs"),
        "ms" | "s" => format!("{value:.2} {unit}"),
        "MB" => format!("{value:.1} MB"),
        "" => thousands(value),
        "/s" => thousands(value) + "/s",
        unit => format!("{} {unit}", thousands(value)),
    }
}

/// A cell's value, and its ratio.
pub fn cell(cell: Option<Cell<'_>>) -> (String, Option<String>) {
    match cell {
        None => ("–".to_owned(), None),
        Some(cell) => (value(cell.value, cell.unit), cell.ratio.map(ratio)),
    }
}

/// A ratio: three figures that count.
pub fn ratio(ratio: f64) -> String {
    let digits = if ratio >= 100.0 {
        0
    } else if ratio >= 10.0 {
        1
    } else {
        2
    };
    format!("{ratio:.digits$}")
}

/// A whole number with commas.
fn thousands(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 {
        format!("-{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{ratio, value};

    #[test]
    fn values_are_told_in_the_unit_that_fits() {
        assert_eq!(value(26.53, "ns"), "26.5 ns");
        assert_eq!(value(1974.0, "ns"), "1.97 µs");
        assert_eq!(value(0.0123, "ns"), "0.0123 ns");
        assert_eq!(value(109_915.0, "B"), "109,915 B");
        assert_eq!(value(47_743.2, "/s"), "47,743/s");
        assert_eq!(value(999.0, ""), "999");
        assert_eq!(value(2198.6, "us"), "2.20 ms");
    }

    #[test]
    fn ratios_have_the_digits_that_count() {
        assert_eq!(ratio(0.951), "0.95");
        assert_eq!(ratio(38.8), "38.8");
        assert_eq!(ratio(120.4), "120");
    }
}
