// Reads ESC/POS as a printer does: what is where on the paper. It knows the commands that our slips use and a few
// related ones; any other is an error, as a real printer would print it as garbage.

import { encode } from 'uqr'

/** A piece of a line in one style; `x` and `y` are its top left corner in dots. */
export interface Printed {
  readonly text: string
  readonly x: number
  readonly y: number
  /** How many times the letters are magnified. */
  readonly wide: number
  readonly high: number
  readonly bold: boolean
}

/** Rows of dots, true for black, as wide as they were sent. */
export interface Raster {
  readonly x: number
  readonly y: number
  readonly rows: readonly (readonly boolean[])[]
}

export interface Printout {
  /** Dots across the paper, and how far it has moved. */
  readonly width: number
  readonly height: number
  readonly texts: readonly Printed[]
  /** The same as lines of text, from top to bottom. */
  readonly lines: readonly string[]
  /** Rasters that follow each other without a gap are one. */
  readonly rasters: readonly Raster[]
  /** The content of QR codes that the printer draws itself, in order with the rasters. */
  readonly qrs: readonly string[]
  /** Where it was cut. */
  readonly cuts: readonly number[]
}

/** Font A in dots, and the usual line spacing: at 203 dpi, 1/6 inch is 34 dots. */
export const cell = { width: 12, height: 24 }
const usualSpacing = 34

const page437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

/** Prints the bytes on a paper that is `width` dots wide. @throws Error for a command it does not know, or a line too long */
export function readEscPos(bytes: Uint8Array, width: number): Printout {
  const texts: Printed[] = []
  const lines: string[] = []
  const rasters: { x: number; y: number; rows: boolean[][] }[] = []
  const qrs: string[] = []
  const cuts: number[] = []
  let place = 0
  let y = 0
  let line: Printed[] = []
  let align = 0
  let spacing = usualSpacing
  let style = { wide: 1, high: 1, bold: false }
  let qrData = ''
  let qrDot = 3

  const next = (): number => {
    const byte = bytes[place]
    if (byte === undefined) throw new Error('the bytes end in the middle of a command')
    place += 1
    return byte
  }
  const word = (): number => next() + next() * 256
  const unknown = (name: string): never => {
    throw new Error(`unknown command ${name} at byte ${place}`)
  }
  const lineWidth = () => line.reduce((sum, { text, wide }) => sum + text.length * wide * cell.width, 0)

  function write(byte: number): void {
    const letter = byte < 128 ? String.fromCharCode(byte) : (page437[byte - 128] ?? '?')
    const last = line.at(-1)
    if (last && last.wide === style.wide && last.high === style.high && last.bold === style.bold) {
      line = [...line.slice(0, -1), { ...last, text: last.text + letter }]
    } else {
      line = [...line, { text: letter, x: 0, y: 0, ...style }]
    }
    if (lineWidth() > width) throw new Error(`a line is longer than the paper: ${lineText()}`)
  }

  const lineText = () => line.map(({ text }) => text).join('')

  function feed(): void {
    const tallest = Math.max(1, ...line.map(({ high }) => high))
    let x = ((width - lineWidth()) * align) / 2
    for (const piece of line) {
      texts.push({ ...piece, x, y: y + (tallest - piece.high) * cell.height })
      x += piece.text.length * piece.wide * cell.width
    }
    lines.push(lineText())
    line = []
    y += Math.max(spacing, tallest * cell.height)
  }

  function raster(): void {
    const mode = next()
    if (mode !== 0) unknown(`GS v 0 ${mode}`)
    const across = word()
    const down = word()
    if (across * 8 > width) throw new Error(`a raster of ${across * 8} dots is wider than the paper`)
    const rows = Array.from({ length: down }, () =>
      Array.from({ length: across }, next).flatMap((byte) =>
        [128, 64, 32, 16, 8, 4, 2, 1].map((bit) => (byte & bit) !== 0),
      ),
    )
    const last = rasters.at(-1)
    if (last && last.y + last.rows.length === y && last.rows[0]?.length === across * 8)
      last.rows.push(...rows)
    else rasters.push({ x: ((width - across * 8) * align) / 2, y, rows })
    y += down
  }

  function qr(): void {
    const length = word()
    const [kind, action, ...data] = Array.from({ length }, next)
    if (kind !== 49) unknown(`GS ( k ${kind}`)
    if (action === 80) qrData = Buffer.from(data.slice(1)).toString()
    else if (action === 67) qrDot = data[0] ?? 0
    else if (action === 81) drawQr()
    else if (![65, 69].includes(action ?? 0)) unknown(`GS ( k 49 ${action}`)
  }

  function drawQr(): void {
    const modules = encode(qrData, { ecc: 'M', border: 0 }).data
    const rows = modules.flatMap((row) => {
      const dots = row.flatMap((black) => Array<boolean>(qrDot).fill(black))
      return Array.from({ length: qrDot }, () => dots)
    })
    if (rows.length > width) throw new Error('a QR code is wider than the paper')
    qrs.push(qrData)
    rasters.push({ x: ((width - rows.length) * align) / 2, y, rows })
    y += rows.length
  }

  function escape(): void {
    const command = String.fromCharCode(next())
    if (command === '@') {
      align = 0
      spacing = usualSpacing
      style = { wide: 1, high: 1, bold: false }
    } else if (command === 'a') align = next()
    else if (command === 'E') style = { ...style, bold: next() % 2 === 1 }
    else if (command === '2') spacing = usualSpacing
    else if (command === '3') spacing = next()
    else if (command === 'd') for (let more = next(); more > 0; more -= 1) feed()
    else if (command === 'J') y += next()
    else if (command === 't') {
      const page = next()
      if (page !== 0) unknown(`ESC t ${page}`)
    } else if (command === 'M') {
      const font = next()
      if (font !== 0) unknown(`ESC M ${font}`)
    } else unknown(`ESC ${command}`)
  }

  function group(): void {
    const command = String.fromCharCode(next())
    if (command === '!') {
      const size = next()
      style = { ...style, wide: (size >> 4) + 1, high: (size & 15) + 1 }
    } else if (command === 'v') {
      if (next() !== 0x30) unknown('GS v')
      raster()
    } else if (command === '(') {
      if (next() !== 0x6b) unknown('GS (')
      qr()
    } else if (command === 'V') {
      const mode = next()
      if (![0, 1, 48, 49].includes(mode)) unknown(`GS V ${mode}`)
      if (line.length > 0) throw new Error('cut in the middle of a line')
      cuts.push(y)
    } else unknown(`GS ${command}`)
  }

  while (place < bytes.length) {
    const byte = next()
    if (byte === 0x0a) feed()
    else if (byte === 0x1b) escape()
    else if (byte === 0x1d) group()
    else if (byte === 0x1c) {
      if (next() !== 0x2e) unknown('FS')
    } else if (byte >= 0x20) write(byte)
    else unknown(`byte ${byte}`)
  }
  if (line.length > 0) throw new Error(`the last line was never printed: ${lineText()}`)
  return { width, height: y, texts, lines, rasters, qrs, cuts }
}
