// The sheet of staff: the accounts, as whoever keeps the list writes them.
import { choice, type Field, plain, ref } from '../field.ts'
import { textOf, w } from '../cell.ts'
import { staffOf } from '../things.ts'
import { type Kind, name } from './kind.ts'

const roles = [
  ['officer', w('petugas', 'officer')],
  ['supervisor', w('penyelia', 'supervisor')],
  ['manager', w('pengelola', 'manager')],
] as const

/** As it is stored: in small letters. */
const username: Field = {
  ...plain('username', w('Nama pengguna', 'User name'), {
    hint: w(
      '3 sampai 32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
      '3 to 32 lower-case letters, digits, dots, underscores or hyphens.',
    ),
  }),
  read([cell = null], { say }) {
    const typed = textOf(cell).toLowerCase()
    if (/^[a-z0-9._-]{3,32}$/.test(typed)) return typed
    say(0, 'username-form', { text: textOf(cell) })
    return undefined
  },
}

/** The accounts of staff; those that are not in the file stay. */
export const staffKind: Kind<'staff'> = {
  name: 'staff',
  sheet: w('Petugas', 'Staff'),
  about: w(
    'Akun petugas. Yang tidak tercantum tetap seperti adanya.',
    'The accounts of staff. Whoever is not listed stays as they are.',
  ),
  key: ['username'],
  ...staffOf,
  start: () => ({ disabled: false }),
  isPart: true,
  isByKey: true,
  most: 2000,
  fields: () => [
    username,
    plain('name', name, { width: 30 }),
    choice('role', w('Peran', 'Role'), roles),
    ref('agency', w('Instansi', 'Agency'), 'agency', {
      hint: w('Kosong untuk pengelola.', 'Empty for a manager.'),
    }),
    choice(
      'disabled',
      w('Akun', 'Account'),
      [
        [false, w('terbuka', 'open')],
        [true, w('ditutup', 'closed')],
      ],
      { empty: false, emptyStays: true },
    ),
  ],
}
