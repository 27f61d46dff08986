// How a step’s status is called, in Indonesian. Apart from what all screens say: boards, which weigh little, show none of it.
export const id = {
  blocked: 'Menunggu langkah sebelumnya',
  waiting: 'Menunggu',
  called: 'Dipanggil',
  serving: 'Sedang dilayani',
  held: 'Ditunda',
  missed: 'Terlewat',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
  expired: 'Tidak berlaku lagi',
} as const
