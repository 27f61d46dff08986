// What a service's status is called, in Indonesian: the file that decides which texts there are.
export const id = {
  open: 'Buka',
  trial: 'Uji coba',
  soon: 'Segera hadir',
  paused: 'Berhenti sementara',
  elsewhere: 'Di tempat lain',
} as const
