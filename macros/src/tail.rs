//! Where a function ends in markup: `html!` in tail position (through blocks, `if` and `match`) and in `return`.

use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMacro, Macro, Stmt};

/// Replaces each `html!` that the function answers with, by what `expand` makes of it; says whether its end is nothing else.
pub(crate) fn replace(block: &mut Block, expand: &mut dyn FnMut(&Macro) -> Expr) -> bool {
    let ends_in_markup = in_block(block, expand);
    Returns { expand }.visit_block_mut(block);
    ends_in_markup
}

/// Whether the macro is `html!`, however it is reached.
fn is_html(call: &Macro) -> bool {
    call.path
        .segments
        .last()
        .is_some_and(|segment| segment.ident == "html")
}

fn in_block(block: &mut Block, expand: &mut dyn FnMut(&Macro) -> Expr) -> bool {
    match block.stmts.last_mut() {
        Some(Stmt::Expr(tail, None)) => in_expression(tail, expand),
        Some(last @ Stmt::Macro(_)) => {
            if let Stmt::Macro(call) = last
                && call.semi_token.is_none()
                && is_html(&call.mac)
            {
                *last = Stmt::Expr(expand(&call.mac), None);
                return true;
            }
            false
        }
        _ => false,
    }
}

fn in_expression(tail: &mut Expr, expand: &mut dyn FnMut(&Macro) -> Expr) -> bool {
    match tail {
        Expr::Macro(ExprMacro { mac, .. }) if is_html(mac) => {
            *tail = expand(mac);
            true
        }
        Expr::Block(it) if it.label.is_none() => in_block(&mut it.block, expand),
        Expr::If(it) => {
            let then = in_block(&mut it.then_branch, expand);
            match &mut it.else_branch {
                Some((_, otherwise)) => in_expression(otherwise, expand) && then,
                None => false,
            }
        }
        Expr::Match(it) => {
            let mut all = true;
            for arm in &mut it.arms {
                all &= in_expression(&mut arm.body, expand);
            }
            all
        }
        Expr::Paren(it) => in_expression(&mut it.expr, expand),
        _ => false,
    }
}

/// Finds `return html! { … }` of this function; closures, async blocks and inner items return for themselves.
struct Returns<'e> {
    expand: &'e mut dyn FnMut(&Macro) -> Expr,
}

impl VisitMut for Returns<'_> {
    fn visit_expr_return_mut(&mut self, it: &mut syn::ExprReturn) {
        if let Some(value) = &mut it.expr {
            in_expression(value, self.expand);
        }
        visit_mut::visit_expr_return_mut(self, it);
    }

    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
