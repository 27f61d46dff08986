// The QR code of a text: its modules, and how large they can be on a paper.
import { encode } from 'uqr'

/** White modules that scanners need around it. */
export const quietModules = 4

/** A square of modules, true for black, with its quiet zone. */
export function qrModules(text: string): boolean[][] {
  // M repairs 15 %: thermal paper gets scratched, and a denser code would be harder to read than a damaged one.
  return encode(text, { ecc: 'M', border: quietModules }).data
}

/**
 * Dots per module on a paper: as near to 2 cm (160 dots) without the quiet zone as fits, and never under half a
 * millimetre. A phone reads that at arm's length, and every dot costs printing time.
 */
export function moduleDots(modules: number, paperDots: number): number {
  const wanted = Math.round(160 / (modules - 2 * quietModules))
  return Math.max(1, Math.min(Math.max(4, wanted), Math.floor(paperDots / modules)))
}

/** The black modules as one SVG path, each `dots` wide, with each row's run in one stroke. */
export function qrPath(modules: readonly (readonly boolean[])[], dots: number): string {
  return modules
    .flatMap((row, y) =>
      runs(row).map(
        ([from, to]) => `M${from * dots} ${y * dots}h${(to - from) * dots}v${dots}h-${(to - from) * dots}z`,
      ),
    )
    .join('')
}

function runs(row: readonly boolean[]): [from: number, to: number][] {
  const found: [number, number][] = []
  row.forEach((black, x) => {
    const last = found.at(-1)
    if (!black) return
    if (last && last[1] === x) last[1] = x + 1
    else found.push([x, x + 1])
  })
  return found
}

/** The QR code of a text as a picture of its own, as large as the room it is given. */
export function qrSvg(text: string): string {
  const modules = qrModules(text)
  const side = modules.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${qrPath(modules, 1)}"/></svg>`,
  ].join('')
}
