// The sheets of life events, of what is elsewhere, and of the reasons that staff choose from.
import { choice, list, number, refs, text } from '../field.ts'
import { listOf, reasonsOf } from '../things.ts'
import { type Kind, name, searched, source } from './kind.ts'
import { w } from '../cell.ts'

const reasonLists = [
  ['pause', w('jeda', 'pause')],
  ['hold', w('tunda', 'hold')],
  ['call', w('panggil di luar urutan', 'call out of order')],
  ['finish', w('selesai', 'finish')],
] as const

export const bundleKind: Kind<'bundle'> = {
  name: 'bundle',
  sheet: w('Peristiwa hidup', 'Life events'),
  about: w('Layanan yang biasanya dibutuhkan bersama.', 'Services that people need together.'),
  key: ['name.id'],
  ...listOf('bundles'),
  start: (id) => ({ id }),
  most: 500,
  fields: (languages) => [
    text('name', name, languages),
    refs('services', w('Layanan', 'Services'), 'service', { width: 80 }),
  ],
}

export const elsewhereKind: Kind<'elsewhere'> = {
  name: 'elsewhere',
  sheet: w('Di tempat lain', 'Elsewhere'),
  about: w('Yang ditanyakan orang tetapi tidak ada di sini.', 'What people ask for that is not here.'),
  key: ['name.id'],
  ...listOf('elsewhere', 'optional'),
  start: (id) => ({ id }),
  most: 500,
  fields: (languages) => [
    text('name', name, languages),
    list('words', searched),
    text('where', w('Dilayani di', 'Served at'), languages, { width: 40 }),
    source(true),
  ],
}

export const reasonKind: Kind<'reason'> = {
  name: 'reason',
  sheet: w('Alasan', 'Reasons'),
  about: w('Alasan yang dipilih petugas.', 'Reasons that staff choose from.'),
  key: ['list', 'name.id'],
  ...reasonsOf,
  start: (id) => ({ id: id.slice(id.indexOf('/') + 1) }),
  most: 500,
  fields: (languages) => [
    choice('list', w('Untuk', 'For'), reasonLists, { width: 24 }),
    text('name', name, languages),
    number('minutes', w('Lama jeda (menit)', 'Length of a pause (minutes)'), {
      whole: true,
      hint: w('Hanya untuk jeda.', 'Only for a pause.'),
    }),
    choice(
      'outcome',
      w('Hasil', 'Outcome'),
      [
        ['served', w('terlayani', 'served')],
        ['incomplete', w('belum lengkap', 'incomplete')],
      ],
      { hint: w('Hanya untuk selesai.', 'Only for a finish.') },
    ),
  ],
}
