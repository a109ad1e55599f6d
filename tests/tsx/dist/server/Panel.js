// Places its children, and forgets its footer.
export default (props, slots) => {
    const { title } = JSON.parse(props);
    const { default: children } = JSON.parse(slots);
    const inner = children === undefined ? "" : `<isle-slot style="display:contents"><!--[-->${children}<!--]--></isle-slot>`;
    return `<h2>${title}</h2>${inner}`;
};
