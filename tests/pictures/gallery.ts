// The page that shows all pictures: docs/pictures/README.md, written once they are taken.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './camera.ts'
import { groups } from './sights.ts'

const head = `# What Antre looks like

Taken by \`npm run pictures\` in a real browser, on a hall with a busy morning, in Indonesian and in English; a page on
which axe finds anything makes it fail. This page is written by it, too.
`

/** Widths on the page, by the first word of a picture's variant: no glass is larger than it is beside the others. */
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
      return images.length > 0 ? [`### ${caption}\n\n${images.join('\n')}\n`] : []
    })
    return `## ${title}\n\n${shown.join('\n')}`
  })
  writeFileSync(join(folder, 'README.md'), [head, ...parts].join('\n'))
}

const glassOf = (file: string) => file.split('.')[1] ?? ''
const widthOf = (file: string) => WIDTHS[glassOf(file)] ?? 300
const altOf = (caption: string, file: string) =>
  `${caption} (${file.split('.').slice(1, -1).join(', ')})`.replaceAll('"', '&quot;')

/** Upright before lying, Indonesian before English. */
function byGlass(a: string, b: string): number {
  const glasses = Object.keys(WIDTHS)
  const [one, other] = [a, b].map((file) => glasses.indexOf(glassOf(file)))
  return (one ?? 0) - (other ?? 0) || Number(a.includes('.en.')) - Number(b.includes('.en.'))
}
