/** DI token of the one clock. */
export const CLOCK = Symbol('Clock');
