// Short forms of the helpers that the bundler adds when it writes modern syntax for old televisions. The long forms
// also handle what our data never holds (symbols as keys, setters, non-text keys), for 1.5 kB of the board's 30. An
// `async` function works the same in both.

/** @import { Plugin } from 'vite' */

/** By the helper's name. `{ ...a }`, `const { a, ...rest } = b` and `async`. @type {Record<string, string>} */
const SHORT = {
  objectSpread2: 'export default Object.assign',
  objectWithoutProperties: `export default (from, without) => {
    const rest = {}
    for (const key of Object.keys(from)) if (without.indexOf(key) < 0) rest[key] = from[key]
    return rest
  }`,
  asyncToGenerator: `export default (make) => function run() {
    const going = make.apply(this, arguments)
    const go = (way, given) => {
      const { done, value } = going[way](given)
      return done ? value : Promise.resolve(value).then((one) => go('next', one), (error) => go('throw', error))
    }
    return new Promise((resolve) => resolve(go('next')))
  }`,
}

/** @returns {Plugin} */
export function lightHelpers() {
  return {
    name: 'antre-light-helpers',
    transform(_code, id) {
      const name = /@oxc-project\+runtime.*\/(\w+)\.js$/.exec(id)?.[1] ?? ''
      return Object.hasOwn(SHORT, name) ? { code: SHORT[name] ?? '', map: null } : null
    },
  }
}
