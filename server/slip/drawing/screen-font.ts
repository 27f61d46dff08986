// The fonts of the slip inside its SVG: a picture on a page may load nothing from elsewhere, and has none of the page's.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const latinFile =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'

let latin: string | null = null

/** CSS with the fonts that a slip with these letters needs; `folders` are the painter's, the program's own first. */
export async function screenFonts(letters: string, folders: readonly string[]): Promise<string> {
  latin ??= face(
    'Atkinson Hyperlegible Next',
    'woff2',
    await readFile(createRequire(import.meta.url).resolve(latinFile)),
  )
  const [own] = folders
  if (own === undefined || !/[\u1b00-\u1b7f]/.test(letters)) return latin
  // Rare, and large: not kept.
  const bali = await readFile(join(own, 'NotoSansBalinese-Regular.ttf'))
  return latin + face('Noto Sans Balinese', 'truetype', bali)
}

function face(family: string, format: 'woff2' | 'truetype', font: Buffer): string {
  const type = format === 'woff2' ? 'font/woff2' : 'font/ttf'
  const source = `url(data:${type};base64,${font.toString('base64')}) format('${format}')`
  return `@font-face{font-family:'${family}';font-weight:200 800;src:${source}}`
}
