const Recurses = () => `<i>${Recurses()}</i>`;
export default Recurses;
