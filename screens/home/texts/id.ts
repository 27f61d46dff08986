// What the first page says, in Indonesian: the file that decides which texts there are.
export const id = {
  kiosk: 'Kios',
  kioskLead: 'Mengambil nomor antrean',
  display: 'Layar panggilan',
  displayLead: 'Nomor yang dipanggil di ruang tunggu',
  counter: 'Panel loket',
  counterLead: 'Memanggil dan melayani, untuk petugas',
  reception: 'Resepsionis',
  receptionLead: 'Memberi nomor di meja, slip yang belum diambil, untuk petugas',
  supervise: 'Penyelia',
  superviseLead: 'Loket, layanan, dan petugas satu instansi, untuk penyelia',
  audit: 'Audit',
  auditLead: 'Siapa melakukan apa dan kapan, untuk penyelia dan pengelola',
  manage: 'Pengelolaan',
  manageLead: 'Perangkat dan keadaan mal, untuk pengelola',
  otherLanguage: 'English',
} as const
