// Slips as a receipt printer prints them, on both widths and in both languages.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toEscPos } from '../../server/slip/drawing/escpos.ts'
import { printableDots } from '../../server/slip/drawing/picture.ts'
import { openBrowser } from '../browser/harness.ts'
import { escPosPicture } from '../slip/escpos-picture.ts'
import { painter } from '../slip/painter.ts'
import { slip } from '../slip/slips.ts'
import { develop } from './camera.ts'
import type { Sight } from './sights.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const kinds: Record<Sight<'slip'>, Parameters<typeof slip>[0]> = {
  one: {},
  several: { services: ['dukcapil-kk', 'dukcapil-ktp-ganti', 'bpjskes-daftar'] },
  missing: {
    services: ['bpjskes-daftar', 'dukcapil-kk'],
    missing: ['kk'],
    priority: true,
    comeToMe: true,
  },
  copy: { copy: true },
}

const every = ([58, 80] as const).flatMap((paper) =>
  (['id', 'en'] as const).map((language) => ({ paper, language })),
)

test.each(every)('slips on $paper mm, $language', async ({ paper, language }) => {
  for (const [sight, told] of Object.entries(kinds)) {
    const bytes = await toEscPos(slip({ ...told, language }), {
      paper,
      painter,
      warn: (_details, message) => expect.unreachable(message),
    })
    const picture = await escPosPicture(bytes, printableDots[paper])
    expect(picture.length).toBeGreaterThan(1_000)
    await develop(browser, 'slip', sight as Sight<'slip'>, `paper${paper}.${language}`, picture)
  }
})
