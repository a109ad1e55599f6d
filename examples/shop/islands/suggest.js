// Suggests titles while someone types.
export default (el, { titles }, { signal }) => {
    const input = el.querySelector("input");
    const list = el.querySelector("datalist");
    let wait;
    input.addEventListener("input", () => {
        clearTimeout(wait);
        wait = setTimeout(async () => {
            const words = input.value;
            const answer = await fetch(`${titles}?q=${encodeURIComponent(words)}`, { signal }).catch(() => {});
            const found = answer?.ok ? await answer.json() : [];
            // Whoever typed on gets another answer soon.
            if (words === input.value) list.replaceChildren(...found.map((title) => new Option(title, title)));
        }, 120);
    }, { signal });
};
