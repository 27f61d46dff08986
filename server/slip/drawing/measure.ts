// How wide a text is in the font of the slip's picture, so that lines can be broken without drawing them first.
import widths from '../fonts/widths.json' with { type: 'json' }

/** Thousandths of the font's size that each character takes; the file has them by width. */
const tables = { regular: table(widths.regular), bold: table(widths.bold) }
/** The script of Bali: one weight, some letters wider than an em; those that go below another are narrower as drawn. */
const balinese = table(widths.balinese)

/** For a character that no font of ours has: those of most scripts are as wide as an em at most. */
const unknown = 1000

/** Width of a text in the unit of `size`, the height of the font. */
export function textWidth(text: string, size: number, bold: boolean): number {
  const known = bold ? tables.bold : tables.regular
  let sum = 0
  for (const character of text) sum += known.get(character) ?? widthOfOther(character)
  return (sum * size) / 1000
}

/** Marks stand on the letter before them. */
function widthOfOther(character: string): number {
  return balinese.get(character) ?? (/\p{Mn}/u.test(character) ? 0 : unknown)
}

function table(byWidth: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byWidth).flatMap(([width, characters]) =>
      [...characters].map((character) => [character, Number(width)] as const),
    ),
  )
}
