// Tokens that a page does not use are removed from its styles; all that it uses stay as they are.
import { expect, it } from 'vitest'
import { withoutUnused } from '../server/launch/plugins.mjs'

const sheets = (...all: string[]) => withoutUnused(all, "style.setProperty('--set', 1)")

it('a custom property stays that a style or a script mentions', () => {
  const used = [':root{--a:1px;--b:2px;--set:0}p{top:var(--a)}', 'p{left:var(--b,3px)}']
  expect(sheets(...used)).toEqual(used)
})

it('one that nothing mentions goes, wherever it is declared, and what only it mentioned goes with it', () => {
  expect(
    sheets(
      ':root{--a:1px;--not:2px;--deep:3px;--ab:calc(var(--deep)*2)}p{top:var(--a)}',
      '[data-theme=dark]{--not:#fff}@media print{:root{--a:0;--ab:0}}',
    ),
  ).toEqual([':root{--a:1px;}p{top:var(--a)}', '[data-theme=dark]{}@media print{:root{--a:0;}}'])
})

it('a name that begins like another is another', () => {
  expect(sheets(':root{--text:1px;--text-small:2px}p{top:var(--text)}')).toEqual([
    ':root{--text:1px;}p{top:var(--text)}',
  ])
})
