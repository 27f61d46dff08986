// The short helpers of the board's build do what the syntax they replace does.
import { expect, it } from 'vitest'
import { lightHelpers } from '../server/launch/plugins.mjs'

type Transform = (code: string, id: string) => { code: string } | null

/** The helper as a function, the way the bundler takes it. */
function helper(name: string): (...given: unknown[]) => unknown {
  const transform = lightHelpers().transform as unknown as Transform
  const code = transform('', `\0@oxc-project+runtime@0.1.0/helpers/esm/${name}.js`)?.code ?? ''
  return new Function(code.replace('export default', 'return'))() as (...given: unknown[]) => unknown
}

it('copies one object over another, and ignores anything that is no object', () => {
  const a = { one: 1, both: 'a' }
  const b = { both: 'b' }
  expect(helper('objectSpread2')({}, a, null, undefined, b)).toEqual({ ...a, ...b })
  expect(a.both).toBe('a')
})

it('gives the rest without what was taken out', () => {
  expect(helper('objectWithoutProperties')({ a: 1, b: 2, c: 3 }, ['a', 'c'])).toEqual({ b: 2 })
})

it('leaves every other module alone', () => {
  const transform = lightHelpers().transform as unknown as Transform
  expect(transform('', '/display-ui/objectSpread2.js')).toBeNull()
  expect(transform('', '\0@oxc-project+runtime@0.1.0/helpers/esm/typeof.js')).toBeNull()
})
