// Pictures of the kiosk: both ways a screen can hang, both languages, and a real printer of its own.
import type { Browser } from 'playwright-core'
import type { HallAnswer } from '../../server/live/hall.ts'
import { en } from '../../kiosk-ui/texts/en.ts'
import { id } from '../../kiosk-ui/texts/id.ts'
import type { House } from '../browser/harness.ts'
import { openKioskPage, type KioskPage } from '../browser/kiosk-page.ts'
import { film, scales, type Film } from './camera.ts'
import type { Sight } from './sights.ts'

const SIZES = { upright: { width: 1080, height: 1920 }, lying: { width: 1280, height: 800 } } as const

export const glasses = [
  { size: 'upright', language: 'id' },
  { size: 'upright', language: 'en' },
  { size: 'lying', language: 'id' },
  { size: 'lying', language: 'en' },
] as const
type Glass = (typeof glasses)[number]

const words = { id, en }
export type Words = { readonly [Name in keyof (typeof words)['id']]: string }

export interface GlassPage extends Omit<Film<'kiosk'>, 'take'> {
  kiosk: KioskPage
  t: Words
  size: Glass['size']
  /** A visitor’s first touch, in the language of these pictures. */
  begin(...services: string[]): Promise<void>
  /** Taps what begins with these words. */
  tap(start: string): Promise<void>
  take(sight: Sight<'kiosk'>): Promise<void>
  close(): Promise<void>
}

/** Opens a kiosk. */
export async function openGlass(
  browser: Browser,
  house: House,
  { size, language }: Glass,
): Promise<GlassPage> {
  const kiosk = await openKioskPage(browser, house, SIZES[size], {
    deviceScaleFactor: scales.kiosk,
  })
  const hall = (await (await fetch(`${house.url}/api/hall`)).json()) as HallAnswer
  const t = words[language]
  const { take, faults } = film('kiosk', `${size}.${language}`)
  const tap = (start: string) => kiosk.tap(new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))

  return {
    kiosk,
    t,
    size,
    faults,
    tap,
    async begin(...services) {
      await kiosk.start()
      if (language === 'en') await kiosk.tap('English')
      for (const [place, service] of services.entries()) {
        const found = hall.services.find(({ id }) => id === service)
        const name = found?.name[language] ?? service
        const agency = hall.agencies.find(({ id }) => id === found?.agency)
        if (place > 0) await tap(t.addMore)
        await tap(t.byAgency)
        await tap(agency?.short ?? '')
        await tap(name)
      }
    },
    take: (sight) => take(kiosk.page, sight),
    close: () => kiosk.page.context().close(),
  }
}
