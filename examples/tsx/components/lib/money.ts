/** An amount in cents, as people read it. No `Intl`: the server's engine has none, and would write it otherwise. */
export const euros = (cents: number) => `€${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
