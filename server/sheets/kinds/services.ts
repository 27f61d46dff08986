// The sheets of agencies, their services, what those require, and what the law wants published about them.
import {
  choice,
  type Field,
  list,
  number,
  plain,
  ref,
  refs,
  steps,
  text,
  together,
  yesOrNo,
} from '../field.ts'
import { day, week } from '../field-times.ts'
import { isTable } from '../table.ts'
import { listOf, requirementsOf, standardsOf } from '../things.ts'
import { type Kind, name, searched, present, typedIn, source, lastTicket, atZero, ownHours } from './kind.ts'
import { w } from '../cell.ts'

const phaseWords = [
  ['open', w('buka', 'open')],
  ['trial', w('uji coba', 'trial')],
  ['soon', w('segera hadir', 'coming soon')],
  ['paused', w('dijeda', 'paused')],
  ['elsewhere', w('di tempat lain', 'elsewhere')],
] as const

/** What a service is now; which of the other columns count depends on the first. */
function phase(languages: readonly string[]): Field {
  const parts = [
    choice('phase.status', w('Keadaan', 'State'), phaseWords),
    day('phase.expected', w('Diperkirakan buka', 'Expected to open'), {
      hint: w('Hanya bila segera hadir.', 'Only if it is coming soon.'),
    }),
    until,
    text('phase.reason', w('Alasan jeda', 'Reason for the pause'), languages),
    text('phase.where', w('Dilayani di', 'Served at'), languages, {
      hint: w('Bila segera hadir atau di tempat lain.', 'If it is coming soon or elsewhere.'),
    }),
    choice('phase.reopens', w('Sesudah jeda', 'After the pause'), phaseWords.slice(0, 2)),
  ]
  return together(
    'phase',
    parts,
    ([status, expected = null, end = null, reason = null, where, reopens]) => {
      if (status === undefined) return undefined
      if (status === 'soon') return present({ status, expected, where })
      if (status === 'paused') return present({ status, until: end, reason, reopens })
      return present(status === 'elsewhere' ? { status, where } : { status })
    },
    (value) => {
      const table = isTable(value) ? value : {}
      return ['status', 'expected', 'until', 'reason', 'where', 'reopens'].map((key) =>
        new Map(Object.entries(table)).get(key),
      )
    },
  )
}

/** A day, an instant or words, as typed. */
const until: Field = {
  ...plain('phase.until', w('Dijeda sampai', 'Paused until')),
  read: ([cell = null]) => typedIn(cell),
}

export const agencyKind: Kind<'agency'> = {
  name: 'agency',
  sheet: w('Instansi', 'Agencies'),
  about: w('Instansi di dalam mal.', 'The agencies of the hall.'),
  key: ['name.id'],
  ...listOf('agencies'),
  start: (id) => ({ id }),
  most: 500,
  fields: (languages) => [
    text('name', name, languages),
    plain('short', w('Singkatan', 'Short name'), {
      hint: w('Paling banyak 16 huruf.', 'At most 16 characters.'),
    }),
    plain('monogram', w('Huruf di ubin', 'Letters on the tile'), {
      hint: w('Paling banyak 3, bila tidak ada logo.', 'At most 3, where there is no logo.'),
    }),
    ownHours,
  ],
}

export const serviceKind: Kind<'service'> = {
  name: 'service',
  sheet: w('Layanan', 'Services'),
  about: w(
    'Layanan setiap instansi, dalam urutan kios.',
    'The services of each agency, in the order of the kiosk.',
  ),
  key: ['agency', 'name.id'],
  ...listOf('services'),
  start: (id) => ({ id, requirements: [] }),
  most: 2000,
  elsewhere: ['requirements', 'standard'],
  fields: (languages) => [
    ref('agency', w('Instansi', 'Agency'), 'agency'),
    text('name', name, languages),
    list('words', searched, { width: 30 }),
    plain('prefix', w('Huruf nomor', 'Prefix'), {
      width: 12,
      hint: w('Satu atau dua huruf besar.', 'One or two capital letters.'),
    }),
    phase(languages),
    number('minutes', w('Menit per orang', 'Minutes a visitor')),
    number('quota', w('Kuota sehari', 'Quota a day'), {
      whole: true,
      empty: null,
      hint: w('Kosong: tanpa batas.', 'Empty: no limit.'),
    }),
    number('level', w('Dipanggil dalam (menit)', 'Called within (minutes)'), {
      whole: true,
      hint: w(
        'Standar tunggu; kosong: seperti di lembar Mal.',
        'The service level; empty: as in sheet Hall.',
      ),
    }),
    list('tags', w('Penanda evaluasi', 'Tags for evaluations'), {
      width: 18,
      hint: w('investment: layanan untuk usaha; kosong: tanpa.', 'investment: for business; empty: none.'),
    }),
    yesOrNo('documents', w('Menyerahkan dokumen', 'Hands documents over'), {
      width: 18,
      hint: w('"ya": loket mencatat jumlahnya.', '"yes": the counter notes how many.'),
    }),
    ...atZero(languages),
    ...lastTicket,
    refs('after', w('Sesudah layanan', 'After services'), 'service'),
    week('hours', w('Jam', 'Hours'), {
      empty: null,
      hint: w(
        'Semua kosong: jam mal. Jam seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
        'All empty: the hours of the hall. Hours like 08.00–12.00; 13.00–15.30, or "closed".',
      ),
    }),
    source(false),
  ],
}

export const requirementKind: Kind<'requirement'> = {
  name: 'requirement',
  sheet: w('Persyaratan', 'Requirements'),
  about: w('Berkas yang diminta setiap layanan, satu per baris.', 'What each service asks for, one a row.'),
  key: ['service', 'name.id'],
  ...requirementsOf,
  start: (id) => ({ id: id.slice(id.indexOf('/') + 1) }),
  most: 10_000,
  fields: (languages) => [
    ref('service', w('Layanan', 'Service'), 'service'),
    text('name', name, languages, { width: 40 }),
    ref('issuedBy', w('Diterbitkan oleh layanan', 'Issued by the service'), 'service', { empty: null }),
    text('where', w('Diperoleh di', 'Where to get it'), languages),
    yesOrNo('confirmed', w('Sudah dipastikan', 'Confirmed'), {
      hint: w('"tidak": instansi belum memastikannya.', '"no": nobody of the agency has confirmed it.'),
    }),
  ],
}

export const standardKind: Kind<'standard'> = {
  name: 'standard',
  sheet: w('Standar pelayanan', 'Service standards'),
  about: w('Komponen standar pelayanan setiap layanan.', 'What the law wants published of each service.'),
  key: ['service'],
  ...standardsOf,
  start: (id) => ({ service: id }),
  isPart: true,
  isOfServices: true,
  most: 2000,
  fields: (languages) => [
    ref('service', w('Layanan', 'Service'), 'service'),
    yesOrNo('standard.nothingNeeded', w('Tanpa persyaratan', 'Nothing needed'), {
      hint: w(
        '"ya" bila layanan ini memang tidak meminta apa pun.',
        '"yes" if this service asks for nothing at all.',
      ),
    }),
    steps('standard.procedure', w('Prosedur', 'Procedure'), languages, {
      width: 40,
      hint: w('Satu langkah per baris.', 'One step a line.'),
    }),
    text('standard.time', w('Jangka waktu', 'Time'), languages),
    text('standard.fee', w('Biaya', 'Fee'), languages),
    text('standard.product', w('Produk', 'Product'), languages),
    text('standard.complaints', w('Pengaduan', 'Complaints'), languages),
    plain('standard.decree.number', w('Nomor SK', 'Decree')),
    day('standard.decree.day', w('Tanggal SK', 'Day of the decree')),
    day('standard.reviewed', w('Peninjauan terakhir', 'Last review')),
    yesOrNo('standard.confirmed', w('Sudah dipastikan', 'Confirmed'), {
      hint: w('"tidak": instansi belum memastikannya.', '"no": nobody of the agency has confirmed it.'),
    }),
    text('standard.heard', w('Pelibatan masyarakat', 'How the public was heard'), languages),
  ],
}
