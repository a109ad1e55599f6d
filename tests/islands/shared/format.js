export const format = (count) => `${count} times`;
