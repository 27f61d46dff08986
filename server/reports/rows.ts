// The steps themselves, one per line, for people who use another program: without numbers and names.
import type { Cell } from '../sheets/cell.ts'
import { csvLine } from '../sheets/csv.ts'
import { type Fact, resultOf } from './facts/fact.ts'
import type { TableLanguage } from './question.ts'

/** A day's facts, and how its wall clock shows an instant. */
export interface FactsDay {
  readonly facts: readonly Fact[]
  /** `08:04:20` of milliseconds since 1970. */
  readonly timeAt: (at: number) => string
}

type Column = readonly [id: string, en: string, cell: (fact: Fact, timeAt: FactsDay['timeAt']) => Cell]

const seconds = (value: number | null): Cell => (value === null ? null : Math.round(value * 1000) / 1000)
const yes = (value: boolean): Cell => (value ? 1 : 0)

const columns: readonly Column[] = [
  ['tanggal', 'day', ({ day }) => ({ day, minute: 0 })],
  ['layanan', 'service', ({ service }) => service],
  ['instansi', 'agency', ({ agency }) => agency],
  ['zona', 'zone', ({ zone }) => zone],
  ['loket', 'counter', ({ counter }) => counter],
  ['kelas', 'class', ({ priority }) => (priority ? 'priority' : 'regular')],
  ['jemput', 'comeToMe', ({ comeToMe }) => yes(comeToMe)],
  ['bahasa', 'language', ({ language }) => language],
  ['datang_lewat', 'cameBy', ({ cameBy }) => cameBy],
  ['pukul_diambil', 'takenAt', ({ takenAt }, timeAt) => timeAt(takenAt)],
  ['pukul_menunggu', 'waitsFrom', ({ waitsFrom }, timeAt) => (waitsFrom === null ? null : timeAt(waitsFrom))],
  ['pukul_dipanggil', 'calledAt', ({ calledAt }, timeAt) => (calledAt === null ? null : timeAt(calledAt))],
  ['pukul_mulai', 'startedAt', ({ startedAt }, timeAt) => (startedAt === null ? null : timeAt(startedAt))],
  ['pukul_selesai', 'endedAt', ({ endedAt }, timeAt) => (endedAt === null ? null : timeAt(endedAt))],
  ['tunggu_detik', 'waitingSeconds', ({ waitedSeconds }) => seconds(waitedSeconds)],
  ['tunggu_jam_buka_detik', 'waitingOpenSeconds', ({ waitedOpenSeconds }) => seconds(waitedOpenSeconds)],
  ['belum_dipanggil_detik', 'uncalledSeconds', ({ uncalledSeconds }) => seconds(uncalledSeconds)],
  ['di_loket_lain_detik', 'elsewhereSeconds', ({ elsewhereSeconds }) => seconds(elsewhereSeconds)],
  ['berjalan_detik', 'walkingSeconds', ({ walkingSeconds }) => seconds(walkingSeconds)],
  ['disisihkan_detik', 'asideSeconds', ({ asideSeconds }) => seconds(asideSeconds)],
  ['tanpa_slip_detik', 'slipSeconds', ({ slipSeconds }) => seconds(slipSeconds)],
  ['istirahat_detik', 'restSeconds', ({ restSeconds }) => seconds(restSeconds)],
  ['ke_loket_detik', 'walkSeconds', ({ walkSeconds }) => seconds(walkSeconds)],
  ['pelayanan_detik', 'servingSeconds', ({ servedSeconds }) => seconds(servedSeconds)],
  ['panggilan', 'calls', ({ calls }) => calls],
  ['tidak_terdengar', 'notHeard', ({ notHeard }) => notHeard],
  ['slip_gagal', 'slipsFailed', ({ slipsFailed }) => slipsFailed],
  ['hasil', 'result', (fact) => resultOf(fact)],
  ['berakhir_karena', 'end', ({ end }) => end],
  ['kurang', 'missing', ({ missing }) => missing.join('; ') || null],
  ['alasan', 'reason', ({ reason }) => reason],
  ['alasan_panggil', 'callReason', ({ callReason }) => callReason],
  ['kembali', 'returns', ({ returns }) => yes(returns)],
  ['target_detik', 'levelSeconds', ({ levelSeconds }) => levelSeconds],
  ['status_layanan', 'phase', ({ phase }) => phase],
  ['operasi', 'operation', ({ operation }) => operation],
  ['dokumen', 'documents', ({ documents }) => documents],
]

/** Lines of CSV, with the headings before the first ones. */
export function linesOfRows(days: Iterable<FactsDay>, language: TableLanguage, withHead: boolean): string {
  const lines = withHead ? [csvLine(columns.map(([id, en]) => (language === 'id' ? id : en)))] : []
  for (const { facts, timeAt } of days)
    for (const fact of facts) lines.push(csvLine(columns.map(([, , cell]) => cell(fact, timeAt))))
  return lines.join('')
}
