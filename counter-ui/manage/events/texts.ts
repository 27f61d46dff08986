// What the sections of life events, of services elsewhere, and of the staff's reasons say.
import { makeTexts, type Translation } from '../../../screens/i18n.ts'

export const id = {
  eventsLead:
    'Peristiwa hidup mengumpulkan layanan yang biasanya diperlukan bersama, misalnya "Anak lahir". Kios menawarkannya sebagai satu pilihan.',
  noEvents: 'Belum ada peristiwa hidup. Mulailah dengan yang sering terjadi, misalnya "Anak lahir".',
  addEvent: 'Tambah peristiwa hidup',
  newEvent: 'Peristiwa hidup baru',
  eventName: 'Nama peristiwa',
  eventNameHint: 'Seperti dialami orang, misalnya "Anak lahir" atau "Pindah rumah".',
  eventServices: '{count} layanan',
  eventServicesHint:
    'Menurut urutan yang masuk akal, paling banyak 8: sebanyak layanan dalam satu kunjungan.',

  elsewhereLead:
    'Yang sering ditanyakan orang tetapi tidak ada di mal ini, dan ke mana mereka harus pergi. Hanya untuk pencarian di kios dan meja resepsionis.',
  noElsewhere: 'Belum ada. Mulailah dengan yang sering ditanyakan, misalnya "Buku nikah".',
  addElsewhere: 'Tambah',
  newElsewhere: 'Layanan di tempat lain',
  elsewhereName: 'Apa yang dicari orang',
  elsewhereNameHint: 'Misalnya "Buku nikah (nikah Islam)".',
  elsewhereWhere: 'Ke mana',
  elsewhereWhereHint: 'Misalnya "KUA kecamatan tempat tinggal".',
  elsewhereWordsHint: 'Kata lain yang dicari orang, dipisahkan koma, misalnya "nikah, kawin".',

  reasonsLead: 'Petugas memilih alasan dari daftar ini; angka laporan dihitung menurut alasan itu.',
  'kind.pause': 'Loket dijeda',
  'kind.hold': 'Pengunjung ditunda',
  'kind.call': 'Dipanggil di luar urutan',
  'kind.finish': 'Pelayanan diakhiri',
  'lead.pause': 'Misalnya "Istirahat", 30 menit.',
  'lead.hold': 'Misalnya "Melengkapi berkas".',
  'lead.call': 'Misalnya "Ibu dengan bayi".',
  'lead.finish': 'Misalnya "Selesai", atau "Berkas kurang" yang dihitung sebagai belum selesai.',
  reasonNone: 'Belum ada alasan.',
  reasonName: 'Alasan ke-{place}',
  reasonMinutes: 'Biasanya berapa lama',
  reasonMinutesHint: 'Kosong: tidak tentu.',
  minutes: 'menit',
  outcome: 'Dihitung sebagai',
  'outcome.served': 'selesai dilayani',
  'outcome.incomplete': 'belum lengkap',
  addReason: 'Tambah alasan',
  upOf: 'Naikkan {name}',
  downOf: 'Turunkan {name}',
  removeOf: 'Hapus {name}',
} as const

export const en: Translation<typeof id> = {
  eventsLead:
    'A life event gathers services that people usually need together, for example “A child is born”. The kiosk offers it as one choice.',
  noEvents: 'No life events yet. Begin with a frequent one, for example “A child is born”.',
  addEvent: 'Add a life event',
  newEvent: 'New life event',
  eventName: 'Name of the event',
  eventNameHint: 'As people live it, for example “A child is born” or “Moving house”.',
  eventServices: '{count} services',
  eventServicesHint: 'In an order that makes sense, at most 8: as many as one visit can have.',

  elsewhereLead:
    'What people often ask for that this hall does not have, and where to get it. Only for the search at kiosks and at the reception.',
  noElsewhere: 'None yet. Begin with what is often asked for, for example “Marriage certificate”.',
  addElsewhere: 'Add',
  newElsewhere: 'A service elsewhere',
  elsewhereName: 'What people look for',
  elsewhereNameHint: 'For example “Marriage certificate (Muslim)”.',
  elsewhereWhere: 'Where to go',
  elsewhereWhereHint: 'For example “The religious affairs office of the district”.',
  elsewhereWordsHint:
    'Other words that people look for, with commas between them, for example “wedding, marriage”.',

  reasonsLead: 'Staff choose a reason from these lists; reports count by these reasons.',
  'kind.pause': 'A counter pauses',
  'kind.hold': 'A visitor is held',
  'kind.call': 'Called out of order',
  'kind.finish': 'A service ends',
  'lead.pause': 'For example “Break”, 30 minutes.',
  'lead.hold': 'For example “Completing papers”.',
  'lead.call': 'For example “Mother with a baby”.',
  'lead.finish': 'For example “Done”, or “Papers missing” which counts as incomplete.',
  reasonNone: 'No reasons yet.',
  reasonName: 'Reason {place}',
  reasonMinutes: 'How long it usually takes',
  reasonMinutesHint: 'Empty: it varies.',
  minutes: 'minutes',
  outcome: 'Counts as',
  'outcome.served': 'served',
  'outcome.incomplete': 'incomplete',
  addReason: 'Add a reason',
  upOf: 'Move {name} up',
  downOf: 'Move {name} down',
  removeOf: 'Remove {name}',
}

export const eventText = makeTexts({ id, en })
