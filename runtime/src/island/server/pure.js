// What would make two renderings differ: the time and chance, which begin anew with each rendering, and formats for people, which
// the engine has not.
(() => {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
        construct: (target, values, of) => Reflect.construct(target, values.length ? values : [0], of),
        apply: () => new Real(0).toString(),
    });
    Real.now = () => 0;
    Real.prototype.constructor = Date;
    // It would print what no browser does, whichever language was asked for.
    const formats = { Number: ["String"], BigInt: ["String"], Date: ["String", "DateString", "TimeString"] };
    for (const [of, names] of Object.entries(formats))
        for (const name of names.map((name) => `toLocale${name}`))
            globalThis[of].prototype[name] = () => {
                throw new Error(`\`${name}\` formats nothing where components are rendered, without \`Intl\`\nhelp: format in Rust and give the text as a prop, or format in the browser, in an effect`);
            };
    let seed;
    Math.random = () => (seed = seed * 48271 % 2147483647) / 2147483647;
    const reset = () => { seed = 1; };
    reset();
    return reset;
})()
