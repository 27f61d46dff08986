// What the app is built from: everything outside it, given by `main.ts` and by tests.
import type { BeginGround } from '../begin/begin.ts'
import type { openPacks } from '../evaluation/packs.ts'
import type { Forecaster } from '../forecast/hall/forecaster.ts'
import type { Plan } from '../hall/plan.ts'
import type { ServerParts } from '../http/ground/server.ts'
import type { SocketLimits } from '../http/devices/live.ts'
import type { Incidents } from '../incidents.ts'
import type { Reporter } from '../reports/reporter.ts'
import type { FactsKeeper } from '../reports/facts/keep.ts'
import type { Sheets } from '../sheets/sheets.ts'
import type { openSimulations } from '../simulator/simulations.ts'
import type { SkmWriter } from '../skm/writer.ts'
import type { Painter } from '../slip/painter/painter.ts'
import type { Pace } from '../slip/printers/pace.ts'
import type { Sealing } from '../store/journal/sealing.ts'
import type { Store } from '../store/store.ts'
import type { DayKeys } from '../survey/keys.ts'
import type { Seals } from '../survey/seal.ts'
import type { Box } from '../survey/stored.ts'
import type { TrainingFiles } from '../training/training.ts'
import type { Voice } from '../voice/voice.ts'

export interface AppParts {
  readonly store: Store
  /** Null: nobody seals the journal (tests). */
  readonly sealing?: Sealing | null
  readonly voice: Pick<
    Voice,
    'prepare' | 'ahead' | 'say' | 'tried' | 'read' | 'warm' | 'follow' | 'status' | 'close'
  >
  readonly painter: Painter
  /** How another hall takes this one's place. */
  readonly next: Pick<BeginGround, 'open'> & {
    /** Restarts the server, with whatever is then in place. */
    readonly again: () => void
  }
  readonly training: TrainingFiles
  /** The survey's own files, which no copy has. */
  readonly survey: { readonly box: Box; readonly keys: DayKeys; readonly seals: Seals }
  /** Copies the hall's data while it goes on; gives the copy's name in the data folder. Rejects with a StorageError. */
  readonly copy: () => Promise<string>
  readonly sheets: Sheets
  /** Writes the survey's report and tables as files. */
  readonly skmWriter: SkmWriter
  /** What computes the reports. */
  readonly reporter: Reporter
  /** Makes the facts of days that are over; by default nobody does. */
  readonly facts?: FactsKeeper
  /** What computes how long people wait; by default nobody does, and nothing is told. */
  readonly forecaster?: Forecaster
  /** The built process that simulates. */
  readonly simulator: Pick<Parameters<typeof openSimulations>[0], 'workerUrl' | 'spawn'>
  /** The built process that makes evaluation packs. */
  readonly evaluation: Pick<Parameters<typeof openPacks>[0], 'workerUrl' | 'spawn' | 'diskLeft'>
  /** How many sockets may be open; the usual by default. */
  readonly socketLimits?: SocketLimits | undefined
  /** How long to wait for printers; the usual by default. */
  readonly printerPace?: Pace | undefined
  /** The plan for a hall that has no day yet; loaded only then. */
  readonly firstPlan: () => Promise<Plan>
  /** The system's time, milliseconds since 1970. */
  readonly systemTime: () => number
  /** Milliseconds that never go back: `steady` stands still while the computer sleeps, `uptime` does not. */
  readonly steadyTime: () => number
  readonly uptime: () => number
  /** A time that the hall has certainly reached, besides its last event; milliseconds since 1970. */
  readonly lastKnownTime?: () => number
  /** Seconds added to it, for rehearsals. */
  readonly clockOffset: number
  readonly dataDir: string
  /** The built pages; null in tests that need none. */
  readonly pages: string | null
  /** What should not have happened; nothing is recorded by default. */
  readonly incidents?: Pick<Incidents, 'list' | 'add'>
  readonly server: Omit<ServerParts, 'access' | 'guards' | 'heardTime'>
}
