// A printer at the reception that is not there: whoever's slip it is to print may not hold the number.
import type { Printer } from '../../server/hall/equipment.ts'

export const nobodyListens: Printer = {
  id: 'meja',
  name: { id: 'Pencetak meja depan', en: 'Front desk printer' },
  link: { kind: 'network', host: '127.0.0.1', port: 9 },
  paper: 80,
  answers: true,
  kiosks: [],
  counters: [],
  reception: true,
}
