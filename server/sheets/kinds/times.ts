// The sheets of time: periods, single days, holidays, and quotas of several services.
import { choice, number, plain, refs, text } from '../field.ts'
import { day, spans, time, week } from '../field-times.ts'
import { daysOf, listOf } from '../things.ts'
import { type Kind, name, atZero, openAgencies } from './kind.ts'
import { w } from '../cell.ts'

export const periodKind: Kind<'period'> = {
  name: 'period',
  sheet: w('Masa khusus', 'Periods'),
  about: w(
    'Jam lain selama beberapa minggu, misalnya Ramadan.',
    'Other hours for some weeks, such as Ramadan.',
  ),
  key: ['name.id'],
  ...listOf('periods', 'optional'),
  start: (id) => ({ id }),
  most: 100,
  fields: (languages) => [
    text('name', name, languages),
    day('from', w('Mulai', 'From')),
    day('to', w('Sampai', 'To')),
    week('hours', w('Jam', 'Hours')),
    openAgencies('agencies', w('Hanya instansi', 'Only agencies')),
  ],
}

export const dayKind: Kind<'day'> = {
  name: 'day',
  sheet: w('Hari khusus', 'Single days'),
  about: w(
    'Satu hari dengan jam sendiri: setengah hari, layanan Sabtu.',
    'A day with hours of its own: half a day, a Saturday.',
  ),
  key: ['day'],
  ...daysOf('days', 'optional'),
  start: () => ({}),
  most: 1000,
  fields: (languages) => [
    day('day', w('Tanggal', 'Day')),
    text('name', name, languages),
    spans('spans', w('Jam', 'Hours'), { empty: [] }),
    openAgencies('open', w('Instansi yang buka', 'Agencies that are open')),
  ],
}

export const holidayKind: Kind<'holiday'> = {
  name: 'holiday',
  sheet: w('Hari libur', 'Holidays'),
  about: w('Hari ketika mal tutup.', 'Days on which the hall is closed.'),
  key: ['day'],
  ...daysOf('holidays'),
  start: () => ({}),
  most: 1000,
  fields: (languages) => [
    day('day', w('Tanggal', 'Day')),
    text('name', name, languages),
    choice('kind', w('Jenis', 'Kind'), [
      ['national', w('libur nasional', 'national')],
      ['joint-leave', w('cuti bersama', 'joint leave')],
      ['regional', w('libur daerah', 'regional')],
    ]),
    spans('spans', w('Tetap buka pukul', 'Open all the same'), {
      hint: w(
        'Libur setengah hari: jam ketika tetap buka.',
        'Half a holiday: the hours in which it is open.',
      ),
    }),
    openAgencies('open', w('Instansi yang tetap buka', 'Agencies that stay open')),
    plain('source', w('Dasar', 'Decree'), { width: 40 }),
  ],
}

export const quotaKind: Kind<'quota'> = {
  name: 'quota',
  sheet: w('Kuota bersama', 'Shared quotas'),
  about: w(
    'Kuota untuk beberapa layanan bersama, atau untuk setengah hari dan seminggu.',
    'Quotas of several services together, or of half a day or a week.',
  ),
  key: ['name.id'],
  ...listOf('quotas', 'optional'),
  start: (id) => ({ id }),
  most: 200,
  fields: (languages) => [
    text('name', name, languages),
    refs('services', w('Layanan', 'Services'), 'service'),
    choice('per', w('Setiap', 'Per'), [
      ['day', w('hari', 'day')],
      ['half-day', w('setengah hari', 'half day')],
      ['week', w('minggu', 'week')],
    ]),
    number('most', w('Paling banyak', 'At most'), { whole: true }),
    time('splitAt', w('Paruh kedua mulai', 'Second half begins'), {
      hint: w('Hanya untuk setengah hari; kosong: 12.00.', 'Only for half a day; empty: 12.00.'),
    }),
    ...atZero(languages),
  ],
}
