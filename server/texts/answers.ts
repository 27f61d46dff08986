// What single answers say beside their code, in both languages.
import type { Weakness } from '../access/password.ts'

export const id: Readonly<Record<Weakness, string>> = {
  'too-short':
    'Kata sandi terlalu pendek. Pakailah minimal 10 karakter; beberapa kata dengan spasi juga boleh.',
  'too-long': 'Kata sandi terlalu panjang. Pakailah paling banyak 200 karakter.',
  common: 'Kata sandi ini termasuk yang paling sering dipakai orang, jadi mudah ditebak. Pilih yang lain.',
  'known-here':
    'Kata sandi ini mudah ditebak: hampir seluruhnya nama pengguna, nama Anda, nama instansi, atau nama mal. Pilih yang lain.',
  'too-plain':
    'Kata sandi ini hanya mengulang atau mengurutkan karakter, jadi mudah ditebak. Pilih yang lain.',
  'the-old-one': 'Ini kata sandi yang lama. Pilih yang lain.',
}

export const en: Readonly<Record<Weakness, string>> = {
  'too-short': 'The password is too short. Use at least 10 characters; several words with spaces are fine.',
  'too-long': 'The password is too long. Use at most 200 characters.',
  common: 'This password is one of those people use most, so it is easy to guess. Choose another one.',
  'known-here':
    'This password is easy to guess: it is little more than the user name, your name, or the name of the agency or the hall. Choose another one.',
  'too-plain':
    'This password only repeats characters or puts them in order, so it is easy to guess. Choose another one.',
  'the-old-one': 'This is the old password. Choose another one.',
}

/** The sentence for the screen, in the language of the request. */
export function weakText(why: Weakness, language: 'id' | 'en'): string {
  return { id, en }[language][why]
}

// Whom a change would strand, in words: people waiting for something that nobody would serve any more (after a changed
// plan, or at a counter that should serve something else), and accounts that would close with their agency. Few
// sentences, so both languages are in one file.

interface Stranded {
  readonly service: string
  readonly count: number
}

const strandedTexts = {
  id: (who: string) =>
    `Belum disimpan karena masih ada yang menunggu: ${who}. Biarkan loket lain melayani mereka, pindahkan ke layanan lain, atau akhiri antreannya dahulu.`,
  en: (who: string) =>
    `Not saved, as people are still waiting: ${who}. Let another counter serve them, move them to another service, or end their waiting first.`,
}

/** `people`: how many wait for each service, by its name. */
export function strandedText(people: readonly Stranded[], language: 'id' | 'en'): string {
  const list = people.map(({ service, count }) => `${service} (${count})`)
  return strandedTexts[language](new Intl.ListFormat(language, { type: 'conjunction' }).format(list))
}

const closing = {
  id: {
    alone: 'Belum disimpan. ',
    words: (count: number, agencies: string) =>
      `Bersama instansi yang dihapus, ${count} akun petugas akan ditutup: ${agencies}. Setujui dahulu penutupannya.`,
  },
  en: {
    alone: 'Not saved. ',
    words: (count: number, agencies: string) =>
      `Removing agencies would close ${count} staff ${count === 1 ? 'account' : 'accounts'}: ${agencies}. Agree to that first.`,
  },
}

/** `agencies`: how many accounts of each would be closed, by its name. `after`: the sentence before it, if any. */
export function closingText(
  agencies: ReadonlyMap<string, number>,
  language: 'id' | 'en',
  after: string | undefined,
): string {
  const list = [...agencies].map(([agency, count]) => `${agency} (${count})`)
  const count = [...agencies.values()].reduce((sum, one) => sum + one, 0)
  const { alone, words } = closing[language]
  const said = words(count, new Intl.ListFormat(language, { type: 'conjunction' }).format(list))
  return after === undefined ? alone + said : `${after} ${said}`
}

// Who is in the hall when it should make room for another one, or for a rehearsal. Few sentences, so both languages
// are in one file.

/** This many numbers are named; the others are counted. */
const MOST = 12

const inHallTexts = {
  id: (numbers: string, more: number) =>
    `Belum dimulai karena masih ada yang memegang nomor: ${numbers}${more > 0 ? ` dan ${more} lainnya` : ''}. Layani dahulu, atau setujui bahwa nomor mereka berakhir.`,
  en: (numbers: string, more: number) =>
    `Not started, as people still hold numbers: ${numbers}${more > 0 ? ` and ${more} more` : ''}. Serve them first, or agree that their numbers end.`,
}

/** `numbers`: all of them. */
export function inHallText(numbers: readonly string[], language: 'id' | 'en'): string {
  return inHallTexts[language](numbers.slice(0, MOST).join(', '), Math.max(0, numbers.length - MOST))
}

// Why there is no report of a period, in words.
interface Days {
  readonly first: string
  readonly last: string
}

/** A sentence in both languages; days as `2026-11-24`. */
export function problemText(why: 'future' | 'before', { first, last }: Days) {
  return why === 'future'
    ? {
        id: `Masa itu belum tiba. Laporan tersedia sampai hari ini, ${last}.`,
        en: `That period has not come yet. There are reports up to today, ${last}.`,
      }
    : {
        id: `Pada masa itu mal belum memakai sistem ini. Laporan tersedia sejak ${first}.`,
        en: `The hall did not use this system then. There are reports from ${first} on.`,
      }
}
