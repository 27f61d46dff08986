// The voice of the calls: who speaks each language, what keeps a better voice from it, a try, and how it shall be.
import { language } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { PlanDesk } from '../plan.ts'
import { ClipsState, CommandState, LastFailure } from './States.tsx'
import { manageText } from '../texts/index.ts'
import { TryVoice } from './TryVoice.tsx'
import { useVoice } from './use-voice.ts'
import { VoiceForm } from './VoiceForm.tsx'
import { voiceText } from './words.ts'
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
