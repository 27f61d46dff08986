// Parts of a file: televisions ask for a sound in pieces, and some refuse to play a file that is not offered in
// pieces. One piece at a time; a request for several gets the whole, as RFC 9110 (14.2) allows.

/** A piece, both ends included. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** Which of `size` bytes a `Range` header asks for; null: all; `beyond`: only bytes past the end. */
export function pieceOf(header: string | undefined, size: number): Piece | null | 'beyond' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = asked ?? []
  if (first === '' && last === '') return null
  if (first === '')
    return Number(last) === 0 ? 'beyond' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  // A range whose end is before its beginning is invalid.
  if (last !== '' && Number(last) < Number(first)) return null
  if (Number(first) >= size) return 'beyond'
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
