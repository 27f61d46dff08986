// Lines are broken by a table of the letters' widths: it must match the fonts that draw.
import { expect, it } from 'vitest'
import { textWidth } from '../../server/slip/drawing/wrap.ts'
import { painter } from './painter.ts'

const texts = [
  'Formulir pendaftaran peristiwa kependudukan F-1.02',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789',
  'Café, Zürich: “à bientôt” – 08.00…',
]

it.each(texts.flatMap((text) => [false, true].map((bold) => ({ text, bold }))))(
  'as wide as it is drawn: $text, bold $bold',
  async ({ text, bold }) => {
    const size = 20
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="30" font-family="'Atkinson Hyperlegible Next'"><text x="10" y="22" font-size="${size}" font-weight="${bold ? 700 : 400}">${text}</text></svg>`
    const { width, shades } = await painter.dots(svg)
    const columns = [...shades].flatMap((shade, dot) => (shade < 200 ? [dot % width] : []))
    const drawn = Math.max(...columns) - Math.min(...columns)
    // Letters have a little space at their sides, and pairs like AV are closer together.
    expect(Math.abs(textWidth(text, size, bold) - drawn)).toBeLessThan(size * 0.4)
  },
)

it.each(['ᬅᬓ᭄ᬱᬭ ᬩᬮᬶ', 'ᬮᬬᬦᬦ᭄ ᬓᬃᬢᬸ ᬓᬸᬮᬯᬃᬕ', 'ᬓᬭᬂᬲᭂᬫ᭄'])(
  'letters of Bali are never drawn wider than they count, nor much narrower: %s',
  async (text) => {
    const size = 40
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="120" font-family="'Noto Sans Balinese'"><text x="10" y="60" font-size="${size}">${text}</text></svg>`
    const { width, shades } = await painter.dots(svg)
    const columns = [...shades].flatMap((shade, dot) => (shade < 200 ? [dot % width] : []))
    const drawn = Math.max(...columns) - Math.min(...columns)
    const counted = textWidth(text, size, false)
    expect(drawn).toBeGreaterThan(size)
    expect(drawn).toBeLessThanOrEqual(counted)
    expect(counted).toBeLessThan(drawn * 1.6)
  },
)
