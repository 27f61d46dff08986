// Which clips make up a sentence, and which ones a hall has to record.
import { describe, expect, it } from 'vitest'
import { neededClips, clipWords, cover } from '../../server/voice/clips/needed.ts'
import { announcementText } from '../../server/voice/text/announcement.ts'
import { smallPlan } from '../rules/small-plan.ts'

const call = (number: string, name: string, label: string, language: 'id' | 'en') =>
  announcementText({ number, counterName: { id: name, en: name }, counterLabel: label, language })

describe('a sentence', () => {
  it.each([
    [
      'id',
      call('A012', 'Loket 3', '3', 'id'),
      'nomor antrean / huruf-a / nol satu dua / silakan menuju loket tiga',
    ],
    [
      'id',
      call('B105', 'Loket 11', '11', 'id'),
      'nomor antrean / huruf-b / satu nol lima / silakan menuju loket sebelas',
    ],
    [
      'en',
      call('A021', 'Counter 21', '21', 'en'),
      'queue number letter-a / zero two one / please go to counter twenty one',
    ],
    ['id', 'KTP-el, Jum’at.', 'ktp el / jumat'],
    ['id', '../../etc/passwd', 'etc / passwd'],
    ['id', 'a\\b\0c <b> 💥 ', 'a / b / c / b'],
    ['id', '…, . !', ''],
  ] as const)('in %s: %s', (language, text, words) => {
    expect(
      clipWords(text, language)
        .map((stretch) => stretch.join(' '))
        .join(' / '),
    ).toBe(words)
  })

  it('of nothing but signs of other scripts keeps to letters', () => {
    for (const words of clipWords('\u202eabc ᬅᬓ᭄ᬱᬭ 中文 ../x', 'id').flat())
      expect(words).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u)
  })
})

describe('clips', () => {
  const of = (words: string, ...clips: string[]) => cover(words.split(' '), (clip) => clips.includes(clip))

  it('that say more at once are taken before single words', () => {
    expect(
      of('silakan menuju loket tiga', 'silakan', 'menuju', 'loket', 'tiga', 'silakan-menuju-loket'),
    ).toEqual({
      clips: ['silakan-menuju-loket', 'tiga'],
      missing: [],
    })
  })

  it('are joined so that everything is said, if the longest one would leave a word over', () => {
    expect(of('a b c', 'a-b', 'a', 'b-c').clips).toEqual(['a', 'b-c'])
  })

  it('that are missing are named word by word', () => {
    expect(of('nomor antrean', 'antrean')).toEqual({ clips: ['antrean'], missing: ['nomor'] })
    expect(of('nomor antrean')).toEqual({ clips: [], missing: ['nomor', 'antrean'] })
    expect(of('')).toMatchObject({ clips: [] })
  })
})

describe('what a hall needs', () => {
  const text = (id: string, en: string) => ({ id, en })
  const plan = {
    services: smallPlan.services.slice(0, 1).map((service) => ({ ...service, prefix: 'AB' })),
    counters: [
      { ...smallPlan.counters[0], label: '3A', name: text('Loket 3A', 'Counter 3A') },
      { ...smallPlan.counters[0], label: '21', name: text('Loket 21', 'Counter 21') },
      { ...smallPlan.counters[0], label: 'INFO', name: text('Meja Informasi', 'Information desk') },
    ],
    zones: [
      { ...smallPlan.zones[0], name: text('Lantai 21', 'Floor 21') },
      { ...smallPlan.zones[0], name: text('Zona B', 'Zone B') },
    ],
  } as Parameters<typeof neededClips>[0]
  const digits = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'
  const english = 'zero one two three four five six seven eight nine'

  it('is phrases, digits, its letters, its numbers and its names, each once', () => {
    const files = (language: 'id' | 'en') => neededClips(plan, [language]).map(({ words }) => words.join('-'))
    expect(files('id').join(' ')).toBe(
      `nomor-antrean silakan-menuju loket ke ${digits} huruf-a huruf-b puluh meja-informasi mohon-tunggu-di-tempat petugas akan-menghampiri-anda ini-uji-suara-untuk tidak-ada-yang-dipanggil lantai zona`,
    )
    expect(files('en').join(' ')).toBe(
      `queue-number please-go-to counter queue-numbers to ${english} letter-a letter-b twenty information-desk please-stay-where-you-are staff-of will-come-to-you this-is-a-sound-test-for nobody-is-called floor zone`,
    )
  })
})
