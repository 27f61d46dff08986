// The page that shows all pictures, written beside them once they are taken: gallery/index.html opens in any browser.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './camera.ts'
import { groups } from './sights.ts'

const head = `<!doctype html>
<meta charset="utf-8">
<title>What Antre looks like</title>
<style>body { font-family: sans-serif; margin: 2rem } img { margin: 4px; vertical-align: top; border: 1px solid #ccc }</style>
<h1>What Antre looks like</h1>
<p>A hall with a busy morning, and one day from before the opening to the next, in a real browser, in Indonesian and in
English.</p>
`

/** Widths on the page, by the first word of a picture's variant: relative sizes of the screens are kept. */
const WIDTHS: Readonly<Record<string, number>> = {
  upright: 220,
  lying: 360,
  desk: 440,
  door: 440,
  narrow: 180,
  tv: 440,
  tall: 180,
  sign: 300,
  phone: 180,
  paper58: 200,
  paper80: 280,
}

/** Called by the test runner after the last picture. */
export function teardown(): void {
  const parts = Object.entries(groups).map(([group, { title, sights }]) => {
    const inside = join(folder, group)
    const files = existsSync(inside) ? readdirSync(inside).sort(byGlass) : []
    const shown = Object.entries(sights).flatMap(([sight, caption]) => {
      const images = files
        .filter((file) => file.startsWith(`${sight}.`))
        .map((file) => `<img src="${group}/${file}" alt="${altOf(caption, file)}" width="${widthOf(file)}">`)
      return images.length > 0 ? [`<h3>${caption}</h3>\n${images.join('\n')}\n`] : []
    })
    return `<h2>${title}</h2>\n${shown.join('\n')}`
  })
  writeFileSync(join(folder, 'index.html'), [head, ...parts].join('\n'))
}

const glassOf = (file: string) => file.split('.')[1] ?? ''
const widthOf = (file: string) => WIDTHS[glassOf(file)] ?? 300
const altOf = (caption: string, file: string) =>
  `${caption} (${file.split('.').slice(1, -1).join(', ')})`.replaceAll('"', '&quot;')

/** Portrait before landscape, Indonesian before English. */
function byGlass(a: string, b: string): number {
  const glasses = Object.keys(WIDTHS)
  const [one, other] = [a, b].map((file) => glasses.indexOf(glassOf(file)))
  return (one ?? 0) - (other ?? 0) || Number(a.includes('.en.')) - Number(b.includes('.en.'))
}
