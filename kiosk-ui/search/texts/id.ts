// What the search says, in Indonesian, and all else that leads to a service.
export const id = {
  search: 'Cari layanan',
  searchHint: 'Misalnya: ktp hilang. Ejaan bebas.',
  fieldHint: 'Ketik di sini',
  space: 'Spasi',
  delete: 'Hapus',
  clear: 'Kosongkan',
  found: 'Layanan yang cocok: {count}',
  nothing: 'Maaf, “{text}” tidak ditemukan',
  nothingHint: 'Coba kata yang lebih pendek atau pilih instansinya. Resepsionis juga siap membantu.',
  notHere: 'Belum ada di sini',
  whereTo: 'Bisa diurus di: {where}',
  notHereHint: 'Layanan ini belum ada di sini. Anda dapat mengurusnya di tempat berikut.',
  oftenWanted: 'Sering dicari',
  meanwhile: 'Sementara ini: {where}',
  touch: 'Sentuh untuk mulai',
} as const
