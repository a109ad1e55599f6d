//! What a page becomes: its function, and a type of the same name that carries the route.

use super::answer;
use super::arguments::{Arguments, Kind};
use super::signature::{self, Argument, Role, first_span, is_plain};
use crate::error::Errors;
use crate::pattern;
use crate::reach::Owner;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{ItemFn, Type};

pub(super) fn expand(arguments: Arguments, function: ItemFn, errors: &mut Errors) -> TokenStream {
    let before = errors.count();
    if let Some(generic) = function.sig.generics.params.first() {
        let span = first_span(generic);
        errors.at(
            span,
            "a page can't be generic: nothing calls it by type",
            "name the types; the state is inferred",
        );
    }
    let taken = signature::read(&function, &arguments, errors);
    let mistaken = errors.count() > before;
    let document = arguments.kind == Kind::Page && !arguments.partial;
    let name = function.sig.ident.clone();
    let visibility = function.vis.clone();
    let is_async = function.sig.asyncness.is_some();
    let route = Route {
        arguments: &arguments,
        taken: &taken,
        name: &name,
        is_async,
        answer: answer::place(&function.sig.output),
        mistaken,
    };
    let owner = Owner::page(&name);
    let function = answer::function(function, document, &owner, errors);
    let (url, mount) = (route.url(), route.mount());
    let info = route.info(&owner.statements());
    // At the name, for it is the name that a module of the same name is in the way of.
    let place = Span::mixed_site().located_at(name.span());
    let item = quote_spanned!(place=> struct #name {});
    let prerender = arguments.prerender.constant(&name);
    let checks = arguments.prerender.checks(&taken, &arguments.literal);
    let site = site();
    let listed = quote_spanned!(name.span()=> pub(crate) const IN_A_ROUTER: () = (););
    quote! {
        #[allow(clippy::unused_async)]
        #function

        #[allow(non_camel_case_types, dead_code)]
        #[doc(hidden)]
        #visibility #item

        #[doc(hidden)]
        impl #name { #listed #site }

        #[allow(dead_code, clippy::all)]
        impl #name { #url }

        #[allow(clippy::all, private_interfaces, private_bounds)]
        const _: () = {
            #prerender
            #checks
            #info
            #mount
        };
    }
}

/// What is known of the crate's site: it is found by name; without one, the default stands in its place. The globs are
/// kept apart from all else, which would be hidden by what the crate calls the same.
fn site() -> TokenStream {
    quote! {
        const SITE_INFO: ::isle::__::Site = {
            #[allow(unused_imports)]
            use ::isle::__::default_site::*;
            {
                #[allow(unused_imports)]
                use crate::*;
                <SITE as ::isle::__::SiteInfo>::INFO
            }
        };
    }
}

struct Route<'a> {
    arguments: &'a Arguments,
    taken: &'a [Argument],
    name: &'a Ident,
    is_async: bool,
    /// Where the type is written that the function returns.
    answer: Span,
    /// Whether the function can't be called, for a mistake that was reported.
    mistaken: bool,
}

impl Route<'_> {
    /// `product::url("red-shoe")`
    fn url(&self) -> TokenStream {
        let params = self.arguments.pattern.params().enumerate();
        let names: Vec<Ident> = params
            .map(|(index, param)| {
                identifier(
                    &param.name,
                    self.param(index).map_or_else(Span::call_site, first_span),
                )
            })
            .collect();
        let text_type: Type = syn::parse_quote!(::std::string::String);
        let types: Vec<&Type> = (0..names.len())
            .map(|index| self.param(index).unwrap_or(&text_type))
            .collect();
        let markers: Vec<Ident> = (0..names.len())
            .map(|index| format_ident!("M{index}", span = Span::mixed_site()))
            .collect();
        let text = format!("The link to `{}`.", self.arguments.literal.value());
        if self.mistaken {
            let anything = names.iter().map(|_| quote!(_: impl ::core::marker::Sized));
            return quote! {
                #[doc = #text]
                pub fn url(#(#anything),*) -> ::isle::Link {
                    ::core::unreachable!()
                }
            };
        }
        let values = self.values(&names, &types, &markers);
        let url = Ident::new("url", self.name.span());
        quote! {
            #[doc = #text]
            pub fn #url<#(#markers),*>(#(#values),*) -> ::isle::Link {
                ::isle::__::url(Self::SITE_INFO, <Self as ::isle::__::Routed>::TABLE, &[#(&*::isle::__::UrlParam::<#types, #markers>::url_param(&#names)),*])
            }
        }
    }

    fn param(&self, index: usize) -> Option<&Type> {
        self.taken
            .iter()
            .find(|argument| matches!(argument.role, Role::Param(at) if at == index))
            .map(|argument| &argument.ty)
    }

    /// The arguments of `url()`.
    fn values(&self, names: &[Ident], types: &[&Type], markers: &[Ident]) -> Vec<TokenStream> {
        let each = names.iter().zip(types).zip(markers);
        each.map(|((name, ty), marker)| {
            let place = first_span(ty);
            // It stands where the page's own argument does.
            quote_spanned!(place=> #name: impl ::isle::__::UrlParam<#ty, #marker>)
        })
        .collect()
    }

    /// What is known of the page; `reach` walks through the tags of its markup.
    fn info(&self, reach: &TokenStream) -> TokenStream {
        let Self {
            arguments, name, ..
        } = self;
        let text = name.to_string();
        let written = arguments.literal.value();
        let segments = pattern::segments(&arguments.pattern);
        let methods = arguments.methods.iter();
        let methods: Vec<Ident> = methods.map(|method| format_ident!("{method}")).collect();
        let methods = match &*methods {
            // The compiler need not run anything for it.
            [method] => quote!(::isle::__::Methods::#method),
            methods => quote!(::isle::__::Methods::of(&[#(::isle::__::Methods::#methods),*])),
        };
        let kind = match arguments.kind {
            Kind::Page => quote!(::isle::__::Kind::Page),
            Kind::Endpoint => quote!(::isle::__::Kind::Endpoint),
        };
        let reach = match reach.is_empty() {
            true => quote!(::isle::__::nothing),
            false => quote!({
                fn reach(reached: &mut ::isle::__::Reached) { #reach }
                reach
            }),
        };
        let key = arguments.pattern.key();
        let (partial, cross_site) = (arguments.partial, arguments.cross_site.is_some());
        quote! {
            const INFO: ::isle::__::Info = ::isle::__::Info {
                name: ::core::concat!(::core::module_path!(), "::", #text),
                pattern: #written,
                segments: &[#segments],
                methods: #methods,
                kind: #kind,
                key: #key,
                partial: #partial,
                cross_site: #cross_site,
                reach: #reach,
                prerender: PRERENDER,
            };
            impl ::isle::__::Routed for #name {
                const TABLE: ::isle::__::Table = ::isle::__::Table::Page(&INFO);
            }
        }
    }

    fn mount(&self) -> TokenStream {
        let name = self.name;
        if self.mistaken {
            return quote! {
                impl<S> ::isle::__::Mount<S, ()> for #name {
                    fn mount(_: &mut ::isle::__::Routes<S>) {}
                }
            };
        }
        let bounds: Vec<TokenStream> = self.taken.iter().filter_map(bound).collect();
        let has_last = self
            .taken
            .iter()
            .any(|argument| matches!(argument.role, Role::Last));
        let marker = if has_last { quote!(, __M) } else { quote!() };
        let marked = if has_last { quote!(__M) } else { quote!(()) };
        let send = if has_last {
            quote!(__M: 'static,)
        } else {
            quote!()
        };
        let taken = || self.taken.iter().enumerate();
        let readers = taken().map(|(index, argument)| reader(index, argument));
        let own_params = taken().filter_map(|(index, argument)| own_param(index, argument));
        let function = if self.is_async {
            quote_spanned!(name.span()=> #name)
        } else {
            quote_spanned!(name.span()=> ::isle::__::AtOnce(#name))
        };
        let respond = match self.arguments.kind {
            Kind::Page => {
                quote_spanned!(self.answer=> page(routes, &INFO))
            }
            Kind::Endpoint => {
                quote_spanned!(self.answer=> endpoint(routes, &INFO))
            }
        };
        // It stands where the function's name does, since the compiler shows it beside an argument that is none.
        let mount = quote_spanned! {name.span()=>
            impl<__S #marker> ::isle::__::Mount<__S, #marked> for #name
            where
                __S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
                #send
                #(#bounds,)*
        };
        let params: Vec<&Type> = (0..self.arguments.pattern.params().count())
            .filter_map(|index| self.param(index))
            .collect();
        let list = self.arguments.prerender.list(&params);
        let mut body = Group::new(
            Delimiter::Brace,
            quote! {
                fn mount(routes: &mut ::isle::__::Routes<__S>) {
                    #[allow(unused_imports)]
                    use ::isle::__::AnyAnswer as _;
                    #(#own_params)*
                    ::isle::__::answering::<__S, (#(#readers,)*), _>(#function).#respond;
                    #list
                }
            },
        );
        body.set_span(name.span());
        quote!(#mount #body)
    }
}

fn bound(argument: &Argument) -> Option<TokenStream> {
    let ty = &argument.ty;
    let span = first_span(ty);
    match argument.role {
        Role::Param(_) => None,
        Role::Extractor => Some(quote_spanned!(span=> #ty: ::isle::__::Extractor<__S>)),
        Role::Last => Some(quote_spanned!(span=> #ty: ::isle::__::Last<__S, __M>)),
    }
}

/// What reads the argument of this index.
fn reader(index: usize, argument: &Argument) -> TokenStream {
    let ty = &argument.ty;
    let span = first_span(ty);
    match argument.role {
        Role::Param(at) if is_known(ty) => quote!(::isle::__::ParamReader<#ty, _, #at>),
        Role::Param(_) => {
            let name = own_name(index);
            quote!(::isle::__::OwnReader<#name>)
        }
        Role::Extractor => quote_spanned!(span=> ::isle::__::HeadReader<#ty>),
        Role::Last => quote_spanned!(span=> ::isle::__::LastReader<#ty, __M>),
    }
}

/// How a param is read of a type that may be none; what the compiler says of it is shown at the type.
fn own_param(index: usize, argument: &Argument) -> Option<TokenStream> {
    let ty = &argument.ty;
    let Role::Param(at) = argument.role else {
        return None;
    };
    if is_known(ty) {
        return None;
    }
    let name = own_name(index);
    let read = quote_spanned!(first_span(ty)=> ::isle::__::param::<#ty, _>(params, #at));
    Some(quote! {
        struct #name {}
        impl ::isle::__::OwnParam for #name {
            type Value = #ty;
            fn read(params: &::isle::__::Params<'_>) -> ::core::result::Result<#ty, ::isle::__::NoSuchPage> {
                #read
            }
        }
    })
}

fn own_name(index: usize) -> Ident {
    format_ident!("__Param{index}")
}

/// Whether it is known that text can be read as the type.
fn is_known(ty: &Type) -> bool {
    matches!(ty, Type::Path(_)) && is_plain(ty)
}

/// A param's name as a variable; a keyword needs its raw form.
fn identifier(name: &str, place: Span) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, place),
        Err(_) => Ident::new_raw(name, place),
    }
}
