// The poster of the survey as HTML. Loaded when first asked for: the components and the QR code take memory.
import { h } from 'preact'
import { pick } from '../../../screens/i18n.ts'
import { PosterPage } from '../../../screens/poster/PosterPage.tsx'
import { posterText } from '../../../screens/poster/texts.ts'
import type { Text } from '../../hall/plan.ts'
import { qrModules, qrPath } from '../../slip/drawing/qr.ts'
import type { Language } from '../ground/language.ts'
import { filled, inLanguage, markup } from '../ground/markup.ts'

interface Poster {
  readonly name: Text
  readonly timeZone: string
  readonly size: 'a4' | 'a3'
  /** Where its code leads; null without a public address. */
  readonly url: string | null
}

/** The poster. `built` is the page as the build made it. */
export function drawPoster(built: string, spoken: Language, { name, timeZone, size, url }: Poster): string {
  return inLanguage(spoken, timeZone, () => {
    const modules = url === null ? null : qrModules(url)
    const code =
      url === null || modules === null ? null : { url, side: modules.length, path: qrPath(modules, 1) }
    const body = markup(h(PosterPage, { hall: name, size, code }))
    return filled(built, spoken, {
      title: `${posterText('title')} – ${pick(name)}`,
      head: '',
      body,
      script: '',
    })
  })
}
