// What surrounds every page of a visit: how fresh it is, whose hall it is, the other language, the link to the
// source.
import type { ComponentChildren } from 'preact'
import type { Text } from '../../server/hall/plan.ts'
import { Banner, type BannerProps } from '../../screens/components/Banner.tsx'
import { language, pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { phoneText } from './texts.ts'

export interface FrameProps {
  readonly banner: BannerProps
  /** The hall's name; null if it is not known yet. */
  readonly name: Text | null
  /** Changes the language without reloading the page. Without it the link does. */
  readonly onLanguage: ((other: string) => void) | null
  readonly children: ComponentChildren
}

export function Frame({ banner, name, onLanguage, children }: FrameProps) {
  const other = language.value === 'id' ? 'en' : 'id'
  return (
    <>
      <Banner {...banner} />
      <header class="head">
        <Mark />
        <span class="head-name">{name ? pick(name) : 'Antre'}</span>
        <a
          class="head-link"
          href={`?lang=${other}`}
          lang={other}
          hreflang={other}
          onClick={(event) => {
            if (!onLanguage) return
            event.preventDefault()
            onLanguage(other)
          }}
        >
          {phoneText('otherLanguage')}
        </a>
      </header>
      {children}
      <footer class="foot">
        <p>
          <a href={`/complaint/?lang=${language.value}`}>{phoneText('complain')}</a>
        </p>
        <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
      </footer>
    </>
  )
}

/** Nobody holds this token. `short`: the address is incomplete. */
export function UnknownVisit({ short }: { short: boolean }) {
  return (
    <main class="main">
      <h1 class="title">{phoneText('unknownTitle')}</h1>
      <p class="quiet">{phoneText(short ? 'shortHint' : 'unknownHint')}</p>
    </main>
  )
}
