// The page `/angka/` as HTML. Loaded when first asked for: the components take memory.
import { type ComponentChildren, h } from 'preact'
import { pick } from '../../../screens/i18n.ts'
import { AngkaPage, type AngkaProps, NoAngkaPage } from '../../../screens/angka/Page.tsx'
import { figuresText } from '../../../screens/angka/texts.ts'
import type { Language } from '../ground/language.ts'
import { filled, inLanguage, markup } from '../ground/markup.ts'
import type { Ground } from './layanan-draw.ts'

/** The figures. `built` is the page as the build made it. */
export function drawAngka(
  built: string,
  spoken: Language,
  ground: Ground,
  given: Omit<AngkaProps, 'ground'>,
): string {
  return drawn(built, spoken, ground, 'title', () => h(AngkaPage, { ground, ...given }))
}

/** A hall whose plan has no public figures. */
export function drawNoAngka(built: string, spoken: Language, ground: Ground): string {
  return drawn(built, spoken, ground, 'none', () => h(NoAngkaPage, { ground }))
}

function drawn(
  built: string,
  spoken: Language,
  ground: Ground,
  title: 'title' | 'none',
  draw: () => ComponentChildren,
): string {
  return inLanguage(spoken, ground.timeZone, () =>
    filled(built, spoken, {
      title: `${figuresText(title)} – ${pick(ground.name)}`,
      head: '',
      body: markup(draw()),
      script: '',
    }),
  )
}
