//! What a film costs.

use std::fmt;
use std::iter::Sum;
use std::ops::Mul;

/// An amount in euro cents, printed as `€12.90`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price(pub u32);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "€{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Mul<u32> for Price {
    type Output = Price;

    fn mul(self, quantity: u32) -> Price {
        Price(self.0 * quantity)
    }
}

impl Sum for Price {
    fn sum<I: Iterator<Item = Price>>(prices: I) -> Price {
        Price(prices.map(|price| price.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_take_two_digits() {
        assert_eq!(Price(1205).to_string(), "€12.05");
        assert_eq!(Price(90).to_string(), "€0.90");
    }

    #[test]
    fn a_sum_of_products() {
        let sum: Price = [Price(1290) * 2, Price(999) * 1].into_iter().sum();
        assert_eq!(sum, Price(3579));
    }
}
