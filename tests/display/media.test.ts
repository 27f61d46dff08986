// The board's media: how words come in pages, and how they take turns with the queues.
import { describe, expect, it } from 'vitest'
import { alternate, inChunks } from '../../display-ui/media/lines.ts'

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

  it('leaves the queues half of the time', () => {
    expect(alternate(['q'], ['a', 'b', 'c'])).toEqual(['q', 'a', 'q', 'b', 'q', 'c'])
    expect(alternate(['q', 'r', 's'], ['a'])).toEqual(['q', 'a', 'r', 'a', 's', 'a'])
    expect(alternate(['q'], [])).toEqual(['q'])
    expect(alternate([], ['a'])).toEqual(['a'])
  })
})
