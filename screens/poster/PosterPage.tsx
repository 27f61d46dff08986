// The poster of the survey, to be printed on A4 or A3 and hung near the exit: a question, and a code to scan. Drawn by
// the server.
import type { Text } from '../../server/hall/plan.ts'
import { Face, SCORES } from '../faces.tsx'
import { language, pick } from '../i18n.ts'
import type { Code } from '../layanan/Sheet.tsx'
import { Mark } from '../mark.tsx'
import { en, id, posterText } from './texts.ts'

interface PosterProps {
  hall: Text
  size: 'a4' | 'a3'
  /** Null without a public address: a code would lead to the phone itself. */
  code: Code | null
}

export function PosterPage({ hall, size, code }: PosterProps) {
  const other = language.value === 'id' ? 'en' : 'id'
  const to = (one: 'a4' | 'a3', spoken: string) => `/survey/poster?size=${one}&lang=${spoken}`
  return (
    <>
      <nav class="poster-tools not-printed" aria-label={posterText('tools')}>
        <a href={to(size === 'a4' ? 'a3' : 'a4', language.value)}>
          {posterText(size === 'a4' ? 'toA3' : 'toA4')}
        </a>
        <a href={to(size, other)} lang={other} hreflang={other}>
          {posterText('otherLanguage')}
        </a>
        <button type="button" id="print" hidden>
          {posterText('print')}
        </button>
      </nav>
      {code ? (
        <main class={`poster poster-${size}`}>
          <p class="poster-hall">
            <Mark plain />
            <span>{pick(hall)}</span>
          </p>
          <h1 class="poster-ask">
            <span lang="id">{id.ask}</span>
            <span class="poster-also" lang="en">
              {en.ask}
            </span>
          </h1>
          <div class="poster-faces">
            {SCORES.map((score) => (
              <Face key={score} score={score} />
            ))}
          </div>
          <svg
            class="poster-code"
            viewBox={`0 0 ${code.side} ${code.side}`}
            shape-rendering="crispEdges"
            role="img"
            aria-label={code.url}
          >
            <rect width={code.side} height={code.side} fill="#fff" />
            <path d={code.path} fill="#000" />
          </svg>
          <Both say="scan" large />
          <p class="poster-address">{code.url.replace(/^https?:\/\//, '')}</p>
          <Both say="how" />
          <Both say="complaint" />
        </main>
      ) : (
        <main class="poster-without">
          <h1>{posterText('title')}</h1>
          <p>{posterText('noAddress')}</p>
        </main>
      )}
    </>
  )
}

function Both({ say, large = false }: { say: 'scan' | 'how' | 'complaint'; large?: boolean }) {
  return (
    <p class={large ? 'poster-words poster-large' : 'poster-words'}>
      <span lang="id">{id[say]}</span>
      <span class="poster-also" lang="en">
        {en[say]}
      </span>
    </p>
  )
}
