// The check that keeps the board readable for televisions of 2018: it must find what it is there for, and accept what
// they can do.
import { describe, expect, it } from 'vitest'
import { scriptFaults, styleFaults } from '../server/launch/old-browsers.mjs'

describe('a script', () => {
  it.each([
    ['const a = b?.c', ['optional chaining']],
    ['const a = b ?? c', ['??']],
    ['a ||= b', ['logical assignment']],
    ['async function a() { await b }', ['an async function']],
    ['const a = { ...b }', ['object spread']],
    ['const { a, ...b } = c', ['object rest']],
    ['try { a() } catch { b() }', ['catch without a name']],
    ['class A { b = 1 }', ['a class field']],
    ['const a = 1n', ['a BigInt']],
    ['const a = 1_000', ['a digit separator']],
    ['const a = /(?<=b)c/', ['a regular expression of today']],
    ['import("./a.js")', ['a module']],
    ['export const a = 1', ['a module']],
    ['a.flatMap(b)', ['.flatMap()']],
    ['"a".padStart(2)', ['.padStart()']],
    ['fetch(a, { signal: AbortSignal.timeout(5) })', ['AbortSignal']],
    ['globalThis.a = 1', ['globalThis']],
  ])('%s', (code, faults) => expect(scriptFaults(code)).toEqual(faults))

  it.each([
    'const [a, ...b] = [...c]; const d = (...e) => a ** 2',
    'for (const a of b) { c.at = a.at }',
    'class A { constructor() { this.flat = 1 } }',
    'const a = typeof AbortController === "function" ? new AbortController() : null',
    'const a = Object.getOwnPropertyDescriptors ? Object.getOwnPropertyDescriptors(b) : c',
    'queueMicrotask(() => {})',
    'const a = { structuredClone: 1 }.structuredClone',
    'const a = `b${c}`; Object.values(d); e.includes(f)',
  ])('may say %s', (code) => expect(scriptFaults(code)).toEqual([]))

  it('may use what the page brings along, and nothing else', () => {
    expect(scriptFaults('queueMicrotask(a)', [])).toEqual(['queueMicrotask'])
  })
})

describe('a style sheet', () => {
  it.each([
    ['a{inset:0}', 'inset'],
    ['a{color:red;gap:1px}', 'gap'],
    ['a { aspect-ratio: 16 / 9 }', 'aspect-ratio'],
    ['a:is(b,c){color:red}', ':is, :where or :has'],
    ['@layer a{b{color:red}}', '@layer'],
    ['a{display:grid}', 'grid'],
    ['a{width:min(1px,2px)}', 'min(), max() or clamp()'],
    ['a{padding:1px clamp(1px, 2vw, 3px)}', 'min(), max() or clamp()'],
    ['a{color:#11223344}', 'a colour with four parts'],
    ['a{height:100dvh}', 'a unit of today'],
    ['@media (width>=640px){a{color:red}}', 'a range in a media query'],
    ['@media (max-aspect-ratio:1){a{color:red}}', 'a ratio of one number'],
    ['a{color:red;&:hover{color:blue}}', 'nesting'],
    ['b{color:red}a:hover,a:focus-visible{color:red}', ':focus-visible in a list'],
    ['a{margin-inline:auto}', 'logical properties'],
  ])('%s', (css, fault) => expect(styleFaults(css)).toEqual([fault]))

  it.each([
    '@media (max-aspect-ratio:1/1){a{display:flex}}',
    'b{color:red}a:focus:not(:focus-visible){outline:none}',
    'a{color:#0b1412;width:calc(1px + var(--max));top:0}',
    '/* inset: 0 */a{content:"gap:1px"}',
    '@media (min-width:640px) and (min-height:640px){a{color:rgba(0,0,0,.6)}}',
  ])('may say %s', (css) => expect(styleFaults(css)).toEqual([]))
})
