// Mengapa sebuah kata sandi ditolak.
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
