export default async (el, { points }) => {
    const { draw } = await import('./shared/draw.js');
    draw(el, points);
};
