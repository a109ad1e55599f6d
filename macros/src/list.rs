//! Lists of pages: what stands in the brackets of `router!`, `pages!` and `site!`.

use crate::error::Errors;
use crate::redirects::Redirects;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Macro, Path, Token, Visibility, bracketed};

/// Pages, lists of pages and redirects, in the order in which they are written.
pub(crate) struct Entries(Punctuated<Entry, Token![,]>);

enum Entry {
    /// A page, or a list with a name.
    Named(Path),
    /// `isle::redirects!["/old" => "/new"]`
    Redirects(Redirects),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.fork();
        if let Err(error) = ahead.call(Path::parse_mod_style) {
            return Err(no_page(error.span()));
        }
        if !ahead.peek(Token![!]) {
            return input.parse().map(Self::Named);
        }
        let call: Macro = input.parse()?;
        if call
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "redirects")
        {
            return call.parse_body().map(Self::Redirects);
        }
        Err(no_page(first_span(&call.path)))
    }
}

fn no_page(place: Span) -> syn::Error {
    let message = "a list holds pages, lists of pages, and `isle::redirects![…]`";
    let help = "write the name of a page's function: `product`, or `shop::product`";
    syn::Error::new(place, format!("{message}\nhelp: {help}"))
}

impl Entries {
    pub(crate) fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        Punctuated::parse_terminated(input).map(Self)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The type of each entry.
    pub(crate) fn types(&self) -> impl Iterator<Item = TokenStream> {
        self.0.iter().enumerate().map(|(at, entry)| match entry {
            Entry::Named(path) => path.to_token_stream(),
            Entry::Redirects(_) => unnamed(at).into_token_stream(),
        })
    }

    /// The check of the table `TABLE`, which the compiler shows at the entries.
    pub(crate) fn check(&self) -> TokenStream {
        let place = |entry: Option<&Entry>| match entry {
            Some(Entry::Named(path)) => first_span(path),
            _ => Span::call_site(),
        };
        let (first, last) = (place(self.0.first()), place(self.0.last()));
        let mut table = Group::new(Delimiter::Parenthesis, quote!(&TABLE));
        table.set_span(last);
        let check = quote_spanned!(first=> ::isle::__::check);
        quote!(#check #table)
    }

    /// The types that have no name of their own, to stand where the entries are used.
    pub(crate) fn unnamed(&self, errors: &mut Errors) -> TokenStream {
        let entries = self.0.iter().enumerate();
        entries
            .filter_map(|(at, entry)| match entry {
                Entry::Named(_) => None,
                Entry::Redirects(redirects) => {
                    let name = unnamed(at);
                    let shown = quote!("redirects!");
                    let items = redirects.tokens(&name, &shown, errors);
                    let listed = quote!(impl #name { const IN_A_ROUTER: () = (); });
                    Some(quote!(struct #name {} #listed #items))
                }
            })
            .collect()
    }

    pub(crate) fn table(&self) -> TokenStream {
        let types = self.types();
        quote!(::isle::__::Table::List(&[#(&<#types as ::isle::__::Routed>::TABLE),*]))
    }

    /// Says that the pages are in a list: a page that is in none is reported as unused.
    pub(crate) fn listed(&self) -> TokenStream {
        let types = self.types();
        quote!(const _: () = { #(<#types>::IN_A_ROUTER;)* };)
    }
}

pub(crate) fn first_span(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

fn unnamed(at: usize) -> Ident {
    format_ident!("__Redirects{at}")
}

/// What a list is that no other holds.
#[derive(Clone, Copy)]
pub(crate) enum Unused {
    /// A site.
    Fine,
    /// Forgotten.
    Warns,
}

/// What lists with a name begin with: `pub PAGES`.
pub(crate) struct Head {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

impl Parse for Head {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            name: input.parse()?,
        })
    }
}

impl Head {
    /// What says, by its use, that the list is in another, and so in a site.
    pub(crate) fn listed(&self, unused: Unused) -> TokenStream {
        let name = &self.name;
        let fine = match unused {
            Unused::Fine => quote!(#[allow(dead_code)]),
            Unused::Warns => TokenStream::new(),
        };
        let listed = quote_spanned!(name.span()=> pub const IN_A_ROUTER: () = (););
        quote! {
            impl #name {
                #[doc(hidden)]
                #[allow(unreachable_pub)]
                #fine
                #listed
            }
        }
    }

    /// The list's type, with this text where the source documents it by none.
    pub(crate) fn tokens(&self, text: &str) -> TokenStream {
        let Self {
            attributes,
            visibility,
            name,
        } = self;
        let documented = attributes.iter().any(|it| it.path().is_ident("doc"));
        let doc = (!documented).then(|| quote!(#[doc = #text]));
        quote! {
            #doc
            #(#attributes)*
            #[allow(dead_code, clippy::upper_case_acronyms)]
            #visibility struct #name {}
        }
    }
}

/// `pub PAGES = [index, post]`
pub(crate) struct List {
    pub(crate) head: Head,
    pub(crate) entries: Entries,
}

impl List {
    /// Reads a list whose pages follow `mark`.
    pub(crate) fn read(
        input: ParseStream<'_>,
        mark: fn(ParseStream<'_>) -> syn::Result<()>,
    ) -> syn::Result<Self> {
        let head = input.parse()?;
        mark(input)?;
        let entries;
        bracketed!(entries in input);
        Ok(Self {
            head,
            entries: Entries::read(&entries)?,
        })
    }

    /// The list's type, and what it can do; `more` stands beside it.
    pub(crate) fn tokens(
        &self,
        more: &TokenStream,
        unused: Unused,
        errors: &mut Errors,
    ) -> TokenStream {
        let name = &self.head.name;
        let text = "Pages, as a list that goes into `router!`, `pages!` and `site!`.";
        let head = self.head.tokens(text);
        let unnamed = self.entries.unnamed(errors);
        let (table, entries_listed) = (self.entries.table(), self.entries.listed());
        let listed = self.head.listed(unused);
        let markers: Vec<Ident> = (0..self.entries.len())
            .map(|index| format_ident!("M{index}", span = Span::mixed_site()))
            .collect();
        let each = self.entries.types();
        let again = self.entries.types();
        quote! {
            #head

            #[allow(clippy::all, private_interfaces, private_bounds, missing_docs)]
            const _: () = {
                #unnamed
                #entries_listed
                #listed
                impl ::isle::__::Routed for #name {
                    const TABLE: ::isle::__::Table = #table;
                }
                impl<__S, #(#markers),*> ::isle::__::Mount<__S, (#(#markers,)*)> for #name
                where
                    __S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
                    #(#each: ::isle::__::Mount<__S, #markers>,)*
                {
                    fn mount(routes: &mut ::isle::__::Routes<__S>) {
                        let _ = &routes;
                        #(<#again as ::isle::__::Mount<__S, #markers>>::mount(routes);)*
                    }
                }
                #more
            };
        }
    }
}

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Self::read(input, |input| input.parse::<Token![=]>().map(drop))
    }
}
