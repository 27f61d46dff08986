// Pieces of time, and what is left when others are taken out: a step's waiting is its time less a few such pieces.

/** Milliseconds since 1970, `to` not included. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** The parts of the pieces within `from` and `to`, in order and disjoint. */
export function within(pieces: Iterable<Piece>, from: number, to: number): Piece[] {
  const inside = [...pieces]
    .map((piece) => ({ from: Math.max(piece.from, from), to: Math.min(piece.to, to) }))
    .filter((piece) => piece.from < piece.to)
    .sort((a, b) => a.from - b.from)
  const apart: Piece[] = []
  for (const piece of inside) {
    const last = apart.at(-1)
    if (last && piece.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, piece.to) }
    else apart.push(piece)
  }
  return apart
}

/** What is left of the pieces without the others; both in order and disjoint, as `within` gives them. */
export function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ from, to }) => {
    const left: Piece[] = []
    let at = from
    for (const other of others) {
      if (other.to <= at || other.from >= to) continue
      if (other.from > at) left.push({ from: at, to: other.from })
      at = Math.max(at, other.to)
    }
    if (at < to) left.push({ from: at, to })
    return left
  })
}

/** Seconds of all pieces together. */
export function seconds(pieces: Iterable<Piece>): number {
  let ms = 0
  for (const { from, to } of pieces) ms += to - from
  return ms / 1000
}
