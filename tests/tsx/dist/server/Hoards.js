const kept = [];
export default () => { for (;;) kept.push({}); };
