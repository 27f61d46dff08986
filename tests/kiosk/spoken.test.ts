// What the spoken mode reads out at a place, in which order, and in which words.
import { afterEach, describe, expect, it } from 'vitest'
import { language } from '../../screens/i18n.ts'
import {
  changeOf,
  dialogOf,
  entryOf,
  isDue,
  phraseOf,
  itemsOf,
  wordsOf,
  type Item,
  type Seen,
} from '../../kiosk-ui/spoken/reading.ts'
import { en, id, languageHint } from '../../kiosk-ui/spoken/texts.ts'
import { textFaults } from '../screens/texts.ts'

type Parts = (Seen | string)[]
const element =
  (tag: string, more: Partial<Seen> = {}) =>
  (...parts: Parts): Seen => ({
    node: tag,
    tag,
    hidden: false,
    control: tag === 'button',
    number: false,
    inline: false,
    name: null,
    language: 'id',
    states: [],
    ...more,
    parts,
  })
const [div, p, h1, h2, li, ul, button] = ['div', 'p', 'h1', 'h2', 'li', 'ul', 'button'].map((tag) =>
  element(tag),
) as [
  ReturnType<typeof element>,
  ReturnType<typeof element>,
  ReturnType<typeof element>,
  ReturnType<typeof element>,
  ReturnType<typeof element>,
  ReturnType<typeof element>,
  ReturnType<typeof element>,
]
const block = element('span')
const inline = element('span', { inline: true })
const hidden = element('span', { hidden: true })
const read = (seen: Seen) => itemsOf(seen).map(({ kind, text }) => `${kind}: ${text}`)

afterEach(() => {
  language.value = 'id'
})

describe('what is read', () => {
  it('is headings, texts and choices in the order of the page', () => {
    const place = div(
      div(h1('Periksa'), p('Dua layanan.')),
      ul(li(block(block('KTP-el'), block('Dukcapil')), button('Keluarkan')), li('Akta')),
      div(h2('Dokumen')),
      div(button('Ambil nomor')),
    )
    expect(read(place)).toEqual([
      'heading: Periksa',
      'text: Dua layanan.',
      'text: KTP-el, Dukcapil',
      'control: Keluarkan',
      'text: Akta',
      'heading: Dokumen',
      'control: Ambil nomor',
    ])
  })

  it('leaves out what is hidden, empty, or a picture, with all that is in it', () => {
    expect(read(div(hidden(h1('Ada'), button('Ada')), p(), p('  '), button(hidden('→'), 'Lanjut')))).toEqual([
      'control: Lanjut',
    ])
  })

  it('holds apart what only the style sheet holds apart, and nothing else', () => {
    expect(wordsOf(button(block('Menurut instansi'), block('Dukcapil dan lainnya.'), block('3')))).toBe(
      'Menurut instansi, Dukcapil dan lainnya. 3',
    )
    expect(wordsOf(p('Ada ', inline('3'), ' orang'))).toBe('Ada 3 orang')
    expect(wordsOf(p(inline('Zona A'), ' ', inline('Lantai 1')))).toBe('Zona A, Lantai 1')
    expect(wordsOf(p(inline('Zona A'), inline('Lantai 1')))).toBe('Zona A, Lantai 1')
  })

  it('takes the name of what has one, and words beside a paragraph too', () => {
    const cross = element('button', { name: 'Keluarkan Akta' })('×')
    expect(read(div('Sisa ', cross))).toEqual(['text: Sisa', 'control: Keluarkan Akta'])
  })
})

const item = (kind: Item['kind'], text: string, more: Partial<Item> = {}): Item => ({
  node: text,
  kind,
  text,
  language: 'id',
  states: [],
  ...more,
})
const words = (sentences: readonly { text: string }[]) => sentences.map(({ text }) => text)

describe('what is said', () => {
  it('names a choice and how it stands', () => {
    expect(words(phraseOf(item('control', 'Lanjut')))).toEqual(['Lanjut, tombol.'])
    expect(words(phraseOf(item('control', 'KTP', { states: ['off'] })))).toEqual(['KTP, belum dipilih.'])
    expect(words(phraseOf(item('control', 'Ambil', { states: ['disabled'] })))).toEqual([
      'Ambil, tidak dapat dipilih.',
    ])
    expect(words(changeOf(item('control', 'KTP', { states: ['on'] })))).toEqual(['dipilih.'])
  })

  it('says a number sign by sign, slowly, twice', () => {
    const slowly = { text: 'Nomor, A, 0, 1, 2.', language: 'id', slow: true }
    expect(phraseOf(item('number', 'Nomor A 0 1 2'))).toEqual([slowly, slowly])
  })

  it('enters a place with its heading, what is urgent, how many choices there are and how to move', () => {
    const items = [
      item('heading', 'Pilih instansi'),
      item('text', 'Penjelasan'),
      item('control', 'Dukcapil'),
      item('control', 'Polres', { states: ['disabled'] }),
    ]
    expect(words(entryOf(items, ['Terputus'], 'id'))).toEqual([
      'Pilih instansi.',
      'Terputus.',
      '1 pilihan.',
      id.move,
    ])
  })

  it('tells all about a number: where to wait, what to do, once', () => {
    const items = [
      item('heading', 'Nomor antrean Anda'),
      item('number', 'Nomor A 0 1 2'),
      item('text', 'Zona A, Lantai 1'),
      item('text', 'Ambil kertas Anda'),
      item('control', 'Selesai'),
    ]
    expect(words(entryOf(items, ['Ambil kertas Anda'], 'id')).slice(1, 5)).toEqual([
      'Nomor, A, 0, 1, 2.',
      'Nomor, A, 0, 1, 2.',
      'Zona A, Lantai 1.',
      'Ambil kertas Anda.',
    ])
    expect(words(entryOf(items, ['Ambil kertas Anda'], 'id'))).toHaveLength(7)
  })

  it('says all of a dialog but its buttons', () => {
    expect(
      words(dialogOf([item('heading', 'Masih di sini?'), item('text', '15 detik'), item('control', 'Ya')])),
    ).toEqual(['Masih di sini?', '15 detik.'])
  })

  it('speaks in the language of the words', () => {
    language.value = 'en'
    expect(phraseOf(item('control', 'English', { language: 'en', states: ['on'] }))).toEqual([
      { text: 'English, selected.', language: 'en' },
    ])
  })

  it('splits what is longer than the server says at once, between words', () => {
    const long = 'kata kata kata kata '.repeat(50).trim()
    const pieces = words(phraseOf(item('text', long)))
    expect(pieces.every((piece) => piece.length <= 400)).toBe(true)
    expect(pieces.join(' ').replace(/\s+/g, ' ')).toBe(`${long}.`)
  })

  it('says a countdown now and then', () => {
    const said = Array.from({ length: 61 }, (_, n) => n).filter((n) => isDue(`Kembali dalam ${n} detik.`))
    expect(said).toEqual([5, 10, 20, 30, 60])
    expect(isDue('tanpa angka')).toBe(false)
  })
})

describe('the texts', () => {
  it('are the same in both languages', () => {
    expect(textFaults(id, en)).toEqual([])
  })

  it('say in each language how it is chosen, by its place', () => {
    expect([
      languageHint('id', 0),
      languageHint('en', 1),
      languageHint('en', 2),
      languageHint('ban', 3),
    ]).toEqual([
      'Untuk bahasa Indonesia, tekan Enter.',
      'For English, press down, then Enter.',
      'For English, press down, down, then Enter.',
      null,
    ])
  })

  it('are each short enough to be said at once', () => {
    expect(Object.values({ ...id, ...en }).filter((text) => text.length > 400)).toEqual([])
  })
})
