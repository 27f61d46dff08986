// What the first page says: `homeText('kiosk')`.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  kiosk: 'Kios',
  'lead.kiosk': 'Mengambil nomor antrean',
  display: 'Layar panggilan',
  'lead.display': 'Nomor yang dipanggil di ruang tunggu',
  layanan: 'Layanan',
  'lead.layanan': 'Syarat, waktu, dan biaya setiap layanan, untuk semua orang',
  counter: 'Panel loket',
  'lead.counter': 'Memanggil dan melayani, untuk petugas',
  reception: 'Resepsionis',
  'lead.reception': 'Memberi nomor di meja, slip yang belum diambil, untuk petugas',
  paper: 'Nomor darurat',
  'lead.paper': 'Slip di kertas untuk saat mesin mati, untuk petugas',
  supervise: 'Penyelia',
  'lead.supervise': 'Loket, layanan, dan petugas satu instansi, untuk penyelia',
  monitor: 'Monitor',
  'lead.monitor': 'Di mana antrean perlu dibantu sekarang, untuk penyelia dan pengelola',
  audit: 'Audit',
  'lead.audit': 'Siapa melakukan apa dan kapan, untuk penyelia dan pengelola',
  manage: 'Pengelolaan',
  'lead.manage': 'Perangkat dan keadaan mal, untuk pengelola',
  otherLanguage: 'English',
} as const

export const en: Translation<typeof id> = {
  kiosk: 'Kiosk',
  'lead.kiosk': 'Take a queue number',
  display: 'Call board',
  'lead.display': 'The numbers called in the waiting area',
  layanan: 'Services',
  'lead.layanan': 'What each service asks for, takes and costs, for everybody',
  counter: 'Counter panel',
  'lead.counter': 'Call and serve, for staff',
  reception: 'Reception',
  'lead.reception': 'Numbers given at the desk, slips not taken, for staff',
  paper: 'Emergency numbers',
  'lead.paper': 'Slips of paper for when the machine fails, for staff',
  supervise: 'Supervisor',
  'lead.supervise': 'Counters, services and staff of an agency, for supervisors',
  monitor: 'Monitor',
  'lead.monitor': 'Where the queue needs help now, for supervisors and managers',
  audit: 'Audit',
  'lead.audit': 'Who did what and when, for supervisors and managers',
  manage: 'Management',
  'lead.manage': 'Devices and the state of the hall, for the manager',
  otherLanguage: 'Bahasa Indonesia',
}

export const homeText = makeTexts({ id, en })
