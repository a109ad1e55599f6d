// Does what it is told: renders, throws, loops, hoards, calls itself, asks for the time.
export default ({ how }) => <b>{how}</b>;
