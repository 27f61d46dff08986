// What a slip says, as pure data: a list of blocks that a printer, a screen and an office printer all show the same way.

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
  /** A line of a list: its mark (`1.`, a dash, or nothing) hangs in the margin, the text stays clear of it. */
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
  /** A PNG as base64; what is not one is left out. */
  | { readonly kind: 'image'; readonly png: string }
  /** `by`: drawn in this way whatever the printer is said to be able to, to try it. */
  | { readonly kind: 'qr'; readonly text: string; readonly by?: 'dots' | 'printer' }
  | { readonly kind: 'feed'; readonly lines: number }
  /** From edge to edge of what the printer can reach, to see whether the width is set right. */
  | { readonly kind: 'ruler' }
  | { readonly kind: 'cut' }

export interface SlipDocument {
  /** The number, or what else the paper is about, in a word. */
  readonly title: string
  /** Of the texts, for who reads the picture aloud. */
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
