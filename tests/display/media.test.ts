// The board's media: how text is split into pages, and how media take turns with the queues.
import { describe, expect, it } from 'vitest'
import { alternate, inChunks, inParts } from '../../display-ui/fit.ts'

describe('an announcement in words', () => {
  it.each([
    ['Hari ini tutup pukul 12.00', 80, ['Hari ini tutup pukul 12.00']],
    ['Hari ini tutup pukul 12.00', 12, ['Hari ini', 'tutup pukul', '12.00']],
    ['  banyak   spasi ', 80, ['banyak spasi']],
    ['satu dua tiga empat lima enam', 24, ['satu dua tiga empat', 'lima enam']],
    ['x'.repeat(25), 10, ['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]],
    ['a xxxxxxxxxxxx b', 5, ['a', 'xxxxx', 'xxxxx', 'xx b']],
    [' ', 10, []],
  ])('%j in pages of %i', (text, most, pages) => {
    expect(inChunks(text, most)).toEqual(pages)
  })

  it.each([80, 38])('of 300 characters is whole in pages of %i', (most) => {
    const text = 'Bawalah kartu keluarga asli, KTP-el dan salinannya paling lambat pukul 11.00. '
      .repeat(4)
      .slice(0, 300)
      .trim()
    const pages = inChunks(text, most)
    expect(pages.join(' ')).toBe(text)
    expect(pages.filter(({ length }) => length > most)).toEqual([])
  })

  it('in capitals has less on a page, as they are wider', () => {
    expect(inChunks('HARI INI TUTUP PUKUL 12', 24)).toEqual(['HARI INI TUTUP', 'PUKUL 12'])
  })

  it('leaves the queues half of the time', () => {
    expect(alternate(['q'], ['a', 'b', 'c'])).toEqual(['q', 'a', 'q', 'b', 'q', 'c'])
    expect(alternate(['q', 'r', 's'], ['a'])).toEqual(['q', 'a', 'r', 'a', 's', 'a'])
    expect(alternate(['q'], [])).toEqual(['q'])
    expect(alternate([], ['a'])).toEqual(['a'])
  })
})

describe('a name', () => {
  it.each([
    ['Kependudukan', 'Civil registry', [['Kependudukan', 'Civil registry']]],
    ['Kependudukan', null, [['Kependudukan', null]]],
    [
      'Mal Pelayanan Publik Kabupaten Karangasem di Amlapura',
      'Public services',
      [
        ['Mal Pelayanan Publik Kabupaten', 'Public services'],
        ['Karangasem di Amlapura', 'Public services'],
      ],
    ],
    [
      'Pendek',
      'A longer name in English',
      [
        ['Pendek', 'A longer name in'],
        ['Pendek', 'English'],
      ],
    ],
  ])('%j and %j is whole, in turns', (first, other, parts) => {
    expect(inParts(first, other, 32, 20).map((part) => [part.first, part.other])).toEqual(parts)
  })
})
