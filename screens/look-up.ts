// A plain object as a table, on a page. Every object has `constructor` and `__proto__`: names from outside (a code, a
// language, a key) are looked up only with this (tests/look-ups.test.ts finds any other place).

/** What a table has for an untrusted name; undefined if the name is not its own. */
export function lookUp<T extends object>(table: T, name: string): T[keyof T] | undefined {
  // Old televisions have no `Object.hasOwn`.
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name as keyof T] : undefined
}
