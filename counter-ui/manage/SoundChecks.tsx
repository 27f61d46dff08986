// Testing the sound of each zone: a test is announced there like any call, and the result appears beside it.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Outcome, type Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { manageText } from './texts/index.ts'

/** How often to ask what became of a test. */
const AGAIN_MS = 700

interface Check {
  id: string
  status: 'pending' | 'playing' | 'heard' | 'unheard'
  ahead: number
  speaker: { id: string; label: string | null } | null
}

export function SoundChecks({ hall }: { hall: Hall }) {
  return (
    <section class="part" aria-labelledby="sound-title">
      <h2 id="sound-title">{manageText('sound.title')}</h2>
      <p class="soft">{manageText('sound.lead')}</p>
      <ul class="devices">
        {[...hall.zones.value.values()].map(({ id, name }) => (
          <Zone key={id} id={id} name={pick(name)} />
        ))}
      </ul>
    </section>
  )
}

function Zone({ id, name }: { id: string; name: string }) {
  const [check, setCheck] = useState<Check | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isUnderWay = check !== null && (check.status === 'pending' || check.status === 'playing')

  function take(outcome: Outcome<{ check: Check }>): void {
    if (outcome.ok) setCheck(outcome.data.check)
    else if (outcome.problem.status === 401) sessionEnded()
    else setCheck(null)
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => {
    if (!check || !isUnderWay) return undefined
    let gone = false
    const timer = setTimeout(() => {
      void fetchJson<{ check: Check }>(`/api/sound-checks/${encodeURIComponent(check.id)}`).then(
        (outcome) => !gone && take(outcome),
      )
    }, AGAIN_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [check, isUnderWay])

  return (
    <li class="device sound-row">
      <span class="device-words">
        <strong>{name}</strong>
        <span role="status" class="sound-outcome">
          {check && <Words check={check} zone={name} />}
        </span>
        <ProblemLine problem={problem} />
      </span>
      <Button
        icon="speaker"
        label={manageText('sound.playIn', { zone: name })}
        disabled={isUnderWay}
        onPress={async () =>
          take(await press<{ check: Check }>('POST', `/api/zones/${encodeURIComponent(id)}/sound-check`, {}))
        }
      >
        {manageText('sound.play')}
      </Button>
    </li>
  )
}

function Words({ check, zone }: { check: Check; zone: string }) {
  const { status, ahead, speaker } = check
  if (status === 'pending') return <>{manageText('sound.waiting', { count: formatNumber(ahead) })}</>
  if (!speaker) return <Result icon="warning" text={manageText('sound.nobody')} />
  const display = speaker.label ?? manageText('sound.display', { zone })
  if (status === 'playing') return <>{manageText('sound.playing', { display })}</>
  const text = manageText(`sound.${status}`, { display })
  return <Result icon={status === 'heard' ? 'check' : 'warning'} text={text} />
}

function Result({ icon, text }: { icon: 'check' | 'warning'; text: string }) {
  return (
    <span class={`sound-${icon}`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
