// Catatan akses dalam kata-kata, dan judul kolom tabel audit.
import type { DeviceKind } from '../../access/devices.ts'
import type { AccessAction, AccessDetail } from '../../access/log.ts'

/**
 * `about` is the name of the person or thing it was done to; empty if there is none. `self`: it is the person who did
 * it.
 */
export interface Told {
  readonly about: string
  readonly self: boolean
  readonly detail: AccessDetail
}

/** What a language says: a sentence for every action in the access log, and the table's headings. */
export interface AuditTexts {
  readonly actions: Readonly<Record<AccessAction, (told: Told) => string>>
  readonly devices: Readonly<Record<DeviceKind, string>>
  /** Actors that are neither a person nor a device of the hall. */
  readonly others: Readonly<Record<'command-line' | 'server' | 'stranger', string>>
  readonly printer: (name: string) => string
  /** Headings of the table's columns. */
  readonly columns: Readonly<
    Record<'day' | 'time' | 'number' | 'counter' | 'who' | 'what' | 'note' | 'record' | 'seq', string>
  >
  readonly records: Readonly<Record<'journal' | 'access', string>>
  /** The name of the table's file, without its extension. */
  readonly file: string
}

export const id: AuditTexts = {
  actions: {
    'signed-in': (told) => `Masuk${from(told)}.`,
    'sign-in-failed': (told) =>
      told.about === ''
        ? `Gagal masuk dengan nama pengguna yang tidak dikenal${from(told)}.`
        : `Gagal masuk sebagai ${told.about}${from(told)}.`,
    'signed-out': (told) => `Keluar${from(told)}.`,
    'session-ended': ({ about, self }) =>
      self ? 'Mengakhiri sesi miliknya di perangkat lain.' : `Mengakhiri sesi ${about}.`,
    'password-changed': () => 'Mengganti kata sandinya.',
    'password-reset': ({ about }) => `Memberi ${about} kata sandi sekali pakai.`,
    'account-made': ({ about, detail }) => `Membuat akun ${about}${as(detail['role'])}.`,
    'account-changed': ({ about }) => `Mengubah akun ${about}.`,
    'account-disabled': ({ about, detail }) =>
      detail['agencyGone'] === true
        ? `Menutup akun ${about}: instansinya tidak ada lagi di mal ini.`
        : `Menutup akun ${about}.`,
    'account-enabled': ({ about }) => `Membuka kembali akun ${about}.`,
    'device-made': ({ about }) => `Membuat tautan pendaftaran untuk ${about}.`,
    'device-enrolled': ({ about }) => `Peramban didaftarkan sebagai ${about}.`,
    'device-revoked': ({ about }) => `Mencabut pendaftaran ${about}.`,
    'printer-tested': ({ about }) => `Mencetak halaman uji di ${about}.`,
    'media-added': ({ about }) => `Mengunggah berkas “${about}” ke media layar.`,
    'media-removed': ({ about }) => `Menghapus berkas “${about}” dari media layar.`,
    'audit-exported': () => 'Mengunduh catatan audit.',
    'mark-added': ({ detail }) => `Menambah tanda pada tanggal ${String(detail['day'])} di laporan.`,
    'mark-removed': () => 'Menghapus sebuah tanda dari laporan.',
    'finding-noted': ({ detail }) => `Mencatat temuan nomor ${String(detail['number'])}.`,
    'finding-changed': ({ detail }) => `Mengubah temuan nomor ${String(detail['number'])}.`,
    'evidence-added': ({ detail }) => `Menambah bukti pada temuan nomor ${String(detail['number'])}.`,
    'evidence-removed': ({ detail }) => `Menghapus bukti dari temuan nomor ${String(detail['number'])}.`,
    'evaluation-visit-noted': ({ detail }) => `Mencatat kunjungan penilai tanggal ${String(detail['day'])}.`,
    'facility-changed': ({ detail }) => `Mengubah fasilitas “${String(detail['facility'])}”.`,
    'questions-added': () => 'Menambah susunan kata untuk pertanyaan survei.',
    'answer-excluded': () => 'Mengecualikan sebuah jawaban survei dari hitungan.',
    'evaluation-made': () => 'Membuat paket evaluasi.',
    'skm-published': ({ detail }) => `Menerbitkan laporan survei ${String(detail['period'])}.`,
    'skm-withdrawn': () => 'Menarik kembali laporan survei yang sudah terbit.',
    'rows-exported': () => 'Mengunduh semua langkah sebagai tabel.',
    'data-copied': ({ detail }) => `Menyalin semua data ke ${String(detail['file'])}.`,
    'hall-begun': ({ detail }) =>
      `Memulai mal pelayanan baru ${begunFrom(detail['from'])}; yang sebelumnya disimpan di ${String(detail['aside'])}.`,
  },
  devices: { kiosk: 'Kios', display: 'Layar', survey: 'Tablet survei' },
  others: { 'command-line': 'Perintah di server', server: 'Server', stranger: 'Tidak dikenal' },
  printer: (name) => `pencetak ${name}`,
  columns: {
    day: 'Hari',
    time: 'Pukul',
    number: 'Nomor',
    counter: 'Loket',
    who: 'Siapa',
    what: 'Apa yang terjadi',
    note: 'Catatan',
    record: 'Sumber',
    seq: 'Urutan',
  },
  records: { journal: 'jurnal', access: 'catatan akses' },
  file: 'audit',
}

const roles = new Map<unknown, string>([
  ['officer', 'petugas'],
  ['supervisor', 'penyelia'],
  ['manager', 'pengelola'],
])

function as(role: unknown): string {
  const name = roles.get(role)
  return name === undefined ? '' : ` sebagai ${name}`
}

function from({ detail }: Told): string {
  return typeof detail['address'] === 'string' ? ` dari ${detail['address']}` : ''
}

const begunFrom = (from: unknown): string => begun.get(from) ?? ''
const begun = new Map<unknown, string>([
  ['empty', 'yang kosong'],
  ['sample', 'dari contoh'],
  ['draft', 'dari konsep'],
  ['plan', 'dengan pengaturan yang sama'],
])
