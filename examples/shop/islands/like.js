// Likes a film without loading the page again.
export default (el, props, { signal }) => {
    const button = el.querySelector("button");
    el.addEventListener("submit", async (event) => {
        event.preventDefault();
        const form = event.target;
        try {
            const headers = { accept: "application/json" };
            const answer = await fetch(form.action, { method: "POST", headers, body: new URLSearchParams(new FormData(form)), signal });
            const { liked, likes } = await answer.json();
            button.ariaPressed = liked;
            button.lastElementChild.textContent = likes;
        } catch {
            if (!signal.aborted) form.submit();
        }
    }, { signal });
};
