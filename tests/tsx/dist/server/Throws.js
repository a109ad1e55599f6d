export default () => { throw new Error("no such thing"); };
