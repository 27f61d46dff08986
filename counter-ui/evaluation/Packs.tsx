// What a pack covers: the period, its title; then one button, and the progress.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Submit } from '../parts/Field.tsx'
import {
  type Desk,
  type Missing,
  type Pack,
  type Choice,
  choicesOf,
  daysAfter,
  type Kind,
  kinds,
  longDay,
} from './desk.ts'
import { evaluationText } from './texts.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatDay, formatNumber, formatTime } from '../../screens/format.ts'
import { AskEnds } from '../parts/Ends.tsx'

const LONGEST_TITLE = 200

export function Make({ desk }: { desk: Desk }) {
  const missing = desk.missing.value
  const latest = desk.packs.value?.[0]
  return (
    <section class="part" aria-labelledby="eval-make">
      <h2 id="eval-make">{evaluationText('makeTitle')}</h2>
      <p class="soft">{evaluationText('makeLead')}</p>
      {missing && <Form desk={desk} missing={missing} isRunning={latest?.state === 'running'} />}
      <div role="status">{latest && <State pack={latest} />}</div>
      {latest?.state === 'running' && (
        <div class="eval-progress">
          <progress max={1} value={latest.share} aria-label={evaluationText('progress')} />
          <Button kind="plain" onPress={() => desk.drop(latest.id)}>
            {evaluationText('cancel')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Said in tens, as a screen reader would read every percent. */
function State({ pack: { title, state, share, why } }: { pack: Pack }) {
  if (state === 'running')
    return <p>{evaluationText('running', { title, share: `${Math.floor(share * 10) * 10}%` })}</p>
  if (state === 'done') return <p class="eval-ready">{evaluationText('ready', { title })}</p>
  if (state === 'cancelled') return <p>{evaluationText('cancelled', { title })}</p>
  return <p class="eval-failed">{evaluationText(`failed.${why ?? 'failed'}`, { title })}</p>
}

interface FormProps {
  desk: Desk
  missing: Missing
  isRunning: boolean
}

function Form({ desk, missing: { firstDay, today, lastVisit }, isRunning }: FormProps) {
  const yesterday = daysAfter(today, -1)
  const [kind, setKind] = useState<Kind>('month')
  const [key, setKey] = useState('')
  const [own, setOwn] = useState({ from: firstDay, to: yesterday })
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choices = kind === 'visit' || kind === 'free' ? [] : choicesOf(kind, firstDay, today)
  const chosen = choices.find((one) => one.key === key) ?? choices[0]
  const period = periodOf(kind, chosen, own, lastVisit, yesterday)
  // The report is in Indonesian, whatever language the page is in.
  const words =
    chosen?.title ?? (period && `${longDay(period.from, 'id-ID')} – ${longDay(period.to, 'id-ID')}`) ?? ''
  const title = typed ?? evaluationText('usualTitle', { period: words })
  const isTooLong = title.length > LONGEST_TITLE
  async function go(event: Event): Promise<void> {
    event.preventDefault()
    if (!period || busy || isRunning || isTooLong || title.trim() === '') return
    setBusy(true)
    await desk.begin({ ...period, title })
    setBusy(false)
  }
  return (
    <form class="fields" onSubmit={(event) => void go(event)}>
      <div class="eval-row">
        <div class="field">
          <label for="eval-kind">{evaluationText('kind')}</label>
          <select
            id="eval-kind"
            value={kind}
            onChange={({ currentTarget }) =>
              setKind(kinds.find((one) => one === currentTarget.value) ?? kind)
            }
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {evaluationText(`kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {choices.length > 0 && (
          <div class="field">
            <label for="eval-which">{evaluationText('which')}</label>
            <select
              id="eval-which"
              value={chosen?.key ?? ''}
              onChange={({ currentTarget }) => setKey(currentTarget.value)}
            >
              {choices.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.words}
                </option>
              ))}
            </select>
          </div>
        )}
        {kind === 'free' &&
          (['from', 'to'] as const).map((end) => (
            <div key={end} class="field">
              <label for={`eval-${end}`}>{evaluationText(end)}</label>
              <input
                id={`eval-${end}`}
                type="date"
                required
                value={own[end]}
                onInput={({ currentTarget }) => setOwn({ ...own, [end]: currentTarget.value })}
              />
            </div>
          ))}
      </div>
      {kind === 'visit' && !period && (
        <p class="soft">
          {lastVisit === null
            ? evaluationText('noVisit')
            : evaluationText('visitTooNew', { day: longDay(lastVisit) })}
        </p>
      )}
      {period && period.to >= today && (
        <p class="soft">{evaluationText('untilYesterday', { day: longDay(yesterday) })}</p>
      )}
      <div class="field">
        <label for="eval-title">{evaluationText('docTitle')}</label>
        <input
          id="eval-title"
          type="text"
          required
          value={title}
          autoComplete="off"
          aria-invalid={isTooLong || undefined}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <Submit busy={busy} disabled={!period || isRunning || isTooLong}>
        {evaluationText('go')}
      </Submit>
    </form>
  )
}

function periodOf(
  kind: Kind,
  chosen: Choice | undefined,
  own: { from: string; to: string },
  lastVisit: string | null,
  yesterday: string,
): { from: string; to: string } | null {
  if (kind === 'free') return own.from && own.to ? own : null
  if (kind !== 'visit') return chosen ? { from: chosen.from, to: chosen.to } : null
  if (lastVisit === null || lastVisit >= yesterday) return null
  return { from: daysAfter(lastVisit, 1), to: yesterday }
}

// Earlier packs, each to download or remove.

const MEGA = 1_000_000

export function Kept({ desk }: { desk: Desk }) {
  const [removing, remove] = useState<Pack | null>(null)
  const kept = desk.packs.value?.filter(({ state }) => state === 'done')
  return (
    <section class="part" aria-labelledby="eval-kept">
      <h2 id="eval-kept">{evaluationText('keptTitle')}</h2>
      {kept?.length === 0 && <p>{evaluationText('none')}</p>}
      <ul class="eval-kept">
        {kept?.map((pack) => (
          <li key={pack.id}>
            <div class="eval-about">
              <strong>{pack.title}</strong>
              <span>
                {evaluationText('fromTo', { from: longDay(pack.from), to: longDay(pack.to) })}
                {' · '}
                {evaluationText('size', { count: formatNumber(megabytes(pack.bytes ?? 0)) })}
              </span>
              <span class="soft">
                {evaluationText('madeBy', {
                  by: pack.by,
                  at: `${formatDay(pack.at)}, ${formatTime(pack.at)}`,
                })}
              </span>
            </div>
            <div class="eval-buttons">
              <a
                class="button button-primary button-medium"
                href={`/api/evaluation/${encodeURIComponent(pack.id)}/pack.zip`}
                download
                aria-label={evaluationText('downloadOf', { title: pack.title })}
              >
                {evaluationText('download')}
              </a>
              <Button
                kind="quiet"
                label={evaluationText('removeOf', { title: pack.title })}
                onPress={() => remove(pack)}
              >
                {evaluationText('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {removing && (
        <Dialog title={evaluationText('remove')} onClose={() => remove(null)}>
          <div class="fields">
            <p>{evaluationText('removeSure', { title: removing.title })}</p>
            <AskEnds
              danger
              onGo={async () => {
                await desk.drop(removing.id)
                remove(null)
              }}
              onBack={() => remove(null)}
              back={evaluationText('back')}
            >
              {evaluationText('remove')}
            </AskEnds>
          </div>
        </Dialog>
      )}
    </section>
  )
}

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / (MEGA / 10)) / 10)
