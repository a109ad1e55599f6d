export const format = (total: number) => `${total} €`;
