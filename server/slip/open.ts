// The printers of a hall with everything they need: what draws, what reaches them, and where problems are logged.
// Slips and test pages are described, then written or painted; the code for that is loaded with the first slip.
import { join } from 'node:path'
import type { Dispatch } from '../dispatch.ts'
import type { Printer } from '../hall/equipment.ts'
import type { Log } from '../log-sink.ts'
import type { SlipDocument } from './document/pen.ts'
import type { SlipGround } from './document/visit-slip.ts'
import type { Painter } from './painter/painter.ts'
import { linkTo } from './printers/link-to.ts'
import type { Link } from './printers/link.ts'
import type { Pace } from './printers/pace.ts'
import { createReach } from './printers/reach.ts'
import { createPrinting, type Drawing, type Printing } from './printing.ts'

interface OpenPrintingParts {
  readonly ground: SlipGround
  readonly dispatch: Dispatch
  readonly painter: Painter
  readonly dataDir: string
  /** The port at which the hall itself listens, null while it does not. */
  readonly ownPort: () => number | null
  /** How long to wait for printers; the usual by default. */
  readonly printerPace?: Pace | undefined
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Told when a printer comes, goes or changes state. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

/** Sets the printers up; nothing happens before `start`. */
export function openPrinting(parts: OpenPrintingParts): Printing {
  const { ground, dispatch, dataDir, printerPace: pace, log, changed, failed } = parts
  const mayReach = createReach(parts.ownPort)
  return createPrinting({
    hall: ground.hall,
    dispatch,
    now: () => ground.now(),
    drawing: createDrawing(parts),
    linkTo: (printer) => {
      const told = (message: string) => log.info({ printer: printer.id }, message)
      return linkTo(printer, { folder: join(dataDir, 'slips'), told, mayReach }, pace)
    },
    changed,
    failed,
  })
}

/** Draws for the printers of a hall. `log` is told when part of a slip could not be drawn; the rest still is. */
function createDrawing({ ground, painter, log }: OpenPrintingParts): Drawing {
  const warn = (details: object, message: string) => log.warn(details, message)

  async function as(
    format: Link['format'],
    { paper, drawsQr }: Printer,
    document: SlipDocument,
  ): Promise<Uint8Array> {
    if (format === 'png') {
      const { toPng } = await import('./drawing/picture.ts')
      return toPng(document, paper, painter)
    }
    const { toEscPos } = await import('./drawing/escpos.ts')
    return toEscPos(document, { paper, drawsQr, painter, warn })
  }

  return {
    async slip(visit, printer, format) {
      const { slipOfVisit } = await import('./document/visit-slip.ts')
      return as(format, printer, slipOfVisit(ground, visit))
    },
    async testPage(printer, format) {
      const { testDocument } = await import('./document/test-page.ts')
      const { plan } = ground.hall.layout
      const language = plan.languages[0] ?? 'id'
      const now = ground.now()
      return as(format, printer, testDocument({ plan, printer, now, language, url: ground.publicUrl }))
    },
  }
}
