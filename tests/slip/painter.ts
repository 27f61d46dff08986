// A painter without its process: the same drawing, in the test's own.
import { join } from 'node:path'
import { paint } from '../../server/slip/painter/paint.ts'
import type { Dots, Painter } from '../../server/slip/painter/painter.ts'

/** The fonts that the program brings, and no others. */
export const fonts = [join(import.meta.dirname, '../../server/slip/fonts')]

export const painter: Painter = {
  fonts,
  isBusy: () => false,
  png: async (svg, width) => (await paint({ svg, width, fonts })) as Uint8Array,
  dots: async (svg) => (await paint({ svg, width: null, fonts })) as Dots,
  close: () => {},
}
