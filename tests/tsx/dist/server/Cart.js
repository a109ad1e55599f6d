const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
export default (props, slots) => {
    const { items, note } = JSON.parse(props);
    const rows = items.map(({ name, count }) => `<li>${escape(name)} × ${count}</li>`).join("");
    return `<section><ul>${rows}</ul>${note ? `<p>${escape(note)}</p>` : ""}</section>`;
};
