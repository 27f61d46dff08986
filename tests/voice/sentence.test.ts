// Sentences of a screen, as a voice should speak them.
import { describe, expect, it } from 'vitest'
import type { Language } from '../../server/voice/text/languages.ts'
import { sentenceText } from '../../server/voice/text/numbers.ts'
import { spokenForm, usualPronunciations } from '../../server/voice/text/pronunciation.ts'

const said = (text: string, language: Language) =>
  spokenForm(sentenceText(text, language), language, usualPronunciations)

describe('a sentence in Indonesian', () => {
  it.each([
    ['3 orang menunggu', 'tiga orang menunggu'],
    ['Nomor antrean Anda A012.', 'Nomor antrean Anda a, nol satu dua.'],
    ['A, 0, 1, 2', 'a, nol, satu, dua'],
    ['BC1004', 'be ce, satu nol nol empat'],
    [
      'Buka hari ini 08.00–12.00, 13.00–15.30',
      'Buka hari ini delapan sampai dua belas, tiga belas sampai lima belas lewat tiga puluh menit',
    ],
    ['sekitar 10–15 menit', 'sekitar sepuluh sampai lima belas menit'],
    ['Segera hadir, 11 Jan 2027', 'Segera hadir, sebelas Januari dua ribu dua puluh tujuh'],
    ['Jan Ethes', 'Jan Ethes'],
    ['Biaya Rp50.000', 'Biaya lima puluh ribu rupiah'],
    ['1.250 orang', 'seribu dua ratus lima puluh orang'],
    ['Pas foto 4x6, 2 lembar', 'Pas foto empat kali enam, dua lembar'],
    ['1,5 jam', 'satu koma lima jam'],
    [
      'NIK 5107012345678901',
      'en i ka lima satu nol tujuh nol satu dua tiga empat lima enam tujuh delapan sembilan nol satu',
    ],
    ['Telepon 0363-21234', 'Telepon nol tiga enam tiga dua satu dua tiga empat'],
    ['KTP-el dan/atau SIM C', 'ka te pe el dan atau sim ce'],
    ['Kartu Keluarga · Dukcapil', 'Kartu Keluarga, Dukcapil'],
  ])('%s', (text, words) => {
    expect(said(text, 'id')).toBe(words)
  })
})

describe('a sentence in English', () => {
  it.each([
    ['3 people waiting', 'three people waiting'],
    ['Your number A012.', 'Your number ay, zero one two.'],
    [
      'Open today 08:00–12:00, 13:00–15:05',
      "Open today eight o'clock to twelve o'clock, thirteen o'clock to fifteen oh five",
    ],
    ['1,250 people', 'one thousand two hundred and fifty people'],
    ['2,005', 'two thousand and five'],
    ['Coming soon, 11 Jan', 'Coming soon, eleven January'],
    ['a 4 × 6 photo', 'a four by six photo'],
  ])('%s', (text, words) => {
    expect(said(text, 'en')).toBe(words)
  })
})

describe('what nobody can say', () => {
  it.each(['', ' ', '…?!', '—', '😀😀', '🇮🇩', '<>', '→ →', '\u200d\ufe0f', '~~~~'])(
    '%j is nothing',
    (text) => {
      expect([sentenceText(text, 'id'), sentenceText(text, 'en')]).toEqual(['', ''])
    },
  )

  it('is left out of what can be said', () => {
    expect(said('Selamat 😀 datang!!!!', 'id')).toBe('Selamat datang!')
    expect(said('<b onclick="x()">tiga</b> [[_]]', 'id')).toBe('b onclick="x()" tiga /b _')
  })
})

describe('amounts', () => {
  it('are said up to 999,999, with se- for one in Indonesian', () => {
    const id = (n: number) => sentenceText(String(n), 'id')
    expect([1000, 1001, 1999, 2000, 11_000, 100_000, 999_999].map(id)).toEqual([
      'seribu',
      'seribu satu',
      'seribu sembilan ratus sembilan puluh sembilan',
      'dua ribu',
      'sebelas ribu',
      'seratus ribu',
      'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan',
    ])
    expect([1000, 1100, 21_007].map((n) => sentenceText(String(n), 'en'))).toEqual([
      'one thousand',
      'one thousand one hundred',
      'twenty-one thousand and seven',
    ])
  })
})
