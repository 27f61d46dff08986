// What the server watches about itself beside the journal, from start to stop: waits told, and who is alive.
import type { Recorded } from '../../hall/event.ts'
import type { Tells } from '../../forecast/hall/tells.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Log } from '../../log-sink.ts'
import { keepAlive, type Sign, type StoredAlive } from './alive.ts'
import { keepTold, type StoredTold, type Told } from './told.ts'

interface Ground {
  readonly store: { readonly told: StoredTold; readonly alive: StoredAlive }
  readonly hall: Hall
  readonly tells: Pick<Tells, 'toKeep'>
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that never go back. */
  readonly steady: () => number
  /** Enrolled kiosks and displays, each with its last report. */
  readonly devices: () => readonly {
    readonly id: string
    readonly kind: 'kiosk' | 'display'
    readonly report: { readonly at: number } | null
  }[]
  readonly printers: () => readonly {
    readonly printer: { readonly id: string }
    readonly now: { readonly state: string }
  }[]
  readonly log: Pick<Log, 'warn'>
}

/** Printers in these states print. */
const PRINTS: ReadonlySet<string> = new Set(['ready', 'near-end'])

export interface Watch {
  /** What a visitor of today was told about a step with the ticket. */
  readonly toldWith: Told['of']
  committed(records: readonly Recorded[]): void
  start(): void
  stop(): void
}

export function openWatch({ store, hall, tells, now, steady, devices, printers, log }: Ground): Watch {
  const told = keepTold({
    hall,
    tells,
    stored: store.told,
    failed: (err) => log.warn({ err }, 'waits that were told could not be kept'),
    lost: (count) => log.warn({ count }, 'waits that were told were lost'),
  })
  const signs = (): Sign[] => [
    ...devices().flatMap(({ id, kind, report }) => (report ? [{ kind, id, at: report.at }] : [])),
    ...printers().flatMap(({ printer: { id }, now: { state } }) =>
      PRINTS.has(state) ? [{ kind: 'printer' as const, id, at: now() }] : [],
    ),
  ]
  const alive = keepAlive({
    stored: store.alive,
    now,
    steady,
    signs,
    failed: (err) => log.warn({ err }, 'that the server is alive could not be written'),
  })
  return {
    toldWith: told.of,
    committed: told.committed,
    start: alive.start,
    stop() {
      told.stop()
      alive.stop()
    },
  }
}
