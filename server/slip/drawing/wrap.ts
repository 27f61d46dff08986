// Breaks a text into lines that fit: between words, and within a word only where it is too long for any line.

/** The text as lines; `fits` says whether something has room on one line. Always at least one line. */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of clean(text)
    .split(' ')
    .filter(Boolean)
    .flatMap((whole) => pieces(whole, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || fits(longer)) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** On one line: no control characters, no halves of characters, which no printer and no picture could take. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff\s]+/gu, ' ').trim()
}

/** A word, cut where it is longer than a line. What belongs to one letter stays together. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const cut: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece === '' || fits(piece + segment)) {
      piece += segment
    } else {
      cut.push(piece)
      piece = segment
    }
  }
  return [...cut, piece]
}

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })
