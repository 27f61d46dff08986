// A plain object as a table. Every object has `constructor` and `__proto__`, and a stranger may ask for them: names
// from outside are looked up only with this (tests/look-ups.test.ts finds any other place).

/** The table's entry for an untrusted name; undefined if the table itself has none. */
export function lookUp<T extends object>(table: T, name: string): T[keyof T] | undefined {
  return Object.hasOwn(table, name) ? table[name as keyof T] : undefined
}
