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
  oftenWanted: 'Sering dicari',
  meanwhile: 'Sementara ini: {where}',
  touch: 'Sentuh untuk mulai',
} as const
