//! `set:html`, and markup within markup.

use super::{Cur, Html};

/// What `set:html={…}` takes: markup, or an option of it.
#[diagnostic::on_unimplemented(
    message = "`set:html` takes `Html`",
    label = "not `Html`",
    note = "write `set:text={{..}}` to print it as text; only if no visitor can have a say in it, `set:html={{Html::trusted(..)}}`"
)]
pub trait Markup {
    #[doc(hidden)]
    fn markup<'b>(&self, c: Cur<'b>) -> Cur<'b>;
}

#[diagnostic::do_not_recommend]
impl Markup for Html {
    #[inline]
    fn markup<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        c.html(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Markup> Markup for Option<T> {
    #[inline]
    fn markup<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        match self {
            Some(html) => html.markup(c),
            None => c,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Markup + ?Sized> Markup for &T {
    #[inline]
    fn markup<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        (**self).markup(c)
    }
}

impl Cur<'_> {
    /// Prints markup that was printed before; what it holds beside its text, an exit or islands, this holds too.
    pub(super) fn html(self, html: &Html) -> Self {
        let c = if html.holds_more() {
            let out = self.commit();
            out.adopt(html);
            out.cur()
        } else {
            self
        };
        c.long(html.as_bytes())
    }
}
