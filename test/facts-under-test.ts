/** The facts, for specifications of contexts that show figures: these contexts themselves know the contract only. */
export { factsContext } from '#statistics';
