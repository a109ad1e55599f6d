//! A component's arguments as props.

use crate::error::Errors;
use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, FnArg, GenericParam, Generics, ItemFn, Lifetime, Pat, PatIdent, Type, TypeReference,
    parse_quote,
};

/// A prop: what the tag's attribute of that name sets.
pub(super) struct Prop {
    pub(super) name: Ident,
    /// The argument as the body sees it: `mut` stays.
    pub(super) pattern: PatIdent,
    /// The type as it is written, for messages.
    pub(super) written: String,
    /// The type with every lifetime and every `impl Trait` named.
    pub(super) ty: Type,
    /// Where the type is written.
    pub(super) place: Span,
    pub(super) absent: Absent,
}

/// What happens where a call leaves the prop out.
pub(super) enum Absent {
    /// It is an error.
    Refused,
    /// It is `None`.
    Nothing,
    /// `#[default]`
    Default,
    /// `#[default(expr)]`
    Value(Box<Expr>),
}

impl Prop {
    /// The name without the `r#` that a keyword needs.
    pub(super) fn plain_name(&self) -> String {
        let name = self.name.to_string();
        name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
    }

    pub(super) fn required(&self) -> bool {
        matches!(self.absent, Absent::Refused)
    }

    /// Whether other types are converted at the call: `Option` takes what it may hold, strings take literals.
    pub(super) fn converts(&self) -> bool {
        matches!(
            last_segment(&self.ty).as_deref(),
            Some("Option" | "String" | "Cow" | "Box" | "Rc" | "Arc")
        )
    }
}

/// The lifetime of the cursor that a call hands in.
pub(super) fn cursor() -> Lifetime {
    Lifetime::new("'cursor", Span::mixed_site())
}

/// The lifetime of everything that a call lends to the component.
pub(super) fn lent() -> Lifetime {
    Lifetime::new("'call", Span::call_site())
}

/// Takes the props out of the function's arguments; `generics` gains a parameter for each `impl Trait`.
pub(super) fn take(
    function: &mut ItemFn,
    generics: &mut Generics,
    errors: &mut Errors,
) -> Vec<Prop> {
    let mut props = Vec::new();
    for argument in &mut function.sig.inputs {
        match argument {
            FnArg::Receiver(it) => {
                errors.at(
                    it.self_token.span,
                    "a component has no `self`",
                    "write the value as a prop: `shop: &Shop`",
                );
            }
            FnArg::Typed(argument) => {
                let absent = absent(&mut argument.attrs, &argument.ty, errors);
                let pattern = match &*argument.pat {
                    Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => {
                        pattern.clone()
                    }
                    other => {
                        let span = other
                            .to_token_stream()
                            .into_iter()
                            .next()
                            .map_or_else(Span::call_site, |t| t.span());
                        errors.at(
                            span,
                            "a prop needs a name",
                            "take it whole, and take it apart in the body",
                        );
                        continue;
                    }
                };
                let mut ty = (*argument.ty).clone();
                Naming {
                    generics,
                    prop: &pattern.ident,
                }
                .visit_type_mut(&mut ty);
                props.push(Prop {
                    name: pattern.ident.clone(),
                    pattern,
                    written: written(&argument.ty),
                    place: argument.ty.span(),
                    ty,
                    absent,
                });
            }
        }
    }
    props
}

/// Reads and removes `#[default]`.
fn absent(attributes: &mut Vec<syn::Attribute>, ty: &Type, errors: &mut Errors) -> Absent {
    let mut absent = if last_segment(ty).as_deref() == Some("Option") {
        Absent::Nothing
    } else {
        Absent::Refused
    };
    attributes.retain(|attribute| {
        if !attribute.path().is_ident("default") {
            return true;
        }
        absent = match &attribute.meta {
            syn::Meta::Path(_) => Absent::Default,
            syn::Meta::List(list) => match list.parse_args::<Expr>() {
                Ok(value) => Absent::Value(Box::new(value)),
                Err(error) => {
                    errors.syn(error);
                    Absent::Default
                }
            },
            syn::Meta::NameValue(it) => Absent::Value(Box::new(it.value.clone())),
        };
        false
    });
    absent
}

fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) if path.qself.is_none() => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// A type in one line, spaced as people write it.
fn written(ty: &Type) -> String {
    let mut text = ty.to_token_stream().to_string();
    for (from, to) in [
        ("& ", "&"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" :: ", "::"),
        ("[ ", "["),
        (" ]", "]"),
        ("' ", "'"),
    ] {
        text = text.replace(from, to);
    }
    text
}

/// Gives a name to every elided lifetime and every `impl Trait`, which a struct's field needs.
struct Naming<'g> {
    generics: &'g mut Generics,
    prop: &'g Ident,
}

impl VisitMut for Naming<'_> {
    fn visit_type_reference_mut(&mut self, it: &mut TypeReference) {
        it.lifetime.get_or_insert_with(lent);
        visit_mut::visit_type_reference_mut(self, it);
    }

    fn visit_lifetime_mut(&mut self, it: &mut Lifetime) {
        if it.ident == "_" {
            *it = lent();
        }
    }

    // The lifetimes in a function's type are its own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_mut(&mut self, it: &mut Type) {
        if let Type::ImplTrait(imp) = it {
            let name = format_ident!("__Impl_{}", self.prop);
            let mut bounds = imp.bounds.clone();
            bounds
                .iter_mut()
                .for_each(|bound| self.visit_type_param_bound_mut(bound));
            let parameter: GenericParam = parse_quote!(#name: #bounds);
            self.generics.params.push(parameter);
            *it = parse_quote!(#name);
            return;
        }
        visit_mut::visit_type_mut(self, it);
    }
}
