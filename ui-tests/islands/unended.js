export default () => {};
const text = "no end;
