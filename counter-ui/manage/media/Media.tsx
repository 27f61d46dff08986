// What the boards show beside the calls: the files with when and where, those that are not shown and why, and
// announcements in words.
import { useEffect, useState } from 'preact/hooks'
import type { MediaFile, MediaLine, MediaRules } from '../../../server/hall/plan-media.ts'
import type { MediaAnswer } from '../../../server/http/media.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { type KnownPlan, loadPlan, savePlan } from '../printers/plan.ts'
import { Files } from './Files.tsx'
import { Lines } from './Lines.tsx'
import { md } from './texts/index.ts'
import { UploadField } from './UploadField.tsx'
import './media.css'

const AGAIN_MS = 30_000

/** `planSeq`: the number of the plan; another one means that it changed. */
export function Media({ hall, planSeq }: { hall: Hall; planSeq: number }) {
  const [list, setList] = useState<MediaAnswer | null>(null)
  const [known, setKnown] = useState<KnownPlan | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<MediaAnswer>('/api/media')
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) setList(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
  }
  async function loadRules(): Promise<void> {
    const outcome = await loadPlan()
    if (outcome.ok) setKnown(outcome.data)
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => void loadRules(), [planSeq])

  const rules: MediaRules = known?.plan.media ?? {}
  async function save(media: MediaRules): Promise<Problem | null> {
    if (!known) return null
    const outcome = await savePlan({ ...known, plan: { ...known.plan, media } })
    if (outcome.ok) {
      await loadRules()
      return null
    }
    if (outcome.problem.status === 401) sessionEnded()
    return outcome.problem
  }
  const saveFile = (file: MediaFile) => {
    const others = (rules.files ?? []).filter((one) => one.file !== file.file)
    const isPlain = Object.keys(file).length === 1
    return save({ ...rules, files: isPlain ? others : [...others, file] })
  }
  const saveLines = (lines: MediaLine[]) => save({ ...rules, lines })

  return (
    <section class="part" aria-labelledby="media-title">
      <h2 id="media-title">{md('title')}</h2>
      <p class="soft">{md('lead')}</p>
      <UploadField onDone={() => void load()} />
      <ProblemLine problem={problem} />
      {list && <Files hall={hall} list={list} rules={rules} save={saveFile} onRemoved={() => void load()} />}
      {list && list.skipped.length > 0 && <Skipped skipped={list.skipped} />}
      {list && list.more > 0 && <p class="soft">{md('more', { count: formatNumber(list.more) })}</p>}
      {list && list.files.length > 40 && <p class="soft">{md('many')}</p>}
      {list && list.fault !== null && (
        <ProblemLine problem={null} text={md('fault', { fault: list.fault })} />
      )}
      {known && (
        <Lines hall={hall} lines={rules.lines ?? []} languages={known.plan.languages} save={saveLines} />
      )}
    </section>
  )
}

/** Named one by one: whoever put them there must find them. */
function Skipped({ skipped }: Pick<MediaAnswer, 'skipped'>) {
  return (
    <div>
      <h3>{md('skipped')}</h3>
      <ul class="media-skipped">
        {skipped.map(({ name, why }) => (
          <li key={name}>
            <bdi class="media-name">{name}</bdi> <span class="soft">{md(why)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
