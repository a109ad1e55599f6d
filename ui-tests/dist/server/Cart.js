export default (props) => `<p>${JSON.parse(props).total}</p>`;
