// What the first page says, in Indonesian: the file that decides which texts there are.
export const id = {
  kiosk: 'Kios',
  'lead.kiosk': 'Mengambil nomor antrean',
  display: 'Layar panggilan',
  'lead.display': 'Nomor yang dipanggil di ruang tunggu',
  counter: 'Panel loket',
  'lead.counter': 'Memanggil dan melayani, untuk petugas',
  reception: 'Resepsionis',
  'lead.reception': 'Memberi nomor di meja, slip yang belum diambil, untuk petugas',
  supervise: 'Penyelia',
  'lead.supervise': 'Loket, layanan, dan petugas satu instansi, untuk penyelia',
  audit: 'Audit',
  'lead.audit': 'Siapa melakukan apa dan kapan, untuk penyelia dan pengelola',
  manage: 'Pengelolaan',
  'lead.manage': 'Perangkat dan keadaan mal, untuk pengelola',
  otherLanguage: 'English',
} as const
