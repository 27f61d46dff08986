// What is wrong with a plan, in Indonesian.
import type { Bound, FaultCode, FaultDetails, Form, Kind, PrinterUser } from '../hall/plan-faults/fault.ts'
import { lookUp } from '../hall/look-up.ts'

/** All that a language says about faults; a missing sentence fails the type check. */
export interface PlanFaultTexts {
  readonly kinds: Record<Kind, string>
  readonly forms: Record<Form, string>
  readonly bounds: Record<Bound, (limit: number) => string>
  readonly sentences: { readonly [Code in FaultCode]: (detail: FaultDetails[Code]) => string }
}

const kinds: PlanFaultTexts['kinds'] = {
  agency: 'instansi',
  zone: 'zona',
  place: 'tempat menunggu',
  service: 'layanan',
  counter: 'loket',
  bundle: 'paket layanan',
  elsewhere: 'layanan di tempat lain',
  'pause-reason': 'alasan jeda',
  'hold-reason': 'alasan penundaan',
  'call-reason': 'alasan pemanggilan',
  'finish-reason': 'alasan selesai',
  requirement: 'persyaratan',
  printer: 'pencetak',
  period: 'masa',
  quota: 'kuota',
}

const users: Record<PrinterUser, string> = { kiosk: 'kios', counter: 'loket' }

const forms: PlanFaultTexts['forms'] = {
  id: 'huruf kecil, angka, dan tanda hubung, paling banyak 64 karakter, misalnya "ktp-baru"',
  day: 'tanggal seperti "2027-01-31"',
  prefix: 'satu atau dua huruf besar, misalnya "A" atau "SM"',
  language: 'kode bahasa dua atau tiga huruf kecil, misalnya "id"',
  time: 'jam seperti "07:30"',
  'plain-name':
    'huruf kecil, angka, tanda hubung, dan garis bawah, paling banyak 64 karakter, misalnya "suara-ayu"',
}

const bounds: PlanFaultTexts['bounds'] = {
  minimum: (limit) => `nilainya paling kecil ${limit}`,
  above: (limit) => `nilainya harus lebih dari ${limit}`,
  maximum: (limit) => `nilainya paling besar ${limit}`,
  shortest: (limit) => `panjangnya paling sedikit ${limit} karakter`,
  longest: (limit) => `panjangnya paling banyak ${limit} karakter`,
  fewest: (limit) => `isinya paling sedikit ${limit}`,
  most: (limit) => `isinya paling banyak ${limit}`,
}

const types = {
  object: 'objek { }',
  array: 'daftar [ ]',
  string: 'teks',
  number: 'angka',
  integer: 'bilangan bulat',
  null: 'null',
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`

export const id: PlanFaultTexts = {
  kinds,
  forms,
  bounds,
  sentences: {
    'wrong-type': ({ expected }) =>
      `harus berupa ${expected.map((type) => lookUp(types, type) ?? type).join(' atau ')}`,
    'field-missing': ({ field }) => `isian "${field}" belum ada`,
    'field-unknown': ({ field }) => `isian "${field}" tidak dikenal; hapus atau perbaiki ejaannya`,
    'wrong-form': ({ form, pattern }) => `harus berbentuk ${form ? forms[form] : pattern}`,
    'out-of-range': ({ bound, limit }) => bounds[bound](limit),
    'value-unknown': ({ allowed }) =>
      `harus salah satu dari ${allowed.map((value) => `"${value}"`).join(', ')}`,
    'part-empty': () => 'masih kosong; paling sedikit satu harus ada',
    'duplicate-id': ({ kind, id, first }) => `id ${kinds[kind]} "${id}" sudah dipakai di ${first}`,
    'duplicate-label': ({ label, first }) => `nomor loket "${label}" sudah dipakai di ${first}`,
    'duplicate-holiday': ({ day, first }) => `hari libur ${day} sudah tercatat di ${first}`,
    'duplicate-day': ({ day, first }) => `hari khusus ${day} sudah tercatat di ${first}`,
    'listed-twice': ({ id, first }) => `"${id}" sudah tercantum di ${first}`,
    'unknown-id': ({ kind, id }) => `tidak ada ${kinds[kind]} dengan id "${id}"`,
    'foreign-service': ({ service, agency, counterAgency }) =>
      `layanan "${service}" milik instansi "${agency}", sedangkan loket ini milik "${counterAgency}"`,
    'prefix-shared': ({ prefix, agency, other, first }) =>
      `huruf nomor "${prefix}" tidak boleh dipakai instansi "${agency}" karena sudah dipakai "${other}" di ${first}`,
    'prefix-of-paper': ({ prefix }) =>
      `huruf nomor "${prefix}" dikhususkan untuk nomor darurat di kertas; pilih huruf lain`,
    'service-without-counter': ({ service, status }) =>
      `layanan "${service}" berstatus "${status}", tetapi tidak ada loket yang melayaninya`,
    'bundle-too-long': ({ services, most }) =>
      `berisi ${services} layanan, sedangkan satu kunjungan paling banyak ${most}`,
    'issued-by-itself': ({ service, requirement }) =>
      `persyaratan "${requirement}" tidak boleh diterbitkan oleh layanan "${service}" yang memintanya`,
    'after-itself': ({ service }) => `layanan "${service}" tidak dapat menunggu dirinya sendiri`,
    'circle-of-services': ({ circle }) =>
      `layanan-layanan ini saling menunggu sehingga tidak ada yang bisa lebih dahulu: ${[...circle, circle[0]].join(' → ')}`,
    'unknown-time-zone': ({ timeZone }) =>
      `zona waktu "${timeZone}" tidak dikenal; gunakan nama seperti "Asia/Makassar"`,
    'span-backwards': ({ from, to }) =>
      `jam tutup ${clock(to)} harus sesudah jam buka ${clock(from)}; jam pelayanan berakhir paling lambat tengah malam (24.00)`,
    'spans-overlap': ({ span, before }) =>
      `dibuka pukul ${clock(span.from)}, padahal jam pelayanan sebelumnya baru berakhir pukul ${clock(before.to)}`,
    'periods-overlap': ({ from, to, first }) =>
      `dari ${from} sampai ${to} sudah berlaku jam pelayanan di ${first}; satu hari hanya boleh masuk satu masa`,
    'split-of-no-half': () =>
      'hanya kuota setengah hari yang dibagi, pada seperempat jam di dalam hari itu (11.45, 12.00)',
    'day-unreal': ({ day }) => `tanggal ${day} tidak ada di kalender`,
    'quiet-without-end': ({ time }) =>
      `jam tanpa suara dimulai dan berakhir pukul ${time}; jam berakhirnya harus lain`,
    'days-backwards': ({ from, to }) => `hari terakhirnya ${to} lebih awal daripada hari pertamanya ${from}`,
    'hours-without-end': ({ time }) =>
      `jamnya dimulai dan berakhir pukul ${time}; jam berakhirnya harus lain`,
    'two-printers': ({ user, id, first }) =>
      `${users[user]} "${id}" sudah mencetak di ${first}; satu ${users[user]} hanya punya satu pencetak`,
    'two-receptions': ({ first }) => `pencetak resepsionis sudah ada di ${first}`,
    'logo-not-png': () => 'logo harus berupa gambar PNG utuh dalam bentuk base64',
    'logo-too-large': ({ width, height, most }) =>
      `logo berukuran ${width} × ${height} piksel, paling besar ${most} piksel tiap sisi`,
    'slip-logo-not-png': () => 'logo slip harus berupa gambar PNG utuh dalam bentuk base64',
    'slip-logo-too-large': ({ width, height, most }) =>
      `logo slip berukuran ${width} × ${height} piksel, paling besar ${most} piksel tiap sisi`,
    'unknown-language': ({ language }) => `bahasa "${language}" tidak dikenal`,
    'default-language-missing': ({ language }) => `bahasa "${language}" harus termasuk di dalamnya`,
    'text-missing': ({ language }) => `teks dalam bahasa "${language}" belum ada`,
  },
}
