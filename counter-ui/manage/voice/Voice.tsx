// The voice of the calls: who speaks each language, what keeps a better voice from it, and a try.
import { language } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { ClipsState, CommandState, LastFailure } from './States.tsx'
import { v } from './texts/index.ts'
import { TryVoice } from './TryVoice.tsx'
import { useVoice } from './use-voice.ts'
import { voiceText } from './words.ts'
import './voice.css'

export function Voice({ planSeq }: { planSeq: number }) {
  const { voice, problem, load } = useVoice(planSeq)
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const nameOf = (code: string) => names.of(code) ?? code
  return (
    <section class="part" aria-labelledby="voice-title">
      <h2 id="voice-title">{v('title')}</h2>
      <p class="soft">{v('lead')}</p>
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
        </>
      )}
    </section>
  )
}
