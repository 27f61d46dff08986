// The pages under `/layanan/` as HTML. Loaded when first asked for: the components and the QR code take memory.
import { type ComponentChildren, h } from 'preact'
import { pick } from '../../../screens/i18n.ts'
import { type Ground as Shown, ListPage, ServicePage, UnknownPage } from '../../../screens/layanan/Pages.tsx'
import { type Code, SheetPage } from '../../../screens/layanan/Sheet.tsx'
import { publicText } from '../../../screens/layanan/texts.ts'
import type { PublishedAgency, PublishedService } from '../../live/standard.ts'
import { qrModules, qrPath } from '../../slip/drawing/qr.ts'
import type { Language } from '../ground/language.ts'
import { filled, inLanguage, markup } from '../ground/markup.ts'

export interface Ground extends Shown {
  readonly timeZone: string
}

type Drawn = { readonly title: string; readonly page: ComponentChildren }

/** All services. `built` is the page as the build made it. */
export function drawList(
  built: string,
  spoken: Language,
  ground: Ground,
  agencies: readonly PublishedAgency[],
): string {
  return drawn(built, spoken, ground, () => ({
    title: publicText('services'),
    page: h(ListPage, { ground, agencies }),
  }))
}

export function drawService(
  built: string,
  spoken: Language,
  ground: Ground,
  published: PublishedService,
): string {
  return drawn(built, spoken, ground, () => ({
    title: pick(published.service.name),
    page: h(ServicePage, { ground, published }),
  }))
}

/** The sheet for the counter; `url`: the full address of the service's page, null without a public one. */
export function drawSheet(
  built: string,
  spoken: Language,
  ground: Ground,
  published: PublishedService,
  url: string | null,
): string {
  return drawn(built, spoken, ground, () => ({
    title: `${publicText('standard')}: ${pick(published.service.name)}`,
    page: h(SheetPage, { ground, published, code: url === null ? null : codeOf(url) }),
  }))
}

export function drawUnknown(built: string, spoken: Language, ground: Ground): string {
  return drawn(built, spoken, ground, () => ({
    title: publicText('unknownTitle'),
    page: h(UnknownPage, { ground }),
  }))
}

function drawn(built: string, spoken: Language, ground: Ground, draw: () => Drawn): string {
  return inLanguage(spoken, ground.timeZone, () => {
    const { title, page } = draw()
    const whole = `${title} – ${pick(ground.name)}`
    return filled(built, spoken, { title: whole, head: '', body: markup(page), script: '' })
  })
}

function codeOf(url: string): Code {
  const modules = qrModules(url)
  return { url, side: modules.length, path: qrPath(modules, 1) }
}
