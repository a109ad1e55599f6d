//! The rules: what the compiler refuses, each with its case.
//!
//! `fail/<case>.rs` breaks the rule, `fail/<case>.stderr` is what the compiler says of it, and `pass/<case>.rs` is a near
//! miss: a program that differs by as little as can be, and compiles.

macro_rules! rules {
    ($($section:literal { $($case:ident: $rule:literal,)* })*) => {
        /// Each case with its rule.
        pub(crate) const RULES: &[(&str, &str)] = &[$($((stringify!($case), $rule),)*)*];

        /// The near misses, each a program of its own; here they are modules, which are checked and never run.
        #[path = "../../pass"]
        #[allow(dead_code, unreachable_pub, clippy::all)]
        pub(crate) mod near_misses {
            $($(pub(crate) mod $case;)*)*
        }
    };
}

rules! {
    "Elements and attributes" {
        unknown_element: "an element that HTML does not have",
        unknown_svg_element: "an element that SVG does not have, or has in another case",
        unknown_attribute: "an attribute that the element does not have",
        attribute_of_another_element: "an attribute that another element has",
        attribute_too_new: "an attribute that the table does not know yet, without the way round",
        obsolete_element: "an element that HTML has no more",
        obsolete_attribute: "an attribute that HTML has no more",
        component_in_lower_case: "a component written like an element",
        doubled_attribute: "the same attribute twice",
        class_value_beside_list: "a value for `class` beside `class:list`",
        doubled_id: "the same id twice on one path",
        text_on_boolean_attribute: "a text for an attribute that is there or not",
        string_on_boolean_attribute: "a string for an attribute that is there or not",
        unquoted_value: "an attribute's value without quotes or braces",
        missing_value: "an attribute with `=` and no value",
        empty_braces_as_value: "an attribute whose braces are empty",
        value_without_name: "a value in a tag without its name",
        code_in_tag: "braces in a tag that are no value, name or spread",
        prefix_misspelt: "a directive that there is not",
        unknown_set: "a `set:` that there is not",
        astro_directive_on_element: "a directive of Astro's that isle has not",
        client_on_element: "`client:…` on an element",
    }
    "Tags" {
        crossed_tags: "tags that cross",
        unclosed_tag: "a tag that is not closed before the tag around it",
        unclosed_at_the_end: "a tag that is not closed at all",
        closing_tag_alone: "a closing tag that closes nothing",
        closing_tag_misspelt: "a closing tag with another name",
        content_in_void_element: "content in an element that has none",
        attribute_in_closing_tag: "an attribute in a closing tag",
        tag_without_end: "a tag without `>`",
        fragment_not_closed: "a fragment that is not closed",
        attribute_on_fragment: "an attribute on a fragment",
        computed_tag_name: "a tag name that is a value",
        old_doctype: "a doctype that is not the one of HTML",
        doctype_inside: "a doctype within the document",
    }
    "Nesting that a browser would rearrange" {
        div_in_p: "a `<div>` in a `<p>`",
        p_in_p_deep: "a `<p>` in a `<p>`, with an element between",
        tr_in_div: "a row without its table",
        div_in_table: "a table that holds something else than rows",
        td_in_table: "a cell without its row",
        text_in_row: "text between the cells of a row",
        a_in_a: "a link in a link",
        form_in_form: "a form in a form",
        button_in_button: "a button in a button",
        option_in_option: "an option in an option",
        li_in_li: "an item directly in an item",
        heading_in_heading: "a heading in a heading",
        div_in_head: "something in the `<head>` that belongs into the `<body>`",
        tag_in_title: "a tag where a browser reads text alone",
        html_in_svg: "an element of HTML directly in SVG",
        svg_without_svg: "an element of SVG without its `<svg>`",
    }
    "Text" {
        apostrophe_in_text: "text that Rust reads as the beginning of a character",
        dash_in_text: "text with a character that Rust does not know",
        prefix_in_text: "text that Rust reads as a prefix",
        comment_in_text: "a `//` that swallows the rest of its line",
        comment_swallows_tag: "a `//` that swallows a closing tag",
        word_behind_quote: "a word glued to a closing quote",
        bytes_in_text: "a byte string as text",
        less_than_in_text: "a `<` that begins no tag",
        text_in_braces: "text in braces",
        brace_in_comment: "a value in a comment",
        comment_not_closed: "a comment that is not closed",
    }
    "Values" {
        bool_in_text: "a `bool` as text",
        no_display_in_text: "a value without a text",
        result_in_text: "a `Result` as text",
        iterator_in_variable: "an iterator that a variable holds",
        bool_in_attribute: "a `bool` for an attribute that takes text",
        no_display_in_attribute: "a value without a text in an attribute",
        list_in_attribute: "several values in an attribute",
        markup_in_attribute: "markup in an attribute",
        string_as_html: "a string for `set:html`",
        content_beside_set: "content beside `set:text`",
        set_on_void_element: "`set:text` on an element that has no content",
        bool_in_class_list: "a condition without its class",
        number_in_class_list: "an item of a `class:list` that is no class",
        string_in_style: "a string that is put together for `style`",
        string_variable_in_style: "a string of the running program for `style`",
        bool_in_style: "a `bool` as a value of a style",
        spread_of_no_attributes: "a spread of something else than `Attributes`",
    }
    "Places where no escaping is safe" {
        value_in_script: "a value in a script",
        script_set_text: "a value as the whole text of a script",
        no_json_in_script: "a value in a script that serde can not write",
        bare_script: "a script that is not quoted",
        end_tag_in_script: "a closing tag in the text of a script",
        value_in_style_sheet: "a value in a style sheet",
        value_in_event_handler: "a value in an `on…` attribute",
        value_in_srcdoc: "a value in `srcdoc`",
        value_in_meta_refresh: "a value that sends the browser elsewhere",
        value_in_animation: "a value that an animation may write into a link",
    }
    "Control flow" {
        await_in_markup: "`.await` in markup",
        let_without_semicolon: "a `let` in braces without `;`",
        arm_without_arrow: "an arm of a `match` without `=>`",
        two_elements_in_arm: "two elements where Rust takes one expression",
        or_before_and: "markup behind `||` and `&&`",
        label_on_loop: "a loop with a label that prints",
        fence_not_closed: "a fence that is not closed",
    }
    "Components" {
        unknown_component: "a component that there is not",
        function_that_is_no_component: "a function that lacks `#[component]`",
        unknown_prop: "a prop that the component does not take",
        missing_prop: "a prop that is left out",
        doubled_prop: "a prop that is given twice",
        mistyped_prop: "a prop of another type",
        mistyped_optional_prop: "an optional prop of another type",
        prop_that_is_no_name: "an attribute that can not be a prop",
        spread_of_props: "a spread into a component",
        children_without_slot: "children for a component without a slot",
        unknown_slot: "a slot that the component does not have",
        slot_outside_component: "`slot` without a component around",
        computed_slot: "a slot whose name is a value",
        slot_in_html: "a `<slot>` that nothing can fill",
        attribute_on_slot: "an attribute on a `<slot>`",
        has_slot_of_unknown_slot: "`has_slot!` of a slot that the component does not print",
        has_slot_outside_component: "`has_slot!` where there is no component",
        client_on_component: "`client:…` on a component that is no island",
        unknown_client_directive: "a `client:…` that there is not",
        return_in_children: "`return` in a component's children",
        break_in_children: "`break` out of a component's children",
        await_in_children: "`.await` in a component's children",
        async_component: "a component that is `async`",
        component_without_answer: "a component that returns nothing",
        component_that_returns_text: "a component that returns something else than markup",
        prop_without_name: "a prop that is a pattern",
        component_with_arguments: "arguments of `#[component]`",
        component_that_is_no_function: "`#[component]` on something else than a function",
    }
    "Patterns" {
        pattern_empty: "a pattern without text",
        pattern_without_slash: "a pattern that does not begin with a slash",
        pattern_with_host: "a pattern with scheme and host",
        pattern_with_last_slash: "a pattern that ends with a slash",
        pattern_with_empty_segment: "a pattern with an empty segment",
        pattern_with_dots: "a pattern with `..`",
        pattern_with_blank: "a pattern with a blank around a segment",
        pattern_unclosed: "a bracket that is not closed",
        pattern_unopened: "a bracket that closes nothing",
        pattern_optional: "a param that may be left out",
        pattern_nameless: "a param without a name",
        pattern_bad_name: "a param whose name no argument can have",
        pattern_doubled_name: "two params of one name",
        pattern_params_touch: "two params that touch",
        pattern_rests_touch: "two rests side by side",
        pattern_of_axum: "a param as axum writes it",
        pattern_of_express: "a param as Express writes it",
        pattern_with_brace: "a brace that is no param",
        pattern_with_query: "a pattern with a query",
        pattern_with_fragment: "a pattern with a fragment",
        pattern_with_backslash: "a pattern with a backslash",
        pattern_with_control: "a pattern with a control character",
        pattern_with_escaped_slash: "an escaped slash in a pattern",
        pattern_escaped_for_nothing: "an escape that a pattern does not need",
        pattern_with_percent: "a `%` that is no escape",
    }
    "What a page is" {
        page_without_pattern: "a page without a pattern",
        page_with_two_patterns: "a page with two patterns",
        page_with_unknown_word: "a setting that a page does not have",
        page_with_method_alone: "a method that is not in `methods(…)`",
        page_with_wrong_method: "a method that a page can not have",
        open_page_that_changes_nothing: "a page that is opened to other sites, and answers no unsafe method",
        endpoint_without_method: "an endpoint without a method",
        endpoint_with_unknown_method: "a method that there is not",
        endpoint_with_small_method: "a method in lower case",
        endpoint_with_doubled_method: "the same method twice",
        endpoint_with_methods_of_page: "`methods(…)` on an endpoint",
        page_that_is_no_function: "`#[page]` on something else than a function",
        generic_page: "a page with a type parameter",
        page_that_answers_a_number: "a page that returns what is no response",
        markup_as_string: "markup where the function returns another type",
        error_that_is_none: "`?` on an error that is none",
    }
    "Arguments" {
        argument_without_param: "an argument whose param is not in the pattern",
        param_misspelt: "an argument that is nearly a param",
        param_without_argument: "a param without its argument",
        argument_in_no_pattern: "an argument that could only be a param",
        param_that_is_not_read: "a param of a type that can not be read from text",
        argument_that_is_no_extractor: "an argument that is neither a param nor an extractor",
        argument_that_is_no_extractor_first: "an argument before others that is no extractor",
        body_before_the_end: "an argument that reads the body before another",
        form_that_is_not_read: "a form of a type that can not be read",
    }
    "The table" {
        pages_in_conflict: "two pages that answer the same requests",
        page_and_endpoint_in_conflict: "a page and an endpoint that answer the same method",
        patterns_that_cross: "two patterns of which neither is more specific",
        page_twice: "the same page twice",
        page_without_route: "a page that is in no list",
        list_without_route: "a list of pages that is in no other",
        function_in_list: "a function that is no page",
        unknown_page_in_list: "a page that there is not",
        path_in_list: "a text where a page belongs",
    }
    "The site" {
        unknown_setting: "a setting that a site does not have",
        base_without_slash: "a base path that does not begin with a slash",
        base_with_last_slash: "a base path that ends with a slash",
        computed_base: "a base path that is no literal",
        unknown_slash_policy: "a slash policy that there is not",
        site_without_comma: "a setting that no comma divides",
    }
    "Links" {
        link_to_nowhere: "`link!` to a path that no page answers",
        link_not_canonical: "`link!` to a path that would be redirected",
        link_without_slash: "`link!` to a path that does not begin with a slash",
        link_without_site: "`link!` without a site at the root of the crate",
        link_to_value: "`link!` to a value",
        url_with_wrong_type: "`url()` with a value of another type",
        url_without_value: "`url()` without a value",
        url_of_opaque_type: "`url()` with a type that has no text",
    }
    "Redirects" {
        redirect_to_string: "a redirect to a string of the running program",
        redirect_with_other_status: "a redirect with a status that is none",
        redirect_external_to_text: "a redirect to another site that is only text",
    }
    "Lists of redirects" {
        redirect_to_nowhere: "a redirect to a path that no page answers",
        redirect_to_redirect: "a redirect to another",
        redirect_from_page: "a redirect from the path of a page",
        redirect_with_unknown_param: "a redirect with a param that its source does not have",
        redirect_with_param_in_query: "a param in the query of a redirect",
        redirect_with_number: "a status of a redirect as a number",
        redirect_with_unknown_status: "a status of a redirect that there is not",
        redirect_by_other_scheme: "a redirect with another scheme than http and https",
        redirects_without_name: "redirects outside of a site that have no name",
    }
    "Cookies" {
        cookie_without_name: "a cookie without a name",
        cookie_with_empty_name: "a cookie whose name is empty",
        cookie_with_bad_name: "a cookie whose name holds what no name can",
        cookie_with_unknown_word: "a setting that a cookie does not have",
        cookie_sealed_twice: "a cookie that is signed and private",
        cookie_that_is_no_struct: "a cookie that is no struct",
        cookie_with_several_values: "a cookie whose fields have no names",
        generic_cookie: "a cookie with a type parameter",
        cookie_that_is_not_written: "a field that a cookie can not hold",
        cookie_that_must_be_there: "a cookie as an argument that may be missing",
        cookie_without_derive: "a struct that is no cookie",
    }
}
