// What is told to staff alone in the banner: a clock in doubt, and what a start found missing or altered. The file that decides
// which texts there are.
export const id = {
  clockUnsure:
    'Jam suatu perangkat berbeda dari jam sistem. Pelayanan berjalan terus; pengelola diminta memastikan waktunya.',
  missing: '{count} peristiwa hilang dari jurnal, {when}.',
  altered: '{count} peristiwa jurnal berubah, {when}.',
  atMinute: 'pada {day} sekitar pukul {from}',
  onDay: 'pada {day} antara pukul {from} dan {to}',
  between: 'antara {from} dan {to}',
  unsealed: 'Segel jurnal hilang atau rusak: mungkin ada peristiwa terakhir yang hilang.',
  unguarded: 'Penjaga jurnal sempat dilepas.',
} as const
