// The page `/skm/` as HTML. Loaded when first asked for: the components take memory.
import { type ComponentChildren, h } from 'preact'
import { pick } from '../../../screens/i18n.ts'
import { NoSkmPage, SkmPage } from '../../../screens/skm/Page.tsx'
import { skmText } from '../../../screens/skm/texts.ts'
import { periodName } from '../../../screens/skm/words.ts'
import type { PublishedSkm } from '../../skm/published.ts'
import type { Language } from '../ground/language.ts'
import { filled, inLanguage, markup } from '../ground/markup.ts'
import type { Ground } from './layanan-draw.ts'

interface Given {
  readonly published: PublishedSkm
  readonly all: readonly PublishedSkm[]
}

/** The report. `built` is the page as the build made it. */
export function drawSkm(built: string, spoken: Language, ground: Ground, { published, all }: Given): string {
  return drawn(built, spoken, ground, () => ({
    title: `${skmText('title')}, ${periodName(published.report)}`,
    page: h(SkmPage, { ground, published, all }),
  }))
}

/** Nothing is published, or nothing for the period that the address names. */
export function drawNoSkm(built: string, spoken: Language, ground: Ground, why: 'none' | 'unknown'): string {
  return drawn(built, spoken, ground, () => ({ title: skmText(why), page: h(NoSkmPage, { ground, why }) }))
}

function drawn(
  built: string,
  spoken: Language,
  ground: Ground,
  draw: () => { title: string; page: ComponentChildren },
): string {
  return inLanguage(spoken, ground.timeZone, () => {
    const { title, page } = draw()
    return filled(built, spoken, {
      title: `${title} – ${pick(ground.name)}`,
      head: '',
      body: markup(page),
      script: '',
    })
  })
}
