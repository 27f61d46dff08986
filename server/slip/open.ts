// The printers of a hall with all that they need: what draws, what reaches them, and where the log hears of them.
import { join } from 'node:path'
import type { Dispatch } from '../dispatch.ts'
import { createDrawing } from './drawing.ts'
import type { Painter } from './painter/painter.ts'
import { linkTo } from './printers/link-to.ts'
import type { Pace } from './printers/pace.ts'
import { createReach } from './printers/reach.ts'
import { createPrinting, type Printing } from './printing.ts'
import type { SlipGround } from './document/visit-slip.ts'

export interface OpenPrintingParts {
  readonly ground: SlipGround
  readonly dispatch: Dispatch
  readonly painter: Painter
  readonly dataDir: string
  /** At which port the hall itself listens, null while it does not. */
  readonly ownPort: () => number | null
  /** How long printers are waited for; the usual by default. */
  readonly printerPace?: Pace | undefined
  readonly log: {
    info(details: object, message: string): void
    warn(details: object, message: string): void
  }
  /** Told when a printer comes, goes or its state becomes another one. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

/** Sets the printers up; nothing happens before `start`. */
export function openPrinting(parts: OpenPrintingParts): Printing {
  const { ground, dispatch, painter, dataDir, printerPace: pace, log, changed, failed } = parts
  const mayReach = createReach(parts.ownPort)
  return createPrinting({
    hall: ground.hall,
    dispatch,
    now: () => ground.now(),
    drawing: createDrawing({ ground, painter, warn: (details, message) => log.warn(details, message) }),
    linkTo: (printer) => {
      const told = (message: string) => log.info({ printer: printer.id }, message)
      return linkTo(printer, { folder: join(dataDir, 'slips'), told, mayReach }, pace)
    },
    changed,
    failed,
  })
}
