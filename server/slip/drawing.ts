// Slips and test pages as a printer takes them: described, then written or painted. What does that is loaded with the
// first slip.
import type { Printer } from '../hall/equipment.ts'
import type { SlipDocument } from './document.ts'
import type { Painter } from './painter/painter.ts'
import type { Link } from './printers/link.ts'
import type { Drawing } from './printing.ts'
import type { SlipGround } from './document/visit-slip.ts'

export interface DrawingParts {
  readonly ground: SlipGround
  readonly painter: Painter
  /** Told when something of a slip could not be drawn; the rest is. */
  readonly warn: (details: object, message: string) => void
}

/** What draws for the printers of a hall. */
export function createDrawing({ ground, painter, warn }: DrawingParts): Drawing {
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
      const { testDocument } = await import('./document.ts')
      const { plan } = ground.hall.layout
      const language = plan.languages[0] ?? 'id'
      const now = ground.now()
      return as(format, printer, testDocument({ plan, printer, now, language, url: ground.publicUrl }))
    },
  }
}
