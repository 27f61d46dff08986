// What is said, word by word, in both languages.
import { describe, expect, it } from 'vitest'
import { announcementText, comingText } from '../../server/voice/text/announcement.ts'
import { isSpoken, type Language } from '../../server/voice/text/languages.ts'
import { spokenForm, usualPronunciations } from '../../server/voice/text/pronunciation.ts'
import { english, indonesian } from './numbers.ts'

const call = (number: string, name: string, label: string, language: Language) =>
  announcementText({ number, counterName: { id: name, en: name }, counterLabel: label, language })

describe('the sentence', () => {
  it.each([
    ['A012', 'Loket 3', '3', 'Nomor antrean, A, nol satu dua, silakan menuju loket tiga.'],
    ['B1004', 'Loket 11', '11', 'Nomor antrean, B, satu nol nol empat, silakan menuju loket sebelas.'],
    ['AB100', 'Loket 21', '21', 'Nomor antrean, A B, satu nol nol, silakan menuju loket dua puluh satu.'],
    ['C007', 'Loket 3A', '3A', 'Nomor antrean, C, nol nol tujuh, silakan menuju loket tiga A.'],
    ['C007', 'Loket B2', 'B2', 'Nomor antrean, C, nol nol tujuh, silakan menuju loket B dua.'],
    ['D001', 'Loket 05', '05', 'Nomor antrean, D, nol nol satu, silakan menuju loket nol lima.'],
    [
      'D001',
      'Loket 350',
      '350',
      'Nomor antrean, D, nol nol satu, silakan menuju loket tiga ratus lima puluh.',
    ],
    ['E010', 'Meja Informasi', 'INFO', 'Nomor antrean, E, nol satu nol, silakan menuju Meja Informasi.'],
    [
      'E010',
      'Pelayanan SIM',
      '7',
      'Nomor antrean, E, nol satu nol, silakan menuju Pelayanan SIM, loket tujuh.',
    ],
    ['E010', 'Loket', '7', 'Nomor antrean, E, nol satu nol, silakan menuju loket tujuh.'],
    ['E010', 'Loket Prioritas', 'Prior', 'Nomor antrean, E, nol satu nol, silakan menuju loket Prioritas.'],
    ['E010', 'Loketku 2', '2', 'Nomor antrean, E, nol satu nol, silakan menuju Loketku dua.'],
  ])('%s at %s (%s) in Indonesian', (number, name, label, sentence) => {
    expect(call(number, name, label, 'id')).toBe(sentence)
  })

  it.each([
    ['A012', 'Counter 3', '3', 'Queue number A, zero one two, please go to counter three.'],
    ['AB100', 'Counter 21', '21', 'Queue number A B, one zero zero, please go to counter twenty-one.'],
    [
      'C007',
      'Counter 105',
      '105',
      'Queue number C, zero zero seven, please go to counter one hundred and five.',
    ],
    ['E010', 'Information desk', 'INFO', 'Queue number E, zero one zero, please go to Information desk.'],
    [
      'E010',
      'Driving licences',
      'B',
      'Queue number E, zero one zero, please go to Driving licences, counter B.',
    ],
  ])('%s at %s (%s) in English', (number, name, label, sentence) => {
    expect(call(number, name, label, 'en')).toBe(sentence)
  })

  it("takes the counter's name in the language of the sentence", () => {
    const counter = { counterName: { id: 'Loket 4', en: 'Counter 4' }, counterLabel: '4' }
    expect(announcementText({ number: 'A001', ...counter, language: 'id' })).toContain('loket empat')
    expect(announcementText({ number: 'A001', ...counter, language: 'en' })).toContain('counter four')
  })

  it.each([
    [
      'id',
      'Nomor antrean, A, nol satu dua, mohon tunggu di tempat, petugas loket tiga akan menghampiri Anda.',
    ],
    [
      'en',
      'Queue number A, zero one two, please stay where you are, staff of counter three will come to you.',
    ],
  ] as const)('of a visitor to whom staff come sends nobody anywhere (%s)', (language, sentence) => {
    const counter = { counterName: { id: 'Loket 3', en: 'Counter 3' }, counterLabel: '3' }
    expect(comingText({ number: 'A012', ...counter, language })).toBe(sentence)
  })

  it('knows which languages can be spoken', () => {
    expect(['id', 'en', 'ban', 'constructor'].filter(isSpoken)).toEqual(['id', 'en'])
  })
})

describe('a counter with a number', () => {
  it('is said as words from 0 to 120 in Indonesian', () => {
    expect(indonesian).toHaveLength(121)
    expect(indonesian.map((_, n) => call('A001', `Loket ${n}`, String(n), 'id'))).toEqual(
      indonesian.map((words) => `Nomor antrean, A, nol nol satu, silakan menuju loket ${words}.`),
    )
  })

  it('is said as words from 0 to 120 in English', () => {
    expect(english).toHaveLength(121)
    expect(english.map((_, n) => call('A001', `Counter ${n}`, String(n), 'en'))).toEqual(
      english.map((words) => `Queue number A, zero zero one, please go to counter ${words}.`),
    )
  })

  it.each([
    [200, 'dua ratus', 'two hundred'],
    [211, 'dua ratus sebelas', 'two hundred and eleven'],
    [999, 'sembilan ratus sembilan puluh sembilan', 'nine hundred and ninety-nine'],
    [1234, 'satu dua tiga empat', 'one two three four'],
  ])('%i is %s, %s', (n, id, en) => {
    expect(call('A001', `Loket ${n}`, String(n), 'id')).toMatch(new RegExp(`loket ${id}\\.$`))
    expect(call('A001', `Counter ${n}`, String(n), 'en')).toMatch(new RegExp(`counter ${en}\\.$`))
  })
})

describe('letters', () => {
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

  it('stay letters in the text that is shown', () => {
    expect(alphabet.map((letter) => call(`${letter}001`, 'Loket 1', '1', 'id'))).toEqual(
      alphabet.map((letter) => `Nomor antrean, ${letter}, nol nol satu, silakan menuju loket satu.`),
    )
  })

  it.each([
    ['id', 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet'],
    [
      'en',
      'ay bee cee dee ee ef gee aitch eye jay kay el em en oh pee cue ar ess tee you vee double you ex wye zed',
    ],
  ] as const)('have their names when spoken in %s', (language, names) => {
    expect(spokenForm(alphabet.join(' '), language, [])).toBe(names)
  })

  it('are named in numbers and counters of a spoken sentence', () => {
    expect(spokenForm(call('AB012', 'Loket 3A', '3A', 'id'), 'id', [])).toBe(
      'Nomor antrean, a be, nol satu dua, silakan menuju loket tiga a.',
    )
  })
})

describe('pronunciation', () => {
  it.each([
    ['Loket BPJS Kesehatan', 'id', 'Loket be pe je es Kesehatan'],
    ['Loket BPJS Kesehatan', 'en', 'Loket bee pee jay ess Kesehatan'],
    ['Pelayanan SIM', 'id', 'Pelayanan sim'],
    ['KTP-el dan KTP', 'id', 'ka te pe el dan ka te pe'],
  ] as const)('the usual short names: %s in %s', (text, language, spoken) => {
    expect(spokenForm(text, language, usualPronunciations)).toBe(spoken)
  })

  it('is applied to whole words as they are written, the longest first and only once', () => {
    const say = [
      { word: 'Go', as: { id: 'go' } },
      { word: 'Go+', as: { id: 'Go plus' } },
      { word: 'plus', as: { id: 'min' } },
    ]
    expect(spokenForm('Go, Go+ dan Gojek, plus GO', 'id', say)).toBe('go, Go plus dan Gojek, min GO')
  })

  it('leaves a word alone in a language without that exception', () => {
    expect(spokenForm('Samsat', 'en', [{ word: 'Samsat', as: { id: 'samsat' } }])).toBe('Samsat')
  })

  it('drops what a speech engine could take for a command', () => {
    const say = [{ word: 'x', as: { id: "[['i]]" } }]
    expect(spokenForm("[[@@]] <voice name='x'> \u0000\n satu", 'id', say)).toBe("@@ voice name=' 'i ' satu")
  })
})
