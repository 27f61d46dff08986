// The script that says what a page needs runs in browsers that can run nothing else of ours.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vite'
import { withNeeds } from '../server/launch/needs.mjs'
import { pages } from '../server/launch/pages.mjs'

const script = readFileSync(new URL('../screens/needs.js', import.meta.url), 'utf8')

/** The types of all nodes in a program: `FunctionDeclaration`, `Literal` … */
function kinds(code: string): Set<string> {
  const found = new Set<string>()
  JSON.stringify(parseAst(code), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') found.add(value)
    return value
  })
  return found
}

it('is written in the JavaScript of 2009', () => {
  const young = /Arrow|Template|Class|Spread|Rest|Pattern|Import|Export|Await|Yield|Chain|ForOf|Variable/
  expect([...kinds(script)].filter((kind) => young.test(kind))).toEqual([])
  expect(kinds('const { a } = (() => `${b}`)()')).toContain('ArrowFunctionExpression')
})

describe.each(pages.filter(({ browsers }) => browsers !== 'any' && browsers !== 'preview'))(
  'the page $name',
  (page) => {
    it('has words for it, and says none of them by itself', () => {
      const html = readFileSync(new URL(`../${page.folder}/index.html`, import.meta.url), 'utf8')
      const own = withNeeds(html, page, '/assets/needs.js')
      expect(own).toMatch(/<script (defer )?src="\/assets\/needs.js"><\/script>/)
      expect(own).toContain('id="needs-old" role="alert" hidden')
      expect(own.includes('<noscript>')).toBe(page.name !== 'phone')
      // The element that the server or the page draws into stays as it is.
      expect(own).toMatch(/<div id="(app|page)"><\/div>/)
    })
  },
)
