// A plain object as a table. Every object has `constructor` and `__proto__`, and a stranger may ask for them: names
// from outside are looked up only with this (tests/look-ups.test.ts finds any other place).

/** What a table has for an untrusted name; undefined if the name is not its own. */
export function lookUp<T extends object>(table: T, name: string): T[keyof T] | undefined {
  return Object.hasOwn(table, name) ? table[name as keyof T] : undefined
}
