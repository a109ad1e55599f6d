// Shows that what arrived is what was sent.
export default (el, props) => { el.dataset.props = JSON.stringify(props); };
