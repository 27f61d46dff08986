// What a slip says, as pure data: a list of blocks that receipt printers, screens and office printers all show alike.

/** `tall` is twice as high, `large` twice as high and wide, `number` as large as the paper allows. */
export type Size = 'normal' | 'tall' | 'large' | 'number'
export type Align = 'left' | 'center' | 'right'

/** Width of the roll in millimetres. */
export type Paper = 58 | 80

export type Block =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly size: Size
      readonly bold: boolean
      readonly align: Align
    }
  /** A list item: its mark (`1.`, a dash, or nothing) hangs in the margin, clear of the text. */
  | {
      readonly kind: 'item'
      readonly mark: string
      readonly text: string
      readonly size: Size
      readonly bold: boolean
    }
  /** Two short texts, one at each edge. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly bold: boolean }
  | { readonly kind: 'rule' }
  /** A PNG as base64; anything else is left out. */
  | { readonly kind: 'image'; readonly png: string }
  /** `by` forces one way of drawing, whatever the printer is said to support, so that it can be tried. */
  | { readonly kind: 'qr'; readonly text: string; readonly by?: 'dots' | 'printer' }
  | { readonly kind: 'feed'; readonly lines: number }
  /** A scale from edge to edge of the printable width, to check that the width is set right. */
  | { readonly kind: 'ruler' }
  | { readonly kind: 'cut' }

export interface SlipDocument {
  /** A short title: the number, or whatever else the paper is about. */
  readonly title: string
  /** Language of the texts, for screen readers. */
  readonly language: string
  readonly blocks: readonly Block[]
}

/** A line of text, centred and of normal size unless told otherwise. */
export function text(
  words: string,
  { size = 'normal', bold = false, align = 'center' }: { size?: Size; bold?: boolean; align?: Align } = {},
): Block {
  return { kind: 'text', text: words, size, bold, align }
}

/** A line of a list. */
export function item(
  mark: string,
  words: string,
  { size = 'normal', bold = false }: { size?: Size; bold?: boolean } = {},
): Block {
  return { kind: 'item', mark, text: words, size, bold }
}
