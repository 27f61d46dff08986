// What the boards show beside the calls: the files with when and where, those that are not shown and why, and
// announcements as text.
import { useEffect, useState } from 'preact/hooks'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import type { MediaAnswer } from '../../../server/http/pages/media.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { upload } from '../../parts/upload.ts'
import { sessionEnded } from '../../session.ts'
import { type PlanDesk, usePlanPart } from '../plan-desk.tsx'
import { manageText } from '../texts/index.ts'
import { Announcements } from './Announcements.tsx'
import type { MediaFile } from '../../../server/hall/equipment.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Icon } from '../../../screens/icons.tsx'
import { Confirm } from '../../parts/Ends.tsx'
import { ScheduleDialog, scheduleWords } from './ScheduleDialog.tsx'
import './media.css'

const AGAIN_MS = 30_000

export function Media({ hall, desk }: { hall: Hall; desk: PlanDesk }) {
  const [list, setList] = useState<MediaAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<MediaAnswer>('/api/media')
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) setList(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])

  return (
    <section class="part" aria-labelledby="media-title">
      <h2 id="media-title">{manageText('media.title')}</h2>
      <p class="soft">{manageText('media.lead')}</p>
      <UploadField onDone={() => void load()} />
      <ProblemLine problem={problem} />
      {list && <Files hall={hall} list={list} desk={desk} onRemoved={() => void load()} />}
      {list && list.skipped.length > 0 && <Skipped skipped={list.skipped} />}
      {list && list.more > 0 && (
        <p class="soft">{manageText('media.more', { count: formatNumber(list.more) })}</p>
      )}
      {list && list.files.length > 40 && <p class="soft">{manageText('media.many')}</p>}
      {list && list.fault !== null && (
        <ProblemLine problem={null} text={manageText('media.fault', { fault: list.fault })} />
      )}
      {desk.known && <Announcements hall={hall} desk={desk} plan={desk.known.plan} />}
    </section>
  )
}

/** Listed one by one: whoever put them there must find them. */
function Skipped({ skipped }: Pick<MediaAnswer, 'skipped'>) {
  return (
    <div>
      <h3>{manageText('media.skipped')}</h3>
      <ul class="media-skipped">
        {skipped.map(({ name, why }) => (
          <li key={name}>
            <bdi class="media-name">{name}</bdi> <span class="soft">{manageText(`media.${why}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Choosing a file and sending it: the progress, and in words why it was not accepted. */
function UploadField({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function send(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (busy || files.length === 0) return
    setBusy(true)
    const faults: string[] = []
    for (const file of files) {
      const { name } = file
      setState(manageText('media.uploading', { name, percent: '0' }))
      const outcome = await upload(`/api/media?name=${encodeURIComponent(name)}`, file, (percent) =>
        setState(manageText('media.uploading', { name, percent: String(percent) })),
      )
      if (outcome.status === 401) sessionEnded()
      setState(outcome.ok ? manageText('media.added', { name }) : '')
      if (!outcome.ok) faults.push(`${name}: ${outcome.detail || manageText('media.broken')}`)
    }
    setFault(faults.join(' '))
    setBusy(false)
    onDone()
  }

  return (
    <div class="field">
      <label for="media-upload">{manageText('media.add')}</label>
      <input
        id="media-upload"
        type="file"
        multiple
        disabled={busy}
        accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm"
        aria-describedby="media-upload-hint"
        onChange={(event) => void send(event.currentTarget)}
      />
      <p class="soft" id="media-upload-hint">
        {manageText('media.formats')}
      </p>
      <p class="done" role="status">
        {state}
      </p>
      <ProblemLine problem={null} text={fault || undefined} />
    </div>
  )
}

// The files that boards show, each with a small preview, when and where, and the boards that could not show it.

type File = MediaAnswer['files'][number]

interface FilesProps {
  hall: Hall
  list: MediaAnswer
  desk: PlanDesk
  onRemoved: () => void
}

function Files({ hall, list: { files }, desk, onRemoved }: FilesProps) {
  const [planning, plan] = useState<File | null>(null)
  const [leaving, leave] = useState<File | null>(null)
  const rules = desk.known?.plan.media?.files ?? []
  const part = usePlanPart(desk, 'media', planning !== null)
  /** A file without a rule is always shown, and an empty rule counts as none. */
  const save = (rule: MediaFile) =>
    part.save(({ media = {} }) => {
      const others = (media.files ?? []).filter(({ file }) => file !== rule.file)
      return { ...media, files: Object.keys(rule).length === 1 ? others : [...others, rule] }
    })
  const ruleOf = (name: string): MediaFile => rules.find(({ file }) => file === name) ?? { file: name }
  return (
    <>
      {files.length === 0 && <p>{manageText('media.none')}</p>}
      <ul class="media-files">
        {files.map((file) => (
          <li key={file.id} class="device">
            <Thumb file={file} />
            <span class="device-words">
              <bdi class="media-name">{file.name}</bdi>
              <span class="soft">
                {file.type.split('/')[1]?.toUpperCase()} · {sizeWords(file.size)}
              </span>
              <span class="soft">{scheduleWords(hall, ruleOf(file.name))}</span>
              {file.failedOn.length > 0 && (
                <span class="media-trouble">
                  <Icon name="warning" />
                  <span>
                    {manageText('media.failedOn', {
                      displays: file.failedOn
                        .map(({ label }) => label ?? manageText('media.display'))
                        .join(', '),
                    })}
                  </span>
                </span>
              )}
            </span>
            <span class="media-acts">
              <Button label={manageText('media.scheduleOf', { name: file.name })} onPress={() => plan(file)}>
                {manageText('media.schedule')}
              </Button>
              <Button
                kind="danger"
                label={manageText('media.removeOf', { name: file.name })}
                onPress={() => leave(file)}
              >
                {manageText('media.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {planning && (
        <ScheduleDialog
          hall={hall}
          title={manageText('media.scheduleOf', { name: planning.name })}
          item={ruleOf(planning.name)}
          isLine={false}
          languages={[]}
          save={(item) => save({ ...item, file: planning.name })}
          onClose={() => plan(null)}
        />
      )}
      {leaving && (
        <Confirm
          title={manageText('media.removeOf', { name: leaving.name })}
          text={manageText('media.removeAsk')}
          go={manageText('media.remove')}
          danger
          method="DELETE"
          path={`/api/media?name=${encodeURIComponent(leaving.name)}`}
          onClose={() => {
            leave(null)
            onRemoved()
          }}
        />
      )}
    </>
  )
}

function Thumb({ file: { id, type } }: { file: File }) {
  const src = `/api/media/${id}`
  return type.startsWith('video/') ? (
    <video class="media-thumb" src={src} muted preload="metadata" aria-hidden="true" tabIndex={-1} />
  ) : (
    <img class="media-thumb" src={src} alt="" loading="lazy" />
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000))} kB`
    : `${formatNumber(Math.ceil(bytes / 1_000_000))} MB`
}
