// What the manager types for slips, and the files chosen as logos.
import { describe, expect, it } from 'vitest'
import { readLines, typedLines, logoFrom } from '../../counter-ui/manage/SlipsSection.tsx'

describe('lines', () => {
  const typed = (id: string, en: string) =>
    readLines(
      new Map([
        ['id', id],
        ['en', en],
      ]),
      'id',
    )

  it('are side by side line by line, without empty ones', () => {
    expect(typed('Satu\n\n Dua ', 'One\nTwo')).toEqual([
      { id: 'Satu', en: 'One' },
      { id: 'Dua', en: 'Two' },
    ])
    expect(typed('', 'Alone')).toEqual([])
  })

  it('without a translation say the same in every language, and show an empty field for it', () => {
    const lines = typed('Satu', '')
    expect(lines).toEqual([{ id: 'Satu', en: 'Satu' }])
    expect(typedLines(lines, 'en', 'id')).toBe('')
    expect(typedLines(lines, 'id', 'id')).toBe('Satu')
    expect(typedLines(typed('Satu\nDua', 'One'), 'en', 'id')).toBe('One\nDua')
  })
})

describe('a logo', () => {
  const png = (more: number) =>
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(more).fill(7)])

  it('is a PNG, kept as base64', () => {
    expect(logoFrom(png(1))).toEqual({ png: Buffer.from(png(1)).toString('base64') })
  })

  it('of another kind is refused, whatever its name', () => {
    expect(logoFrom(new TextEncoder().encode('JFIF, not a PNG at all'))).toEqual({ fault: 'not-png' })
    expect(logoFrom(new Uint8Array())).toEqual({ fault: 'not-png' })
  })

  it('fits into 40,000 characters, or is too large', () => {
    expect(logoFrom(png(29_992))).toHaveProperty('png')
    expect(logoFrom(png(29_993))).toEqual({ fault: 'too-large', bytes: 30_001 })
  })
})
