// A missing printer at the reception: visitors whose slips it should print may not hold their number.
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
