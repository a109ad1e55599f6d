//! Where the parser puts the tree.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName, ns};

use crate::{Element, Node, Space};

/// A node while the parser still moves it about.
#[derive(Default)]
pub(crate) struct Entry {
    data: Data,
    parent: RefCell<Weak<Entry>>,
    children: RefCell<Vec<Handle>>,
}

type Handle = Rc<Entry>;

#[derive(Default)]
enum Data {
    /// A document, or the contents of a template.
    #[default]
    Root,
    Doctype(String),
    Comment(String),
    Text(RefCell<String>),
    Element {
        name: QualName,
        attributes: RefCell<Vec<Attribute>>,
        /// The contents, of a template.
        contents: Option<Handle>,
        integrates: bool,
    },
}

impl Entry {
    fn new(data: Data) -> Handle {
        Rc::new(Self {
            data,
            ..Self::default()
        })
    }

    fn parent(&self) -> Option<Handle> {
        self.parent.borrow().upgrade()
    }

    fn position(&self, child: &Handle) -> usize {
        let children = self.children.borrow();
        children
            .iter()
            .position(|other| Rc::ptr_eq(other, child))
            .expect("a child of its parent")
    }

    fn detach(self: &Rc<Self>) {
        if let Some(parent) = self.parent() {
            let index = parent.position(self);
            parent.children.borrow_mut().remove(index);
        }
        *self.parent.borrow_mut() = Weak::new();
    }

    /// Puts a node in at an index; text joins the text before it.
    fn insert(self: &Rc<Self>, index: usize, child: NodeOrText<Handle>) {
        let node = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let before = index
                    .checked_sub(1)
                    .and_then(|index| self.children.borrow().get(index).cloned());
                if let Some(Data::Text(before)) = before.as_deref().map(|entry| &entry.data) {
                    before.borrow_mut().push_str(&text);
                    return;
                }
                Self::new(Data::Text(RefCell::new(text.to_string())))
            }
        };
        *node.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().insert(index, node);
    }

    fn push(self: &Rc<Self>, child: NodeOrText<Handle>) {
        let end = self.children.borrow().len();
        self.insert(end, child);
    }

    fn nodes(&self) -> Vec<Node> {
        self.children
            .borrow()
            .iter()
            .filter_map(|child| child.node())
            .collect()
    }

    fn node(&self) -> Option<Node> {
        Some(match &self.data {
            Data::Root => return None,
            Data::Doctype(name) => Node::Doctype(name.clone()),
            Data::Comment(text) => Node::Comment(text.clone()),
            Data::Text(text) => Node::Text(text.borrow().clone()),
            Data::Element {
                name,
                attributes,
                contents,
                ..
            } => {
                let attributes = attributes.borrow();
                Node::Element(Element {
                    space: match name.ns {
                        ns!(html) => Space::Html,
                        ns!(svg) => Space::Svg,
                        ns!(mathml) => Space::MathMl,
                        _ => Space::Other,
                    },
                    name: name.local.to_string(),
                    attributes: attributes
                        .iter()
                        .map(|it| (full(&it.name), it.value.to_string()))
                        .collect(),
                    children: contents.as_deref().unwrap_or(self).nodes(),
                })
            }
        })
    }
}

fn full(name: &QualName) -> String {
    match &name.prefix {
        Some(prefix) => format!("{prefix}:{}", name.local),
        None => name.local.to_string(),
    }
}

/// Collects the tree that html5ever builds.
#[derive(Default)]
pub(crate) struct Sink {
    document: Handle,
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Vec<Node>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Vec<Node> {
        self.document.nodes()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        match &target.data {
            Data::Element { name, .. } => name.expanded(),
            _ => panic!("the parser asks elements only"),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        Entry::new(Data::Element {
            name,
            attributes: RefCell::new(attrs),
            contents: flags.template.then(Handle::default),
            integrates: flags.mathml_annotation_xml_integration_point,
        })
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        Entry::new(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        Entry::new(Data::Comment(format!("?{target} {data}")))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        parent.push(child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if element.parent().is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, _: StrTendril, _: StrTendril) {
        let doctype = Entry::new(Data::Doctype(name.to_string()));
        self.document.push(NodeOrText::AppendNode(doctype));
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        match &target.data {
            Data::Element {
                contents: Some(contents),
                ..
            } => contents.clone(),
            _ => panic!("the parser asks templates only"),
        }
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        Rc::ptr_eq(x, y)
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &new_node {
            node.detach();
        }
        let parent = sibling
            .parent()
            .expect("the parser names siblings that have a parent");
        parent.insert(parent.position(sibling), new_node);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &target.data {
            let mut attributes = attributes.borrow_mut();
            for new in attrs {
                if attributes.iter().all(|old| old.name != new.name) {
                    attributes.push(new);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        target.detach();
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        for child in node.children.take() {
            *child.parent.borrow_mut() = Weak::new();
            new_parent.push(NodeOrText::AppendNode(child));
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        matches!(
            handle.data,
            Data::Element {
                integrates: true,
                ..
            }
        )
    }
}
