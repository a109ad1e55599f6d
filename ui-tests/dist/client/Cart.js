export default (el, props) => { el.title = props.total; };
