// What a receipt printer's own letters can say. Its first code page is 437: every one has it, from the first day on,
// and it is right for Indonesian; what it lacks and has a plain equivalent is written with that.
import { lookUp } from '../../hall/look-up.ts'

/** The letters and signs of code page 437 that a text in Latin script may hold, besides ASCII. */
const page437 = new Set('ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥ƒáíóúñÑªº¿¬½¼¡«»αßµ±≥≤÷°·²■√∞≈')

const equivalents: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '…': '...',
  '•': '·',
  '×': 'x',
  '→': '->',
  '←': '<-',
  '€': 'EUR',
  '™': '(TM)',
  '©': '(C)',
  '®': '(R)',
  '³': '3',
  '¹': '1',
  '¾': '3/4',
  ø: 'o',
  Ø: 'O',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  '☐': '[ ]',
  '✓': 'v',
}

/** The text in letters that the printer has, or null where it needs another script's. */
export function plainText(text: string): string | null {
  let plain = ''
  for (const character of text.normalize('NFC')) {
    const letter = plainLetter(character)
    if (letter === null) return null
    plain += letter
  }
  return plain
}

/** The same with `?` for what the printer lacks: the last resort when a line can't be drawn either. */
export function forcedText(text: string): string {
  return [...text.normalize('NFC')].map((character) => plainLetter(character) ?? '?').join('')
}

function plainLetter(character: string): string | null {
  if (isPrinted(character)) return character
  const equivalent = lookUp(equivalents, character)
  if (equivalent !== undefined) return equivalent
  // A letter with a mark that the page lacks: the letter.
  const bare = character.normalize('NFKD').replaceAll(/\p{Mn}/gu, '')
  if (bare !== character && [...bare].every(isPrinted)) return bare
  // Joiners, directions, variants: nothing to be seen.
  return /^[\p{Cf}\p{Mn}]$/u.test(character) ? '' : null
}

const isPrinted = (character: string) => /^[ -~]$/.test(character) || page437.has(character)
