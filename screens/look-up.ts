// A plain object as a table, on a page. `constructor` and `__proto__` stand in every object: what a text from outside names
// (a code, a language, a key) is looked up here alone (tests/look-ups.test.ts finds any other place).

/** What a table has for a name that may be anybody's; undefined for one that is not its own. */
export function lookUp<T extends object>(table: T, name: string): T[keyof T] | undefined {
  // Old televisions have no `Object.hasOwn`.
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name as keyof T] : undefined
}
