// A plain object as a table. `constructor` and `__proto__` stand in every object, and a stranger may ask for them: what
// a text from outside names is looked up here alone (tests/look-ups.test.ts finds any other place).

/** What a table has for a name that may be anybody's; undefined for one that is not its own. */
export function lookUp<T extends object>(table: T, name: string): T[keyof T] | undefined {
  return Object.hasOwn(table, name) ? table[name as keyof T] : undefined
}
