// While the papers are still below what is in view: how many there are and the first ones, over the foot of the reading.
// A touch leads to them.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Drawing } from '../../screens/drawing.tsx'
import { pick } from '../../screens/i18n.ts'
import type { Paper } from '../papers.ts'
import { kioskText } from '../texts/index.ts'

/** As many as are named; two lines hold about as much. */
const NAMED = 3
const DOWN = 'M12 4v16m7-7-7 7-7-7'

/** Stands right before the list of the papers, and takes no room there. */
export function PapersAhead({ papers }: { papers: readonly Paper[] }) {
  const here = useRef<HTMLDivElement>(null)
  const [isAhead, see] = useState(false)
  const first = papers.slice(0, NAMED).map(({ requirement }) => pick(requirement.name))
  const more = papers.length - first.length
  const list = () => here.current?.parentElement?.querySelector('.papers')
  useEffect(() => {
    const row = list()?.querySelector('.paper')
    if (!row) return see(false)
    // Above what is in view they have been read; below it nobody knows of them yet.
    const watch = new IntersectionObserver(
      ([now]) => now && see(now.intersectionRatio < 0.6 && now.boundingClientRect.top > innerHeight / 3),
      { threshold: [0, 0.6] },
    )
    watch.observe(row)
    return () => watch.disconnect()
  }, [papers.length])
  return (
    <div class="papers-ahead" ref={here}>
      {isAhead && (
        <button type="button" onClick={() => list()?.scrollIntoView({ block: 'start' })}>
          <span class="paper-words">
            <strong>{kioskText('papersAhead', { count: papers.length })}</strong>
            <span class="papers-first">
              {first.join(' · ')}
              {more > 0 && ` · ${kioskText('papersMore', { count: more })}`}
            </span>
          </span>
          <Drawing path={DOWN} />
        </button>
      )}
    </div>
  )
}
