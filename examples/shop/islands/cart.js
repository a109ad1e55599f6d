// Changes the cart without loading the page again. Without it, the same forms do.
export default (el, { change }, { signal }) => {
    let turn = Promise.resolve();

    const send = async (form, kind) => {
        const body = new URLSearchParams(new FormData(form));
        body.set("change", kind);
        const answer = await fetch(change, { method: "POST", body, signal });
        const { quantity, price, total } = await answer.json();
        const row = form.closest("tr");
        form.elements.quantity.value = quantity;
        row.lastElementChild.textContent = price;
        el.querySelector("output").textContent = total;
        if (!quantity) row.remove();
        // The page knows what an empty cart looks like.
        if (!el.querySelector("tbody tr")) location.reload();
    };

    // One after the other: each answer holds the cart that the next change begins with.
    const begin = (form, kind) => {
        turn = turn.then(() => send(form, kind)).catch(() => signal.aborted || location.reload());
    };

    // The buttons that say "Update" are for those who run no script.
    el.dataset.live = "";
    el.addEventListener("change", (event) => begin(event.target.form, "set"), { signal });
    el.addEventListener("submit", (event) => {
        event.preventDefault();
        begin(event.target, event.submitter?.value ?? "set");
    }, { signal });
};
