// Why a password is refused, in words.
import type { Weakness } from '../access/weak.ts'

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
