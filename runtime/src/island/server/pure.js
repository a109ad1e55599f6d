// What would make two renderings differ: the time and chance. Both begin anew with each rendering.
(() => {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
        construct: (target, values, of) => Reflect.construct(target, values.length ? values : [0], of),
        apply: () => new Real(0).toString(),
    });
    Real.now = () => 0;
    Real.prototype.constructor = Date;
    let seed;
    Math.random = () => (seed = seed * 48271 % 2147483647) / 2147483647;
    const reset = () => { seed = 1; };
    reset();
    return reset;
})()
