// A sheet for the counter: an A4 page with the standard of one service and a code that leads to its page.
import type { PublishedService } from '../../server/live/standard.ts'
import { pick } from '../i18n.ts'
import { Mark } from '../mark.tsx'
import { Components } from './Components.tsx'
import type { Ground } from './Pages.tsx'
import { publicText } from './texts.ts'
import { linkTo, longDay } from './words.ts'

/** A code to scan: its address, the modules on a side, and the black ones as an SVG path. */
export interface Code {
  readonly url: string
  readonly side: number
  readonly path: string
}

interface Props {
  readonly ground: Ground
  readonly published: PublishedService
  /** Null without a public address: a code would lead to the phone itself. */
  readonly code: Code | null
}

export function SheetPage({ ground, published, code }: Props) {
  const { service, agency } = published
  return (
    <>
      <nav class="sheet-tools not-printed" aria-label={publicText('tools')}>
        <a href={linkTo(`/layanan/${service.id}`)}>{pick(service.name)}</a>
        <button type="button" id="print" hidden>
          {publicText('print')}
        </button>
      </nav>
      <main class="sheet">
        <header class="sheet-head">
          <div class="sheet-title">
            <p class="sheet-hall">
              <Mark plain />
              <span>{pick(ground.name)}</span>
            </p>
            <p class="sheet-kind">{publicText('standard')}</p>
            <h1>{pick(service.name)}</h1>
            <p class="sheet-agency">{pick(agency.name)}</p>
          </div>
          {code && <CodeOf code={code} />}
        </header>
        <Components published={published} />
        <footer class="sheet-foot">
          <span>{publicText('asOf', { day: longDay(ground.day) })}</span>
          {code && <span>{code.url.replace(/^https?:\/\//, '')}</span>}
        </footer>
      </main>
    </>
  )
}

function CodeOf({ code: { side, path } }: { code: Code }) {
  return (
    <figure class="sheet-code">
      <svg viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true">
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>{publicText('scan')}</figcaption>
    </figure>
  )
}
