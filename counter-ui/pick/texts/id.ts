// What choosing services says, in Indonesian: the file that decides which texts there are.
export const id = {
  search: 'Cari layanan atau instansi',
  help: 'Enter menambahkan layanan teratas, Backspace menghapus yang terakhir.',
  most: 'Paling banyak {count} layanan.',
  services: 'Layanan',
  none: 'Tidak ada layanan yang cocok.',
  chosen: 'Layanan yang dipilih',
  remove: 'Hapus {service}',
  ahead: '{count} di depannya',
  closedHours: 'Di luar jam',
  hallClosed: 'Di luar jam pelayanan: nomor tidak dapat diberikan. {opens}',
  closedQuota: 'Kuota habis',
} as const
