// The voice of the calls: what speaks each language, what prevents a better voice, a test, and its settings.
import { useEffect, useState } from 'preact/hooks'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { lookUp } from '../../../screens/look-up.ts'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { KnownPlan, PlanDesk } from '../plan-desk.tsx'
import { manageText } from '../texts/index.ts'
import { Icon } from '../../../screens/icons.tsx'
import { clipFaultText, commandFaultText, forbiddenText, insteadText, voiceText } from './Sources.tsx'
import { VoiceForm } from './VoiceForm.tsx'
import { useTry } from './use-try.ts'
import './voice.css'

interface VoiceProps {
  desk: PlanDesk
  /** Whether the page is connected. */
  isTrue: boolean
}

export function Voice({ desk, isTrue }: VoiceProps) {
  const { voice, problem, load } = useVoice(desk.known)
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const nameOf = (code: string) => names.of(code) ?? code

  return (
    <section class="part" aria-labelledby="voice-title">
      <h2 id="voice-title">{manageText('voice.title')}</h2>
      <p class="soft">{manageText('voice.lead')}</p>
      <ProblemLine problem={problem} />
      {voice && (
        <>
          <LastFailure failed={voice.failed} />
          <dl class="states">
            {voice.languages.map(({ language: code, by }) => (
              <div class="voice-state" key={code}>
                <dt>{nameOf(code)}</dt>
                <dd>
                  <strong>{voiceText(by)}</strong>
                </dd>
              </div>
            ))}
            {voice.clips && <ClipsState clips={voice.clips} />}
            {voice.command && <CommandState command={voice.command} />}
          </dl>
          <TryVoice languages={voice.languages} nameOf={nameOf} onTried={() => void load()} />
          {desk.known && (
            <VoiceForm desk={desk} plan={desk.known.plan} isTrue={isTrue} there={voice} nameOf={nameOf} />
          )}
        </>
      )}
    </section>
  )
}

// The state of the voice, fetched again while the page is open: files are corrected while the manager looks.
const AGAIN_MS = 10_000

interface KnownVoice {
  /** Null before the first answer. */
  voice: VoiceAnswer | null
  problem: Problem | null
  load(): Promise<void>
}

/** `known`: the plan as the page knows it; if that changes, the voice is fetched at once. */
function useVoice(known: KnownPlan | null): KnownVoice {
  const [voice, setVoice] = useState<VoiceAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<VoiceAnswer>('/api/voice')
    if (outcome.ok) setVoice(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
  }

  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [known])
  return { voice, problem, load }
}

// Sentences spoken only in this browser: how it sounds, which voice spoke, and why not a better one.
interface TryProps {
  languages: VoiceAnswer['languages']
  nameOf: (language: string) => string
  onTried: () => void
}

function TryVoice({ languages, nameOf, onTried }: TryProps) {
  /** What was typed, by language; untouched languages have the sample. */
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const { tried, problem, fault, play } = useTry(onTried)
  const texts = languages.map(({ language, sample }) => ({
    language,
    text: lookUp(typed, language) ?? sample,
  }))

  return (
    <div class="fields voice-try">
      <h3>{manageText('voice.tryTitle')}</h3>
      <p class="soft">{manageText('voice.tryLead')}</p>
      {texts.map(({ language, text }) => (
        <div class="field" key={language}>
          <label for={`voice-${language}`}>
            {manageText('voice.sentence', { language: nameOf(language) })}
          </label>
          <textarea
            class="slip-lines"
            id={`voice-${language}`}
            rows={2}
            maxLength={300}
            value={text}
            onInput={(event) => type({ ...typed, [language]: event.currentTarget.value })}
          />
        </div>
      ))}
      <div class="dialog-ends">
        <Button icon="speaker" onPress={() => play(texts)}>
          {manageText('voice.play')}
        </Button>
      </div>
      <ProblemLine problem={problem} text={fault === '' ? undefined : fault} />
      <div role="status">
        {tried && (
          <>
            <p class="done">
              {manageText('voice.playing', {
                seconds: formatNumber(Math.round(tried.seconds)),
                by: voiceText(tried.by),
              })}
            </p>
            {tried.faults.map((one) => (
              <Trouble key={`${one.by} ${one.detail}`} words={insteadText(one)} />
            ))}
          </>
        )}
      </div>
    </div>
  )
}

// What can be wrong with the voice, each with what it means and what to do.

type Given<Field extends keyof VoiceAnswer> = NonNullable<VoiceAnswer[Field]>

function Trouble({ words }: { words: string }) {
  return (
    <p class="voice-trouble">
      <Icon name="warning" />
      <span>{words}</span>
    </p>
  )
}

function LastFailure({ failed }: { failed: VoiceAnswer['failed'] }) {
  return (
    failed && <Trouble words={manageText('voice.failed', { time: formatTime(failed.at), why: failed.why })} />
  )
}

function ClipsState({ clips: { set, needed, missing, broken } }: { clips: Given<'clips'> }) {
  const count = formatNumber(needed)
  return (
    <div class="voice-state">
      <dt>{manageText('voice.set', { set })}</dt>
      <dd>
        {missing.length + broken.length === 0 && <p>{manageText('voice.complete', { count })}</p>}
        {missing.length > 0 && (
          <>
            <Trouble words={manageText('voice.missing', { missing: formatNumber(missing.length), count })} />
            <details class="voice-files">
              <summary>{manageText('voice.missingFiles')}</summary>
              <ul>
                {missing.map(({ language, file }) => (
                  <li key={`${language}/${file}`}>
                    <code>{`${language}/${file}`}</code>
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
        {broken.length > 0 && (
          <>
            <Trouble words={manageText('voice.broken')} />
            <ul class="voice-broken">
              {broken.map(({ language, file, why }) => (
                <li key={`${language}/${file}`}>
                  <code>{`${language}/${file}`}</code> {clipFaultText(why)}
                </li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  )
}

function CommandState({ command: { program, forbidden, fault } }: { command: Given<'command'> }) {
  return (
    <div class="voice-state">
      <dt class="voice-program">{manageText('voice.program', { program })}</dt>
      <dd>
        {forbidden !== null && <Trouble words={forbiddenText(forbidden)} />}
        {forbidden === null && fault === null && <p>{manageText('voice.ready')}</p>}
        {forbidden === null && fault && (
          <>
            <Trouble
              words={manageText('voice.rests', {
                time: formatTime(fault.at),
                why: commandFaultText(fault.why),
                again: formatTime(fault.again),
              })}
            />
            {fault.detail !== '' && (
              <p class="soft">{manageText('voice.detail', { detail: fault.detail })}</p>
            )}
          </>
        )}
      </dd>
    </div>
  )
}
